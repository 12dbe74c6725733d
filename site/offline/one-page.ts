import { installed } from './installed.ts'
import { keepParts } from './keep.ts'

/** Addresses of the worker that keeps one chosen page, and of the one that does nothing. */
export const onePageWorker = '/simpan.js'
export const idleWorker = '/diam.js'

/** Report pages: where a kept page's registration lies above them, one of their own that does nothing keeps it away. */
const closed = ['/lapor/', '/en/lapor/']
const closedBelow = (page: string) => closed.filter(path => path.startsWith(page))

/** More than any page that can be kept has, with all that it names. */
const TRIAL_BYTES = 500_000

const storeOf = (page: string) => `simpan:${page}`
const register = (worker: string, scope: string) =>
  navigator.serviceWorker.register(worker, { scope, updateViaCache: 'none' })

/** Whether there is a copy, and a worker that shows it. @throws Error where the browser allows neither. */
async function isKept(page: string): Promise<boolean> {
  const registrations = await navigator.serviceWorker.getRegistrations()
  const hasStore = await caches.has(storeOf(page))
  return hasStore && registrations.some(({ scope }) => new URL(scope).pathname === page)
}

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

type Outcome = 'kept' | 'partly' | 'failed' | 'full' | 'blocked'

/** Why the page could not be kept. A worker does not tell its reasons: whether there is room is tried out. */
async function causeOf(error: unknown): Promise<Outcome> {
  if (!navigator.onLine) return 'failed'
  if (error instanceof DOMException && /^(?:Security|NotSupported|InvalidState)Error$/.test(error.name))
    return 'blocked'
  const trial = 'simpan-coba'
  try {
    await (await caches.open(trial)).put(`/${trial}`, new Response(new Uint8Array(TRIAL_BYTES)))
    return 'failed'
  } catch (reason) {
    return reason instanceof DOMException && reason.name === 'QuotaExceededError' ? 'full' : 'blocked'
  } finally {
    await caches.delete(trial).catch(() => undefined)
  }
}

/** Keeps the page, then the check and the help that its links lead to. */
async function keepAll(page: string): Promise<Outcome> {
  try {
    await keepPage(page)
  } catch (error) {
    return causeOf(error)
  }
  return keepParts().then(
    () => 'kept',
    () => 'partly',
  )
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
  // Where the browser blocks copies, as some private windows do, there is nothing to offer.
  if (
    !(await isKept(page).then(
      () => true,
      () => false,
    ))
  )
    return
  const show = async (text = '') => {
    const kept = await isKept(page)
    keep.hidden = kept
    drop.hidden = !kept
    keep.disabled = false
    status.textContent = text
  }
  keep.addEventListener('click', async () => {
    keep.disabled = true
    const outcome = await keepAll(page)
    await show(status.dataset[outcome])
    if (!drop.hidden) drop.focus()
  })
  drop.addEventListener('click', async () => {
    await dropPage(page)
    await show(status.dataset.dropped)
    keep.focus()
  })
  await show()
  place.hidden = false
}
