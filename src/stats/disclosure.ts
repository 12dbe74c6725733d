import type { Reason } from '../content/figure.ts'
import type { Period } from './format.ts'
import { groupBy } from './group-by.ts'
import { periodIndex, spanOf } from './period-index.ts'
import { adjacentRuns, isSamePeriod, isWithin } from './periods.ts'

/** A count below this is never shown by itself: it could point at a person in a small office. Persons or applications. */
export const disclosureThreshold = 10

/**
 * What an office enters: one count of one period and reason in one series (an office, a measure, a scope of reasons). Periods
 * of a series are equal or apart. A reason that is left out of an entered period counts as zero.
 */
export type Cell = {
  readonly series: string
  readonly period: Period
  readonly reason: Reason
  readonly count: number
}

/**
 * A released sum: all cells of one series within a period whose reason is in `reasons`. Atoms of a series never overlap
 * and every published number is a sum of atoms, so whoever has all that is published knows the atoms and nothing else.
 */
export type Atom = {
  readonly series: string
  readonly period: Period
  readonly reasons: readonly Reason[]
  readonly count: number
}

/** `held`: periods that were entered but whose count is too small to show yet. For the office, never for the public. */
export type Release = {
  readonly atoms: readonly Atom[]
  readonly held: readonly Pick<Cell, 'series' | 'period'>[]
}

/**
 * Releases what offices entered. `frozen` are the atoms released before: they come back unchanged, whatever the cells now
 * say, because the difference between an old and a new number would show a small count. Periods not released before are
 * joined from the oldest on until their sum reaches the threshold; what does not reach it is held until the next period
 * comes. Inside a released span, reasons below the threshold are joined with each other, and with the smallest other
 * reason as long as the joined sum is still below it. Nothing is joined across days that were not entered.
 * @param allReasons the reasons that the series can have, so that an atom names all it may contain, also those with zero
 * @throws Error when a count is negative or not whole, or when two cells overlap
 */
export function release(
  cells: readonly Cell[],
  frozen: readonly Atom[],
  allReasons: readonly Reason[],
): Release {
  refuseBadCells(cells)
  const atoms = [...frozen]
  const held: Release['held'][number][] = []
  const before = groupBy(frozen, atom => atom.series)
  for (const [series, own] of [...groupBy(cells, cell => cell.series)].sort(([a], [b]) =>
    a.localeCompare(b),
  )) {
    const released = periodIndex(atom => atom.period, before.get(series))
    const free = own.filter(({ period }) => released.overlapping(spanOf(period)).length === 0)
    for (const span of joinPeriods(free)) {
      if (span.count < disclosureThreshold) held.push({ series, period: span.period })
      else
        atoms.push(
          ...splitByReason(span.cells, allReasons).map(part => ({ series, period: span.period, ...part })),
        )
    }
  }
  return { atoms, held }
}

type Span = { period: Period; count: number; cells: Cell[] }

/** Cuts periods into the shortest spans that reach the threshold; the last one before days not entered may stay below it. */
function joinPeriods(cells: readonly Cell[]): Span[] {
  const byPeriod = groupBy(cells, ({ period }) => keyOf(period))
  return adjacentRuns(cells.map(cell => cell.period)).flatMap(run => {
    const spans: Span[] = []
    for (const period of run) {
      const here = byPeriod.get(keyOf(period)) ?? []
      const last = spans.at(-1)
      if (last === undefined || last.count >= disclosureThreshold)
        spans.push({ period, count: sum(here), cells: [...here] })
      else {
        last.period = { start: last.period.start, end: period.end }
        last.count += sum(here)
        last.cells.push(...here)
      }
    }
    return spans
  })
}

/** Splits the cells of one span into groups of reasons, each at the threshold or above, together all reasons. */
function splitByReason(
  cells: readonly Cell[],
  allReasons: readonly Reason[],
): { reasons: Reason[]; count: number }[] {
  const groups = allReasons
    .map(reason => ({ reasons: [reason], count: sum(cells.filter(cell => cell.reason === reason)) }))
    .sort((a, b) => b.count - a.count)
  const shown = groups.filter(group => group.count >= disclosureThreshold)
  const rest = groups.filter(group => group.count < disclosureThreshold)
  if (rest.length === 0) return shown
  const joined = { reasons: rest.flatMap(group => group.reasons), count: sum(rest) }
  while (joined.count < disclosureThreshold) {
    const smallest = shown.pop()
    if (smallest === undefined) break
    joined.reasons.unshift(...smallest.reasons)
    joined.count += smallest.count
  }
  return [...shown, joined]
}

/** A released atom whose cells now add up to another count. */
export type Correction = { readonly atom: Atom; readonly count: number }

/**
 * Corrections of frozen atoms that may be published as a revision. A change smaller than the threshold would show a small
 * count: it stays unpublished until it has grown.
 */
export function publishableCorrections(cells: readonly Cell[], frozen: readonly Atom[]): Correction[] {
  return frozen
    .map(atom => ({ atom, count: sum(cells.filter(cell => isInside(cell, atom))) }))
    .filter(
      ({ atom, count }) =>
        count >= disclosureThreshold && Math.abs(count - atom.count) >= disclosureThreshold,
    )
}

/** Whether a cell is one of those an atom adds up. */
export function isInside(cell: Cell, atom: Atom): boolean {
  return (
    cell.series === atom.series && isWithin(atom.period, cell.period) && atom.reasons.includes(cell.reason)
  )
}

function refuseBadCells(cells: readonly Cell[]): void {
  for (const [series, own] of groupBy(cells, cell => cell.series)) {
    const earlier = periodIndex<Cell>(cell => cell.period)
    for (const cell of own) {
      const { count, period, reason } = cell
      const label = `${series} ${period.start} to ${period.end} ${reason}`
      if (!Number.isInteger(count) || count < 0)
        throw new Error(`${label}: expected a whole count from 0, got ${count}`)
      const isTaken = (other: Cell) => other.reason === reason || !isSamePeriod(other.period, period)
      if (earlier.overlapping(spanOf(period)).some(isTaken))
        throw new Error(`${label}: overlaps another entry of the series`)
      earlier.add(cell)
    }
  }
}

const keyOf = ({ end, start }: Period) => `${start} ${end}`
const sum = (items: readonly { count: number }[]) => items.reduce((total, item) => total + item.count, 0)
