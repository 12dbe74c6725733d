import { datedOn, freshnessOf, type Standing } from '#src/content/help.ts'
import type { HelpLine } from '#src/content/settings.ts'
import { translator } from '#src/i18n/t.ts'
import type { Language } from '#src/slugs.ts'
import { dateText } from '../../format.ts'

/** What to say on `today` of how far an office's entry may be relied on; null where its source is good and of the last two years. */
export function freshnessWords(line: HelpLine, today: string, language: Language): string | null {
  const freshness = freshnessOf(line, today)
  if (freshness === null || freshness === 'baru') return null
  const from = datedOn(line)
  return translator(language, 'help')(`freshness.${freshness}`, {
    date: from ? dateText(from, language) : '',
  })
}

/** What to say of how far a line with this standing may be relied on. An app or a site without a number has no old number. */
export function standingWords(line: HelpLine, standing: Standing, language: Language): string {
  const t = translator(language, 'help')
  const from = datedOn(line)
  const hasNumber = Boolean(line.tel || line.whatsapp)
  if (standing === 'tanpa-nomor' && line.body === 'aplikasi') return t('app')
  const key = standing === 'lama' && !hasNumber ? 'sumber-lama' : standing
  return t(`standing.${key}`, { date: from ? dateText(from, language) : '' })
}
