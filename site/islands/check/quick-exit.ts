/**
 * Empties the page, then leaves to the link's address without a way back to this page. The visit stays in the browser's
 * history, which the page says.
 */
export function leaveQuickly(link: HTMLElement | null): void {
  link?.addEventListener('click', event => {
    event.preventDefault()
    document.body.replaceChildren()
    document.title = ' '
    history.replaceState(null, '', location.pathname)
    location.replace((link as HTMLAnchorElement).href)
  })
}
