import { setTimeout as wait } from 'node:timers/promises'

/** How often work is begun again, and the longest pause before, in milliseconds times the attempt. */
const MOST_ATTEMPTS = 8
const PAUSE_MS = 20

/** MongoDB's codes for a value that is there already, and for a transaction that ran into another one. */
const mongoCodes = new Set<unknown>([11000, 112])

/** Whether an error says that another request was faster: a unique value is there, or two transactions wrote the same. */
export function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { name, code, cause } = error as Error & { code?: unknown }
  return name === 'ValidationError' || mongoCodes.has(code) || isConflict(cause)
}

/**
 * Runs work that reads before it writes, and begins it again when another request wrote in between: the second time it reads
 * what that one left. A unique index, not the reading, is what keeps two from writing the same.
 */
export async function untilSettled<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (!isConflict(error) || attempt === MOST_ATTEMPTS) throw error
      await wait(Math.random() * PAUSE_MS * attempt)
    }
  }
}
