import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, expect, test } from '@playwright/test'
import { giveDemoCode } from '#tests/helpers/desk-page.ts'
import { headersOf, signInAs } from '#tests/helpers/e2e.ts'
import { demoAccounts, type RunningServer, startServer, untilReady } from '#tests/helpers/server.ts'

const watcher = path.resolve(import.meta.dirname, '../helpers/watch-network.ts')
const folder = mkdtempSync(path.join(tmpdir(), 'berangkat-aman-network-'))
const watching = (name: string) => ({
  NODE_OPTIONS: `--import ${watcher}`,
  NETWORK_LOG: path.join(folder, name),
})
const lines = (name: string) => readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\n')
const isForeign = (line: string) => !line.includes(' watched: ')

test.describe.configure({ mode: 'serial' })

const accountOf = (server: RunningServer, role: string) => {
  const found = demoAccounts(server).find(one => one.role === role)
  if (!found) throw new Error(`no demo account for ${role}`)
  return found
}

let server: RunningServer
let context: BrowserContext
const requested: string[] = []
const refused: string[] = []

test.beforeAll(async ({ browser }) => {
  test.setTimeout(8 * 60_000)
  server = await startServer({ demo: true, env: watching('server') })
  await untilReady(server)
  context = await browser.newContext()
  context.on('request', request => requested.push(request.url()))
  context.on('console', message => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text())
  })
})
test.afterAll(async () => {
  await context?.close()
  await server?.remove()
  rmSync(folder, { recursive: true, force: true })
})

test('the watcher notes connections and look-ups of a process and of those that it starts', () => {
  const child = `import('node:net').then(({ connect }) => connect(9, '192.0.2.1').destroy())`
  const parent = [
    `import { lookup } from 'node:dns/promises'`,
    `import { spawnSync, spawn } from 'node:child_process'`,
    `await lookup('contoh.invalid').catch(() => {})`,
    `fetch('http://192.0.2.2:8099/', { signal: AbortSignal.timeout(50) }).catch(() => {})`,
    `spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { env: {} })`,
  ].join('\n')
  execFileSync(process.execPath, ['--input-type=module', '-e', parent], {
    env: { ...process.env, ...watching('proof') },
  })
  const found = lines('proof')
    .filter(isForeign)
    .map(line => line.replace(/^\d+ /, ''))
  expect(found.sort()).toEqual(['connect 192.0.2.1', 'connect 192.0.2.2', 'lookup contoh.invalid'])
})

test('pages of site, CMS and desk ask no other host for anything', async () => {
  const account = (role: string) => accountOf(server, role)
  const page = await context.newPage()
  const home = await page.goto(server.site)
  expect(home?.status()).toBe(200)
  const inside = await page
    .locator('a[href^="/"]')
    .evaluateAll(links => links.map(a => a.getAttribute('href')))
  const paths = new Set(inside.map(href => href?.split('#')[0]))
  expect(paths.size).toBeGreaterThan(12)
  for (const href of paths) await page.goto(server.site + href, { waitUntil: 'load' })
  await page.goto(`${server.site}/cari/#q=paspor`, { waitUntil: 'networkidle' })
  await expect(page.locator('#hasil > li').first()).toBeVisible()

  await signInAs(page, server.site, account('publisher'))
  for (const screen of ['', '/collections/figures', '/collections/articles/create', '/account'])
    await page.goto(`${server.site}/admin${screen}`, { waitUntil: 'networkidle' })

  await page.goto(server.desk)
  await page.getByLabel('E-mail akun').fill(account('handler').email)
  await page.getByLabel('Kata sandi').fill(account('handler').password)
  await page.getByRole('button', { name: 'Masuk' }).click()
  await giveDemoCode(page)
  await page.getByLabel('Frasa sandi').fill(account('handler').passphrase ?? '')
  await page.getByRole('button', { name: 'Buka' }).click()
  await expect(page.getByRole('heading', { name: 'Kotak laporan DEMO' })).toBeVisible({ timeout: 60_000 })

  const own = [new URL(server.site).host, new URL(server.desk).host]
  const foreign = requested.filter(url => /^(https?|wss?):/.test(url) && !own.includes(new URL(url).host))
  expect(requested.length).toBeGreaterThan(50)
  expect(foreign).toEqual([])
  expect(refused).toEqual([])
})

test('the server, its builds included, asks no other host for anything', async ({ request }) => {
  const publisher = accountOf(server, 'publisher')
  const forgotten = await request.post(`${server.site}/admin/forgot`, { form: { email: publisher.email } })
  expect(forgotten.status()).toBeLessThan(500)
  const headers = await headersOf(server.site, publisher)
  const made = await request.post(`${server.site}/api/banners`, {
    headers,
    data: {
      title: 'Baca kontrak bersama keluarga',
      message: 'Minta salinannya sebelum tanda tangan.',
      pattern: 'anyaman',
      _status: 'published',
    },
  })
  expect(made.status()).toBe(201)
  const campaign = async () => (await request.get(`${server.site}/kampanye/`)).text()
  await expect
    .poll(campaign, { timeout: 60_000, intervals: [500] })
    .toContain('Baca kontrak bersama keluarga')
  await server.stop()

  const noted = lines('server')
  expect(noted.filter(line => line.includes('cms/start.ts')).length).toBeGreaterThan(0)
  expect(noted.filter(line => line.includes('astro.mjs')).length).toBeGreaterThan(1)
  expect(noted.filter(isForeign)).toEqual([])
})
