/**
 * What was typed and not yet sent, by the content of the report (`first` of `ReadThread`) or by the form it stands in. It lives in this tab's memory only: it outlasts a lock and a sign-in, and
 * goes with the tab.
 */
export type Drafts = {
  get(key: string): string
  set(key: string, text: string): void
  /** Whether anything is unsent. */
  hasAny(): boolean
}

/** An empty set of drafts. A draft of white space only is none. */
export function createDrafts(): Drafts {
  const texts = new Map<string, string>()
  return {
    get: key => texts.get(key) ?? '',
    set(key, text) {
      if (text.trim() === '') texts.delete(key)
      else texts.set(key, text)
    },
    hasAny: () => texts.size > 0,
  }
}

/** The drafts of this tab. */
export const drafts = createDrafts()
