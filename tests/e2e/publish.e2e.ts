import { renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { account, e2e, headersOf, signIn } from '#tests/helpers/e2e.ts'

/** For what a test sets up or looks up; what it tests is done in the browser. */
let asAdmin: Record<string, string>
// Generous, for a busy machine: how fast it is, `npm run bench:start` measures.
const live = { timeout: 240_000, intervals: [500] }

const buildState = async (request: APIRequestContext) =>
  (await request.get(`${e2e().site}/api/build-state`, { headers: asAdmin })).json()
const untilLive = (request: APIRequestContext) =>
  expect
    .poll(async () => {
      const { state, waiting } = await buildState(request)
      return `${state} ${waiting}`
    }, live)
    .toBe('live 0')

test.setTimeout(10 * 60_000)
test.beforeEach(async () => {
  asAdmin = await headersOf(e2e().site, account('admin'))
})

test('a banner published in the CMS appears on the site by itself', async ({ page, request }) => {
  const title = `Tanya dulu sebelum tanda tangan ${Date.now()}`
  await signIn(page, 'publisher')
  await page.goto(`${e2e().site}/admin/collections/banners/create`)
  await page.locator('input[name="title"]').fill(title)
  await page
    .locator('textarea[name="message"]')
    .fill('Minta salinan perjanjian kerja. Baca bersama keluarga.')
  await page.locator('#action-save').click()
  await page.waitForURL(/\/banners\/[0-9a-f-]{36}/)
  const id = /\/banners\/([0-9a-f-]{36})/.exec(page.url())?.[1]
  await expect
    .poll(async () => (await (await request.get(`${e2e().site}/kampanye/`)).text()).includes(title), live)
    .toBe(true)
  await untilLive(request)
  await request.delete(`${e2e().site}/api/banners/${id}`, { data: {}, headers: asAdmin })
  await expect
    .poll(async () => (await (await request.get(`${e2e().site}/kampanye/`)).text()).includes(title), live)
    .toBe(false)
})

test('what is unpublished answers 410 before any build, and the rest follows with the next one', async ({
  page,
  request,
}) => {
  await untilLive(request)
  const found = await request.get(`${e2e().site}/api/articles?limit=1&depth=0`, { headers: asAdmin })
  const article = (await found.json()).docs[0]
  const address = `${e2e().site}/kampanye/${article.slug}/`
  expect((await request.get(address)).status()).toBe(200)
  const change = (status: 'draft' | 'published') =>
    request.patch(`${e2e().site}/api/articles/${article.id}`, {
      data: { _status: status },
      headers: asAdmin,
    })

  expect((await change('draft')).status()).toBe(200)
  await expect
    .poll(async () => (await request.get(address)).status(), { timeout: 30_000, intervals: [50] })
    .toBe(410)
  expect((await buildState(request)).takedowns[0]).toMatchObject({ everywhere: false })
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'Halaman ini sudah ditarik' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Minta bantuan' })).toBeVisible()
  await untilLive(request)
  expect((await buildState(request)).takedowns[0]).toMatchObject({ everywhere: true })
  expect(await (await request.get(`${e2e().site}/kampanye/`)).text()).not.toContain(
    `/kampanye/${article.slug}/`,
  )

  expect((await change('published')).status()).toBe(200)
  await expect.poll(async () => (await request.get(address)).status(), live).toBe(200)
})

test('a tab that was open before a new build still gets its scripts', async ({ page, request }) => {
  await page.goto(`${e2e().site}/periksa/`)
  const html = await page.content()
  const assets = [...html.matchAll(/\/_a\/[\w.-]+\.js/g)].map(match => match[0])
  expect(assets.length).toBeGreaterThan(0)
  await request.post(`${e2e().site}/api/build-state`, { data: {}, headers: asAdmin })
  await expect.poll(async () => (await buildState(request)).waiting, live).toBeGreaterThan(0)
  await untilLive(request)
  for (const asset of assets) {
    const answer = await request.get(e2e().site + asset)
    expect(answer.status()).toBe(200)
    expect(answer.headers()['cache-control']).toContain('immutable')
  }
})

test('a build that fails leaves the last good site up, and the dashboard says why', async ({
  page,
  request,
}) => {
  await untilLive(request)
  const cache = path.join(e2e().dataDir, 'cache')
  // A file where the build needs a folder: a failure of the machine, not of the content.
  renameSync(cache, `${cache}.aside`)
  writeFileSync(cache, '')
  await request.post(`${e2e().site}/api/build-state`, { data: {}, headers: asAdmin })
  await expect.poll(async () => (await buildState(request)).state, live).toBe('failed')
  expect((await request.get(`${e2e().site}/`)).status()).toBe(200)
  expect((await (await request.get(`${e2e().site}/healthz`)).json()).ready).toBe(true)
  await signIn(page, 'admin')
  await page.goto(`${e2e().site}/admin`)
  await expect(page.getByText(/Pembaruan terakhir gagal|The last update failed/)).toBeVisible()

  rmSync(cache)
  renameSync(`${cache}.aside`, cache)
  await request.post(`${e2e().site}/api/build-state`, { data: {}, headers: asAdmin })
  await untilLive(request)
})
