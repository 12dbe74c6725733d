/**
 * Keeps one page that a reader chose to keep: the page at the address of this registration, with the scripts, styles and
 * fonts that it names, and nothing else. Every visit with a connection renews the copy without a word.
 */
const page = new URL(self.registration.scope).pathname
const store = `simpan:${page}`
/** How long a slow network may take before the copy is shown, in ms. */
const patience = 4000
const named = html => [...new Set(html.match(/\/_a\/[\w.-]+?\.(?:js|css|woff2)\b/g))]

/** Stores the page when all that it names is there; what an earlier copy alone named goes. */
async function keep(response) {
  const cache = await caches.open(store)
  const wanted = named(await response.clone().text())
  const had = (await cache.keys()).map(request => new URL(request.url).pathname)
  await cache.addAll(wanted.filter(address => !had.includes(address)))
  await cache.put(page, response)
  const old = had.filter(address => address !== page && !wanted.includes(address))
  await Promise.all(old.map(address => cache.delete(address)))
}

async function install() {
  const response = await fetch(page, { cache: 'no-cache', credentials: 'omit' })
  if (!response.ok || response.redirected) throw new Error(`${page} cannot be kept`)
  await keep(response)
  await self.skipWaiting()
}

/** The copy with a line that says from when it is, by the clock of the server. */
async function noted(copy) {
  const html = await copy.text()
  const isEnglish = /<html lang="en"/.test(html)
  const day = new Intl.DateTimeFormat(isEnglish ? 'en-GB' : 'id-ID', {
    dateStyle: 'long',
    timeZone: 'Asia/Jakarta',
  }).format(new Date(copy.headers.get('date') ?? Date.now()))
  const note = isEnglish ? `The copy on this phone, of ${day}.` : `Salinan di ponsel ini, dari ${day}.`
  const headers = new Headers(copy.headers)
  for (const name of ['content-encoding', 'content-length', 'etag']) headers.delete(name)
  const line = `<p class="wrap small muted" id="tanggal-salinan">${note}</p>`
  return new Response(
    html.replace(/<main[^>]*>/, main => main + line),
    { headers },
  )
}

async function answer(event) {
  const fetched = fetch(event.request).catch(() => undefined)
  event.waitUntil(fetched.then(response => response?.ok && keep(response.clone())).catch(() => undefined))
  const slow = new Promise(resolve => setTimeout(resolve, patience))
  const fresh = await Promise.race([fetched, slow])
  if (fresh && fresh.status < 500) return fresh
  const copy = await caches.match(page, { cacheName: store })
  return copy ? noted(copy) : ((await fetched) ?? Response.error())
}

self.addEventListener('install', event => event.waitUntil(install()))
self.addEventListener('fetch', event => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin) return
  if (mode === 'navigate' && pathname === page) event.respondWith(answer(event))
  else if (pathname.startsWith('/_a/'))
    event.respondWith(caches.match(pathname, { cacheName: store }).then(copy => copy ?? fetch(event.request)))
})
