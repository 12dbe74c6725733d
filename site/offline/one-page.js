/**
 * Keeps one page that a reader chose to keep: the page at the address of this registration, with the scripts, styles and
 * fonts that it names, and nothing else. Every visit with a connection renews the copy without a word. The build puts
 * `places` before this text: the page that explains what has no copy, and the parts that the check keeps.
 */
const page = new URL(self.registration.scope).pathname
const store = `simpan:${page}`
/** How long a slow network may take before the copy is shown, in ms. */
const patience = 4000
const named = html => [...new Set(html.match(/\/_a\/[\w.-]+?\.(?:js|css|woff2)\b/g))]
/** What every page that can be kept has, and no sign-in page of a network, error page or other site in its place. */
const isOurs = html => html.includes('<main id="isi"') && html.includes('id="simpan"')

/** Stores the page when all that it names is there; what an earlier copy alone named goes. */
async function keep(cache, response) {
  const html = await response.clone().text()
  if (!response.ok || response.redirected || response.type !== 'basic' || !isOurs(html))
    throw new Error(`${page} cannot be kept`)
  const wanted = named(html)
  const had = (await cache.keys()).map(request => new URL(request.url).pathname)
  await cache.addAll(wanted.filter(address => !had.includes(address)))
  await cache.put(page, response)
  const old = had.filter(address => address !== page && !wanted.includes(address))
  await Promise.all(old.map(address => cache.delete(address)))
}

async function install() {
  const cache = await caches.open(store)
  await keep(cache, await fetch(page, { cache: 'no-cache', credentials: 'omit' }))
  await self.skipWaiting()
}

/**
 * Renews the copy with what a visit brought; a page that is no more goes from the phone too. The store is opened before
 * anything is waited for, and only when it is there: what is written to a store that was removed meanwhile is lost with it.
 */
async function renew(fetched) {
  if (!(await caches.has(store))) return
  const cache = await caches.open(store)
  const response = await fetched
  if (response?.ok) await keep(cache, response)
  else if (
    (response?.status === 404 || response?.status === 410) &&
    (await response.text()).includes('<main id="isi"')
  ) {
    await caches.delete(store)
    await self.registration.unregister()
  }
}

/** The addresses of the pages that the reader chose to keep. */
const chosen = async () =>
  (await caches.keys()).filter(name => name.startsWith('simpan:')).map(name => name.slice(7))

/**
 * The copy with a line that says from when it is, by the clock of the server. Its links to what has no copy go by way of
 * the page that explains it.
 */
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
  const explained = await caches.match(places.without)
  const kept = await chosen()
  const opens = path => kept.includes(path) || places.parts.some(part => path.startsWith(part))
  return new Response(
    html
      .replace(/<main[^>]*>/, main => main + line)
      .replace(/(<a\b[^>]*?\shref=")(\/[^"#?]*)/g, (all, before, path) =>
        opens(path) || !explained ? all : `${before}${places.without}?ke=${encodeURIComponent(path)}`,
      ),
    { headers },
  )
}

async function answer(event) {
  const fetched = fetch(event.request).catch(() => undefined)
  // Copied at once: the page itself takes the body.
  const copied = fetched.then(response => response?.clone())
  event.waitUntil(renew(copied).catch(() => undefined))
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
