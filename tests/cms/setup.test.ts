import { existsSync, readFileSync, statSync } from 'node:fs'
import type { Server } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { linkFile, needsFirstAccount, writeFirstLink } from '#cms/first-account.ts'
import { frontServer } from '#cms/server.ts'
import { newServerState } from '#cms/server-state.ts'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'
import { signIn } from '#tests/helpers/staff.ts'
import { freePort } from '#tests/helpers/server.ts'

let cms: TestCms
let server: Server
let link: string
const account = {
  name: 'Sari',
  email: 'sari@uji.example',
  password: 'kuda baterai staples',
  again: 'kuda baterai staples',
}

const post = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(link, { method: 'POST', body: new URLSearchParams(form), headers })

beforeAll(async () => {
  const port = await freePort()
  cms = await startTestCms({ PORT: String(port) })
  server = frontServer({ ...newServerState(cms.env), phase: 'ready', payload: cms.payload })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  await cms.close()
})
beforeEach(async () => {
  await writeFirstLink(cms.payload, cms.env, Date.now())
  link = /https?:\S+/.exec(readFileSync(linkFile(cms.env), 'utf8'))?.[0] ?? ''
})
afterEach(async () => {
  await cms.payload.delete({ collection: 'users', where: {}, overrideAccess: true })
})

test('the link lies in a file of its owner alone, and the database has only its hash', async () => {
  expect(statSync(linkFile(cms.env)).mode & 0o777).toBe(0o600)
  const stored = JSON.stringify(await cms.payload.kv.get('first-account-link'))
  expect(stored).toContain('hash')
  expect(stored).not.toContain(link.split('/').at(-1))
})

test('it speaks the language of its reader', async () => {
  const headers = { 'Accept-Language': 'en' }
  const read = async (address: string) => (await fetch(address, { headers })).text()
  expect(await read(link)).toContain('Make the first admin account')
  expect(await (await post({ ...account, name: '' }, headers)).text()).toContain('Give your name.')
  expect(await read(`${link}x`)).toContain('This link does not work')
})

test('it makes one admin who can sign in, and then works no more', async () => {
  const made = await post(account)
  expect(made.status).toBe(201)
  expect(await needsFirstAccount(cms.payload)).toBe(false)
  expect(existsSync(linkFile(cms.env))).toBe(false)
  const token = await signIn(cms, account.email, account.password)
  const { docs } = await (await cms.rest('GET', '/users', { token })).json()
  expect(docs).toMatchObject([{ email: account.email, role: 'admin' }])
  expect((await fetch(link)).status).toBe(404)
  expect((await post({ ...account, email: 'lain@uji.example' })).status).toBe(404)
})

test('it leads on to the second factor without the password again, and into nothing else', async () => {
  const made = await post(account)
  const cookie = made.headers.getSetCookie().map(line => line.split(';')[0])
  expect(cookie).toEqual([expect.stringMatching(/^masuk=/)])
  const page = await fetch(new URL('/admin/login', link), { headers: { Cookie: String(cookie[0]) } })
  expect(await page.text()).toContain('otpauth://totp/')
})

test('of two who send it at once one gets the account', async () => {
  const answers = await Promise.all([post(account), post({ ...account, email: 'lain@uji.example' })])
  expect(answers.map(answer => answer.status).sort()).toEqual([201, 404])
  expect((await cms.payload.count({ collection: 'users', overrideAccess: true })).totalDocs).toBe(1)
})

test('it is over after 24 hours', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 60 * 60 * 1000 + 1 })
  const answer = await post(account)
  vi.useRealTimers()
  expect(answer.status).toBe(410)
  expect(await answer.text()).toContain('Hidupkan ulang server')
})

test('a new link ends the one before', async () => {
  await writeFirstLink(cms.payload, cms.env, Date.now())
  expect((await fetch(link)).status).toBe(404)
})

test.each([
  ['a short password', { password: 'pendek', again: 'pendek' }, 'paling sedikit 12'],
  ['two different passwords', { again: 'yang lain sama sekali' }, 'belum sama'],
  ['no name', { name: ' ' }, 'Isi nama Anda'],
  ['half an address', { email: 'sari' }, 'alamat surel yang lengkap'],
  ['markup as a name', { name: '"><script>x</script>', email: 'sari' }, '&quot;&gt;&lt;script&gt;'],
])('%s is 400, says what to do, and keeps what was typed', async (_name, change, message) => {
  const answer = await post({ ...account, ...change })
  const page = await answer.text()
  expect(answer.status).toBe(400)
  expect(page).toContain(message)
  expect(page).not.toContain(account.password)
  expect(page).not.toContain('<script>x')
  expect(await needsFirstAccount(cms.payload)).toBe(true)
})

test('missing fields are 400, not a failure of the server', async () => {
  expect((await post({})).status).toBe(400)
})

test('a form that is far too long is 413', async () => {
  expect((await post({ ...account, name: 'x'.repeat(20_000) })).status).toBe(413)
})

test('another site cannot send it', async () => {
  expect((await post(account, { Origin: 'https://evil.example' })).status).toBe(403)
  expect(await needsFirstAccount(cms.payload)).toBe(true)
})

test('the form can be used without script and by a screen reader', async () => {
  const answer = await fetch(link)
  const page = await answer.text()
  expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'; style-src 'sha256-/)
  for (const name of ['name', 'email', 'password', 'again']) expect(page).toContain(`<label for="${name}">`)
})

test('while there is no account, the form that Payload would show says where the link lies', async () => {
  const form = new URL('/admin/create-first-user', link)
  const answer = await fetch(form)
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('akun-pertama.txt')
  expect(await (await fetch(form, { headers: { 'Accept-Language': 'en' } })).text()).toContain(
    'one-time link',
  )
  expect(await (await fetch(new URL('/admin/login', link))).text()).toContain('akun-pertama.txt')
})
