import type { Figure } from '../content/figure.ts'
import { type Atom, disclosureThreshold, release } from './disclosure.ts'
import type { Period } from './format.ts'
import { groupBy } from './group-by.ts'
import { joinFigures } from './joined-figure.ts'
import { type PeriodIndex, periodIndex, spanOf } from './period-index.ts'
import { covers, isSamePeriod, isWithin } from './periods.ts'
import { type Place, placeOf } from './place.ts'

/** A figure that may come out if nothing that stands forbids it, with the entered figures that it adds up. */
export type Candidate = { readonly figure: Figure; readonly place: Place; readonly from: readonly Figure[] }

/** What can come out of one series, and the entered figures that wait in a period too small to show. */
export type Cut = { readonly candidates: readonly Candidate[]; readonly small: readonly Figure[] }

/**
 * Cuts the figures of one series (an office, a measure, a scope) into spans. A span that was released before comes back as
 * it was, as long as all its days are still entered; days that lie in no such span are joined anew until they reach the
 * threshold. Beside each span stand its parts by reason.
 * @param releasedSpans the periods that were released for this series
 */
export function cutSeries(series: readonly Figure[], releasedSpans: readonly Period[]): Cut {
  const ids = new Set(series.map(figure => figure.id))
  const released = periodIndex(span => span, releasedSpans)
  const wholes = apart(
    series.filter(({ subsetOf }) => subsetOf === null || !ids.has(subsetOf)),
    released,
  )
  const byPeriod = periodIndex(periodOf, wholes)
  const inside = (span: Period) =>
    byPeriod
      .overlapping(spanOf(span))
      .filter(whole => isWithin(span, whole.period))
      .sort((a, b) => a.period.start.localeCompare(b.period.start))
  const kept = releasedSpans.filter(span => covers(span, inside(span).map(periodOf)))
  const free = wholes.filter(whole => released.overlapping(spanOf(whole.period)).length === 0)
  const cell = (whole: Figure) => ({
    series: '',
    period: whole.period,
    reason: 'tidak-dirinci' as const,
    count: whole.count,
  })
  const { atoms, held } = release(free.map(cell), [], ['tidak-dirinci'])
  const spans = [...kept, ...atoms.map((atom: Atom) => atom.period)]
  const parts = groupBy(series, figure => figure.subsetOf ?? '')
  const waiting = periodIndex(periodOf, held)
  return {
    candidates: spans.flatMap(span => candidatesOf(inside(span), parts)),
    small: free.filter(({ period }) =>
      waiting.overlapping(spanOf(period)).some(other => isWithin(other.period, period)),
    ),
  }
}

const periodOf = ({ period }: { readonly period: Period }) => period

/** A joined span and its parts by reason, largest part first. */
function candidatesOf(
  wholes: readonly Figure[],
  partsOf: ReadonlyMap<string, readonly Figure[]>,
): Candidate[] {
  const whole = joinFigures(wholes)
  const parts = wholes.flatMap(one => usableParts(one, partsOf.get(one.id) ?? []))
  const byReason = [...new Set(parts.map(part => part.reasons[0]))].map(reason => {
    const from = parts.filter(part => part.reasons[0] === reason)
    const figure = { ...joinFigures(from), period: whole.period, subsetOf: whole.id }
    return { figure, place: placeOf(figure, true), from }
  })
  return [
    { figure: whole, place: placeOf(whole, false), from: wholes },
    ...byReason
      .filter(({ figure }) => figure.count >= disclosureThreshold)
      .sort((a, b) => b.figure.count - a.figure.count),
  ]
}

/** Parts that can be told apart: the same period, one reason each, no reason twice, together no more than the whole. */
function usableParts(whole: Figure, parts: readonly Figure[]): Figure[] {
  const single = parts.filter(
    part =>
      isSamePeriod(part.period, whole.period) &&
      part.reasons.length === 1 &&
      part.reasons[0] !== 'tidak-dirinci',
  )
  const isUnambiguous = new Set(single.map(part => part.reasons[0])).size === single.length
  const fits = single.reduce((total, part) => total + part.count, 0) <= whole.count
  return isUnambiguous && fits ? single : []
}

/** Of figures that overlap in time, the one that lies in a released span, then the earlier and shorter one. */
function apart(figures: readonly Figure[], releasedSpans: PeriodIndex<Period>): Figure[] {
  const isReleased = ({ period }: Figure) =>
    releasedSpans.overlapping(spanOf(period)).some(span => isWithin(span, period))
  const ranked = figures.map(figure => ({ figure, rank: Number(!isReleased(figure)) }))
  const kept = periodIndex(periodOf)
  return ranked
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        a.figure.period.start.localeCompare(b.figure.period.start) ||
        a.figure.period.end.localeCompare(b.figure.period.end) ||
        a.figure.id.localeCompare(b.figure.id),
    )
    .map(({ figure }) => figure)
    .filter(figure => {
      const isApart = kept.overlapping(spanOf(figure.period)).length === 0
      if (isApart) kept.add(figure)
      return isApart
    })
}
