import { createServer, type ServerResponse } from 'node:http'
import { expect, type Page, test } from '@playwright/test'
import { resources } from '#src/i18n/t.ts'
import { idleWorker, onePageWorker } from '#site/offline/one-page.ts'
import { scopes as parts } from '#site/offline/scopes.ts'
import { e2e } from '#tests/helpers/e2e.ts'

const address = (path: string) => e2e().site + path
const words = (path: string) => resources[path.startsWith('/en/') ? 'en' : 'id'].common.keep
/** Pages that a reader can choose to keep. */
const pages = ['/', '/en/', '/paspor-ditolak/', '/bantuan/kamboja/']

const traces = (page: Page) =>
  page.evaluate(async () => ({
    scopes: (await navigator.serviceWorker.getRegistrations()).map(one => new URL(one.scope).pathname).sort(),
    stores: (await caches.keys()).sort(),
  }))

/** What a phone has that keeps `pages`, and with them what the check keeps. */
const has = (pages: readonly string[], others: readonly string[] = []) => ({
  scopes: [...pages, ...others, ...parts].sort(),
  stores: ['periksa', ...pages.map(path => `simpan:${path}`)].sort(),
})

async function keep(page: Page, path: string, site = e2e().site): Promise<void> {
  await page.goto(site + path)
  await page.getByRole('button', { name: words(path).keep }).click()
  await expect(page.locator('#simpan [role="status"]')).toHaveText(words(path).kept, { timeout: 30_000 })
}

for (const path of pages) {
  test(`${path} leaves nothing on the phone by being read, and opens without a connection once it was kept`, async ({
    page,
    context,
  }) => {
    await page.goto(address(path), { waitUntil: 'networkidle' })
    await expect(page.getByRole('button', { name: words(path).keep })).toBeVisible()
    expect(await traces(page)).toEqual({ scopes: [], stores: [] })
    await keep(page, path)
    await context.setOffline(true)
    await page.goto(address(path))
    await expect(page.locator('h1')).toBeVisible()
    await expect(page.locator('#tanggal-salinan')).toContainText(String(new Date().getFullYear()))
    expect(await page.evaluate(() => document.fonts.check('700 16px "Plus Jakarta Sans"'))).toBe(true)
    await expect(page.getByRole('button', { name: words(path).drop })).toBeVisible()
  })

  test(`${path} has no copy and no worker of its own left after “${words(path).drop}”`, async ({ page }) => {
    await keep(page, path)
    await page.reload()
    await page.getByRole('button', { name: words(path).drop }).click()
    await expect(page.locator('#simpan [role="status"]')).toHaveText(words(path).dropped)
    await expect(page.getByRole('button', { name: words(path).keep })).toBeFocused()
    expect(await traces(page)).toEqual(has([]))
  })

  test(`${path} shows no button without script`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(address(path))
    await expect(page.locator('#simpan')).toBeHidden()
    await context.close()
  })
}

test('a kept start page puts nothing between the report pages and the server', async ({ page }) => {
  await keep(page, '/')
  expect(await traces(page)).toEqual(has(['/'], ['/en/lapor/', '/lapor/']))
  for (const path of ['/lapor/', '/en/lapor/', '/lapor/kode/']) {
    const response = await page.goto(address(path))
    expect(response?.fromServiceWorker()).toBe(false)
    expect(
      await page.evaluate(() => new URL(navigator.serviceWorker.controller?.scriptURL ?? 'x:').pathname),
    ).toBe(idleWorker)
  }
  const idle = await (await page.request.get(address(idleWorker))).text()
  expect(idle.replace(/\/\/.*/g, '').trim()).toBe('')
})

test('removing one of two kept pages leaves what the other needs', async ({ page }) => {
  await keep(page, '/')
  await keep(page, '/en/')
  await page.getByRole('button', { name: words('/en/').drop }).click()
  await expect(page.locator('#simpan [role="status"]')).toHaveText(words('/en/').dropped)
  expect(await traces(page)).toEqual(has(['/'], ['/en/lapor/', '/lapor/']))
})

test('a page that cannot be fetched is not kept, and says so', async ({ page, context }) => {
  await page.goto(address('/paspor-ditolak/'))
  await context.setOffline(true)
  await page.getByRole('button', { name: words('/').keep }).click()
  await expect(page.locator('#simpan [role="status"]')).toHaveText(words('/').failed)
  await expect(page.getByRole('button', { name: words('/').keep })).toBeEnabled()
  expect(await traces(page)).toEqual({ scopes: [], stores: [] })
})

test('“Hapus dari ponsel ini” on the privacy page removes a chosen copy too', async ({ page }) => {
  await keep(page, '/')
  await page.goto(address('/privasi/'))
  await page.getByRole('button', { name: 'Hapus dari ponsel ini' }).click()
  await expect(page.getByText('Salinan sudah dihapus')).toBeVisible()
  expect(await traces(page)).toEqual({ scopes: [], stores: [] })
})

/** The site behind a server that may answer `path` otherwise. Its address, and a way to end it. */
async function siteWith(
  change: (path: string, response: ServerResponse) => Promise<boolean> | boolean,
): Promise<[site: string, end: () => void]> {
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/'
    if (await change(path, response)) return
    const answer = await fetch(address(path))
    const type = answer.headers.get('content-type') ?? ''
    const bytes = Buffer.from(await answer.arrayBuffer())
    response.writeHead(answer.status, { 'content-type': type, 'cache-control': 'no-cache' }).end(bytes)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return [`http://127.0.0.1:${(server.address() as { port: number }).port}`, () => server.close()]
}

const refused = '/paspor-ditolak/'
/** The page with `more` in its heading, as a later release may have it. */
async function released(response: ServerResponse, more: string): Promise<boolean> {
  const html = (await (await fetch(address(refused))).text()).replace('</h1>', `${more}</h1>`)
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
    .end(html)
  return true
}

test('a visit with a connection shows the page of the server and renews the copy without a word', async ({
  page,
  context,
}) => {
  let release = ''
  const [site, end] = await siteWith((path, response) => path === refused && released(response, release))
  await keep(page, refused, site)
  release = ' (rilis kedua)'
  await page.goto(site + refused)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('rilis kedua')
  await expect(page.locator('#tanggal-salinan')).toHaveCount(0)
  const copy = () =>
    page.evaluate(async () =>
      (await (await caches.match('/paspor-ditolak/'))?.text())?.includes('rilis kedua'),
    )
  await expect.poll(copy, { timeout: 30_000 }).toBe(true)
  await context.setOffline(true)
  await page.goto(site + refused)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('rilis kedua')
  end()
})

test('a copy that was removed does not come back with an answer that was still on its way', async ({
  page,
}) => {
  let isSlow = false
  let send = () => {}
  const [site, end] = await siteWith(async (path, response) => {
    if (path !== refused) return false
    if (isSlow)
      await new Promise<void>(resolve => {
        send = resolve
      })
    return released(response, '')
  })
  await keep(page, refused, site)
  isSlow = true
  await page.goto(site + refused)
  await expect(page.locator('#tanggal-salinan')).toBeVisible()
  await page.getByRole('button', { name: words(refused).drop }).click()
  await expect(page.locator('#simpan [role="status"]')).toHaveText(words(refused).dropped)
  send()
  await page.waitForTimeout(1500)
  expect(await traces(page)).toEqual(has([]))
  end()
})

test('a copy without a worker that shows it is not called kept', async ({ page }) => {
  await page.goto(address(refused))
  await page.evaluate(async () => {
    await (await caches.open('simpan:/paspor-ditolak/')).put('/paspor-ditolak/', new Response('x'))
  })
  await page.reload()
  await expect(page.getByRole('button', { name: words(refused).keep })).toBeVisible()
  await expect(page.getByRole('button', { name: words(refused).drop })).toBeHidden()
})

test('what a network shows in place of the page is neither kept nor put over the copy', async ({ page }) => {
  let isPortal = true
  const [site, end] = await siteWith((path, response) => {
    if (path !== refused || !isPortal) return false
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Masuk Wi-Fi</h1>')
    return true
  })
  isPortal = false
  await page.goto(site + refused)
  isPortal = true
  await page.getByRole('button', { name: words(refused).keep }).click()
  await expect(page.locator('#simpan [role="status"]')).toHaveText(words(refused).failed)
  expect(await traces(page)).toEqual({ scopes: [], stores: [] })
  isPortal = false
  await keep(page, refused, site)
  isPortal = true
  await page.goto(site + refused)
  await expect(page.getByRole('heading', { name: 'Masuk Wi-Fi' })).toBeVisible()
  await page.waitForTimeout(800)
  const copy = await page.evaluate(async () => (await caches.match('/paspor-ditolak/'))?.text())
  expect(copy).toContain('id="simpan"')
  end()
})

test('the copy of a page that is no more goes from the phone', async ({ page }) => {
  let isGone = false
  const [site, end] = await siteWith(async (path, response) => {
    if (path !== refused || !isGone) return false
    const html = await (await fetch(address('/tidak-ada/'))).text()
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(html)
    return true
  })
  await keep(page, refused, site)
  isGone = true
  await page.goto(site + refused)
  await expect.poll(() => traces(page)).toEqual(has([]))
  end()
})

test('no link of a kept page leads to a fault of the browser', async ({ page, context }) => {
  await keep(page, '/')
  await keep(page, refused)
  await context.setOffline(true)
  const links = new Set<string>()
  for (const path of ['/', refused]) {
    await page.goto(address(path))
    const found = await page
      .locator('a[href^="/"]')
      .evaluateAll(list => list.map(link => link.getAttribute('href')?.replace(/#.*/, '') ?? ''))
    for (const href of found) links.add(href)
  }
  expect(links).toContain(refused)
  expect(links.size).toBeGreaterThan(15)
  for (const href of links) {
    const response = await page.goto(address(href))
    expect([href, response?.status(), await page.locator('h1').count()]).toEqual([href, 200, 1])
  }
})

test('a chosen copy opens from the check’s pages too, also without the last slash', async ({
  page,
  context,
}) => {
  await keep(page, refused)
  await context.setOffline(true)
  await page.goto(address('/bantuan/'))
  await expect(page.locator(`a[href="${refused}"]`).first()).toBeAttached()
  await page.goto(address(`/periksa/luring/?ke=${encodeURIComponent('/paspor-ditolak')}`))
  expect(page.url()).toBe(address(refused))
  await expect(page.locator('#tanggal-salinan')).toBeVisible()
})

test('where the phone has no room the reader is told so', async ({ page }) => {
  await page.addInitScript(() => {
    Cache.prototype.put = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'))
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('not installed'))
  })
  await page.goto(address(refused))
  await page.getByRole('button', { name: words(refused).keep }).click()
  await expect(page.locator('#simpan [role="status"]')).toHaveText(words(refused).full)
})

test('where the browser allows no copies none is offered', async ({ page }) => {
  await page.addInitScript(() => {
    CacheStorage.prototype.has = () => Promise.reject(new DOMException('blocked', 'SecurityError'))
  })
  await page.goto(address(refused), { waitUntil: 'networkidle' })
  await expect(page.locator('#simpan')).toBeHidden()
})

test('the workers are asked for anew each time', async ({ request }) => {
  for (const worker of [onePageWorker, idleWorker]) {
    const response = await request.get(address(worker))
    expect(response.headers()['cache-control']).toBe('no-cache')
  }
})
