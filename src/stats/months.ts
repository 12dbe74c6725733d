import { lastDayOf, type Period } from './format.ts'

/** A calendar month, `YYYY-MM`. As text, months sort by time. */
export type Month = string

/** The month after. */
export function nextMonth(month: Month): Month {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** The days of a run of whole months, both included. */
export function monthsToPeriod(first: Month, last: Month): Period {
  return { start: `${first}-01`, end: lastDayOf(last) }
}

/** Splits months into runs without a gap, each in order. Repeated months count once. */
export function contiguousRuns(months: readonly Month[]): Month[][] {
  const runs: Month[][] = []
  for (const month of [...new Set(months)].sort()) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run !== undefined && last !== undefined && nextMonth(last) === month) run.push(month)
    else runs.push([month])
  }
  return runs
}

/** The calendar quarter of a month, `2025-Q3`. */
export function quarterOf(month: Month): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`
}
