import type { Figure } from '../content/figure.ts'
import { isWholeYears, type Period } from './format.ts'
import { periodsOverlap } from './periods.ts'

type Comparable = Pick<
  Figure,
  'id' | 'subject' | 'measure' | 'reasonScope' | 'period' | 'approximate' | 'subsetOf' | 'contradicts'
>

/** Why two figures may not be added; the words are in the `data` namespace under `notSummable`. */
export type NotSummable =
  | 'measure'
  | 'mixed'
  | 'scope'
  | 'subset'
  | 'overlap'
  | 'contradiction'
  | 'approximate'

/**
 * Whether two figures may be added: null when they may, else the first reason why not. Only exact counts of one kind and
 * one scope add up, and only where no person can be in both: different offices, or one office in periods apart. A
 * province or the nation holds every office inside it.
 */
export function whyNotSummable(a: Comparable, b: Comparable): NotSummable | null {
  if (isMixed(a) || isMixed(b)) return 'mixed'
  if (a.measure !== b.measure) return 'measure'
  if (a.reasonScope !== b.reasonScope) return 'scope'
  if (a.contradicts.length > 0 || b.contradicts.length > 0) return 'contradiction'
  if (a.subsetOf !== null || b.subsetOf !== null) return 'subset'
  if (a.approximate || b.approximate) return 'approximate'
  if (periodsOverlap(a.period, b.period) && subjectsOverlap(a.subject, b.subject)) return 'overlap'
  return null
}

/** Whether all figures of a list may be added together. True for an empty list and for a list of one. */
export function areSummable(figures: readonly Comparable[]): boolean {
  return figures.every((figure, index) =>
    figures.slice(index + 1).every(other => whyNotSummable(figure, other) === null),
  )
}

/**
 * Whether two figures may stand side by side as bars of one chart: the same kind, scope and level, both of whole years, and
 * neither disputed nor a part of another.
 */
export function areComparable(a: Comparable, b: Comparable): boolean {
  const level = a.subject.kind === b.subject.kind
  const alike = a.measure === b.measure && a.reasonScope === b.reasonScope && !isMixed(a) && level
  const clean = [a, b].every(f => f.contradicts.length === 0 && f.subsetOf === null && isWholeYears(f.period))
  return alike && clean && yearsIn(a.period) === yearsIn(b.period)
}

/** Whether the people of one subject can be among those of the other. */
export function subjectsOverlap(a: Figure['subject'], b: Figure['subject']): boolean {
  if (a.kind === 'nasional' || b.kind === 'nasional') return true
  if (a.kind === 'kanwil' || b.kind === 'kanwil') return a.provinceCode === b.provinceCode
  // Two checkpoints of one office may be one inside the other (`Batam` and `Batam Center`), so they count as overlapping.
  if (a.office !== null || b.office !== null) return a.office === b.office
  return a.name === b.name
}

const isMixed = (figure: Comparable) => figure.measure === 'gabungan' || figure.measure === 'lainnya'
const yearsIn = ({ start, end }: Period) => Number(end.slice(0, 4)) - Number(start.slice(0, 4)) + 1
