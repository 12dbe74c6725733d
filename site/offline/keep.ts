import { installed } from './installed.ts'
import { offlineAddress, scopes, workerAddress } from './scopes.ts'

/**
 * Registers the worker for one part after the other: the first one fetches the copies, the others find them there.
 * @throws Error where they could not be fetched or stored.
 */
export async function keepParts(): Promise<void> {
  for (const scope of scopes)
    await installed(await navigator.serviceWorker.register(workerAddress, { scope, updateViaCache: 'none' }))
}

/**
 * Takes links that no part holds to the page that says so, where the phone knows that it has no connection. The fragment is
 * left behind: an address may be sent one day, a fragment never.
 */
function catchLinks(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
  if (navigator.onLine || link?.origin !== location.origin) return
  if (scopes.some(scope => link.pathname.startsWith(scope))) return
  event.preventDefault()
  location.assign(offlineAddress(link.pathname))
}

/**
 * Keeps copies for use without a connection, when the page has had its turn on the line. Where that is not possible (private
 * window, no space, line lost) the page works as before, and the next visit tries again.
 */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return
  document.addEventListener('click', catchLinks)
  const start = () => setTimeout(() => keepParts().catch(() => undefined), 1000)
  if (document.readyState === 'complete') start()
  else addEventListener('load', start)
}
