import type { Entry } from './walk-start.ts'

/** What one page leaves for the next one of this tab. `hash`: the fragment that the rest belongs to. */
type Handed = Partial<Entry> & Readonly<{ hash?: string }>

/**
 * Leaves for the next page what no address may carry, as a state of the present entry of the tab's history: pages of this
 * site alone can read it, in this tab. Where the browser has no Navigation API the next page asks again.
 */
export function handOver(state: Handed): void {
  window.navigation?.updateCurrentEntry({ state })
}

/**
 * What the page before this one left: a walk for the fragment that it was left with, for any other the country alone. No link
 * can bring it.
 */
export function handedOver(): Partial<Entry> {
  const { navigation } = window
  const before = navigation?.entries()[(navigation.currentEntry?.index ?? 0) - 1]
  const { hash, ...entry } = (before?.getState() ?? {}) as Handed
  return hash === location.hash ? entry : { country: entry.country ?? null }
}
