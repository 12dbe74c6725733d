/** Sendings and challenges of this long count, by slots: memory does not grow with their number. Milliseconds. */
const WINDOW_MS = 10 * 60_000
const SLOT_MS = 60_000
/** Sendings in the window that double the price, and how often it doubles at most. Nobody is ever refused for their number. */
const SENDINGS_PER_DOUBLING = 30
const MOST_DOUBLINGS = 5
/** Asking is free: so many challenges weigh as one sending, and all of them together never more than two doublings. */
const CHALLENGES_PER_SENDING = 8
const MOST_BY_ASKING = 2 * SENDINGS_PER_DOUBLING

/** How many times the quiet work a proof must hold: 1, 2, 4 … 32. */
export function priceAt(sendings: number, challenges: number): number {
  const asked = Math.min(MOST_BY_ASKING, challenges / CHALLENGES_PER_SENDING)
  return 2 ** Math.min(MOST_DOUBLINGS, Math.floor((sendings + asked) / SENDINGS_PER_DOUBLING))
}

export type Price = {
  /** The price at `now` (milliseconds). */
  at: (now?: number) => number
  /** Counts a proof that was spent. */
  countSending: (now?: number) => void
  /** Counts a challenge that was given out. */
  countChallenge: (now?: number) => void
}

/** The price of one process, by all callers together: no address is looked at. */
export function createPrice(): Price {
  let slots: { start: number; sendings: number; challenges: number }[] = []
  const slotAt = (now: number) => {
    const start = Math.floor(now / SLOT_MS) * SLOT_MS
    slots = slots.filter(slot => now - slot.start < WINDOW_MS)
    const last = slots.at(-1)
    if (last?.start === start) return last
    const slot = { start, sendings: 0, challenges: 0 }
    slots.push(slot)
    return slot
  }
  const sum = (key: 'sendings' | 'challenges') => slots.reduce((total, slot) => total + slot[key], 0)
  return {
    at(now = Date.now()) {
      slotAt(now)
      return priceAt(sum('sendings'), sum('challenges'))
    },
    countSending(now = Date.now()) {
      slotAt(now).sendings += 1
    },
    countChallenge(now = Date.now()) {
      slotAt(now).challenges += 1
    },
  }
}
