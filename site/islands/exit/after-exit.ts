/**
 * What a page with an exit shows to someone who comes back to it in the tab's history after the exit was used there
 * (`leave.js` notes when, for this tab alone): its empty start, however many pages lie between. What came into the history
 * after that is left alone. Where the browser lets no page store anything, nothing can tell whether the exit was used: all
 * that is older than this document counts as left. To be imported before anything that reads the address.
 */
function leftAt(): number {
  try {
    return Number(sessionStorage.getItem('keluar'))
  } catch {
    return performance.timeOrigin
  }
}

/** What an entry of the tab's history says of a walk through the check: when it began, in ms since 1970. */
export type WalkEntry = Readonly<{ walk: number }>

/** The present entry of the history, where it is one of a walk; else null. */
export function walkEntry(): WalkEntry | null {
  const state = history.state as Partial<WalkEntry> | null
  return typeof state?.walk === 'number' ? (state as WalkEntry) : null
}

/** Whether the present entry of the history is older than the exit. The check's entries say when their walk began. */
const isOldEntry = () => (walkEntry()?.walk ?? 0) < leftAt()
const isOldDocument = () => performance.timeOrigin <= leftAt()

/** Takes away what the entry says of the answers or of the part that was read, and what the browser put back into the fields. */
function empty(): void {
  // Nor does the page open where it was read.
  history.scrollRestoration = 'manual'
  if (document.querySelector(':target')) location.replace('#')
  history.replaceState(null, '', location.pathname)
  for (const field of document.querySelectorAll<HTMLTextAreaElement>('textarea')) field.value = ''
}

const visit = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined
if (visit?.type !== 'navigate' && isOldEntry()) {
  empty()
  addEventListener('pageshow', empty, { once: true })
}
addEventListener('popstate', () => {
  if (walkEntry() && isOldEntry()) empty()
})
// Nothing flashes up between coming back and being emptied.
addEventListener('pagehide', () => {
  document.documentElement.style.visibility = 'hidden'
})
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted && isOldDocument()) {
    empty()
    location.reload()
  } else document.documentElement.style.visibility = ''
})
