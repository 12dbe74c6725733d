import type { TipStrings } from './types.ts'

/** Why nothing further can be written to a thread, and where else to go. */
export function NoWay(props: {
  state: 'closed' | 'mismatch'
  strings: TipStrings['thread']
  /** Whether there is another inbox to write to. */
  hasOther: boolean
  channelsHref: string
}) {
  const { state, strings: s, hasOther, channelsHref } = props
  return (
    <div className="warning" role="alert">
      <p>
        <strong>{s[state].title}</strong>
      </p>
      <p>{s[state].means}</p>
      <p>{hasOther ? s[state].todo : s.onlyChannels}</p>
      <p>
        <a href={channelsHref}>{s.channels}</a>
      </p>
    </div>
  )
}
