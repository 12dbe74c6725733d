const prefix = 'ba-typed:'

/** What was typed into a form and not saved. `base` is when the document was saved that it was typed over; null for a new one. */
export type KeptTyping = { at: string; base: string | null; data: Record<string, unknown> }

/** Where it is kept: in this tab of the browser only, until the tab is closed. Each account has its own. */
export const typingKey = (user: string, collection: string, id: unknown) =>
  `${prefix}${user}:${collection}:${id ?? 'new'}`

/** What is kept under `key`; null for nothing. What other accounts left in this tab is removed. */
export function readTyping(key: string, user: string): KeptTyping | null {
  try {
    for (const name of Object.keys(sessionStorage))
      if (name.startsWith(prefix) && !name.startsWith(`${prefix}${user}:`)) sessionStorage.removeItem(name)
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as KeptTyping | null
    return kept && typeof kept.data === 'object' ? kept : null
  } catch {
    return null
  }
}

/** Keeps it; null forgets it. A browser that keeps nothing is no reason to stop anybody from writing. */
export function writeTyping(key: string, kept: KeptTyping | null): void {
  try {
    if (kept) sessionStorage.setItem(key, JSON.stringify(kept))
    else sessionStorage.removeItem(key)
  } catch {}
}
