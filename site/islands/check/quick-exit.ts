/** Longest wait for the way back through our own steps, in ms. */
const PATIENCE = 300

/** Entries of the tab's history between here and the first one of this page. 0 where the browser does not tell. */
function stepsBack(): number {
  const here = window.navigation?.currentEntry?.index ?? 0
  const entries = window.navigation?.entries() ?? []
  let first = here
  while (first > 0 && entries[first - 1]?.sameDocument) first -= 1
  return here - first
}

/**
 * Empties the page, then leaves to the link's address. The steps of the check go from the tab's history first: the way back
 * leads to the empty start of the page. The visit itself stays in the browser's history, which the page says.
 */
export function leaveQuickly(link: HTMLElement | null): void {
  link?.addEventListener('click', event => {
    event.preventDefault()
    const leave = () => {
      history.replaceState(null, '', location.pathname)
      // A new entry drops the steps that would wait behind “forward”.
      location.assign((link as HTMLAnchorElement).href)
    }
    window.addEventListener('pageshow', back => back.persisted && location.reload())
    const steps = stepsBack()
    document.body.replaceChildren()
    document.title = ' '
    if (steps === 0) return leave()
    const late = setTimeout(leave, PATIENCE)
    addEventListener('popstate', () => {
      clearTimeout(late)
      leave()
    })
    history.go(-steps)
  })
}
