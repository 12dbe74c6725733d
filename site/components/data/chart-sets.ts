import type { Figure } from '#src/content/figure.ts'
import { groupBy } from '#src/stats/group-by.ts'
import { disputes } from './groups.ts'

/** Figures that may be drawn beside each other: one measure, one reason scope. At least three. */
export type ChartSet = {
  figures: Figure[]
  disputed: ReadonlySet<string>
  /** The period, where it is the same for all and not a year so far. */
  period: Figure['period'] | null
}

const fewest = 3
const dayMs = 86_400_000
const halfYear = 180

/** Length of a period in days, both ends counted. */
export function days({ period }: Figure): number {
  return Math.round((Date.parse(period.end) - Date.parse(period.start)) / dayMs) + 1
}

const within = (figure: Figure) => figure.period.start.slice(0, 4) === figure.period.end.slice(0, 4)

/** Of several running totals of one subject and year the longest stays; contradicting ones all stay. */
function longest(figures: readonly Figure[], disputed: ReadonlySet<string>): Figure[] {
  return figures.filter(
    figure =>
      disputed.has(figure.id) ||
      !figures.some(
        other =>
          other.id !== figure.id &&
          other.subject.name === figure.subject.name &&
          other.period.start.slice(0, 4) === figure.period.start.slice(0, 4) &&
          (days(other) > days(figure) || (days(other) === days(figure) && other.id < figure.id)),
      ),
  )
}

function sets(figures: readonly Figure[], key: (figure: Figure) => string): ChartSet[] {
  const against = disputes(figures)
  const groups = groupBy(figures, key)
  return [...groups.values()]
    .map(group => {
      const ids = new Set(group.map(figure => figure.id))
      const isDisputed = (figure: Figure) => [...(against.get(figure.id) ?? [])].some(id => ids.has(id))
      const disputed = new Set(group.filter(isDisputed).map(figure => figure.id))
      return { figures: longest(group, disputed), disputed, period: commonPeriod(group) }
    })
    .filter(set => new Set(set.figures.map(points)).size >= fewest)
}

function commonPeriod(figures: readonly Figure[]): Figure['period'] | null {
  const [first] = figures
  if (!first || days(first) >= halfYear) return null
  const isSame = ({ period }: Figure) =>
    period.start === first.period.start && period.end === first.period.end
  return figures.every(isSame) ? first.period : null
}

/** What counts as one point of a chart: contradicting figures of one subject and year are one. */
const points = (figure: Figure) => `${figure.subject.name}|${figure.period.start.slice(0, 4)}`

/** Charts of one office over the years: within one calendar year each, at least half a year long, oldest first. */
export function chartsOverTime(figures: readonly Figure[]): ChartSet[] {
  const fit = figures.filter(
    figure => within(figure) && figure.period.start.endsWith('-01-01') && days(figure) >= halfYear,
  )
  return sets(
    fit,
    figure => `${figure.subject.kind}|${figure.subject.name}|${figure.measure}|${figure.reasonScope}`,
  ).map(set => ({
    ...set,
    figures: set.figures.toSorted(
      (a, b) => a.period.end.localeCompare(b.period.end) || a.id.localeCompare(b.id),
    ),
  }))
}

/**
 * Charts of one year across offices and ports (never the nation or a province beside its offices, never a `gabungan`):
 * periods from January and at least half a year long, or else exactly the same shorter period. Largest first.
 */
export function chartsAcross(figures: readonly Figure[]): ChartSet[] {
  const places = figures.filter(
    ({ subject, measure }) =>
      (subject.kind === 'kanim' || subject.kind === 'tpi') && measure !== 'gabungan' && measure !== 'lainnya',
  )
  const span = (figure: Figure) =>
    within(figure) && figure.period.start.endsWith('-01-01') && days(figure) >= halfYear
      ? 'long'
      : `${figure.period.start}/${figure.period.end}`
  return sets(places, figure => `${figure.measure}|${figure.reasonScope}|${span(figure)}`).map(set => ({
    ...set,
    figures: set.figures.toSorted((a, b) => b.count - a.count || a.id.localeCompare(b.id)),
  }))
}
