import { jakartaDay } from '#src/calendar.ts'
import { callsOf, callValues } from '#src/content/calls.ts'
import type { HelpLine } from '#src/content/settings.ts'
import { strings } from '#src/i18n/t.ts'
import type { Language } from '#src/slugs.ts'

/** The emergency numbers of the published help lines, to tap and for texts that name them. */
export function numbersOf(lines: readonly HelpLine[], language: Language) {
  const words = strings(language, 'check').calls
  const today = jakartaDay()
  return {
    calls: callsOf(lines, today, words, language),
    values: callValues(lines, today, words, language),
  }
}
