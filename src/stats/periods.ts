import type { Period } from './format.ts'

/** The day after, as `YYYY-MM-DD`. */
export function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

/** Whether two periods share a day. */
export function periodsOverlap(a: Period, b: Period): boolean {
  return a.start <= b.end && b.start <= a.end
}

/** Whether the second period lies within the first. */
export function isWithin(outer: Period, inner: Period): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

export const isSamePeriod = (a: Period, b: Period): boolean => a.start === b.start && a.end === b.end

/** Splits periods that do not overlap into runs in which each begins on the day after the one before. Repeats count once. */
export function adjacentRuns(periods: readonly Period[]): Period[][] {
  const runs: Period[][] = []
  for (const period of [...periods].sort((a, b) => a.start.localeCompare(b.start))) {
    const last = runs.at(-1)?.at(-1)
    if (last !== undefined && isSamePeriod(last, period)) continue
    if (last !== undefined && dayAfter(last.end) === period.start) runs.at(-1)?.push(period)
    else runs.push([period])
  }
  return runs
}

/** Whether the periods leave no day of the range out. */
export function covers(range: Period, periods: readonly Period[]): boolean {
  let day = range.start
  for (const period of [...periods].sort((a, b) => a.start.localeCompare(b.start))) {
    if (period.start > day) return false
    if (period.end >= day) day = dayAfter(period.end)
  }
  return day > range.end
}
