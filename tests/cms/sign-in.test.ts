import { afterAll, afterEach, beforeAll, describe, expect, it, test, vi } from 'vitest'
import { openCmsSession } from '#cms/accounts/cms-session.ts'
import { findSecondFactor } from '#cms/endpoints/desk-store.ts'
import { removeSecondFactor } from '#cms/reset-second-factor.ts'
import {
  type CmsBrowser,
  codeOf,
  type Page,
  shownSecret,
  staffPassword,
  startTestDoor,
  type TestDoor,
} from '#tests/helpers/cms-door.ts'

let door: TestDoor
let serial = 0
let email = ''
let id = ''
beforeAll(async () => {
  door = await startTestDoor()
})
afterEach(() => {
  vi.useRealTimers()
})
afterAll(() => door.close())

async function make(role: 'admin' | 'publisher' | 'editor' | 'handler' = 'publisher'): Promise<void> {
  email = `staf-${++serial}@uji.example`
  id = await door.makeStaff(email, role)
}
const typePassword = (browser: CmsBrowser, password = staffPassword, address = '/admin/login') =>
  browser.post(address, { langkah: 'sandi', email, password })
const sessionOf = (browser: CmsBrowser) => browser.cookies.get('payload-token')
const placeOf = ({ headers, status }: Page) => [status, headers.location]
/** What a token opens: the own account, by cookie and by each form of the header. */
const openedBy = async (token: string) => {
  const headers = [
    { Authorization: `JWT ${token}` },
    { Authorization: `Bearer ${token}` },
    { Authorization: `users API-Key ${token}` },
    { Cookie: `payload-token=${token}`, 'Sec-Fetch-Site': 'same-origin' },
  ]
  const statuses = []
  for (const one of headers) statuses.push((await door.cms.rest('GET', '/users', { headers: one })).status)
  return statuses
}

const opened = [200, 200, 403, 200]
const closed = [403, 403, 403, 403]

describe('signing in at the CMS', () => {
  it('sets up a second factor the first time, and only then opens the CMS', async () => {
    await make()
    const browser = door.browser()
    expect(placeOf(await typePassword(browser))).toEqual([303, '/admin/login?langkah=kode'])
    expect(sessionOf(browser)).toBeUndefined()
    const page = await browser.get('/admin/login')
    expect(page.body).toContain('<svg class="qr"')
    expect(page.body).toContain('otpauth://totp/')
    const secret = shownSecret(page)
    const wrong = await browser.post('/admin/login', { langkah: 'pasang', code: codeOf(secret, 9) })
    expect([wrong.status, sessionOf(browser)]).toEqual([401, undefined])
    const right = await browser.post('/admin/login', { langkah: 'pasang', code: codeOf(secret) })
    expect(placeOf(right)).toEqual([303, '/admin'])
    expect(await openedBy(sessionOf(browser) ?? '')).toEqual(opened)
  })

  it('asks for a code from then on, takes each once, and offers no second secret', async () => {
    // The clock stands still, so that "the code of now" is the same one throughout.
    vi.useFakeTimers({ toFake: ['Date'] })
    await make()
    const secret = await door.browser().signIn(email)
    const browser = door.browser()
    await typePassword(browser)
    const page = await browser.get('/admin/login')
    expect(page.body).toContain('autocomplete="one-time-code"')
    expect(page.body).not.toContain('otpauth:')
    const used = await browser.post('/admin/login', { langkah: 'kode', code: codeOf(secret) })
    await browser.post('/admin/login', { langkah: 'pasang', code: codeOf(secret) })
    expect([used.status, sessionOf(browser)]).toEqual([401, undefined])
    const fresh = codeOf(secret, 1)
    const right = await browser.post('/admin/login', {
      langkah: 'kode',
      code: `${fresh.slice(0, 3)} ${fresh.slice(3)}`,
    })
    expect(placeOf(right)).toEqual([303, '/admin'])
    expect(sessionOf(browser)).toBeTruthy()
  })

  it('keeps the secret that it shows when the page is loaded again', async () => {
    await make()
    const browser = door.browser()
    await typePassword(browser)
    const first = shownSecret(await browser.get('/admin/login'))
    expect(shownSecret(await browser.get('/admin/login'))).toEqual(first)
  })

  it('starts over where somebody asks for it', async () => {
    await make()
    const browser = door.browser()
    await typePassword(browser)
    await browser.post('/admin/login', { langkah: 'ulang' })
    expect((await browser.get('/admin/login')).body).toContain('name="password"')
  })

  it('leads case handlers to the desk in the language of the page', async () => {
    await make()
    const linked = async (language: string) => {
      const { body } = await door.browser().get('/admin/login', { 'Accept-Language': language })
      return body.includes(`${door.cms.env.deskUrl}/?bahasa=en"`)
    }
    expect([await linked('en'), await linked('id')]).toEqual([true, false])
  })

  it('goes on where another tab has finished', async () => {
    await make()
    const browser = door.browser()
    const secret = await browser.signIn(email)
    const late = await browser.post('/admin/login?redirect=%2Fakun', {
      langkah: 'kode',
      code: codeOf(secret),
    })
    expect(late.status).toBe(303)
    expect(placeOf(await browser.get(String(late.headers.location)))).toEqual([303, '/akun'])
  })

  it('says that cookies are needed where a browser keeps none', async () => {
    await make()
    const answer = await typePassword(door.browser())
    const page = await door.browser().get(String(answer.headers.location))
    expect(page.body).toContain('tidak menyimpan kuki')
  })

  it('keeps the e-mail and not the password of a refused form', async () => {
    await make()
    const { body, status } = await typePassword(door.browser(), 'kata sandi yang salah')
    expect(status).toBe(401)
    expect(body).toContain(`value="${email}"`)
    expect(body).not.toContain('kata sandi yang salah')
  })

  it('gives one answer to unknown e-mails, wrong passwords and case handlers', async () => {
    await make('handler')
    const strip = (page: Page) => page.body.replace(/value="[^"]*@[^"]*"/, '')
    const handler = await typePassword(door.browser())
    const wrong = await typePassword(door.browser(), 'salah')
    email = 'tidak-ada@uji.example'
    const unknown = await typePassword(door.browser())
    expect([handler.status, wrong.status, unknown.status]).toEqual([401, 401, 401])
    expect(new Set([handler, wrong, unknown].map(strip)).size).toBe(1)
    expect(handler.body).toContain(`${door.cms.env.deskUrl}/`)
  })

  it('answers no earlier for an unknown e-mail than for a wrong password', async () => {
    await make()
    const time = async (password: string) => {
      const start = performance.now()
      await typePassword(door.browser(), password)
      return performance.now() - start
    }
    const known = await time('salah')
    email = 'tidak-ada-juga@uji.example'
    const unknown = await time('salah')
    expect(Math.min(known, unknown)).toBeGreaterThanOrEqual(890)
  })

  it('ends what waits for a code when the password is changed meanwhile', async () => {
    await make()
    const secret = await door.browser().signIn(email)
    const browser = door.browser()
    await typePassword(browser)
    await door.cms.payload.update({
      collection: 'users',
      id,
      data: { password: 'kata sandi yang lain lagi' },
      overrideAccess: true,
    })
    await browser.post('/admin/login', { langkah: 'kode', code: codeOf(secret, 1) })
    expect(sessionOf(browser)).toBeUndefined()
  })

  it('asks for the setting up again once a lost one was removed', async () => {
    await make()
    await door.browser().signIn(email)
    expect(await removeSecondFactor(door.cms.payload, email)).toBe(true)
    const browser = door.browser()
    await typePassword(browser)
    expect((await browser.get('/admin/login')).body).toContain('otpauth:')
  })

  it.each([
    ['no fields', {}],
    ['half an e-mail', { langkah: 'sandi', email: 'sari', password: 'x' }],
    [
      'a password of a megabyte, cut by the form limit',
      { email: 'a@uji.example', password: 'x'.repeat(7000) },
    ],
    ['an unknown step', { langkah: '../', email: '', password: '' }],
  ])('answers %s with 400', async (_name, form) => {
    expect((await door.browser().post('/admin/login', form)).status).toBe(400)
  })

  it('takes no form of another site', async () => {
    await make()
    const headers = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }
    const form = { langkah: 'sandi', email, password: staffPassword }
    expect((await door.browser().post('/admin/login', form, headers)).status).toBe(403)
  })

  it('speaks the language that was chosen in the admin', async () => {
    const page = await door.browser().get('/admin/login', { Cookie: 'payload-lng=en' })
    expect([page.body.includes('<html lang="en">'), page.body.includes('Sign in to the CMS')]).toEqual([
      true,
      true,
    ])
  })

  it('lets no other site lay its page over the door', async () => {
    const { headers } = await door.browser().get('/admin/login')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['cache-control']).toBe('no-store')
  })

  it('leaves no e-mail and no address behind in the log, and one line at most', async () => {
    await make()
    const lines: string[] = []
    const note = (...parts: unknown[]) => lines.push(parts.map(String).join(' '))
    const spies = [
      ...(['log', 'info', 'warn', 'error'] as const).map(name =>
        vi.spyOn(console, name).mockImplementation(note),
      ),
      vi.spyOn(process.stdout, 'write').mockImplementation(text => note(text) > 0),
      vi.spyOn(process.stderr, 'write').mockImplementation(text => note(text) > 0),
    ]
    door.cms.payload.logger.level = 'info'
    await typePassword(door.browser(), 'salah')
    door.cms.payload.logger.level = 'silent'
    for (const spy of spies) spy.mockRestore()
    expect(lines.length).toBeLessThanOrEqual(1)
    expect(lines.join()).not.toMatch(/@|127\.0\.0\.1|Mozilla/)
  })
})

describe('where one goes after signing in', () => {
  test.each([
    ['/admin/collections/figures?limit=10', '/admin/collections/figures?limit=10'],
    ['/akun/sandi', '/akun/sandi'],
    ['//evil.example', '/admin'],
    ['/\\evil.example', '/admin'],
    ['/admin/..//evil.example', '/admin'],
    ['/admin/../../evil', '/admin'],
    ['/admin/%5c%5cevil.example', '/admin'],
    ['/admin//evil.example', '/admin'],
    ['https://evil.example/admin', '/admin'],
    ['javascript:alert(1)', '/admin'],
    ['/adminevil', '/admin'],
    ['/admin/logout', '/admin'],
    ['/admin/login?redirect=/admin/login', '/admin'],
    ['/admin\r\nSet-Cookie: a=b', '/admin'],
    ['', '/admin'],
  ])('%j leads to %s', async (wanted, place) => {
    await make('editor')
    const browser = door.browser()
    browser.cookies.set('payload-token', await openCmsSession(door.cms.payload, id))
    const answer = await browser.get(`/admin/login?redirect=${encodeURIComponent(wanted)}`)
    expect(placeOf(answer)).toEqual([303, place])
  })
})

describe('signing out', () => {
  it('ends the session at a link of ours, and the old token opens nothing', async () => {
    await make()
    const browser = door.browser()
    await browser.signIn(email)
    const token = sessionOf(browser) ?? ''
    const page = await browser.get('/admin/logout')
    expect([page.status, sessionOf(browser)]).toEqual([200, undefined])
    expect(await openedBy(token)).toEqual(closed)
  })

  it.each([
    ['a fetch of Next', { 'Sec-Fetch-Dest': 'empty', RSC: '1' }],
    ['a link of another site', { 'Sec-Fetch-Site': 'none' }],
  ])('asks first where %s reads the address', async (_name, headers) => {
    await make()
    const browser = door.browser()
    await browser.signIn(email)
    const page = await browser.get('/admin/logout', headers)
    expect(page.body).toContain('Keluar dari CMS?')
    expect(await openedBy(sessionOf(browser) ?? '')).toEqual(opened)
    await browser.post('/admin/logout', {})
    expect(sessionOf(browser)).toBeUndefined()
  })

  it('leads from a session that ended to signing in, and back', async () => {
    const answer = await door
      .browser()
      .get('/admin/logout-inactivity?redirect=%2Fadmin%2Fcollections%2Ffigures')
    const place = '/admin/login?redirect=%2Fadmin%2Fcollections%2Ffigures&langkah=berakhir'
    expect(placeOf(answer)).toEqual([303, place])
    expect((await door.browser().get(place)).body).toContain('Sesi Anda sudah berakhir')
  })
})

describe('no other way in', () => {
  const call = (method: string, address: string, options: Parameters<TestDoor['cms']['rest']>[2] = {}) =>
    door.cms.rest(method, address, options)
  const tokensIn = async (response: Response) => [
    response.headers.get('set-cookie')?.includes('payload-token=') ?? false,
    /"(?:token|refreshedToken)"\s*:\s*"/.test(await response.text()),
  ]

  it.each([
    '/users/login',
    '/users/login/',
    '/users//login',
    '/users/%6Cogin',
    '/users/./login',
    '/Users/login',
    '/users/login?depth=0',
    '/users/unlock',
    '/users/first-register',
    '/users/forgot-password',
  ])('refuses a right password at %s and gives no token', async address => {
    await make('admin')
    const response = await call('POST', address, { body: { email, password: staffPassword } })
    expect([403, 404].includes(response.status)).toBe(true)
    expect(await tokensIn(response)).toEqual([false, false])
  })

  it.each(['PUT', 'PATCH', 'GET', 'DELETE'])('refuses it by %s and as an override too', async method => {
    await make('admin')
    const body = { email, password: staffPassword }
    const direct = await call(method, '/users/login', method === 'GET' ? {} : { body })
    const masked = await call('POST', '/users/login', { body, headers: { 'X-HTTP-Method-Override': method } })
    const payloads = await call('POST', '/users/login', {
      body,
      headers: { 'X-Payload-HTTP-Method-Override': method },
    })
    for (const response of [direct, masked, payloads]) {
      expect(response.status).toBeGreaterThanOrEqual(400)
      expect(await tokensIn(response)).toEqual([false, false])
    }
  })

  it('gives no token for a password link by REST, and none of our own code signs in with a password', async () => {
    await make('admin')
    const { payload } = door.cms
    const token = await payload.forgotPassword({
      collection: 'users',
      data: { email },
      disableEmail: true,
    })
    const data = { token, password: 'kata sandi yang lain lagi' }
    const response = await call('POST', '/users/reset-password', { body: data })
    expect([response.status, await tokensIn(response)]).toEqual([404, [false, false]])
    await expect(
      payload.login({ collection: 'users', data: { email, password: staffPassword } }),
    ).rejects.toThrow()
  })

  it('opens nothing with what a browser holds before the second factor', async () => {
    await make('admin')
    const browser = door.browser()
    await typePassword(browser)
    const waiting = browser.cookies.get('masuk') ?? ''
    expect(waiting.length).toBeGreaterThan(40)
    expect(await openedBy(waiting)).toEqual(closed)
    const refreshed = await call('POST', '/users/refresh-token', { token: waiting })
    expect([refreshed.status, await tokensIn(refreshed)]).toEqual([403, [false, false]])
    expect(placeOf(await browser.get('/akun'))).toEqual([303, '/admin/login?redirect=%2Fakun'])
  })

  it('gives a new token only to a session that began at our door', async () => {
    await make('admin')
    const ours = await openCmsSession(door.cms.payload, id)
    expect((await call('POST', '/users/refresh-token', { token: ours })).status).toBe(200)
    // As Payload's own sign-in left it in the database before.
    await door.cms.payload.db.updateOne({
      collection: 'users',
      id,
      data: { sessions: [{ id: 'lama', createdAt: new Date(), expiresAt: new Date(Date.now() + 60_000) }] },
      returning: false,
    })
    const { getFieldsToSign, jwtSign } = await import('payload')
    const { token: old } = await jwtSign({
      fieldsToSign: getFieldsToSign({
        collectionConfig: door.cms.payload.collections.users.config,
        email,
        sid: 'lama',
        user: { id, email, role: 'admin' } as never,
      }),
      secret: door.cms.payload.secret,
      tokenExpiration: 60,
    })
    const response = await call('POST', '/users/refresh-token', { token: old })
    expect([response.status, await tokensIn(response)]).toEqual([403, [false, false]])
  })

  it('ends the sessions of an account that gets another role', async () => {
    await make('publisher')
    const token = await openCmsSession(door.cms.payload, id)
    expect(await openedBy(token)).toEqual(opened)
    await door.cms.payload.update({ collection: 'users', id, data: { role: 'admin' }, overrideAccess: true })
    expect(await openedBy(token)).toEqual(closed)
  })

  it('opens nothing with a session of a case handler', async () => {
    await make('handler')
    const token = await openCmsSession(door.cms.payload, id)
    expect(await openedBy(token)).toEqual(closed)
    const answers = [
      await call('POST', '/users/refresh-token', { token }),
      await call('PATCH', `/users/${id}`, { token, body: { name: 'X' } }),
      await call('POST', '/payload-preferences/nav', { token, body: { value: 1 } }),
      await call('GET', '/payload-locked-documents', { token }),
    ]
    for (const answer of answers) expect(await tokensIn(answer.clone())).toEqual([false, false])
    expect(answers.map(({ status }) => status).filter(status => status < 400)).toEqual([])
    expect((await (await call('GET', '/users/me', { token })).json()).user).toBeNull()
    const access = await (await call('GET', '/access', { token })).json()
    expect(access.canAccessAdmin ?? false).toBe(false)
    const browser = door.browser()
    browser.cookies.set('payload-token', token)
    expect(placeOf(await browser.get('/akun'))).toEqual([303, '/admin/login?redirect=%2Fakun'])
  })
})

describe('of whom a second factor is demanded', () => {
  const stagesAt = async (variables: Record<string, string>) => {
    const other = await startTestDoor(variables)
    const seen: Record<string, string[]> = {}
    for (const role of ['admin', 'publisher', 'editor'] as const) {
      const address = `${role}@uji.example`
      const account = await other.makeStaff(address, role)
      const browser = other.browser()
      const host = new URL(other.cms.env.adminUrl).host
      const form = { langkah: 'sandi', email: address, password: staffPassword }
      const answer = await browser.post('/admin/login', form, { Host: host })
      const page = await browser.get('/admin/login', { Host: host })
      const later = await browser.post('/admin/login', { langkah: 'nanti' }, { Host: host })
      seen[role] = [
        String(answer.headers.location),
        String(page.body.includes('Nanti saja')),
        String(later.status),
      ]
      expect(await findSecondFactor(other.cms.payload, account)).toBeNull()
    }
    await other.close()
    return seen
  }
  const asked = '/admin/login?langkah=kode'

  it('is everyone, and on a loopback address administrators may put it off', async () => {
    expect(await stagesAt({})).toEqual({
      admin: [asked, 'true', '303'],
      publisher: [asked, 'false', '403'],
      editor: [asked, 'false', '403'],
    })
  })

  it('is asked of an open session too, once the server stands elsewhere', async () => {
    await make('admin')
    const [without, full] = [door.browser(), await openCmsSession(door.cms.payload, id)]
    await typePassword(without)
    await without.post('/admin/login', { langkah: 'nanti' })
    const token = String(sessionOf(without))
    const before = await openedBy(token)
    const { adminUrl } = door.cms.env
    Object.assign(door.cms.env, { adminUrl: 'https://cms.contoh.example' })
    const seen = [before, await openedBy(token), await openedBy(full)]
    Object.assign(door.cms.env, { adminUrl })
    expect(seen).toEqual([opened, closed, opened])
  })

  it('ends every open session of the account when it is taken away', async () => {
    await make('admin')
    const browser = door.browser()
    await browser.signIn(email)
    const token = String(sessionOf(browser))
    const before = await openedBy(token)
    await removeSecondFactor(door.cms.payload, email)
    expect([before, await openedBy(token)]).toEqual([opened, closed])
  })

  it('cannot be put off once somebody has set one up', async () => {
    await make('admin')
    const browser = door.browser()
    await typePassword(browser)
    await door.browser().signIn(email)
    await browser.post('/admin/login', { langkah: 'nanti' })
    expect(sessionOf(browser)).toBeUndefined()
  })

  it.each([
    { ADMIN_URL: 'http://cms.contoh.example' },
    { ADMIN_URL: 'http://localhost.contoh.example' },
    { ADMIN_URL: 'http://127.0.0.1.contoh.example' },
    { HOST: '0.0.0.0' },
  ])('cannot be put off with %j', async variables => {
    expect((await stagesAt(variables)).admin).toEqual([asked, 'false', '403'])
  })

  it.each(['Forwarded', 'Via', 'X-Forwarded-For', 'X-Forwarded-Server', 'X-Real-IP'])(
    'cannot be put off behind a proxy that writes %s, whatever Host it sends',
    async header => {
      await make('admin')
      const browser = door.browser()
      const passed = { [header]: 'for=192.0.2.1' }
      await browser.post('/admin/login', { langkah: 'sandi', email, password: staffPassword }, passed)
      const page = await browser.get('/admin/login', passed)
      const later = await browser.post('/admin/login', { langkah: 'nanti' }, passed)
      expect([page.body.includes('Nanti saja'), later.status, sessionOf(browser)]).toEqual([
        false,
        403,
        undefined,
      ])
    },
  )

  it('is administrators only where the setting says so', async () => {
    expect(await stagesAt({ STAFF_SECOND_FACTOR: 'false' })).toEqual({
      admin: [asked, 'true', '303'],
      publisher: ['/admin', 'false', '303'],
      editor: ['/admin', 'false', '303'],
    })
  })

  it('shows the code of now in a demo, and nowhere else', async () => {
    const demo = await startTestDoor({ DEMO: 'true' })
    await demo.makeStaff('admin@demo.invalid', 'admin')
    const secret = await demo.browser().signIn('admin@demo.invalid')
    const browser = demo.browser()
    const form = { langkah: 'sandi', email: 'admin@demo.invalid', password: staffPassword }
    await browser.post('/admin/login', form)
    const page = await browser.get('/admin/login')
    expect(page.body).toContain(codeOf(secret, 1))
    await demo.close()
    await make('admin')
    const real = await door.browser().signIn(email)
    const other = door.browser()
    await typePassword(other)
    expect((await other.get('/admin/login')).body).not.toContain(codeOf(real, 1))
  })
})
