import { strings } from '#src/i18n/t.ts'
import type { Language } from '#src/slugs.ts'
import { visibleText } from '#src/visible-text.ts'
import { localized, routes } from '../../routes.ts'
import type { PinnedList } from './key-list.ts'
import type { TipView } from './types.ts'

/** What a page hands to its script, from the key list it was built with. */
export function tipView(language: Language, { list, pin }: PinnedList): TipView {
  const { form, receipt, thread } = strings(language, 'tip')
  return {
    language,
    strings: { form, receipt, thread },
    pin,
    channelsHref: `${localized(routes.report, language) ?? routes.report}#saluran`,
    codeHref: localized(routes.reportCode, language) ?? routes.reportCode,
    captchaKey: process.env.HCAPTCHA_SITE_KEY ?? null,
    inboxes: list.inboxes.map(({ id, kind, keyVersion, name, readers }) => ({
      id,
      kind,
      keyVersion,
      name: visibleText(name[language]),
      readers: visibleText(readers[language]),
    })),
  }
}

/** The view as a data block: `<` is escaped so that no text can end the block. */
export function viewJson(view: TipView): string {
  return JSON.stringify(view).replaceAll('<', '\\u003c')
}
