import { useEffect, useState } from 'react'
import type { KeyList } from '#src/crypto/key-list.ts'

export type Sealing = typeof import('./sealing.ts') & typeof import('./send.ts')
export type Ready = { sealing: Sealing; list: KeyList }
/** `wrong-list`: the key list is not the pinned one. `failed`: something could not be fetched; `retry` tries again. */
export type SealingState = { state: 'preparing' | 'failed' | 'wrong-list' } | ({ state: 'ready' } & Ready)

const load = () => Promise.all([import('./sealing.ts'), import('./send.ts')])
// Begun as soon as the page's script runs, long before the first keystroke.
let first = typeof document === 'undefined' ? null : load()

/** The sealing chunk and the verified key list. Nothing can be sent before it says `ready`. */
export function useSealing(pin: string): { sealing: SealingState; retry: () => void } {
  const [sealing, setSealing] = useState<SealingState>({ state: 'preparing' })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` starts it again
  useEffect(() => {
    let isCurrent = true
    const settle = (next: SealingState) => isCurrent && setSealing(next)
    prepare(pin).then(settle, () => settle({ state: 'failed' }))
    return () => {
      isCurrent = false
    }
  }, [pin, attempt])
  const retry = () => {
    first = null
    setSealing({ state: 'preparing' })
    setAttempt(number => number + 1)
  }
  return { sealing, retry }
}

async function prepare(pin: string): Promise<SealingState> {
  const [seal, send] = await (first ?? load())
  try {
    return { state: 'ready', sealing: { ...seal, ...send }, list: await seal.loadKeyList(pin) }
  } catch (error) {
    const isWrong = error instanceof Error && error.name === 'SealingError'
    return { state: isWrong ? 'wrong-list' : 'failed' }
  }
}
