import type { Period } from './format.ts'

const DAY_MS = 86_400_000

/** Items by their periods, from which those near one period are found without looking at all others. */
export type PeriodIndex<T> = {
  readonly add: (item: T) => void
  /** The items that share a day with the span, in no order that means anything. */
  readonly overlapping: (span: Span) => T[]
}

/** First and last day, in days since 1970. */
export type Span = { readonly first: number; readonly last: number }
type Entry<T> = Span & { readonly item: T }

/**
 * An index of items by period. Entries of about one length (from a power of two of days to the next) lie in one list in the
 * order of their first days, so those that reach a given day begin within one stretch of it.
 * @param items the items it starts with
 */
export function periodIndex<T>(periodOf: (item: T) => Period, items: readonly T[] = []): PeriodIndex<T> {
  /** Key: the most days that an entry of the list can have. */
  const byLength = new Map<number, Entry<T>[]>()
  const entryOf = (item: T): Entry<T> => {
    const { first, last } = spanOf(periodOf(item))
    return { first, last, item }
  }
  const listFor = (entry: Entry<T>): Entry<T>[] => {
    const longest = 2 ** Math.ceil(Math.log2(Math.max(1, entry.last - entry.first + 1)))
    const list = byLength.get(longest) ?? []
    byLength.set(longest, list)
    return list
  }

  for (const item of items) {
    const entry = entryOf(item)
    listFor(entry).push(entry)
  }
  for (const list of byLength.values()) list.sort((a, b) => a.first - b.first)

  return {
    add: item => {
      const entry = entryOf(item)
      const list = listFor(entry)
      list.splice(firstFrom(list, entry.first), 0, entry)
    },
    overlapping: ({ first, last }) => {
      const found: T[] = []
      for (const [longest, list] of byLength) {
        for (let index = firstFrom(list, first - longest + 1); index < list.length; index++) {
          const entry = list[index]
          if (entry === undefined || entry.first > last) break
          if (entry.last >= first) found.push(entry.item)
        }
      }
      return found
    },
  }
}

/** The days of a period; one without a usable first or last day reaches back or on for ever. */
export function spanOf({ end, start }: Period): Span {
  const [first, last] = [Date.parse(start) / DAY_MS, Date.parse(end) / DAY_MS]
  return {
    first: Number.isNaN(first) ? Number.NEGATIVE_INFINITY : first,
    last: Number.isNaN(last) ? Number.POSITIVE_INFINITY : last,
  }
}

/** Position of the first entry that begins on the day or later. */
function firstFrom(list: readonly Entry<unknown>[], day: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle]?.first ?? day) < day) low = middle + 1
    else high = middle
  }
  return low
}
