import type { Figure } from '#src/content/figure.ts'
import { formatPeriod, isWholeYears } from '#src/stats/format.ts'
import type { Bar, Span } from './chart.ts'
import type { ChartSet } from './chart-sets.ts'
import { countText, placeText } from './words.ts'

/** Bars of one office over time: each is named by its period. */
export function barsOverTime({ figures, disputed }: ChartSet): Bar[] {
  return figures.map(figure => bar(figure, formatPeriod(figure.period), disputed))
}

/** Bars across places: named by place, and by period where that is not a whole year. */
export function barsAcross({ figures, disputed }: ChartSet): Bar[] {
  return figures.map(figure => {
    const label = isWholeYears(figure.period)
      ? placeName(figure)
      : `${placeName(figure)}, s.d. ${formatEnd(figure)}`
    return bar(figure, label, disputed)
  })
}

/** Figures on a shared time axis. */
export function spansOf(figures: readonly Figure[]): Span[] {
  return figures.map(figure => ({
    id: figure.id,
    label: formatPeriod(figure.period),
    start: figure.period.start,
    end: figure.period.end,
    shown: countText(figure),
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
    label,
    value: figure.count,
    shown: countText(figure),
    partial: !isWholeYears(figure.period),
    disputed: disputed.has(figure.id),
  }
}

const dayMonth = new Intl.DateTimeFormat('id-ID', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const formatEnd = (figure: Figure) => dayMonth.format(new Date(figure.period.end))
