import type { TipStrings } from './types.ts'

/** In place of the form where no inbox fits: the outside channels, which stand further down on the same page. */
export function NoInbox({ strings: s }: { strings: TipStrings['form']['noInbox'] }) {
  return (
    <div className="warning" role="status">
      <p>{s.why}</p>
      <p>{s.todo}</p>
      {/* A button, because a link to a part of the page would be one more entry in the history. */}
      <button
        className="text-button"
        type="button"
        onClick={() => document.getElementById('saluran')?.scrollIntoView()}
      >
        {s.channels}
      </button>
    </div>
  )
}
