import type { Language } from '#src/slugs.ts'

const locales: Record<Language, string> = { id: 'id-ID', en: 'en-GB' }

/** A calendar day (`YYYY-MM-DD`) in words, e.g. `22 November 2026`. */
export function dayText(day: string, language: Language = 'id'): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}

/** A day or a month (`YYYY-MM-DD`, `YYYY-MM`) in words, as exact as it is known. */
export function dateText(date: string, language: Language = 'id'): string {
  return date.length === 7 ? monthText(date, language) : dayText(date, language)
}

/** The host of an address without `www.`, to name a source that has no title. */
export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '')
}

/** A month (`YYYY-MM`) in words, e.g. `November 2026`. */
export function monthText(month: string, language: Language = 'id'): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return format.format(new Date(`${month}-01T00:00:00Z`))
}
