import type { Figure } from '#src/content/figure.ts'
import { formatPeriod, isWholeYears } from '#src/stats/format.ts'
import type { Bar, Span } from './chart.ts'
import type { ChartSet } from './chart-sets.ts'
import { countText, placeText, shortMeasure, shortPeriod } from './words.ts'

/** Bars of one office over time: each is named by its period. */
export function barsOverTime({ figures, disputed }: ChartSet): Bar[] {
  return figures.map(figure => bar(figure, formatPeriod(figure.period), disputed))
}

/** Bars across places: named by place, and by the last day where the periods end on different days. */
export function barsAcross({ figures, disputed, period }: ChartSet): Bar[] {
  return figures.map(figure => {
    const isSaid = period !== null || isWholeYears(figure.period)
    return bar(
      figure,
      isSaid ? placeName(figure) : `${placeName(figure)}, s.d. ${formatEnd(figure)}`,
      disputed,
    )
  })
}

/** Figures on a shared time axis: count and kind, and the months that were counted. */
export function spansOf(figures: readonly Figure[]): Span[] {
  return figures.map(figure => ({
    id: figure.id,
    label: shortPeriod(figure),
    start: figure.period.start,
    end: figure.period.end,
    shown: `${countText(figure)} ${shortMeasure(figure.measure)}`,
  }))
}

/** The chart in words, for people who do not see it: every label with its number. */
export function describe(bars: readonly { label: string; shown: string }[]): string {
  return bars.map(({ label, shown }) => `${label}: ${shown}`).join('; ')
}

const placeName = (figure: Figure) => placeText(figure).replace(/^Kantor Imigrasi /, '')

function bar(figure: Figure, label: string, disputed: ReadonlySet<string>): Bar {
  return {
    id: figure.id,
    label: disputed.has(figure.id) ? `${label} (${figure.sources[0]?.title ?? 'tanpa nama sumber'})` : label,
    value: figure.count,
    shown: countText(figure),
    partial: !isWholeYears(figure.period),
    disputed: disputed.has(figure.id),
  }
}

const dayMonth = new Intl.DateTimeFormat('id-ID', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const formatEnd = (figure: Figure) => dayMonth.format(new Date(figure.period.end))
