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
  const entered = new Set(figures.map(figure => figure.id))
  // A part stands only beside its whole.
  const cuts = cutAll(
    own.filter(({ subsetOf }) => subsetOf === null || entered.has(subsetOf)),
    released,
  )
  const candidates = cuts.flatMap(cut => cut.candidates).sort(inOrder)
  const { fresh, given } = give(candidates, released, isInGap)

  const counts = new Map(released.map(number => [placeKey(number.place), number.counts]))
  const shown = [...given].map(([key, { figure }]) =>
    publicFigure(figure, [...(counts.get(key) ?? []), figure.count]),
  )
  const ids = new Set([...figures.filter(isPress), ...shown].map(figure => figure.id))
  const joined = idsOf([...given.values()].flatMap(({ candidate }) => candidate.from))
  const waiting = idsOf(cuts.flatMap(cut => cut.small))
  const whyHeld = ({ count, id, period }: Figure): HeldFigure['why'] => {
    if (joined.has(id)) return 'joined'
    if (isInGap(period)) return 'gap'
    return waiting.has(id) || count < disclosureThreshold ? 'small' : 'beside'
  }
  return {
    shown: [...figures.filter(isPress), ...shown.map(figure => withoutDeadLinks(figure, ids))].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    ),
    held: own.filter(({ id }) => !ids.has(id)).map(figure => ({ id: figure.id, why: whyHeld(figure) })),
    fresh,
  }
}

type Given = { readonly figure: Figure; readonly candidate: Candidate }

/** Which candidates come out beside what stands, by place, and the numbers that are new. */
function give(
  candidates: readonly Candidate[],
  released: readonly ReleasedNumber[],
  isInGap: (period: Place['period']) => boolean,
): { given: ReadonlyMap<string, Given>; fresh: Protected['fresh'] } {
  const standing = standingNumbers(released)
  const given = new Map<string, Given>()
  const givenIds = new Set<string>()
  const fresh: { place: Place; count: number }[] = []
  const keyed = candidates.map(candidate => ({ candidate, key: placeKey(candidate.place) }))

  const changed = keyed.filter(({ candidate, key }) => {
    const last = standing.lastCount(key)
    return last !== null && Math.abs(candidate.figure.count - last) >= disclosureThreshold
  })
  const unchanged = keyed.filter(({ candidate, key }) => standing.lastCount(key) === candidate.figure.count)
  const changedOnes = new Set(changed.map(({ candidate }) => candidate))
  const corrected = standing.correct(
    changed
      .filter(({ candidate }) => !isInGap(candidate.place.period))
      .map(({ candidate, key }) => ({ key, count: candidate.figure.count })),
    new Set(unchanged.map(({ key }) => key)),
  )
  for (const { candidate, key } of keyed) {
    const { figure, place } = candidate
    if (given.has(key)) continue
    const last = standing.lastCount(key)
    const whole = place.reason === null ? null : figure.subsetOf
    if (whole !== null && !givenIds.has(whole)) continue
    const isNew = last === null || corrected.has(key)
    if (isNew) {
      if (isInGap(place.period)) continue
      if (last === null && !standing.admit(place, figure.count)) continue
      fresh.push({ place, count: figure.count })
    } else if (changedOnes.has(candidate)) continue
    const shown = isNew ? figure : withLastCount(figure, last)
    given.set(key, { figure: shown, candidate })
    givenIds.add(shown.id)
  }
  return { given, fresh }
}

const idsOf = (figures: readonly Figure[]): ReadonlySet<string> => new Set(figures.map(({ id }) => id))

const isPress = (figure: Figure) => figure.provenance !== 'kantor'

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

const levels = ['kanim', 'tpi', 'kanwil', 'nasional'] as const

/** Offices before provinces before the nation; single outcomes before mixed ones; wholes before parts; the larger part first. */
function inOrder(a: Candidate, b: Candidate): number {
  const isWhole = a.place.scope === 'semua' && a.place.reason === null
  return (
    levels.indexOf(a.place.level) - levels.indexOf(b.place.level) ||
    Number(a.place.measure === 'gabungan') - Number(b.place.measure === 'gabungan') ||
    narrowness(a.place) - narrowness(b.place) ||
    (isWhole ? 0 : b.figure.count - a.figure.count) ||
    a.place.period.start.localeCompare(b.place.period.start) ||
    a.figure.id.localeCompare(b.figure.id)
  )
}

const narrowness = ({ reason, scope }: Place) => 2 * Number(scope !== 'semua') + Number(reason !== null)

/** A correction below the threshold would be a small count itself: the number stays until it has grown. */
function withLastCount(figure: Figure, last: number): Figure {
  if (figure.count === last) return figure
  const note = `Ada perbaikan kurang dari ${disclosureThreshold}; angkanya ditampilkan bersama perbaikan berikutnya.`
  return { ...figure, count: last, note }
}

function withoutDeadLinks(figure: Figure, ids: ReadonlySet<string>): Figure {
  const subsetOf = figure.subsetOf !== null && ids.has(figure.subsetOf) ? figure.subsetOf : null
  return { ...figure, subsetOf, contradicts: figure.contradicts.filter(id => ids.has(id)) }
}
