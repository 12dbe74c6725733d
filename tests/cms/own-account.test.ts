import { createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openCmsSession } from '#cms/accounts/cms-session.ts'
import { findSecondFactor } from '#cms/endpoints/desk-store.ts'
import {
  type CmsBrowser,
  codeOf,
  shownSecret,
  staffPassword,
  startTestDoor,
  type TestDoor,
} from '#tests/helpers/cms-door.ts'

const messages: string[] = []
/** Takes any message, after a pause in which somebody who waits would be noticed. */
const mail = createServer(socket => {
  let message: string | null = null
  socket.on('error', () => undefined)
  socket.write('220 uji\r\n')
  socket.on('data', chunk => {
    const text = chunk.toString('utf8')
    if (message === null) {
      message = text.startsWith('DATA') ? '' : null
      socket.write(message === '' ? '354 ya\r\n' : '250 ya\r\n')
      return
    }
    message += text
    if (!message.endsWith('\r\n.\r\n')) return
    messages.push(message.replaceAll('=\r\n', '').replaceAll('=3D', '='))
    message = null
    setTimeout(() => socket.write('250 ya\r\n'), 400)
  })
})

const newPassword = 'perahu rotan hijau'
let door: TestDoor
let serial = 0
let email = ''
let id = ''
let browser: CmsBrowser
let secret: Buffer
beforeAll(async () => {
  await new Promise<void>(resolve => mail.listen(0, '127.0.0.1', resolve))
  const { port } = mail.address() as AddressInfo
  door = await startTestDoor({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'cms@uji.example' })
})
afterAll(async () => {
  await door.close()
  mail.close()
})
beforeEach(async () => {
  messages.length = 0
  email = `akun-${++serial}@uji.example`
  id = await door.makeStaff(email, 'publisher')
  browser = door.browser()
  secret = await browser.signIn(email)
})

const token = () => browser.cookies.get('payload-token') ?? ''
const statusFor = async (held: string) => (await door.cms.rest('GET', '/users', { token: held })).status
const emailOf = async (account: string) =>
  (await door.cms.payload.findByID({ collection: 'users', id: account, depth: 0, overrideAccess: true }))
    .email
const opens = async (address: string, password: string) => {
  const other = door.browser()
  const answer = await other.post('/admin/login', { langkah: 'sandi', email: address, password })
  return answer.status === 303
}
const proof = () => ({ old: staffPassword, code: codeOf(secret, 1) })

describe('the own password', () => {
  const change = (form: Record<string, string>) =>
    browser.post('/akun/sandi', { ...proof(), password: newPassword, again: newPassword, ...form })

  it('changes with the old one and a fresh code, and ends every session of the account', async () => {
    const elsewhere = await openCmsSession(door.cms.payload, id)
    const held = token()
    const page = await change({})
    expect([page.status, page.body.includes('sudah diganti')]).toEqual([200, true])
    expect([await statusFor(held), await statusFor(elsewhere)]).toEqual([403, 403])
    expect([await opens(email, newPassword), await opens(email, staffPassword)]).toEqual([true, false])
  })

  it.each([
    ['a wrong old password', { old: 'salah sama sekali' }, 401, 'Kata sandi ini salah'],
    ['a code that was used', { code: 'dipakai' }, 401, 'sudah dipakai'],
    ['no code', { code: '' }, 400, 'Tulis 6 angka'],
    ['a short password', { password: 'pendek', again: 'pendek' }, 400, 'paling sedikit 12'],
    ['two passwords', { again: 'yang lain sama sekali' }, 400, 'belum sama'],
  ])('stays with %s, and the page says why', async (_name, form, status, words) => {
    const used = codeOf(secret)
    const page = await change(
      Object.fromEntries(Object.entries(form).map(([name, value]) => [name, value.replace('dipakai', used)])),
    )
    expect([page.status, page.body]).toEqual([status, expect.stringContaining(words)])
    expect([await opens(email, staffPassword), await statusFor(token())]).toEqual([true, 200])
  })

  it('cannot be changed before a second factor is set up', async () => {
    const other = await door.makeStaff(`tanpa-${serial}@uji.example`, 'admin')
    browser.cookies.set('payload-token', await openCmsSession(door.cms.payload, other))
    const page = await change({})
    expect(page.body).toContain('belum punya kode kedua')
    expect(await opens(`tanpa-${serial}@uji.example`, newPassword)).toBe(false)
  })

  it('is spoken of on the page of the account as far as its second factor allows', async () => {
    const needs = 'meminta kata sandi lama dan kode'
    const withFactor = await browser.get('/akun')
    const other = await door.makeStaff(`tanpa-${serial}@uji.example`, 'admin')
    browser.cookies.set('payload-token', await openCmsSession(door.cms.payload, other))
    const without = await browser.get('/akun')
    expect([withFactor.body.includes(needs), withFactor.body.includes('/akun/sandi')]).toEqual([true, true])
    expect([without.body.includes(needs), without.body.includes('/akun/sandi')]).toEqual([false, false])
    expect(without.body).toContain('belum punya kode kedua')
  })

  it('is not made by a link from the open session of an administrator', async () => {
    const { payload } = door.cms
    await payload.update({ collection: 'users', id, data: { role: 'admin' }, overrideAccess: true })
    const held = await openCmsSession(payload, id)
    const answer = await door.cms.rest('POST', `/users/${id}/link`, { token: held })
    const [{ message }] = (await answer.json()).errors
    expect([answer.status, message]).toEqual([403, expect.stringContaining('/akun')])
  })

  it('ends a password link that was made before', async () => {
    const { payload } = door.cms
    const link = await payload.forgotPassword({
      collection: 'users',
      data: { email },
      disableEmail: true,
    })
    await change({})
    expect((await browser.get(`/sandi/${link}`)).status).toBe(404)
  })
})

describe('the e-mail', () => {
  const change = (form: Record<string, string> = {}, path = '/akun/surel') =>
    browser.post(path, { ...proof(), email: `baru-${serial}@uji.example`, ...form })

  it('changes with old password and code, and the old address is told without the new one', async () => {
    const page = await change()
    expect([page.status, await emailOf(id)]).toEqual([200, `baru-${serial}@uji.example`])
    await expect.poll(() => messages.length).toBe(1)
    expect(messages[0]).toContain(`To: ${email}`)
    expect(messages[0]).not.toContain(`baru-${serial}`)
  })

  it.each([
    ['a wrong password', { old: 'salah sama sekali' }],
    ['a wrong code', { code: '000000' }],
    ['half an address', { email: 'sari' }],
  ])('stays with %s, and keeps what was typed', async (_name, form) => {
    const page = await change(form)
    expect([page.status >= 400, page.status < 500, await emailOf(id)]).toEqual([true, true, email])
    expect(page.body).toContain(`value="${{ email: `baru-${serial}@uji.example`, ...form }.email}"`)
  })

  it('is refused with a 400 where another account has it', async () => {
    await door.makeStaff(`lain-${serial}@uji.example`, 'editor')
    const page = await change({ email: `lain-${serial}@uji.example` })
    expect([page.status, await emailOf(id)]).toEqual([400, email])
  })

  it('of somebody else changes by an administrator alone, with the own password and code', async () => {
    const other = await door.makeStaff(`orang-${serial}@uji.example`, 'editor')
    expect((await change({}, `/akun/surel/${other}`)).status).toBe(403)
    const admin = `pengelola-${serial}@uji.example`
    await door.makeStaff(admin, 'admin')
    browser = door.browser()
    secret = await browser.signIn(admin)
    expect((await change({ old: 'salah' }, `/akun/surel/${other}`)).status).toBe(401)
    expect((await change({}, `/akun/surel/${other}`)).status).toBe(200)
    expect(await emailOf(other)).toBe(`baru-${serial}@uji.example`)
    expect((await change({}, '/akun/surel/tidak-ada')).status).toBe(404)
  })
})

describe('Payload changes neither e-mail nor password', () => {
  it.each([
    ['the own password by REST', 'self', { password: newPassword }],
    ['the own e-mail by REST', 'self', { email: 'rebut@uji.example' }],
    ['somebody else by an administrator', 'admin', { email: 'rebut@uji.example', password: newPassword }],
    ['a password hidden in a save of the name', 'self', { name: 'Baru', password: newPassword }],
  ])('%s', async (_name, caller, body) => {
    const admin = await door.makeStaff(`admin-${serial}@uji.example`, 'admin')
    const held = { self: token(), admin: await openCmsSession(door.cms.payload, admin) }[caller]
    const one = await door.cms.rest('PATCH', `/users/${id}`, { token: held ?? null, body })
    const many = await door.cms.rest('PATCH', `/users?where[id][equals]=${id}`, { token: held ?? null, body })
    expect([one.status, many.status]).toEqual([400, 400])
    expect([await emailOf(id), await opens(email, staffPassword)]).toEqual([email, true])
  })

  it('from our own code that acts for somebody', async () => {
    const user = await door.cms.payload.findByID({ collection: 'users', id, overrideAccess: true })
    const update = door.cms.payload.update({
      collection: 'users',
      id,
      data: { password: newPassword },
      user: { ...user, collection: 'users' },
      overrideAccess: false,
    })
    await expect(update).rejects.toThrow()
    expect(await opens(email, staffPassword)).toBe(true)
  })

  it('and takes a form that sends the e-mail as it is', async () => {
    const body = { name: 'Nama baru', email: email.toUpperCase() }
    const answer = await door.cms.rest('PATCH', `/users/${id}`, { token: token(), body })
    expect([answer.status, await emailOf(id)]).toEqual([200, email])
  })
})

describe('the second factor', () => {
  it('moves to another phone with old password and old code, and the old phone opens no more', async () => {
    const asked = await browser.post('/akun/kode', proof())
    expect(asked.status).toBe(303)
    const offered = shownSecret(await browser.get('/akun/kode'))
    const done = await browser.post('/akun/kode', { langkah: 'pasang', code: codeOf(offered) })
    expect([done.status, done.body.includes('sudah terpasang')]).toEqual([200, true])
    expect((await findSecondFactor(door.cms.payload, id))?.secret).toEqual(offered)
  })

  it('stays where the first code of the new phone is wrong', async () => {
    await browser.post('/akun/kode', proof())
    const page = await browser.post('/akun/kode', { langkah: 'pasang', code: '000000' })
    expect(page.status).toBe(401)
    expect((await findSecondFactor(door.cms.payload, id))?.secret).toEqual(secret)
  })

  it('cannot be replaced with the password alone', async () => {
    const page = await browser.post('/akun/kode', { old: staffPassword })
    const after = await browser.post('/akun/kode', { langkah: 'pasang', code: codeOf(secret, 1) })
    expect([page.status, after.status]).toEqual([400, 400])
    expect((await findSecondFactor(door.cms.payload, id))?.secret).toEqual(secret)
  })

  it('is set up by the password where it was put off, but not over one that came meanwhile', async () => {
    const admin = `nanti-${serial}@uji.example`
    const account = await door.makeStaff(admin, 'admin')
    const first = door.browser()
    const second = door.browser()
    for (const one of [first, second]) {
      one.cookies.set('payload-token', await openCmsSession(door.cms.payload, account))
      await one.post('/akun/kode', { old: staffPassword })
    }
    const offered = shownSecret(await first.get('/akun/kode'))
    const other = shownSecret(await second.get('/akun/kode'))
    expect((await first.post('/akun/kode', { langkah: 'pasang', code: codeOf(offered) })).status).toBe(200)
    await second.post('/akun/kode', { langkah: 'pasang', code: codeOf(other) })
    expect((await findSecondFactor(door.cms.payload, account))?.secret).toEqual(offered)
  })
})

describe('a forgotten password', () => {
  const later = { timeout: 10_000 }
  const ask = async (address: string) => {
    const start = performance.now()
    const page = await door.browser().post('/admin/forgot', { email: address })
    return { ...page, time: performance.now() - start }
  }

  it('is answered alike for known and unknown e-mails, before a message is sent', async () => {
    const known = await ask(email)
    const unknown = await ask(`tidak-ada-${serial}@uji.example`)
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    // The mail server takes its time; nobody waits for it.
    expect(known.time).toBeLessThan(400)
    await expect.poll(() => messages.length, later).toBe(1)
    expect(messages[0]).toContain(`To: ${email}`)
  })

  it('sends a link that works once, and no second one within a minute', async () => {
    await ask(email)
    await expect.poll(() => messages.length, later).toBe(1)
    await ask(email)
    await new Promise(resolve => setTimeout(resolve, 5000))
    expect(messages.length).toBe(1)
    const [link = ''] = /http:\/\/localhost:\d+\/sandi\/\w+/.exec(messages[0] ?? '') ?? []
    const path = new URL(link).pathname
    const form = { password: newPassword, again: newPassword }
    expect([(await browser.post(path, form)).status, (await browser.post(path, form)).status]).toEqual([
      200, 410,
    ])
    expect([await statusFor(token()), await opens(email, newPassword)]).toEqual([403, true])
  })

  it('sends nothing to an account without a password, which a restore has shut', async () => {
    const { payload } = door.cms
    const { updatedAt } = await payload.findByID({ collection: 'users', id, overrideAccess: true })
    const data = { hash: null, salt: null, updatedAt }
    await payload.db.updateOne({ collection: 'users', id, data, returning: false })
    expect((await ask(email)).status).toBe(200)
    await new Promise(resolve => setTimeout(resolve, 5000))
    expect(messages).toEqual([])
  })

  it('says whom to ask where the server sends no mail', async () => {
    const other = await startTestDoor()
    const page = await other.browser().post('/admin/forgot', { email })
    await other.close()
    expect([page.status, page.body]).toEqual([400, expect.stringContaining('pengelola')])
  })
})
