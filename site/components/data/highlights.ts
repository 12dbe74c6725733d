import type { Figure } from '#src/content/figure.ts'

const byEndThenCount = (a: Figure, b: Figure) => b.period.end.localeCompare(a.period.end) || b.count - a.count

/**
 * The figures that open the page, by rule and not by taste: the latest national figure of each measure, then the latest
 * figures of offices and ports, one per place, that cover at least half a year and need no
 * remark to be understood. At most `limit`.
 */
export function highlights(figures: readonly Figure[], limit: number): Figure[] {
  const national = new Map<string, Figure>()
  const recent = figures.toSorted(byEndThenCount)
  for (const figure of recent) {
    if (figure.subject.kind !== 'nasional' || figure.measure === 'gabungan') continue
    if (!national.has(figure.measure)) national.set(figure.measure, figure)
  }
  const chosen = [...national.values()].toSorted(byEndThenCount).slice(0, 2)
  const halfYear = 180 * 86_400_000
  for (const figure of recent) {
    if (chosen.length >= limit) break
    const isLong = Date.parse(figure.period.end) - Date.parse(figure.period.start) >= halfYear
    const isPlace = figure.subject.kind === 'kanim' || figure.subject.kind === 'tpi'
    const isPlain =
      figure.measure !== 'gabungan' &&
      figure.measure !== 'lainnya' &&
      figure.contradicts.length === 0 &&
      figure.note === null
    const isNew = !chosen.some(other => other.subject.office === figure.subject.office)
    if (isLong && isPlace && isPlain && isNew && figure.subsetOf === null) chosen.push(figure)
  }
  return chosen
}
