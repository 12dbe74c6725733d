import { existsSync, mkdtempSync, readdirSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { root } from '#cms/env.ts'
import { workFolder } from '#cms/jobs/releases.ts'
import { type RunningServer, startServer, untilReady } from '#tests/helpers/server.ts'

test.describe.configure({ mode: 'serial' })

let server: RunningServer
const seedOffices: { items: unknown[] } = JSON.parse(
  readFileSync(path.join(root, 'src/content/seed/offices.json'), 'utf8'),
)
const linkOf = (dataDir: string) =>
  /http\S+/.exec(readFileSync(path.join(dataDir, 'akun-pertama.txt'), 'utf8'))?.[0] ?? ''
const account = { name: 'Sari', email: 'sari@uji.example', password: 'kuda baterai staples' }

/** A folder on another disk than the checkout, as a container's volume is, where the machine has one with room. */
function otherDisk(): string {
  const memory = '/dev/shm'
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > 1e9 ? memory : tmpdir()
}

// A start may build the CMS first, and the machine may be busy: how fast it is, `npm run bench:start` measures.
test.setTimeout(10 * 60_000)

test.beforeAll(async () => {
  test.setTimeout(10 * 60_000)
  server = await startServer({ folder: mkdtempSync(path.join(otherDisk(), 'berangkat-aman-test-')) })
  await untilReady(server)
})
test.afterAll(() => server.remove())

test('the first start serves site, CMS, API, desk and health on one port', async ({ request }) => {
  const health = await (await request.get(`${server.site}/healthz`)).json()
  expect(health).toMatchObject({ ready: true, unwritable: [], lastBuild: { pages: expect.any(Number) } })
  expect((await request.get(`${server.site}/`)).status()).toBe(200)
  expect((await request.get(`${server.site}/admin/login`)).status()).toBe(200)
  const offices = await (await request.get(`${server.site}/api/publik/offices`)).json()
  expect(offices.items.length).toBe(seedOffices.items.length)
  const desk = await request.get(`http://127.0.0.1:${server.port}/`, {
    headers: { Host: `desk.localhost:${server.port}` },
  })
  expect(desk.headers()['content-security-policy']).toContain("require-trusted-types-for 'script'")
})

test('a visitor of the empty CMS reads where the link to the first account lies', async ({ page }) => {
  await page.goto(`${server.site}/admin`)
  await expect(page.getByRole('heading')).toHaveText('Belum ada akun')
  await expect(page.getByText('akun-pertama.txt')).toBeVisible()
})

test('Payload cannot be asked for the first account', async ({ request }) => {
  for (const address of ['/api/users/first-register', '/api/users/%66irst-register']) {
    expect((await request.post(server.site + address, { data: account })).status()).toBe(403)
  }
  expect(
    (await request.post(`${server.site}/api/users`, { data: { ...account, role: 'admin' } })).status(),
  ).toBe(403)
})

test('the one-time link makes the first admin in the browser, once', async ({ page }) => {
  const link = linkOf(server.dataDir)
  expect(statSync(path.join(server.dataDir, 'akun-pertama.txt')).mode & 0o777).toBe(0o600)
  expect(server.output()).toContain('akun-pertama.txt')
  expect(server.output()).not.toContain(new URL(link).pathname)
  await page.goto(link)
  await page.getByLabel('Nama').fill(account.name)
  await page.getByLabel('Surel').fill(account.email)
  await page.getByLabel(/^Kata sandi Paling/).fill(account.password)
  await page.getByLabel('Kata sandi sekali lagi').fill(account.password)
  await page.getByRole('button', { name: 'Buat akun' }).click()
  await expect(page.getByRole('heading')).toHaveText('Akun admin sudah dibuat')
  await page.getByRole('link', { name: 'Pasang kode kedua' }).click()
  await expect(page.getByRole('img', { name: 'Kode QR' })).toBeVisible()
  expect((await page.goto(link))?.status()).toBe(404)
})

test('on this machine the admin puts the second factor off, and the dashboard asks for it', async ({
  page,
}) => {
  await page.goto(`${server.site}/admin`)
  await page.locator('input[name="email"]').fill(account.email)
  await page.locator('input[name="password"]').fill(account.password)
  await page.getByRole('button', { name: 'Masuk' }).click()
  await page.getByRole('button', { name: 'Nanti saja' }).click()
  await expect(page).toHaveURL(/\/admin\/?$/)
  await expect(page.getByRole('heading', { name: 'Kode kedua belum dipasang' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Pasang sekarang' })).toHaveAttribute('href', '/akun/kode')
})

/** Comes in by the forms of the door, without a second factor. Returns where that led. */
async function signIn(request: APIRequestContext): Promise<string> {
  const { email, password } = account
  await request.post(`${server.site}/admin/login`, { form: { langkah: 'sandi', email, password } })
  const last = await request.post(`${server.site}/admin/login`, {
    form: { langkah: 'nanti' },
    maxRedirects: 0,
  })
  return last.headers().location ?? ''
}

test('a second server on the same data says so and ends', async () => {
  const second = await startServer({ folder: server.folder })
  const code = await second.ended
  expect(code).toBe(1)
  expect(second.output()).toContain('sudah dipakai server lain')
})

test('a port that is taken ends the start with what to do', async () => {
  const second = await startServer({ port: server.port })
  const code = await second.ended
  expect(code).toBe(1)
  expect(second.output()).toContain('Pilih PORT lain')
  await second.remove()
})

test('a second start keeps data and site, and builds nothing again', async ({ request }) => {
  const built = async () => (await (await request.get(`${server.site}/healthz`)).json()).lastBuild.release
  const before = await built()
  expect(await server.stop()).toBe(0)
  server = await startServer({ folder: server.folder, port: server.port })
  await untilReady(server)
  expect(await built()).toBe(before)
  expect(await signIn(request)).toBe('/admin')
})

/** The status of the first answer that the server gives to this address after a start. */
async function firstStatus(address: string): Promise<number> {
  for (;;) {
    const answer = await fetch(address).catch(() => null)
    if (answer) return answer.status
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

test('after kill -9 right after a take-down, the first answers of the next start have the site without it', async ({
  request,
}) => {
  await signIn(request)
  const headers = { 'Sec-Fetch-Site': 'same-origin' }
  const found = await request.get(`${server.site}/api/articles?limit=1&depth=0`, { headers })
  const [article] = (await found.json()).docs
  const address = `/kampanye/${article.slug}/`
  expect((await request.get(server.site + address)).status()).toBe(200)
  const change = (status: string) =>
    request.patch(`${server.site}/api/articles/${article.id}`, { data: { _status: status }, headers })
  expect((await change('draft')).status()).toBe(200)
  await server.stop('SIGKILL')
  server = await startServer({ folder: server.folder, port: server.port })
  const local = `http://localhost:${server.port}`
  expect(await firstStatus(`${local}/`)).toBe(200)
  expect(await firstStatus(local + address)).toBe(410)
  expect(await firstStatus(`${local}${address}index.html.br`)).toBe(410)
  expect(await firstStatus(`${local}/readyz`)).toBe(503)
  await untilReady(server)
  const folders = readdirSync(path.join(server.dataDir, 'releases'))
  expect(folders.filter(name => existsSync(path.join(server.dataDir, 'releases', name, address)))).toEqual([])
  expect((await change('published')).status()).toBe(200)
  await expect
    .poll(async () => (await request.get(server.site + address)).status(), { timeout: 180_000 })
    .toBe(200)
})

test('after kill -9 in the middle of a build the site is whole again and nothing half-built is left', async ({
  request,
}) => {
  await signIn(request)
  const asked = await request.post(`${server.site}/api/build-state`, {
    data: {},
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  })
  expect(asked.status()).toBe(202)
  const work = () => {
    const running = path.join(server.dataDir, 'build.pid')
    return existsSync(running) ? workFolder(readFileSync(running, 'utf8').trim().split(' ')[1] ?? '') : ''
  }
  await expect.poll(() => existsSync(work()), { timeout: 120_000 }).toBe(true)
  const halfBuilt = work()
  await server.stop('SIGKILL')
  server = await startServer({ folder: server.folder, port: server.port })
  await untilReady(server)
  expect((await request.get(`${server.site}/`)).status()).toBe(200)
  await expect.poll(() => existsSync(halfBuilt), { timeout: 180_000 }).toBe(false)
  const releases = readdirSync(path.join(server.dataDir, 'releases'))
  expect(releases.filter(name => name.endsWith('.part'))).toEqual([])
  const state = async () =>
    (
      await request.get(`${server.site}/api/build-state`, { headers: { 'Sec-Fetch-Site': 'same-origin' } })
    ).json()
  await expect.poll(async () => (await state()).waiting, { timeout: 180_000 }).toBe(0)
})
