import { installed } from './installed.ts'

/** Addresses of the worker that keeps one chosen page, and of the one that does nothing. */
export const onePageWorker = '/simpan.js'
export const idleWorker = '/diam.js'

/** Report pages: where a kept page's registration lies above them, one of their own that does nothing keeps it away. */
const closed = ['/lapor/', '/en/lapor/']
const closedBelow = (page: string) => closed.filter(path => path.startsWith(page))

const storeOf = (page: string) => `simpan:${page}`
const register = (worker: string, scope: string) =>
  navigator.serviceWorker.register(worker, { scope, updateViaCache: 'none' })
const isKept = (page: string) => caches.has(storeOf(page))

/** Keeps the page for use without a connection. @throws Error when it could not be fetched or stored; nothing is left then. */
async function keepPage(page: string): Promise<void> {
  try {
    for (const scope of closedBelow(page)) await installed(await register(idleWorker, scope))
    await installed(await register(onePageWorker, page))
  } catch (error) {
    await dropPage(page)
    throw error
  }
}

/** Removes the copy of the page and its registration. */
async function dropPage(page: string): Promise<void> {
  await caches.delete(storeOf(page))
  const pages = (await caches.keys()).map(name => name.replace(/^simpan:/, ''))
  const unneeded = closedBelow(page).filter(path => !pages.some(other => path.startsWith(other)))
  for (const registration of await navigator.serviceWorker.getRegistrations())
    if ([page, ...unneeded].includes(new URL(registration.scope).pathname)) await registration.unregister()
}

/** Shows the choice to keep this page, or to remove its copy, where the browser can. */
export async function offerKeeping(): Promise<void> {
  const place = document.getElementById('simpan')
  const [keep, drop] = place?.querySelectorAll('button') ?? []
  const status = place?.querySelector<HTMLElement>('[role="status"]')
  if (!place || !keep || !drop || !status || !('serviceWorker' in navigator)) return
  const page = location.pathname
  const show = async (text = '') => {
    const kept = await isKept(page)
    keep.hidden = kept
    drop.hidden = !kept
    keep.disabled = false
    status.textContent = text
  }
  keep.addEventListener('click', async () => {
    keep.disabled = true
    const done = await keepPage(page).then(
      () => true,
      () => false,
    )
    await show(done ? status.dataset.kept : status.dataset.failed)
    if (done) drop.focus()
  })
  drop.addEventListener('click', async () => {
    await dropPage(page)
    await show(status.dataset.dropped)
    keep.focus()
  })
  await show()
  place.hidden = false
}
