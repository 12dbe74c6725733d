import i18next, { type TFunction } from 'i18next'
import type { Language } from '../slugs.ts'
import enCheck from './en/check.json' with { type: 'json' }
import enCommon from './en/common.json' with { type: 'json' }
import enData from './en/data.json' with { type: 'json' }
import enDesk from './en/desk.json' with { type: 'json' }
import enHelp from './en/help.json' with { type: 'json' }
import enHome from './en/home.json' with { type: 'json' }
import enRules from './en/rules.json' with { type: 'json' }
import enTip from './en/tip.json' with { type: 'json' }
import idCheck from './id/check.json' with { type: 'json' }
import idCommon from './id/common.json' with { type: 'json' }
import idData from './id/data.json' with { type: 'json' }
import idDesk from './id/desk.json' with { type: 'json' }
import idHelp from './id/help.json' with { type: 'json' }
import idHome from './id/home.json' with { type: 'json' }
import idRules from './id/rules.json' with { type: 'json' }
import idTip from './id/tip.json' with { type: 'json' }

/** All texts by language and namespace. Keys are equal in all languages (tested). */
export const resources = {
  id: {
    common: idCommon,
    home: idHome,
    check: idCheck,
    rules: idRules,
    tip: idTip,
    desk: idDesk,
    help: idHelp,
    data: idData,
  },
  en: {
    common: enCommon,
    home: enHome,
    check: enCheck,
    rules: enRules,
    tip: enTip,
    desk: enDesk,
    help: enHelp,
    data: enData,
  },
} as const
export type Namespace = keyof (typeof resources)['id']

const instance = i18next.createInstance()
await instance.init({
  lng: 'id',
  fallbackLng: false,
  ns: Object.keys(resources.id),
  defaultNS: 'common',
  resources,
  interpolation: { escapeValue: false },
  returnObjects: true,
  initAsync: false,
})

/**
 * Translator of one language and namespace, for use at build and on the server only: islands get resolved strings.
 * A key that does not exist throws, so that no page ever shows a key.
 */
export function translator(
  language: Language,
  namespace: Namespace,
): (key: string, values?: Record<string, unknown>) => string {
  const t: TFunction = instance.getFixedT(language, namespace)
  return (key, values) => {
    if (!instance.exists(key, { lng: language, ns: namespace }))
      throw new Error(`no text "${namespace}:${key}" in ${language}`)
    return String(t(key, values ?? {}))
  }
}

/** The texts of one namespace, to hand to an island as its `strings`. */
export function strings<N extends Namespace>(language: Language, namespace: N): (typeof resources)['id'][N] {
  return resources[language][namespace] as (typeof resources)['id'][N]
}
