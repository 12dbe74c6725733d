import { createServer } from 'node:http'
import { expect, type Page, test } from '@playwright/test'
import { resources } from '#src/i18n/t.ts'
import { idleWorker, onePageWorker } from '#site/offline/one-page.ts'
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

  test(`${path} has no copy and no worker left after “${words(path).drop}”`, async ({ page }) => {
    await keep(page, path)
    await page.reload()
    await page.getByRole('button', { name: words(path).drop }).click()
    await expect(page.locator('#simpan [role="status"]')).toHaveText(words(path).dropped)
    await expect(page.getByRole('button', { name: words(path).keep })).toBeFocused()
    expect(await traces(page)).toEqual({ scopes: [], stores: [] })
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
  expect(await traces(page)).toEqual({ scopes: ['/', '/en/lapor/', '/lapor/'], stores: ['simpan:/'] })
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
  expect(await traces(page)).toEqual({ scopes: ['/', '/en/lapor/', '/lapor/'], stores: ['simpan:/'] })
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

test('a visit with a connection shows the page of the server and renews the copy without a word', async ({
  page,
  context,
}) => {
  let release = ''
  const server = createServer(async (request, response) => {
    const answer = await fetch(address(request.url ?? '/'))
    const type = answer.headers.get('content-type') ?? ''
    const bytes = Buffer.from(await answer.arrayBuffer())
    const body = type.startsWith('text/html') ? bytes.toString().replace('</h1>', `${release}</h1>`) : bytes
    response.writeHead(answer.status, { 'content-type': type, 'cache-control': 'no-cache' }).end(body)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const site = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  await keep(page, '/paspor-ditolak/', site)
  release = ' (rilis kedua)'
  await page.goto(`${site}/paspor-ditolak/`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('rilis kedua')
  await expect(page.locator('#tanggal-salinan')).toHaveCount(0)
  const copy = () =>
    page.evaluate(async () =>
      (await (await caches.match('/paspor-ditolak/'))?.text())?.includes('rilis kedua'),
    )
  await expect.poll(copy, { timeout: 30_000 }).toBe(true)
  await context.setOffline(true)
  await page.goto(`${site}/paspor-ditolak/`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('rilis kedua')
  server.close()
})

test('the workers are asked for anew each time', async ({ request }) => {
  for (const worker of [onePageWorker, idleWorker]) {
    const response = await request.get(address(worker))
    expect(response.headers()['cache-control']).toBe('no-cache')
  }
})
