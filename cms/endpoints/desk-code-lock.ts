/** Wrong second-factor codes after which an account takes no code, and for how long at first. Milliseconds. */
const codeLimit = 5
const firstPause = 15 * 60_000
const longestPause = 24 * 60 * 60_000

type Count = { wrong: number; pauses: number; until: number }

/**
 * Wrong codes by account, in this process only. Apart from Payload's own counter on purpose: administrators can clear that
 * one, and a password they have set themselves must not buy them unlimited codes.
 */
const counts = new Map<string, Count>()

/** Whether the account takes no code at `now` (milliseconds), in whatever session it is tried. */
export function isCodePaused(user: string, now = Date.now()): boolean {
  return (counts.get(user)?.until ?? 0) > now
}

/** Counts a wrong code. Every fifth one pauses the account: 15 minutes, then twice as long each time, at most a day. */
export function countWrongCode(user: string, now = Date.now()): void {
  const count = counts.get(user) ?? { wrong: 0, pauses: 0, until: 0 }
  const wrong = count.wrong + 1
  const isFull = wrong >= codeLimit
  counts.set(user, {
    wrong: isFull ? 0 : wrong,
    pauses: count.pauses + (isFull ? 1 : 0),
    until: isFull ? now + Math.min(longestPause, firstPause * 2 ** count.pauses) : count.until,
  })
}

/** Forgets the wrong codes of an account: after a right one. */
export function forgetWrongCodes(user: string): void {
  counts.delete(user)
}
