import type { Language } from '../slugs.ts'

/** A span of whole days, both ends included, as `YYYY-MM-DD`. */
export type Period = { readonly start: string; readonly end: string }

const locales = { id: 'id-ID', en: 'en-GB' } as const

/** A whole number with the language's own thousands mark: `1.015` in Indonesian, `1,015` in English. */
export function formatNumber(value: number, language: Language = 'id'): string {
  return new Intl.NumberFormat(locales[language]).format(value)
}

/** A day in words: `10 September 2025`. */
export function formatDay(day: string, language: Language = 'id'): string {
  return words(day, { day: 'numeric', month: 'long', year: 'numeric' }, language)
}

/**
 * A period in the fewest words that still say it exactly: `2023`, `Juni 2024`, `Januari–September 2025`,
 * `1 Januari–16 Desember 2025`. Whole months and years are recognised; ranges are joined by an en dash.
 */
export function formatPeriod({ start, end }: Period, language: Language = 'id'): string {
  const sameYear = yearOf(start) === yearOf(end)
  if (isWholeYears({ start, end })) return sameYear ? yearOf(start) : `${yearOf(start)}–${yearOf(end)}`
  const month = { month: 'long' } as const
  const monthYear = { month: 'long', year: 'numeric' } as const
  if (isWholeMonths({ start, end })) {
    const last = words(end, monthYear, language)
    if (start.slice(0, 7) === end.slice(0, 7)) return last
    return `${words(start, sameYear ? month : monthYear, language)}–${last}`
  }
  if (start === end) return formatDay(end, language)
  if (start.slice(0, 7) === end.slice(0, 7)) return `${Number(start.slice(8))}–${formatDay(end, language)}`
  const first = words(
    start,
    { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' as const }) },
    language,
  )
  return `${first}–${formatDay(end, language)}`
}

/** Whether a period is made of whole calendar years. */
export function isWholeYears({ start, end }: Period): boolean {
  return start.endsWith('-01-01') && end.endsWith('-12-31')
}

/** Whether a period is made of whole calendar months. */
export function isWholeMonths({ start, end }: Period): boolean {
  return start.endsWith('-01') && lastDayOf(end.slice(0, 7)) === end
}

/** The last day of a month `YYYY-MM`, as `YYYY-MM-DD`. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`
}

const yearOf = (day: string) => day.slice(0, 4)

function words(day: string, options: Intl.DateTimeFormatOptions, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}
