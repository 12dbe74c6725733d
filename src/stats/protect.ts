import type { Figure } from '../content/figure.ts'
import { disclosureThreshold, release } from './disclosure.ts'
import { groupBy } from './group-by.ts'
import { joinFigures, publicFigure } from './joined-figure.ts'
import { isSamePeriod, isWithin, periodsOverlap } from './periods.ts'

/** What may be shown, and the ids of the figures that are held or stand only in a joined one. */
export type Protected = { readonly shown: readonly Figure[]; readonly held: readonly string[] }

/**
 * Disclosure control over the figures that offices entered. Figures of the press come back as they are: what is published
 * stays as published. Of office figures nothing below the threshold comes out, and nothing from whose difference with
 * another one a count below it follows: small periods are joined with the next ones, small parts with the rest, and of
 * figures that overlap in time, scope or level the narrower or later one is held. The result depends only on the list,
 * and a later period never changes what the earlier ones gave.
 */
export function protectFigures(figures: readonly Figure[]): Protected {
  const own = figures.filter(figure => figure.provenance === 'kantor')
  const complete = own.filter(figure => isPartOfShown(figure, figures))
  const spans = [...groupBy(holdMixed(complete), seriesOf).values()].flatMap(releaseSeries)
  const byScope = [...groupBy(spans, subjectAndMeasure).values()].flatMap(holdNarrowScopes)
  const released = [...groupBy(byScope, figure => figure.measure).values()].flatMap(list =>
    holdUpperLevels(list, own),
  )
  const shown = [...figures.filter(figure => figure.provenance !== 'kantor'), ...released]
  const ids = new Set(shown.map(figure => figure.id))
  return {
    shown: shown.map(figure => withoutDeadLinks(figure, ids)).sort((a, b) => (a.id < b.id ? -1 : 1)),
    held: own.map(figure => figure.id).filter(id => !ids.has(id)),
  }
}

// An office is known by its slug, however its name was typed; one office can have several checkpoints, told apart by name.
const subjectOf = ({ subject }: Figure) =>
  subject.kind === 'kanim' && subject.office !== null
    ? `kanim ${subject.office}`
    : [subject.kind, subject.office, subject.name].join(' ')
const subjectAndMeasure = (figure: Figure) => `${subjectOf(figure)} ${figure.measure}`
const seriesOf = (figure: Figure) => `${subjectAndMeasure(figure)} ${figure.reasonScope}`

/** A part stands only beside its whole, and only when the rest is large enough. */
function isPartOfShown(figure: Figure, figures: readonly Figure[]): boolean {
  if (figure.subsetOf === null) return true
  const whole = figures.find(other => other.id === figure.subsetOf)
  return whole !== undefined && whole.count - figure.count >= disclosureThreshold
}

/** Joins the periods of one series and splits off the parts that may be shown. */
function releaseSeries(series: readonly Figure[]): Figure[] {
  const wholes = apart(series.filter(figure => !series.some(other => other.id === figure.subsetOf)))
  const partsOf = (whole: Figure) =>
    usableParts(
      whole,
      series.filter(figure => figure.subsetOf === whole.id),
    )
  const cells = wholes.flatMap(whole => {
    const parts = partsOf(whole)
    const rest = whole.count - parts.reduce((total, part) => total + part.count, 0)
    const named = parts.map(part => ({
      series: '',
      period: whole.period,
      reason: part.reasons[0] ?? 'tidak-dirinci',
      count: part.count,
    }))
    return [...named, { series: '', period: whole.period, reason: 'tidak-dirinci' as const, count: rest }]
  })
  const { atoms } = release(cells, [], [...new Set(cells.map(cell => cell.reason))])
  return [...groupBy(atoms, atom => atom.period.start).values()].flatMap(group => {
    const inside = wholes.filter(whole => group.some(atom => isWithin(atom.period, whole.period)))
    const joined = joinFigures(inside)
    const named = group.filter(atom => atom.reasons.length === 1 && atom.reasons[0] !== 'tidak-dirinci')
    const parts = named.map(atom =>
      joinFigures(inside.flatMap(partsOf).filter(part => part.reasons[0] === atom.reasons[0])),
    )
    return [joined, ...parts.map(part => ({ ...part, period: joined.period, subsetOf: joined.id }))]
  })
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

/** Of figures that overlap in time, the earlier one; the difference of two that overlap could be small. */
function apart(figures: readonly Figure[]): Figure[] {
  const kept: Figure[] = []
  for (const figure of [...figures].sort(
    (a, b) => a.period.start.localeCompare(b.period.start) || a.id.localeCompare(b.id),
  )) {
    if (!kept.some(other => periodsOverlap(other.period, figure.period))) kept.push(figure)
  }
  return kept
}

/** Beside a count of all reasons, a narrower count of the same office stands only when the rest is large enough too. */
function holdNarrowScopes(figures: readonly Figure[]): Figure[] {
  const all = figures.filter(figure => figure.reasonScope === 'semua')
  const kept = [...all]
  const rest = new Map(all.map(figure => [figure.id, figure.count - sumOfParts(figure, all)]))
  for (const narrow of figures
    .filter(figure => figure.reasonScope !== 'semua')
    .sort((a, b) => b.count - a.count)) {
    const beside = all.filter(
      figure => figure.subsetOf === null && periodsOverlap(figure.period, narrow.period),
    )
    const [whole] = beside
    const left = (rest.get(whole?.id ?? '') ?? 0) - narrow.count
    const isAlone = beside.length === 0
    // A part by reason and a narrower scope can count the same people, so the two never stand side by side.
    const hasParts = all.some(figure => figure.subsetOf === whole?.id)
    const isFarEnough =
      whole !== undefined &&
      isSamePeriod(whole.period, narrow.period) &&
      !hasParts &&
      left >= disclosureThreshold
    if (!isAlone && !isFarEnough) continue
    if (whole !== undefined) rest.set(whole.id, left)
    kept.push(narrow)
  }
  return kept
}

/** A count that mixes outcomes stands only where none of them is counted apart for the same days. */
function holdMixed(figures: readonly Figure[]): Figure[] {
  const isMixed = (figure: Figure) => figure.measure === 'gabungan'
  const isBeside = (a: Figure, b: Figure) =>
    subjectOf(a) === subjectOf(b) && periodsOverlap(a.period, b.period)
  return figures.filter(
    figure => !isMixed(figure) || !figures.some(other => !isMixed(other) && isBeside(figure, other)),
  )
}

/** A province or the nation stands only when it gives away no office that is held, and no other level. */
function holdUpperLevels(figures: readonly Figure[], entered: readonly Figure[]): Figure[] {
  const concerns = (figure: Figure, other: Figure) =>
    other.measure === figure.measure && isBelow(figure, other) && periodsOverlap(figure.period, other.period)
  return figures.filter(figure => {
    if (!isUpper(figure)) return true
    if (!entered.some(other => concerns(figure, other))) return true
    const inside = figures.filter(other => other.subsetOf === null && concerns(figure, other))
    const isTidy = inside.every(
      other => other.reasonScope === figure.reasonScope && isWithin(figure.period, other.period),
    )
    const areOffices = !entered.some(other => concerns(figure, other) && isUpper(other))
    const rest = figure.count - inside.reduce((total, other) => total + other.count, 0)
    return figure.subsetOf === null && isTidy && areOffices && rest >= disclosureThreshold
  })
}

const isUpper = ({ subject }: Figure) => subject.kind === 'kanwil' || subject.kind === 'nasional'

/** Whether the people of the second are among those of the first because of its level. */
function isBelow({ subject }: Figure, other: Figure): boolean {
  if (subject.kind === 'nasional') return other.subject.kind !== 'nasional'
  return subject.kind === 'kanwil' && !isUpper(other) && other.subject.provinceCode === subject.provinceCode
}

const sumOfParts = (whole: Figure, all: readonly Figure[]) =>
  all.filter(figure => figure.subsetOf === whole.id).reduce((total, part) => total + part.count, 0)

function withoutDeadLinks(figure: Figure, ids: ReadonlySet<string>): Figure {
  if (figure.provenance !== 'kantor') return figure
  const subsetOf = figure.subsetOf !== null && ids.has(figure.subsetOf) ? figure.subsetOf : null
  return publicFigure({ ...figure, subsetOf, contradicts: figure.contradicts.filter(id => ids.has(id)) })
}
