/**
 * Keeps the check, the signs, the official path, the help numbers and the list of offices readable without a connection.
 * The build puts `kept` (addresses with the hash of their bytes), `updated` (the note in each language), `places` (own
 * address, page for what has no copy, table of offices) and `countries` (of the pages of countries, in each language) before
 * this text. It is registered for those pages alone, so that no
 * report page is ever under its control. It stores public files and nothing that a reader typed.
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
  if (!(await caches.has(store))) return
  const cache = await caches.open(store)
  const old = (await cache.keys()).filter(request => !known.has(new URL(request.url).pathname))
  await Promise.all(old.map(request => cache.delete(request)))
}

/** Whether this worker sees the opening of the page at `path`. */
const isBelow = path => [...known].some(address => address.endsWith('/') && path.startsWith(address))

/** The pages that the reader chose to keep, each in a store of its own (`one-page.js`). */
const chosen = async () =>
  (await caches.keys()).filter(name => name.startsWith('simpan:')).map(name => name.slice(7))
/** The address of the page at `path`, which may lack its last slash. */
const whole = path => (path.endsWith('/') || /\.\w+$/.test(path) ? path : `${path}/`)

/**
 * The copy with a note that says from when it is. Its links to pages outside the parts, where a phone without a connection
 * would show its own error, go by way of the page that explains it.
 */
async function noted(copy, fill = html => html) {
  const html = fill(await copy.text())
  const note = updated[/<html lang="en"/.test(html) ? 'en' : 'id']
  const headers = new Headers(copy.headers)
  for (const name of ['content-encoding', 'content-length', 'etag']) headers.delete(name)
  const line = `<p class="wrap small muted" id="tanggal-salinan">${note}</p>`
  const own = await chosen()
  return new Response(
    html
      .replace(/<main[^>]*>/, main => main + line)
      .replace(/(<a\b[^>]*?\shref=")(\/[^"#?]*)/g, (all, before, path) =>
        isBelow(whole(path)) || own.includes(whole(path))
          ? all
          : `${before}${places.without}?ke=${encodeURIComponent(path)}`,
      ),
    { headers },
  )
}

const plain = text => text.replace(/[&<>"]/g, mark => `&#${mark.charCodeAt(0)};`)
const digits = text => text.replace(/[^\d+]/g, '')

/** What the table of offices has of the office with this page, as HTML by name; null when it is no office's page. */
async function officeAt(path) {
  const copy = await caches.match(places.offices, { cacheName: store })
  const table = await copy?.json()
  const at = table ? table.offices.findIndex(({ slug }) => path === `/kantor/${slug}/`) : -1
  if (at < 0) return null
  const { name, city, address, phone, whatsapp, website, unchecked = [] } = table.offices[at]
  const mark = key => (unchecked.includes(key) ? ' (belum kami periksa)' : '')
  const areas = table.provinces.flatMap(({ regencies }) =>
    regencies.filter(([, serving]) => serving.includes(at)),
  )
  const wa = whatsapp && digits(whatsapp).replace('+', '').replace(/^0/, '62')
  return {
    name: plain(name),
    city: plain(city),
    areas: areas.map(([area]) => plain(area)).join(', '),
    address: address && plain(address) + mark('address'),
    phone: phone && `<a href="tel:${digits(phone)}">${plain(phone)}</a>${mark('phone')}`,
    whatsapp: wa && `<a href="https://wa.me/${wa}">${plain(whatsapp)}</a>${mark('whatsapp')}`,
    website: website && `<a href="${plain(website)}">${plain(website)}</a>${mark('website')}`,
  }
}

const call = ({ name, tel, shown, whatsapp, url, mark, note }) => {
  const way =
    (tel && `<a href="tel:${plain(tel)}">${plain(shown ?? tel)}</a>`) ||
    (whatsapp &&
      `<a href="https://wa.me/${plain(whatsapp)}" rel="noreferrer">WhatsApp +${plain(whatsapp)}</a>`) ||
    (url && `<a href="${plain(url)}" rel="noreferrer">${plain(url)}</a>`) ||
    ''
  const both =
    tel && whatsapp ? `<br><a href="https://wa.me/${plain(whatsapp)}" rel="noreferrer">WhatsApp</a>` : ''
  return `<li><b>${plain(name)}</b><br>${way}${both}<br><small>${plain([mark, note].filter(Boolean).join(' '))}</small></li>`
}

/**
 * The page of a country without a copy: that of other countries in its language, whose head has the way out, with the numbers
 * of the table in place of its own, the Indonesian missions first; null when `path` is no such page or the table is not here.
 */
async function countryAt(path) {
  const language = path.startsWith('/en/') ? 'en' : 'id'
  const { help, table: address, elsewhere, text } = countries[language]
  if (!path.startsWith(help)) return null
  const [table, frame] = await Promise.all([
    caches.match(address, { cacheName: store }).then(copy => copy?.json()),
    caches.match(elsewhere, { cacheName: store }),
  ])
  const here = table?.countries.find(({ page }) => page === path)
  if (!here || !frame) return null
  const named = words => plain(words.replaceAll('{{country}}', here.name))
  const part = (title, before, lines) =>
    lines.length === 0 && !before
      ? ''
      : `<section class="wrap section flow"><h2>${named(title)}</h2><p>${named(before)}</p><ul>${lines.map(call).join('')}</ul></section>`
  const { words, anywhere } = table
  const missions = part(words.missions, here.known ? '' : words.missionNone, here.missions)
  const everywhere = part(text.anywhere, '', anywhere)
  const local = here.emergencies.length ? part(words.emergencies, words.emergencyText, here.emergencies) : ''
  const parts = here.known ? [missions, local, everywhere] : [missions, everywhere, local]
  const title = named(text.title)
  return noted(frame, html =>
    html
      .replace(/<title>[^<]*/, () => `<title>${title}`)
      .replace(
        /(<main[\s\S]*?<h1[^>]*>)[^<]*([\s\S]*?<\/div>)[\s\S]*<\/main>/,
        (_, before, head) =>
          `${before}${title}${head}<p class="wrap">${named(text.needs)} <a href="${help}">${named(text.all)}</a></p>${parts.join('')}</main>`,
      )
      // The link to the page in the other language.
      .replaceAll(countries.id.elsewhere, path.replace(/^\/en/, '')),
  )
}

/** The page that says that `path` needs a connection, with what is here of an office. */
async function without(wanted) {
  const path = whole(wanted)
  if (path !== wanted && (known.has(path) || (await chosen()).includes(path)))
    return Response.redirect(path, 302)
  const country = await countryAt(path)
  if (country) return country
  const office = await officeAt(path)
  const copy = await caches.match(places.without, { cacheName: store })
  if (!copy) return Response.error()
  return noted(copy, html => {
    const page = html.replace(/<a\b[^>]*\sid="coba"[^>]*>/, link =>
      link.replace(/href="[^"]*"/, `href="${plain(path)}"`),
    )
    return Object.entries(office ?? {}).reduce(
      (text, [name, value]) =>
        value ? text.replace(new RegExp(`(data-k="${name}"[^>]*>)[^<]*`), (_, tag) => tag + value) : text,
      office ? page.replace(/(id="kantor-luring"[^>]*?) hidden/, '$1') : page,
    )
  })
}

const slow = () => new Promise(resolve => setTimeout(resolve, patience))

/** Whether the site answers, asked by an address that says nothing of the reader. */
const isReachable = () =>
  Promise.race([
    fetch(places.worker, { method: 'HEAD', cache: 'no-store' }).then(
      response => response.ok,
      () => false,
    ),
    slow(),
  ])

/** Goes on to the page that a link meant once there is a connection. */
async function goOn(wanted) {
  const path = /^\/(?![/\\])[^?#\\]*/.exec(wanted)?.[0] ?? '/'
  const isHere = known.has(whole(path)) || (await chosen()).includes(whole(path))
  if (isHere || (await isReachable())) return Response.redirect(isHere ? whole(path) : path, 302)
  return without(path)
}

async function answer(request, address) {
  const copy = await caches.match(address, { cacheName: store })
  if (!copy) return fetch(request)
  if (address.startsWith('/_a/')) return copy
  const fresh = await Promise.race([fetch(request).catch(() => undefined), slow()])
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
  const { origin, pathname, searchParams } = new URL(request.url)
  const wanted = pathname === places.without ? searchParams.get('ke') : null
  if (origin !== self.location.origin || foreign.test(pathname)) return
  if (request.method === 'POST' && pathname === '/periksa/pesan/') event.respondWith(takeShared(request))
  else if (request.method !== 'GET') return
  else if (wanted) event.respondWith(goOn(wanted))
  else if (request.mode === 'navigate' && !known.has(pathname))
    event.respondWith(fetch(request).catch(() => without(pathname)))
  else if (known.has(pathname) || pathname.startsWith('/_a/')) event.respondWith(answer(request, pathname))
})
