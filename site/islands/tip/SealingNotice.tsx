import type { TipStrings } from './types.ts'
import type { SealingState } from './use-sealing.ts'

/** Why nothing can be sealed or opened now; nothing while it can, or soon will. */
export function SealingNotice(props: {
  state: SealingState['state']
  strings: TipStrings['form']
  onRetry: () => void
}) {
  const { state, strings: s, onRetry } = props
  if (state === 'failed')
    return (
      <p className="warning" role="alert">
        {s.notReady}{' '}
        <button className="text-button" type="button" onClick={onRetry}>
          {s.tryAgain}
        </button>
      </p>
    )
  if (state === 'wrong-list')
    return (
      <p className="warning" role="alert">
        {s.wrongList}
      </p>
    )
  return null
}
