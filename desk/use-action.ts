import { useState } from 'react'
import { DeskError } from './api.ts'
import { useDesk } from './desk-context.ts'
import { messageOf } from './messages.ts'

/**
 * A button's work: whether it runs, what went wrong (in the words of `say`), and how to start it. A second start while it runs
 * does nothing.
 */
export function useAction(
  work: () => Promise<void>,
  say = messageOf,
): {
  isBusy: boolean
  error: string | null
  start(): void
} {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const { onEnded } = useDesk()
  const start = () => {
    if (isBusy) return
    setBusy(true)
    setError(null)
    work()
      .catch((thrown: unknown) => {
        setError(say(thrown))
        if (thrown instanceof DeskError && thrown.code === 'ended') onEnded()
      })
      .finally(() => setBusy(false))
  }
  return { isBusy, error, start }
}
