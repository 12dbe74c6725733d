import { afterAll, afterEach, beforeAll, describe, expect, it, test, vi } from 'vitest'
import { openCmsSession } from '#cms/accounts/cms-session.ts'
import { removeSecondFactor } from '#cms/reset-second-factor.ts'
import {
  codeOf,
  type Page,
  shownSecret,
  staffPassword,
  startTestDoor,
  type TestDoor,
  makeAccount,
  typePassword,
  sessionOf,
  placeOf,
  openedBy,
  opened,
  closed,
} from '#tests/helpers/cms-door.ts'

let door: TestDoor
beforeAll(async () => {
  door = await startTestDoor()
})
afterEach(() => {
  vi.useRealTimers()
})
afterAll(() => door.close())

describe('signing in at the CMS', () => {
  it('sets up a second factor the first time, and only then opens the CMS', async () => {
    const { email } = await makeAccount(door)
    const browser = door.browser()
    expect(placeOf(await typePassword(browser, email))).toEqual([303, '/admin/login?langkah=kode'])
    expect(sessionOf(browser)).toBeUndefined()
    const page = await browser.get('/admin/login')
    expect(page.body).toContain('<svg class="qr"')
    expect(page.body).toContain('otpauth://totp/')
    const secret = shownSecret(page)
    const wrong = await browser.post('/admin/login', { langkah: 'pasang', code: codeOf(secret, 9) })
    expect([wrong.status, sessionOf(browser)]).toEqual([401, undefined])
    const right = await browser.post('/admin/login', { langkah: 'pasang', code: codeOf(secret) })
    expect(placeOf(right)).toEqual([303, '/admin'])
    expect(await openedBy(door, sessionOf(browser) ?? '')).toEqual(opened)
  })

  it('asks for a code from then on, takes each once, and offers no second secret', async () => {
    // The clock stands still, so that "the code of now" is the same one throughout.
    vi.useFakeTimers({ toFake: ['Date'] })
    const { email } = await makeAccount(door)
    const secret = await door.browser().signIn(email)
    const browser = door.browser()
    await typePassword(browser, email)
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
    const { email } = await makeAccount(door)
    const browser = door.browser()
    await typePassword(browser, email)
    const first = shownSecret(await browser.get('/admin/login'))
    expect(shownSecret(await browser.get('/admin/login'))).toEqual(first)
  })

  it('starts over where somebody asks for it', async () => {
    const { email } = await makeAccount(door)
    const browser = door.browser()
    await typePassword(browser, email)
    await browser.post('/admin/login', { langkah: 'ulang' })
    expect((await browser.get('/admin/login')).body).toContain('name="password"')
  })

  it('leads case handlers to the desk in the language of the page', async () => {
    await makeAccount(door)
    const linked = async (language: string) => {
      const { body } = await door.browser().get('/admin/login', { 'Accept-Language': language })
      return body.includes(`${door.cms.env.deskUrl}/?bahasa=en"`)
    }
    expect([await linked('en'), await linked('id')]).toEqual([true, false])
  })

  it('goes on where another tab has finished', async () => {
    const { email } = await makeAccount(door)
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
    const { email } = await makeAccount(door)
    const answer = await typePassword(door.browser(), email)
    const page = await door.browser().get(String(answer.headers.location))
    expect(page.body).toContain('tidak menyimpan kuki')
  })

  it('keeps the e-mail and not the password of a refused form', async () => {
    const { email } = await makeAccount(door)
    const { body, status } = await typePassword(door.browser(), email, 'kata sandi yang salah')
    expect(status).toBe(401)
    expect(body).toContain(`value="${email}"`)
    expect(body).not.toContain('kata sandi yang salah')
  })

  it('gives one answer to unknown e-mails, wrong passwords and case handlers', async () => {
    const { email } = await makeAccount(door, 'handler')
    const strip = (page: Page) => page.body.replace(/value="[^"]*@[^"]*"/, '')
    const handler = await typePassword(door.browser(), email)
    const wrong = await typePassword(door.browser(), email, 'salah')
    const unknown = await typePassword(door.browser(), 'tidak-ada@uji.example')
    expect([handler.status, wrong.status, unknown.status]).toEqual([401, 401, 401])
    expect(new Set([handler, wrong, unknown].map(strip)).size).toBe(1)
    expect(handler.body).toContain(`${door.cms.env.deskUrl}/`)
  })

  it('answers no earlier for an unknown e-mail than for a wrong password', async () => {
    const { email } = await makeAccount(door)
    const time = async (address: string) => {
      const start = performance.now()
      await typePassword(door.browser(), address, 'salah')
      return performance.now() - start
    }
    const known = await time(email)
    const unknown = await time('tidak-ada-juga@uji.example')
    expect(Math.min(known, unknown)).toBeGreaterThanOrEqual(890)
  })

  it('ends what waits for a code when the password is changed meanwhile', async () => {
    const { email, id } = await makeAccount(door)
    const secret = await door.browser().signIn(email)
    const browser = door.browser()
    await typePassword(browser, email)
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
    const { email } = await makeAccount(door)
    await door.browser().signIn(email)
    expect(await removeSecondFactor(door.cms.payload, email)).toBe(true)
    const browser = door.browser()
    await typePassword(browser, email)
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
    const { email } = await makeAccount(door)
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
    const { email } = await makeAccount(door)
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
    await typePassword(door.browser(), email, 'salah')
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
    const { id } = await makeAccount(door, 'editor')
    const browser = door.browser()
    browser.cookies.set('payload-token', await openCmsSession(door.cms.payload, id))
    const answer = await browser.get(`/admin/login?redirect=${encodeURIComponent(wanted)}`)
    expect(placeOf(answer)).toEqual([303, place])
  })
})

describe('signing out', () => {
  it('ends the session at a link of ours, and the old token opens nothing', async () => {
    const { email } = await makeAccount(door)
    const browser = door.browser()
    await browser.signIn(email)
    const token = sessionOf(browser) ?? ''
    const page = await browser.get('/admin/logout')
    expect([page.status, sessionOf(browser)]).toEqual([200, undefined])
    expect(await openedBy(door, token)).toEqual(closed)
  })

  it.each([
    ['a fetch of Next', { 'Sec-Fetch-Dest': 'empty', RSC: '1' }],
    ['a link of another site', { 'Sec-Fetch-Site': 'none' }],
  ])('asks first where %s reads the address', async (_name, headers) => {
    const { email } = await makeAccount(door)
    const browser = door.browser()
    await browser.signIn(email)
    const page = await browser.get('/admin/logout', headers)
    expect(page.body).toContain('Keluar dari CMS?')
    expect(await openedBy(door, sessionOf(browser) ?? '')).toEqual(opened)
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
