/** What an entry of the tab's history says of a walk through the check: when it began, in ms since 1970. */
export type WalkEntry = Readonly<{ walk: number }>

/** The present entry of the history, where it is one of a walk; else null. */
export function walkEntry(): WalkEntry | null {
  const state: unknown = history.state
  const isOurs =
    typeof state === 'object' && state !== null && 'walk' in state && typeof state.walk === 'number'
  return isOurs ? (state as WalkEntry) : null
}
