import type { IndicatorId } from '#src/risk/indicators.ts'
import type { Language } from '#src/slugs.ts'
import { localized, routes } from '../../routes.ts'
import type { ResultData } from '../check/types.ts'

/** Longest wait for the words of the signs, in ms. */
const PATIENCE = 5000

/**
 * What the check found, in words, when the reader comes from its result (`#tanda=<ids>`); else empty. The fragment is removed
 * from the address first. The words come from a file that is the same for everyone, so no server learns the signs.
 */
export async function signsFromCheck(language: Language): Promise<string> {
  const list = /^#tanda=([\w.-]*)$/.exec(location.hash)?.[1]
  if (!list) return ''
  history.replaceState(null, '', location.pathname)
  try {
    const address = localized(routes.checkResult, language) ?? routes.checkResult
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) })
    const { text, rules } = (await response.json()) as ResultData
    const ids = list.split('.').filter((id): id is IndicatorId => Object.hasOwn(rules.signs, id))
    if (ids.length === 0) return ''
    return [text.reportSigns, ...ids.map(id => `- ${rules.signs[id].label}`)].join('\n')
  } catch {
    return ''
  }
}
