/** What an entry of the tab's history says of a walk through the check: when it began, in ms since 1970. */
export type WalkEntry = Readonly<{ walk: number }>

/** The present entry of the history, where it is one of a walk; else null. */
export function walkEntry(): WalkEntry | null {
  const state = history.state as Partial<WalkEntry> | null
  return typeof state?.walk === 'number' ? (state as WalkEntry) : null
}
