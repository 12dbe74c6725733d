import english from '#src/i18n/en/desk.json' with { type: 'json' }
import indonesian from '#src/i18n/id/desk.json' with { type: 'json' }
import type { Language } from '#src/slugs.ts'
import { formatDay } from '#src/stats/format.ts'

/** The desk has no address of its own per language: the choice is part of the query, so that nothing is stored. */
export const language: Language =
  new URLSearchParams(globalThis.location?.search ?? '').get('bahasa') === 'en' ? 'en' : 'id'

/** All texts of the desk in the chosen language. */
export const texts: typeof indonesian = language === 'en' ? english : indonesian

const isDay = (day: string): boolean => /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))

/** A calendar day `YYYY-MM-DD` in words. Days are the server's word: what is none is said to be unknown. */
export const dayInWords = (day: string): string =>
  isDay(day) ? formatDay(day, language) : texts.list.unknownDay

/** How long ago a day was, in whole days before `today`, in words. */
export function daysAgo(day: string, today: string): string {
  if (!isDay(day)) return texts.list.unknownDay
  const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000)
  return new Intl.RelativeTimeFormat(language === 'en' ? 'en' : 'id', { numeric: 'auto' }).format(
    -days,
    'day',
  )
}

/** A size in bytes in words. */
export function sizeInWords(bytes: number): string {
  const [value, unit] = bytes < 1_048_576 ? [bytes / 1024, 'kilobyte'] : [bytes / 1_048_576, 'megabyte']
  const locale = language === 'en' ? 'en-GB' : 'id-ID'
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 0 }).format(
    Math.max(1, value),
  )
}
