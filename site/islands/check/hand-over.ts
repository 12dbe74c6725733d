import type { Entry } from './walk-start.ts'

/**
 * What one page leaves for the next one of this tab, and no address may carry: the state of its entry in the tab's history
 * (`navigation.updateCurrentEntry`), which pages of this site alone can read. Where the browser has no Navigation API the
 * next page asks again.
 */
export type Handed = Partial<Entry> & Readonly<{ hash?: string }>

/**
 * What the page before this one left: a walk for the fragment (`hash`) that it was left with, for any other the country alone.
 * No link can bring it.
 */
export function handedOver(): Partial<Entry> {
  const { hash, ...entry } = (window.navigation?.activation?.from?.getState() ?? {}) as Handed
  return hash === location.hash ? entry : { country: entry.country ?? null }
}
