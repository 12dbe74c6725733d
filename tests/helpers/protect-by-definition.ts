import type { Figure } from '#src/content/figure.ts'
import type { Candidate, Cut } from '#src/stats/candidates.ts'
import { disclosureThreshold } from '#src/stats/disclosure.ts'
import type { Period } from '#src/stats/format.ts'
import { groupBy } from '#src/stats/group-by.ts'
import { joinFigures, publicFigure } from '#src/stats/joined-figure.ts'
import { adjacentRuns, covers, isSamePeriod, isWithin, periodsOverlap } from '#src/stats/periods.ts'
import { type Place, placeKey, placeOf } from '#src/stats/place.ts'
import type { HeldFigure, Protected } from '#src/stats/protect.ts'
import type { ReleasedNumber } from '#src/stats/standing.ts'
import { standingByDefinition } from './standing-by-definition.ts'

/** Disclosure control as its rules read, in quadratic time: what `protectFigures` answers must be the same. */
export function protectByDefinition(
  figures: readonly Figure[],
  released: readonly ReleasedNumber[] = [],
): Protected {
  const own = figures.filter(figure => figure.provenance === 'kantor')
  const cuts = cutAll(
    own.filter(figure => hasWhole(figure, figures)),
    released,
  )
  const standing = standingByDefinition(released)
  const given = new Map<string, { figure: Figure; candidate: Candidate }>()
  const fresh: { place: Place; count: number }[] = []
  const give = (candidate: Candidate, figure: Figure) =>
    given.set(placeKey(candidate.place), { figure, candidate })

  const candidates = cuts.flatMap(cut => cut.candidates).sort(byPrecedence)
  const changed = candidates.filter(({ figure, place }) => {
    const last = standing.lastCount(place)
    return last !== null && Math.abs(figure.count - last) >= disclosureThreshold
  })
  const unchanged = candidates.filter(({ figure, place }) => standing.lastCount(place) === figure.count)
  const corrected = standing.correct(
    changed.map(({ figure, place }) => ({ place, count: figure.count })),
    new Set(unchanged.map(({ place }) => placeKey(place))),
  )
  for (const candidate of candidates) {
    const { figure, place } = candidate
    const key = placeKey(place)
    if (given.has(key)) continue
    const last = standing.lastCount(place)
    if (figure.subsetOf !== null && place.reason !== null && !isWholeGiven(candidate, given)) continue
    if (last === null || corrected.has(key)) {
      if (last === null && !standing.admit(place, figure.count)) continue
      fresh.push({ place, count: figure.count })
      give(candidate, figure)
    } else if (!changed.includes(candidate)) give(candidate, withLastCount(figure, last))
  }

  const counts = new Map(released.map(number => [placeKey(number.place), number.counts]))
  const shown = [...given].map(([key, { figure }]) =>
    publicFigure(figure, [...(counts.get(key) ?? []), figure.count]),
  )
  const ids = new Set([...figures.filter(isPress), ...shown].map(figure => figure.id))
  return {
    shown: [...figures.filter(isPress), ...shown.map(figure => withoutDeadLinks(figure, ids))].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    ),
    held: own
      .filter(({ id }) => !ids.has(id))
      .map(({ count, id }) => ({ id, why: whyHeld(id, count, cuts, [...given.values()]) })),
    fresh,
  }
}

const isPress = (figure: Figure) => figure.provenance !== 'kantor'

/** A part stands only beside its whole. */
const hasWhole = (figure: Figure, figures: readonly Figure[]) =>
  figure.subsetOf === null || figures.some(other => other.id === figure.subsetOf)

const isWholeGiven = ({ figure }: Candidate, given: ReadonlyMap<string, { figure: Figure }>) =>
  [...given.values()].some(other => other.figure.id === figure.subsetOf)

function cutAll(own: readonly Figure[], released: readonly ReleasedNumber[]): Cut[] {
  const seriesOf = (place: Place) => [place.subject, place.measure, place.scope].join('|')
  const spans = groupBy(
    released.filter(({ place }) => place.reason === null),
    ({ place }) => seriesOf(place),
  )
  return [...groupBy(own, figure => seriesOf(placeOf(figure, false)))].map(([key, series]) =>
    cutSeries(
      series,
      (spans.get(key) ?? []).map(({ place }) => place.period),
    ),
  )
}

/** Offices before provinces before the nation; single outcomes before mixed ones; wholes before parts; the larger part first. */
function byPrecedence(a: Candidate, b: Candidate): number {
  const rank = ({ place }: Candidate) => [
    ['kanim', 'tpi', 'kanwil', 'nasional'].indexOf(place.level),
    Number(place.measure === 'gabungan'),
    place.scope === 'semua' ? Number(place.reason !== null) : 2 + Number(place.reason !== null),
  ]
  const [ranksA, ranksB] = [rank(a), rank(b)]
  const difference = ranksA.map((value, index) => value - (ranksB[index] ?? 0)).find(value => value !== 0)
  if (difference !== undefined) return difference
  const isWhole = a.place.scope === 'semua' && a.place.reason === null
  return (
    (isWhole ? 0 : b.figure.count - a.figure.count) ||
    a.place.period.start.localeCompare(b.place.period.start) ||
    a.figure.id.localeCompare(b.figure.id)
  )
}

/** A correction below the threshold would be a small count itself: the number stays until it has grown. */
function withLastCount(figure: Figure, last: number): Figure {
  if (figure.count === last) return figure
  const note = `Ada perbaikan kurang dari ${disclosureThreshold}; angkanya ditampilkan bersama perbaikan berikutnya.`
  return { ...figure, count: last, note }
}

function whyHeld(
  id: string,
  count: number,
  cuts: readonly Cut[],
  given: readonly { candidate: Candidate }[],
): HeldFigure['why'] {
  if (given.some(({ candidate }) => candidate.from.some(figure => figure.id === id))) return 'joined'
  const isWaiting = cuts.some(cut => cut.small.some(figure => figure.id === id))
  return isWaiting || count < disclosureThreshold ? 'small' : 'beside'
}

function withoutDeadLinks(figure: Figure, ids: ReadonlySet<string>): Figure {
  const subsetOf = figure.subsetOf !== null && ids.has(figure.subsetOf) ? figure.subsetOf : null
  return { ...figure, subsetOf, contradicts: figure.contradicts.filter(id => ids.has(id)) }
}

function cutSeries(series: readonly Figure[], releasedSpans: readonly Period[]): Cut {
  const wholes = apart(
    series.filter(figure => !series.some(other => other.id === figure.subsetOf)),
    releasedSpans,
  )
  const inside = (span: Period) => wholes.filter(whole => isWithin(span, whole.period))
  const kept = releasedSpans.filter(span =>
    covers(
      span,
      inside(span).map(whole => whole.period),
    ),
  )
  const free = wholes.filter(whole => !releasedSpans.some(span => periodsOverlap(span, whole.period)))
  const joined = adjacentRuns(free.map(whole => whole.period)).flatMap(run => joinPeriods(run, free))
  const held = joined.filter(span => span.count < disclosureThreshold)
  const spans = [...kept, ...joined.filter(span => !held.includes(span)).map(span => span.period)]
  return {
    candidates: spans.flatMap(span => candidatesOf(inside(span), series)),
    small: free.filter(whole => held.some(({ period }) => isWithin(period, whole.period))),
  }
}

/** A joined span and its parts by reason, largest part first. */
function candidatesOf(wholes: readonly Figure[], series: readonly Figure[]): Candidate[] {
  const whole = joinFigures(wholes)
  const parts = wholes.flatMap(one =>
    usableParts(
      one,
      series.filter(figure => figure.subsetOf === one.id),
    ),
  )
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
function apart(figures: readonly Figure[], releasedSpans: readonly Period[]): Figure[] {
  const isReleased = ({ period }: Figure) => releasedSpans.some(span => isWithin(span, period))
  const kept: Figure[] = []
  for (const figure of [...figures].sort(
    (a, b) =>
      Number(isReleased(b)) - Number(isReleased(a)) ||
      a.period.start.localeCompare(b.period.start) ||
      a.period.end.localeCompare(b.period.end) ||
      a.id.localeCompare(b.id),
  )) {
    if (!kept.some(other => periodsOverlap(other.period, figure.period))) kept.push(figure)
  }
  return kept
}

type Span = { period: Period; count: number }

/** Cuts a run of periods into the shortest spans that reach the threshold; the last one may stay below it. */
function joinPeriods(run: readonly Period[], wholes: readonly Figure[]): Span[] {
  const spans: Span[] = []
  for (const period of run) {
    const count = wholes
      .filter(whole => isSamePeriod(whole.period, period))
      .reduce((total, whole) => total + whole.count, 0)
    const last = spans.at(-1)
    if (last === undefined || last.count >= disclosureThreshold) spans.push({ period, count })
    else
      spans.splice(-1, 1, {
        period: { start: last.period.start, end: period.end },
        count: last.count + count,
      })
  }
  return spans
}
