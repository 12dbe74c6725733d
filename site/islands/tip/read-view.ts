import type { TipView } from './types.ts'

/** What the page gives to its script, or null on a page without a form. */
export function readTipView(): TipView | null {
  const json = document.getElementById('tip-view')?.textContent
  return json ? (JSON.parse(json) as TipView) : null
}

/**
 * Quick exit: empties the page before anything else, then leaves without a way back to it. The visit stays in the browser's
 * history, which the page says. Closing a half-written report by accident asks first; the quick exit never does.
 */
export function guardExit(isWriting: () => boolean): void {
  const ask = (event: BeforeUnloadEvent) => {
    if (isWriting()) event.preventDefault()
  }
  addEventListener('beforeunload', ask)
  document.getElementById('keluar')?.addEventListener('click', event => {
    event.preventDefault()
    const { href } = event.currentTarget as HTMLAnchorElement
    removeEventListener('beforeunload', ask)
    document.body.replaceChildren()
    document.title = ' '
    location.replace(href)
  })
}
