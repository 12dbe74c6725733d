import type { Figure } from '../content/figure.ts'
import { type Candidate, type Cut, cutSeries } from './candidates.ts'
import { disclosureThreshold } from './disclosure.ts'
import { groupBy } from './group-by.ts'
import { publicFigure } from './joined-figure.ts'
import { type Place, placeKey, placeOf } from './place.ts'
import { type ReleasedNumber, standingNumbers } from './standing.ts'

/**
 * Why an entered figure does not come out as it is: `small`: below the threshold, it waits for the next period; `joined`: it
 * stands in a joined one; `beside`: next to a number that was given out it would show a small count; `gap`: what was given out
 * beside it is not known, because the memory of that was lost.
 */
export type HeldFigure = { readonly id: string; readonly why: 'small' | 'joined' | 'beside' | 'gap' }

/** What may be shown, what is held, and the numbers that `shown` gives out which no release had before. */
export type Protected = {
  readonly shown: readonly Figure[]
  readonly held: readonly HeldFigure[]
  readonly fresh: readonly { readonly place: Place; readonly count: number }[]
}

/**
 * Disclosure control over the figures that offices entered. Figures of the press come back as they are: what is published
 * stays as published. Of office figures nothing below the threshold comes out, and nothing from whose difference with
 * another one a count below it follows, neither with one that comes out now nor with one of `released`.
 *
 * What was released stays: its number only changes by the threshold or more, and what is new must fit beside it, also when it
 * was taken down since. Whoever gives `shown` to anybody adds `fresh` to `released` first.
 *
 * @param gapUntil the day (`YYYY-MM-DD`) up to which numbers may have been given out that `released` lacks; null when it lacks
 * none. A period is given out after it has ended, so each of those ended by that day: nothing new comes out, neither a number
 * nor a correction, whose period begins by it. What begins later shares nobody with them.
 */
export function protectFigures(
  figures: readonly Figure[],
  released: readonly ReleasedNumber[] = [],
  gapUntil: string | null = null,
): Protected {
  const isInGap = (period: Place['period']) => gapUntil !== null && period.start <= gapUntil
  const own = figures.filter(figure => figure.provenance === 'kantor')
  const cuts = cutAll(
    own.filter(figure => hasWhole(figure, figures)),
    released,
  )
  const standing = standingNumbers(released)
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
    changed
      .filter(({ place }) => !isInGap(place.period))
      .map(({ figure, place }) => ({ place, count: figure.count })),
    new Set(unchanged.map(({ place }) => placeKey(place))),
  )
  for (const candidate of candidates) {
    const { figure, place } = candidate
    const key = placeKey(place)
    if (given.has(key)) continue
    const last = standing.lastCount(place)
    if (figure.subsetOf !== null && place.reason !== null && !isWholeGiven(candidate, given)) continue
    if (last === null || corrected.has(key)) {
      if (isInGap(place.period)) continue
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
      .map(({ count, id, period }) => ({
        id,
        why: isInGap(period)
          ? whyHeldInGap(id, [...given.values()])
          : whyHeld(id, count, cuts, [...given.values()]),
      })),
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

type Given = readonly { candidate: Candidate }[]

const isJoined = (id: string, given: Given) =>
  given.some(({ candidate }) => candidate.from.some(figure => figure.id === id))

const whyHeldInGap = (id: string, given: Given): HeldFigure['why'] => (isJoined(id, given) ? 'joined' : 'gap')

function whyHeld(id: string, count: number, cuts: readonly Cut[], given: Given): HeldFigure['why'] {
  if (isJoined(id, given)) return 'joined'
  const isWaiting = cuts.some(cut => cut.small.some(figure => figure.id === id))
  return isWaiting || count < disclosureThreshold ? 'small' : 'beside'
}

function withoutDeadLinks(figure: Figure, ids: ReadonlySet<string>): Figure {
  const subsetOf = figure.subsetOf !== null && ids.has(figure.subsetOf) ? figure.subsetOf : null
  return { ...figure, subsetOf, contradicts: figure.contradicts.filter(id => ids.has(id)) }
}
