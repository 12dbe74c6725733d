import { translator } from '#src/i18n/t.ts'
import type { Language } from '#src/slugs.ts'
import { localized, routes } from './routes.ts'

/** A link of header or footer. `hreflang` is set where the target is not in the language of the page. */
export interface NavigationLink {
  href: string
  text: string
  hreflang: 'id' | null
}

const groups = {
  primary: ['check', 'signs', 'officialPath', 'data', 'offices', 'report'],
  you: ['check', 'checkMessage', 'report', 'reportCode', 'help', 'signs', 'officialPath', 'passportRefused'],
  information: ['offices', 'villages', 'data', 'campaign', 'reportProtection'],
  about: ['search', 'privacy', 'accessibility'],
} as const satisfies Record<string, readonly (keyof typeof routes)[]>
export type NavigationGroup = keyof typeof groups

/** The links of one group, translated where the page exists in `language`, else to the Indonesian page. */
export function navigation(group: NavigationGroup, language: Language): NavigationLink[] {
  const t = translator(language, 'common')
  return groups[group].map(key => {
    const translated = localized(routes[key], language)
    return {
      href: translated ?? routes[key],
      text: t(`nav.${key}`),
      hreflang: translated === null ? 'id' : null,
    }
  })
}
