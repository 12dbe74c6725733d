/**
 * Keeps the check, the signs, the official path, the help numbers and the list of offices readable without a connection.
 * The build puts `kept` (addresses with the hash of their bytes) and `updated` (the note in each language) before this text.
 * It is registered for those pages alone, so that no report page is ever under its control. It stores public files and
 * nothing that a reader typed.
 */
const store = 'periksa'
const known = new Set(kept.map(([address]) => address))
const foreign = /^\/(?:en\/)?lapor(?:\/|$)|^\/(?:admin|api|media)(?:\/|$)/
/** How long a slow network may take before the copy is shown, in ms. */
const patience = 4000

const hashOf = async response => {
  const bytes = await crypto.subtle.digest('SHA-256', await response.arrayBuffer())
  return [...new Uint8Array(bytes.slice(0, 8))].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

/** Fetches what changed and checks it; nothing is stored unless all of it is there, so a copy is never half old. */
async function install() {
  const cache = await caches.open(store)
  const changed = await Promise.all(
    kept.map(async ([address, hash]) => {
      const old = await cache.match(address)
      if (old && (await hashOf(old)) === hash) return []
      const response = await fetch(address, { cache: 'no-cache', credentials: 'omit' })
      if (!response.ok || response.redirected || (await hashOf(response.clone())) !== hash)
        throw new Error(`${address} is not what the release says`)
      return [[address, response]]
    }),
  )
  await Promise.all(changed.flat().map(([address, response]) => cache.put(address, response)))
}

/** Removes what the release no longer has, once no page of the old one is open. */
async function tidy() {
  const cache = await caches.open(store)
  const old = (await cache.keys()).filter(request => !known.has(new URL(request.url).pathname))
  await Promise.all(old.map(request => cache.delete(request)))
}

/** The copy with a note that says from when it is. */
async function noted(copy) {
  const html = await copy.text()
  const note = updated[/<html lang="en"/.test(html) ? 'en' : 'id']
  const headers = new Headers(copy.headers)
  for (const name of ['content-encoding', 'content-length', 'etag']) headers.delete(name)
  const line = `<p class="wrap small muted" id="tanggal-salinan">${note}</p>`
  return new Response(
    html.replace(/<main[^>]*>/, main => main + line),
    { headers },
  )
}

async function answer(request, address) {
  const copy = await caches.match(address, { cacheName: store })
  if (!copy) return fetch(request)
  if (address.startsWith('/_a/')) return copy
  const slow = new Promise(resolve => setTimeout(resolve, patience))
  const fresh = await Promise.race([fetch(request).catch(() => undefined), slow])
  if (fresh && fresh.status < 500) return fresh
  return address.endsWith('/') ? noted(copy) : copy
}

/** A text that another app shared; it waits in memory for the page that asks for it, once. */
let shared = ''

async function takeShared(request) {
  const fields = await request.formData()
  shared = ['title', 'text', 'url']
    .map(name => fields.get(name))
    .filter(value => typeof value === 'string' && value !== '')
    .join('\n')
  return Response.redirect(`${new URL(request.url).pathname}#dibagikan`, 303)
}

self.addEventListener('install', event => event.waitUntil(install()))
self.addEventListener('activate', event => event.waitUntil(tidy()))
self.addEventListener('message', event => {
  event.ports[0]?.postMessage(shared)
  shared = ''
})
self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== self.location.origin || foreign.test(pathname)) return
  if (request.method === 'POST' && pathname === '/periksa/pesan/') event.respondWith(takeShared(request))
  else if (request.method === 'GET' && (known.has(pathname) || pathname.startsWith('/_a/')))
    event.respondWith(answer(request, pathname))
})
