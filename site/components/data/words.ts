import type { Figure, Measure } from '#src/content/figure.ts'
import { formatNumber } from '#src/stats/format.ts'
import { subjectLabel } from '#src/stats/labels.ts'

/** The count as its source gives it: `294`, or `sekitar 200`. */
export function countText({ count, approximate }: Pick<Figure, 'count' | 'approximate'>): string {
  return approximate ? `sekitar ${formatNumber(count)}` : formatNumber(count)
}

/** Who or where was counted: `Kantor Imigrasi Blitar`, `Soekarno-Hatta`, `Seluruh Indonesia`. */
export function placeText({ subject }: Pick<Figure, 'subject'>): string {
  return subject.kind === 'nasional' ? 'Seluruh Indonesia' : subjectLabel(subject)
}

/** Where a measure is listed on a page: its anchor. */
export function measureAnchor(measure: Measure): string {
  return `jenis-${measure}`
}
