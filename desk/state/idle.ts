/** The desk locks itself after this long without a key, a touch or a movement. Milliseconds. */
export const idleLimit = 10 * 60_000

/** Tells once when nobody has touched the desk for `limit` milliseconds. The clock is the caller's. */
export type IdleWatch = { touch(now: number): void; check(now: number): void }

/** A watch that starts at `start`. A sleeping computer counts: `check` compares times and counts no ticks. */
export function watchIdle(start: number, limit: number, onIdle: () => void): IdleWatch {
  let last = start
  let isOver = false
  const check = (now: number) => {
    if (isOver || now - last < limit) return
    isOver = true
    onIdle()
  }
  return {
    check,
    touch(now) {
      // Waking the computer is a touch too: what is over stays over.
      check(now)
      last = now
    },
  }
}
