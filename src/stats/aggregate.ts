import type { Atom } from './disclosure.ts'
import { lastDayOf, type Period } from './format.ts'
import { groupBy } from './group-by.ts'
import { covers } from './periods.ts'

/** A published total. `complete` is false when a part of the period is held or not entered: then it is a lower bound. */
export type Total = {
  readonly group: string
  readonly period: Period
  readonly count: number
  readonly complete: boolean
}

/**
 * Which series make a total: an office by itself, a province, the nation.
 * `groupOf` is null for a series that is left out; `seriesIn` are those that a complete total needs.
 */
export type Grouping = {
  readonly groupOf: (series: string) => string | null
  readonly seriesIn: (group: string) => readonly string[]
}

/** The grouping in which each series stands for itself. */
export const bySeries: Grouping = { groupOf: series => series, seriesIn: series => [series] }

/**
 * Year totals of released atoms, never of what was entered: a total can then show nothing that its atoms do not. A span
 * that crosses the end of a year is in no year's total.
 */
export function yearTotals(atoms: readonly Atom[], grouping: Grouping): Total[] {
  return totals(atoms, grouping, day => ({
    start: `${day.slice(0, 4)}-01-01`,
    end: `${day.slice(0, 4)}-12-31`,
  }))
}

/** Totals of calendar quarters, as `yearTotals`. */
export function quarterTotals(atoms: readonly Atom[], grouping: Grouping): Total[] {
  return totals(atoms, grouping, day => {
    const last = Math.ceil(Number(day.slice(5, 7)) / 3) * 3
    const month = (number: number) => `${day.slice(0, 4)}-${String(number).padStart(2, '0')}`
    return { start: `${month(last - 2)}-01`, end: lastDayOf(month(last)) }
  })
}

function totals(
  atoms: readonly Atom[],
  { groupOf, seriesIn }: Grouping,
  bucketOf: (day: string) => Period,
): Total[] {
  const inside = atoms.filter(
    ({ period, series }) => groupOf(series) !== null && period.end <= bucketOf(period.start).end,
  )
  const keyed = groupBy(inside, atom => JSON.stringify([groupOf(atom.series), bucketOf(atom.period.start)]))
  return [...keyed].map(([key, members]) => {
    const [group, period] = JSON.parse(key) as [string, Period]
    const periodsOf = (series: string) =>
      members.filter(atom => atom.series === series).map(atom => atom.period)
    return {
      group,
      period,
      count: members.reduce((total, atom) => total + atom.count, 0),
      complete: seriesIn(group).every(series => covers(period, periodsOf(series))),
    }
  })
}
