import type { TipStrings } from './types.ts'

/** Shows the outside channels. By script, because a link to a part of the page would be one more entry in the history. */
export const toChannels = () => document.getElementById('saluran')?.scrollIntoView()

/** In place of the form where no inbox fits: the outside channels, which stand further down on the same page. */
export function NoInbox({ strings: s }: { strings: TipStrings['form']['noInbox'] }) {
  return (
    <div className="warning" role="status">
      <p>{s.why}</p>
      <p>{s.todo}</p>
      <button className="text-button" type="button" onClick={toChannels}>
        {s.channels}
      </button>
    </div>
  )
}
