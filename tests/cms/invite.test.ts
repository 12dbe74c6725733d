import type { Server } from 'node:http'
import { createServer, type AddressInfo, type Server as NetServer } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { frontServer } from '#cms/server.ts'
import { newServerState } from '#cms/server-state.ts'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'
import { callers, makeStaff, signIn, type Staff } from '#tests/helpers/staff.ts'
import { freePort } from '#tests/helpers/server.ts'

/** A mail server that keeps what it gets, and refuses whoever is called `penuh`. */
function mailServer(): { server: NetServer; messages: string[] } {
  const messages: string[] = []
  const server = createServer(socket => {
    let message: string | null = null
    socket.on('error', () => undefined)
    socket.write('220 uji\r\n')
    socket.on('data', chunk => {
      const text = chunk.toString('utf8')
      if (message === null) {
        message = text.startsWith('DATA') ? '' : null
        if (text.startsWith('RCPT TO:<penuh')) return socket.write('550 penuh\r\n')
        return socket.write(message === '' ? '354 ya\r\n' : '250 ya\r\n')
      }
      message += text
      if (!message.endsWith('\r\n.\r\n')) return
      messages.push(message.replaceAll('=\r\n', '').replaceAll('=3D', '='))
      message = null
      return socket.write('250 ya\r\n')
    })
  })
  return { server, messages }
}

const listen = (server: Server | NetServer, port = 0) =>
  new Promise<number>(resolve => {
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

let cms: TestCms
let staff: Staff
let front: Server
const mail = mailServer()
const newPassword = 'perahu rotan hijau'
let email = ''
let serial = 0

beforeAll(async () => {
  const mailPort = await listen(mail.server)
  const port = await freePort()
  cms = await startTestCms({
    PORT: String(port),
    SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
    MAIL_FROM: 'cms@uji.example',
  })
  staff = await makeStaff(cms)
  front = frontServer({ ...newServerState(cms.env), phase: 'ready', payload: cms.payload })
  await listen(front, port)
})
afterAll(async () => {
  front.closeAllConnections()
  await new Promise(resolve => front.close(resolve))
  mail.server.close()
  await cms.close()
})
beforeEach(() => {
  email = `baru-${++serial}@uji.example`
  mail.messages.length = 0
})

const invite = (body: object = {}, token: string | null = staff.tokens.admin) =>
  cms.rest('POST', '/users/undang', {
    token,
    body: { name: 'Sari', email, role: 'editor', office: staff.office, ...body },
  })
const write = (url: string, password = newPassword, again = password) =>
  fetch(url, { method: 'POST', body: new URLSearchParams({ password, again }) })
const countUsers = async () =>
  (await cms.payload.count({ collection: 'users', overrideAccess: true })).totalDocs

describe('an invitation', () => {
  it('makes an account whose owner writes the password by a link that works once', async () => {
    const { expires, url } = await (await invite()).json()
    expect(Date.parse(expires) - Date.now()).toBeGreaterThan(23 * 60 * 60 * 1000)
    const form = await (await fetch(url)).text()
    expect(form).toContain('Halo Sari')
    expect(form).toContain(`value="${email}"`)

    const saved = await write(url)
    expect([saved.status, await saved.text()]).toEqual([200, expect.stringContaining('tersimpan')])
    expect(saved.headers.get('set-cookie')).toBeNull()
    const token = await signIn(cms, email, newPassword)
    const { docs } = await (await cms.rest('GET', '/users', { token })).json()
    expect(docs).toMatchObject([{ email, role: 'editor', office: { id: staff.office } }])

    const again = await write(url, 'kata sandi orang lain')
    expect([again.status, await again.text()]).toEqual([410, expect.stringContaining('sudah dipakai')])
    expect(await signIn(cms, email, newPassword)).toBeTruthy()
  })

  it('is sent by mail where the server sends mail', async () => {
    const { mailed, url } = await (await invite()).json()
    expect(mailed).toBe(true)
    expect(mail.messages).toHaveLength(1)
    expect(mail.messages[0]).toContain(`To: ${email}`)
    expect(mail.messages[0]).toContain(url)
  })

  it('still gives the link when the mail cannot be sent', async () => {
    const answer = await invite({ email: 'penuh@uji.example' })
    expect(answer.status).toBe(201)
    expect(await answer.json()).toMatchObject({ mailed: false, url: expect.stringContaining('/sandi/') })
  })

  it('is made by administrators only', async () => {
    const statuses: number[] = []
    for (const caller of callers) {
      const body = { email: `oleh-${caller.toLowerCase()}@uji.example` }
      statuses.push((await invite(body, staff.tokens[caller])).status)
    }
    expect(statuses).toEqual([403, 201, 403, 403, 403, 403, 403])
  })

  it.each([
    ['no name', { name: ' ' }, 'name', 'Isi nama'],
    ['half an address', { email: 'sari' }, 'email', 'alamat surel yang lengkap'],
    ['an address that has an account', { email: 'EDITOR@uji.example' }, 'email', 'sudah punya akun'],
    ['an unknown role', { role: 'raja' }, 'role', 'Pilih peran'],
    ['an editor without an office', { office: null }, 'office', 'Pilih kantor'],
    ['an office that is not there', { office: 'tidak-ada' }, 'office', 'tidak ada'],
    ['a list as name', { name: ['Sari'] }, 'name', 'Isi nama'],
  ])('with %s is refused, says what to do, and leaves no account', async (_name, body, path, message) => {
    const before = await countUsers()
    const answer = await invite(body)
    expect(answer.status).toBe(400)
    const { errors } = await answer.json()
    expect(errors[0].data.errors).toMatchObject([{ path, message: expect.stringContaining(message) }])
    expect(await countUsers()).toBe(before)
  })
})

describe('an account that is made by REST', () => {
  const make = (body: object) =>
    cms.rest('POST', '/users', {
      token: staff.tokens.admin,
      body: { name: 'Sari', email, role: 'editor', office: staff.office, ...body },
    })

  it('has no password that an administrator chose', async () => {
    const before = await countUsers()
    const answer = await make({ password: newPassword })
    const { errors } = await answer.json()
    expect([answer.status, errors[0].data.errors[0].path, await countUsers()]).toEqual([
      400,
      'password',
      before,
    ])
  })

  it('has one that nobody knows', async () => {
    expect((await make({})).status).toBe(201)
    const found = await cms.payload.db.findOne<{ id: string; hash?: string }>({
      collection: 'users',
      where: { email: { equals: email } },
    })
    expect(found?.hash).toMatch(/^pbkdf2/)
  })
})

describe('the page behind the link', () => {
  const linkFor = async () => (await (await invite()).json()).url as string

  it.each([
    ['a short password', 'pendek', 'pendek', 'paling sedikit 12'],
    ['two different passwords', newPassword, 'yang lain sama sekali', 'belum sama'],
  ])('refuses %s, says what to do, and the link still works', async (_name, password, again, message) => {
    const url = await linkFor()
    const answer = await write(url, password, again)
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(message)])
    expect((await write(url)).status).toBe(200)
  })

  it('says after 24 hours whom to ask', async () => {
    const url = await linkFor()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 60 * 60 * 1000 + 1 })
    const answers = [await fetch(url), await write(url)]
    vi.useRealTimers()
    expect(answers.map(({ status }) => status)).toEqual([410, 410])
    expect(await answers[0]?.text()).toContain('mintalah tautan baru kepada pengelola')
  })

  it('ends the link before when a new one is made', async () => {
    const { id, url } = await (await invite()).json()
    const { url: newer } = await (
      await cms.rest('POST', `/users/${id}/link`, { token: staff.tokens.admin })
    ).json()
    expect([(await fetch(url)).status, (await fetch(newer)).status]).toEqual([404, 200])
  })

  it('speaks the language of its reader, whether the link is good, used or invented', async () => {
    const url = await linkFor()
    const headers = { 'Accept-Language': 'en-GB,en' }
    const read = async (address: string) => (await fetch(address, { headers })).text()
    expect(await read(url)).toContain('Write your password')
    const body = new URLSearchParams({ password: 'short', again: 'short' })
    expect(await (await fetch(url, { method: 'POST', body, headers })).text()).toContain('12 letters')
    await write(url)
    expect(await read(url)).toContain('This link was used')
    expect(await read(`${url}x`)).toContain('This link does not work')
  })

  it('says of a cut or invented link that it is not valid', async () => {
    const url = await linkFor()
    for (const bad of [url.slice(0, -3), `${url}x`, url.replace(/\/sandi\/.*/, '/sandi/%27%20OR%201=1')]) {
      const answer = await fetch(bad)
      expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('tidak berlaku')])
    }
  })

  it('takes no form of another site', async () => {
    const url = await linkFor()
    const body = new URLSearchParams({ password: newPassword, again: newPassword })
    const answer = await fetch(url, { method: 'POST', body, headers: { Origin: 'https://evil.example' } })
    expect([answer.status, (await fetch(url)).status]).toEqual([403, 200])
  })

  it('leads a case handler to the desk, without a session', async () => {
    const { url } = await (await invite({ role: 'handler', office: null })).json()
    const answer = await write(url)
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await answer.text()).toContain(`${cms.env.deskUrl}/`)
  })
})
