import type { Figure, Measure } from '#src/content/figure.ts'
import type { Source } from '#src/content/shared.ts'
import { formatDay, formatNumber, isWholeYears } from '#src/stats/format.ts'
import { subjectLabel } from '#src/stats/labels.ts'
import { translator } from '#src/i18n/t.ts'
import type { Language } from '#src/slugs.ts'
import { hostOf } from '#site/format.ts'

/** The count as its source gives it: `294`, or `sekitar 200`. */
export function countText(
  { count, approximate }: Pick<Figure, 'count' | 'approximate'>,
  lang: Language = 'id',
): string {
  const number = formatNumber(count, lang)
  return approximate ? translator(lang, 'data')('view.about', { count: number }) : number
}

/** Who or where was counted: `Kantor Imigrasi Blitar`, `Soekarno-Hatta`, `Seluruh Indonesia`. */
export function placeText({ subject }: Pick<Figure, 'subject'>, lang: Language = 'id'): string {
  return subject.kind === 'nasional'
    ? translator(lang, 'data')('view.everywhere')
    : subjectLabel(subject, lang)
}

/** A label inside a sentence: its first letter small, the rest as it was (`diduga PMI nonprosedural`). */
export function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}

/** A source in a few words: its title or host, and the day it bears. */
export function sourceText({ title, url, published }: Source, lang: Language = 'id'): string {
  const name = title ?? (url ? hostOf(url) : translator(lang, 'data')('view.unnamed'))
  return published ? `${name}, ${formatDay(published, lang)}` : name
}

/** Where a measure is listed on a page: its anchor. */
export function measureAnchor(measure: Measure): string {
  return `jenis-${measure}`
}

const shortWords: Record<Measure, string> = {
  ditolak: 'ditolak',
  ditunda: 'ditunda',
  dibatalkan: 'dibatalkan',
  ditarik: 'ditarik',
  dicabut: 'dicabut',
  'keberangkatan-ditunda': 'keberangkatan ditunda',
  'keberangkatan-ditolak': 'keberangkatan ditolak',
  gabungan: 'gabungan',
  lainnya: 'hasil lain',
}

/** A measure in one or two words, for lists where the page says what is counted. */
export function shortMeasure(measure: Measure): string {
  return shortWords[measure]
}

/** A period for a narrow place, by month: `Jan 2017–Sep 2018`, `2023`. Days are left out. */
export function shortPeriod({ period }: Pick<Figure, 'period'>): string {
  if (isWholeYears(period) && period.start.slice(0, 4) === period.end.slice(0, 4))
    return period.start.slice(0, 4)
  const sameYear = period.start.slice(0, 4) === period.end.slice(0, 4)
  const first = shortMonth(period.start, !sameYear)
  const last = shortMonth(period.end, true)
  return period.start.slice(0, 7) === period.end.slice(0, 7) ? last : `${first}–${last}`
}

function shortMonth(day: string, year: boolean): string {
  const options: Intl.DateTimeFormatOptions = {
    month: 'short',
    timeZone: 'UTC',
    ...(year ? { year: 'numeric' } : {}),
  }
  return new Intl.DateTimeFormat('id-ID', options).format(new Date(day))
}
