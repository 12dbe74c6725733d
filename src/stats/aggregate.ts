import type { Measure } from '../content/figure.ts'
import type { Atom } from './disclosure.ts'
import { groupBy } from './group-by.ts'
import { type Month, monthsToPeriod, nextMonth, quarterOf } from './months.ts'
import type { Period } from './format.ts'

/** A published total. `complete` is false when a part of the period is held or not entered: then it is a lower bound. */
export type Total = {
  readonly group: string
  readonly measure: Measure
  readonly period: Period
  readonly count: number
  readonly complete: boolean
}

/** Totals of released atoms only, never of what was entered: a total can then show nothing that its atoms do not. */
type Grouping = {
  readonly groupOf: (office: string) => string | null
  readonly officesIn: (group: string) => readonly string[]
}

/**
 * Year totals by group of offices (an office itself, a province, the nation). A span that crosses the end of a year is in
 * no year's total.
 * @param groupOf the group of an office, null to leave it out
 * @param officesIn the offices that a complete total of the group needs
 */
export function yearTotals(atoms: readonly Atom[], grouping: Grouping): Total[] {
  return totals(
    atoms,
    grouping,
    month => month.slice(0, 4),
    year => [`${year}-01`, `${year}-12`],
  )
}

/** Quarter totals, as `yearTotals`. */
export function quarterTotals(atoms: readonly Atom[], grouping: Grouping): Total[] {
  return totals(atoms, grouping, quarterOf, quarter => {
    const last = Number(quarter.slice(6)) * 3
    const year = quarter.slice(0, 4)
    return [`${year}-${String(last - 2).padStart(2, '0')}`, `${year}-${String(last).padStart(2, '0')}`]
  })
}

/** The grouping in which each office stands for itself. */
export const byOffice: Grouping = { groupOf: office => office, officesIn: office => [office] }

function totals(
  atoms: readonly Atom[],
  { groupOf, officesIn }: Grouping,
  bucketOf: (month: Month) => string,
  bounds: (bucket: string) => [Month, Month],
): Total[] {
  const inside = atoms.filter(
    atom => bucketOf(atom.first) === bucketOf(atom.last) && groupOf(atom.office) !== null,
  )
  const keyed = groupBy(inside, atom =>
    JSON.stringify([groupOf(atom.office), atom.measure, bucketOf(atom.first)]),
  )
  return [...keyed].map(([key, members]) => {
    const [group, measure, bucket] = JSON.parse(key) as [string, Measure, string]
    const [first, last] = bounds(bucket)
    return {
      group,
      measure,
      period: monthsToPeriod(first, last),
      count: members.reduce((total, atom) => total + atom.count, 0),
      complete: officesIn(group).every(office =>
        covers(
          members.filter(atom => atom.office === office),
          first,
          last,
        ),
      ),
    }
  })
}

/** Whether the spans of one office's atoms leave no month of the range out. */
function covers(atoms: readonly Atom[], first: Month, last: Month): boolean {
  const ends = new Map(atoms.map(atom => [atom.first, atom.last]))
  let month = first
  while (month <= last) {
    const end = ends.get(month)
    if (end === undefined) return false
    month = nextMonth(end)
  }
  return true
}
