/** Sendings and challenges of this long count, by slots. Longer than any challenge lives. Milliseconds. */
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

/** What the process knows of a right proof. */
export type Counted = {
  /** The price when the proof came first, before it counted. */
  readonly price: number
  /** Says whether the proof was new, once that is known: one that was spent elsewhere before does not count. */
  readonly settle: (isNew: boolean) => void
}

export type Price = {
  /** Since when it counts. What was asked for before, it does not know to have been dear enough. Milliseconds. */
  readonly since: number
  /** The price at `now` (milliseconds). */
  at: (now?: number) => number
  /**
   * Counts a proof at once, so that of many at the same moment each meets the price that those before it made. It weighs as
   * the part of a sending that its work pays: `work` (times the quiet work) by the price, one sending at most. The same proof
   * again counts nothing and meets the price of its first time.
   * @param proof what tells it from others.
   */
  count: (proof: string, work: number, now?: number) => Counted
  /** Counts a challenge that was given out. */
  countChallenge: (now?: number) => void
}

type Slot = { start: number; sendings: number; challenges: number; proofs: Map<string, Counted> }

/** The price of one process, by all callers together: no address is looked at. Memory grows with the work done for it alone. */
export function createPrice(since = Date.now()): Price {
  let slots: Slot[] = []
  const slotAt = (now: number) => {
    const start = Math.floor(now / SLOT_MS) * SLOT_MS
    slots = slots.filter(slot => now - slot.start < WINDOW_MS)
    const last = slots.at(-1)
    if (last?.start === start) return last
    const slot = { start, sendings: 0, challenges: 0, proofs: new Map() }
    slots.push(slot)
    return slot
  }
  const sum = (key: 'sendings' | 'challenges') => slots.reduce((total, slot) => total + slot[key], 0)
  const at = (now = Date.now()) => {
    slotAt(now)
    return priceAt(sum('sendings'), sum('challenges'))
  }
  return {
    since,
    at,
    count(proof, work, now = Date.now()) {
      const slot = slotAt(now)
      const known = slots.find(({ proofs }) => proofs.has(proof))?.proofs.get(proof)
      if (known !== undefined) return known
      const price = at(now)
      const counted = { price, settle: weigher(slot, Math.min(1, work / price)) }
      slot.proofs.set(proof, counted)
      return counted
    },
    countChallenge(now = Date.now()) {
      slotAt(now).challenges += 1
    },
  }
}

/** Adds `weight` to a slot until it turns out that nobody here was the first to spend the proof. */
function weigher(slot: Slot, weight: number): Counted['settle'] {
  slot.sendings += weight
  let counts = weight
  let wasNew = false
  return isNew => {
    wasNew ||= isNew
    const right = wasNew ? weight : 0
    slot.sendings += right - counts
    counts = right
  }
}
