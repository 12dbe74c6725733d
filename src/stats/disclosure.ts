import type { Measure, Reason } from '../content/figure.ts'
import { groupBy } from './group-by.ts'
import { contiguousRuns, type Month } from './months.ts'

/** A count below this is never shown by itself: it could point at a person in a small office. Persons or applications. */
export const disclosureThreshold = 10

/**
 * What an office enters: one count of one month, measure and reason. Months are whole and each is entered once; a reason
 * that is left out of an entered month counts as zero. Counts of all reasons are entered, so reason and total cannot be
 * set against each other.
 */
export type MonthlyCell = {
  readonly office: string
  readonly measure: Measure
  readonly month: Month
  readonly reason: Reason
  readonly count: number
}

/**
 * A released sum: all cells of one office and measure from `first` to `last` month whose reason is in `reasons`. Atoms of
 * one series never overlap and every published number is a sum of atoms, so whoever has all that is published knows the
 * atoms and nothing else.
 */
export type Atom = {
  readonly office: string
  readonly measure: Measure
  readonly first: Month
  readonly last: Month
  readonly reasons: readonly Reason[]
  readonly count: number
}

/** Months that were entered but whose count is too small to show yet. For the office's own screen, never for the public. */
export type HeldMonths = {
  readonly office: string
  readonly measure: Measure
  readonly first: Month
  readonly last: Month
}

export type Release = { readonly atoms: readonly Atom[]; readonly held: readonly HeldMonths[] }

/**
 * Releases what offices entered. `frozen` are the atoms released before: they come back unchanged, whatever the cells now
 * say, because the difference between an old and a new number would show a small count. Months not released before are
 * joined from the oldest on until their sum reaches the threshold; what does not reach it is held until the next month
 * comes. Inside a released span, reasons below the threshold are joined with each other, and with the smallest other
 * reason as long as the joined sum is still below it.
 * A month without any cell is not entered: nothing is joined across it.
 * @param allReasons the closed list, so that an atom can name all the reasons it may contain, also those with zero
 * @throws Error when a cell is negative, not whole, or entered twice
 */
export function release(
  cells: readonly MonthlyCell[],
  frozen: readonly Atom[],
  allReasons: readonly Reason[],
): Release {
  refuseBadCells(cells)
  const series = groupBy(cells, cell => `${cell.office} ${cell.measure}`)
  const atoms = [...frozen]
  const held: HeldMonths[] = []
  for (const [, own] of [...series].sort(([a], [b]) => a.localeCompare(b))) {
    const [{ office, measure } = { office: '', measure: 'lainnya' as Measure }] = own
    const before = frozen.filter(atom => atom.office === office && atom.measure === measure)
    const isFree = (month: Month) => before.every(atom => month < atom.first || month > atom.last)
    const free = own.map(cell => cell.month).filter(isFree)
    for (const run of contiguousRuns(free)) {
      for (const span of joinMonths(run, own)) {
        const inside = own.filter(cell => cell.month >= span.first && cell.month <= span.last)
        if (span.count < disclosureThreshold)
          held.push({ office, measure, first: span.first, last: span.last })
        else
          atoms.push(
            ...splitByReason(inside, allReasons).map(part => ({ office, measure, ...span, ...part })),
          )
      }
    }
  }
  return { atoms, held }
}

type Span = { first: Month; last: Month; count: number }

/** Cuts a run of months into the shortest spans that reach the threshold; the last one may stay below it. */
function joinMonths(run: readonly Month[], cells: readonly MonthlyCell[]): Span[] {
  const spans: Span[] = []
  let open: Span | null = null
  for (const month of run) {
    const count = sum(cells.filter(cell => cell.month === month))
    open =
      open === null
        ? { first: month, last: month, count }
        : { first: open.first, last: month, count: open.count + count }
    if (open.count < disclosureThreshold) continue
    spans.push(open)
    open = null
  }
  return open === null ? spans : [...spans, open]
}

/** Splits the cells of one span into groups of reasons, each at the threshold or above, together all reasons. */
function splitByReason(
  cells: readonly MonthlyCell[],
  allReasons: readonly Reason[],
): { reasons: Reason[]; count: number }[] {
  const groups = allReasons
    .map(reason => ({ reasons: [reason], count: sum(cells.filter(cell => cell.reason === reason)) }))
    .sort((a, b) => b.count - a.count)
  const shown = groups.filter(group => group.count >= disclosureThreshold)
  const rest = groups.filter(group => group.count < disclosureThreshold)
  if (rest.length === 0) return shown
  const joined = {
    reasons: rest.flatMap(group => group.reasons),
    count: rest.reduce((total, group) => total + group.count, 0),
  }
  while (joined.count < disclosureThreshold) {
    const smallest = shown.pop()
    if (smallest === undefined) break
    joined.reasons.unshift(...smallest.reasons)
    joined.count += smallest.count
  }
  return [...shown, joined]
}

/** A released atom whose months now add up to another count. */
export type Correction = { readonly atom: Atom; readonly count: number }

/**
 * Corrections of frozen atoms that may be published as a revision: those whose change is zero reveal nothing and are left
 * out, those smaller than the threshold would show a small count and stay unpublished until they have grown.
 */
export function publishableCorrections(cells: readonly MonthlyCell[], frozen: readonly Atom[]): Correction[] {
  return frozen
    .map(atom => ({ atom, count: sum(cells.filter(cell => isInside(cell, atom))) }))
    .filter(
      ({ atom, count }) =>
        count >= disclosureThreshold && Math.abs(count - atom.count) >= disclosureThreshold,
    )
}

/** Whether a cell is one of those an atom adds up. */
export function isInside(cell: MonthlyCell, atom: Atom): boolean {
  const ofSeries = cell.office === atom.office && cell.measure === atom.measure
  return ofSeries && cell.month >= atom.first && cell.month <= atom.last && atom.reasons.includes(cell.reason)
}

function refuseBadCells(cells: readonly MonthlyCell[]): void {
  const seen = new Set<string>()
  for (const { office, measure, month, reason, count } of cells) {
    const key = `${office} ${measure} ${month} ${reason}`
    if (!Number.isInteger(count) || count < 0)
      throw new Error(`${key}: expected a whole count from 0, got ${count}`)
    if (seen.has(key)) throw new Error(`${key}: entered twice`)
    seen.add(key)
  }
}

const sum = (cells: readonly MonthlyCell[]) => cells.reduce((total, cell) => total + cell.count, 0)
