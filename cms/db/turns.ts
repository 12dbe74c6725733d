/** SQLite answers at once and promises go on within the same turn of the event loop: after this long, others get theirs. */
const LONGEST_TURN_MS = 8

/**
 * Lets timers, sockets and other requests run between statements. The returned function is awaited before each statement: it
 * goes on at once while the turn is young, else in a later turn, one waiting statement a turn, in order of arrival. Many at
 * once in one turn would add up to the same standstill.
 */
export function createTurns(longestMs = LONGEST_TURN_MS): () => Promise<void> {
  const waiting: (() => void)[] = []
  let began = 0

  const next = () => {
    began = performance.now()
    waiting.shift()?.()
    if (waiting.length > 0) setImmediate(next)
  }
  return async () => {
    if (performance.now() - began < longestMs) return
    await new Promise<void>(resolve => {
      if (waiting.push(resolve) === 1) setImmediate(next)
    })
  }
}
