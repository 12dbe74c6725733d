import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { qrPath } from '#cms/accounts/qr.ts'
import { deskAddresses } from '#cms/endpoints/desk.ts'
import { totpCode, totpStep } from '#cms/endpoints/desk-totp.ts'
import { removeSecondFactor } from '#cms/reset-second-factor.ts'
import { collections } from '#src/slugs.ts'
import {
  fromBase32,
  handlerPassword,
  makeAccount,
  startTestDesk,
  type TestDesk,
} from '#tests/helpers/desk.ts'

let desk: TestDesk
const email = 'penangan@uji.example'
const codeNow = (secret: Buffer, later = 0) => totpCode(secret, totpStep(Date.now()) + later)

beforeAll(async () => {
  desk = await startTestDesk()
  await makeAccount(desk.cms, email)
  await makeAccount(desk.cms, 'pengelola@uji.example', 'admin')
})
afterEach(() => vi.useRealTimers())
afterAll(() => desk.close())

describe('signing in at the desk', () => {
  test('gives one answer for an unknown account, a wrong password and an admin with the right one', async () => {
    const tries = [
      { email: 'tidak-ada@uji.example', password: handlerPassword },
      { email: 'pengelola@uji.example', password: handlerPassword },
      { email, password: 'salah' },
    ]
    const answers = []
    for (const given of tries) answers.push(await desk.browser().ask('/api/desk/masuk', given))
    expect(answers.map(answer => answer.status)).toEqual([401, 401, 401])
    expect(new Set(answers.map(answer => answer.body)).size).toBe(1)
  })

  test('answers an unknown account no earlier than a wrong password', async () => {
    const time = async (given: object) => {
      const start = performance.now()
      await desk.browser().ask('/api/desk/masuk', given)
      return performance.now() - start
    }
    const unknown = await time({ email: 'tidak-ada@uji.example', password: 'salah' })
    const wrong = await time({ email, password: 'salah' })
    // Neither comes earlier than the other could: both wait for the same moment, on however busy a machine.
    expect(Math.min(unknown, wrong)).toBeGreaterThanOrEqual(890)
  })

  test('opens nothing with the password alone', async () => {
    const browser = desk.browser()
    const answer = await browser.ask('/api/desk/masuk', { email, password: handlerPassword })
    expect(answer.json).toEqual({ stage: 'enrol' })
    expect((await browser.ask('/api/desk/saya')).status).toBe(401)
  })

  test('opens after a second factor was set up, under a new cookie', async () => {
    const browser = desk.browser()
    await browser.ask('/api/desk/masuk', { email, password: handlerPassword })
    const before = browser.cookie
    const offer = await browser.ask('/api/desk/kode/baru', {})
    const secret = fromBase32(String(offer.json.secret))
    const wrong = await browser.ask('/api/desk/kode/pasang', { code: codeNow(secret, 9) })
    const right = await browser.ask('/api/desk/kode/pasang', { code: codeNow(secret) })
    expect([wrong.status, right.status]).toEqual([401, 200])
    expect(browser.cookie).not.toBe(before)
    expect((await browser.ask('/api/desk/saya')).json).toMatchObject({ email, keys: null, inboxes: [] })
  })

  test('asks for the code from then on, takes each code once, and no other account can set a new one', async () => {
    // The clock stands still, so that "the code of now" is the same one throughout.
    vi.useFakeTimers({ toFake: ['Date'] })
    const id = await makeAccount(desk.cms, 'dua@uji.example')
    const secret = await desk.browser().signIn('dua@uji.example')
    const again = desk.browser()
    const answer = await again.ask('/api/desk/masuk', { email: 'dua@uji.example', password: handlerPassword })
    expect(answer.json).toEqual({ stage: 'second-factor' })
    expect((await again.ask('/api/desk/kode/baru', {})).status).toBe(401)
    expect((await again.ask('/api/desk/kode', { code: codeNow(secret) })).status).toBe(401)
    expect((await again.ask('/api/desk/kode', { code: codeNow(secret, 1) })).status).toBe(200)
    const { docs } = await desk.cms.payload.find({
      collection: collections.staffKeys,
      where: { user: { equals: id } },
      overrideAccess: true,
    })
    expect(JSON.stringify(docs)).not.toContain(secret.toString('base64').slice(0, 12))
  })

  test('ends the sign-in after five wrong codes', async () => {
    await makeAccount(desk.cms, 'tiga@uji.example')
    await desk.browser().signIn('tiga@uji.example')
    const browser = desk.browser()
    await browser.ask('/api/desk/masuk', { email: 'tiga@uji.example', password: handlerPassword })
    const codes = []
    for (const code of ['000001', '000002', '000003', '000004', '000005']) {
      codes.push((await browser.ask('/api/desk/kode', { code })).json.error)
    }
    expect(codes.map(error => (error as { code: string }).code)).toEqual([
      'wrong-code',
      'wrong-code',
      'wrong-code',
      'wrong-code',
      'too-many-codes',
    ])
    expect(browser.cookie).toBeNull()
  })

  test('takes no further code in sessions opened before, though an administrator cleared the lock', async () => {
    const account = { email: 'empat@uji.example', password: handlerPassword }
    const id = await makeAccount(desk.cms, account.email)
    const secret = await desk.browser().signIn(account.email)
    const [a, b] = [desk.browser(), desk.browser()]
    await a.ask('/api/desk/masuk', account)
    await b.ask('/api/desk/masuk', account)
    for (const code of ['000001', '000002', '000003', '000004', '000005'])
      await a.ask('/api/desk/kode', { code })
    await desk.cms.payload.db.updateOne({
      collection: collections.users,
      id,
      data: { loginAttempts: 0, lockUntil: null },
      returning: false,
    })
    expect((await b.ask('/api/desk/kode', { code: codeNow(secret, 1) })).status).toBe(401)
    const c = desk.browser()
    await c.ask('/api/desk/masuk', account)
    expect((await c.ask('/api/desk/kode', { code: codeNow(secret, 1) })).status).toBe(401)
  })

  test('leaves the date of change of the account as it was: administrators see it', async () => {
    const id = await makeAccount(desk.cms, 'enam@uji.example')
    const changed = async () =>
      (await desk.cms.payload.findByID({ collection: collections.users, id, overrideAccess: true })).updatedAt
    const before = await changed()
    await desk.browser().ask('/api/desk/masuk', { email: 'enam@uji.example', password: 'salah' })
    await desk.browser().signIn('enam@uji.example')
    expect(await changed()).toBe(before)
  })

  test('ends with a new password', async () => {
    const id = await makeAccount(desk.cms, 'lima@uji.example')
    const browser = desk.browser()
    await browser.signIn('lima@uji.example')
    expect((await browser.ask('/api/desk/saya')).status).toBe(200)
    await desk.cms.payload.update({
      collection: collections.users,
      id,
      data: { password: 'kata sandi lain yang panjang' },
      overrideAccess: true,
    })
    expect((await browser.ask('/api/desk/saya')).status).toBe(401)
  })

  test('signs out, after which the old cookie opens nothing', async () => {
    await makeAccount(desk.cms, 'keluar@uji.example')
    const browser = desk.browser()
    await browser.signIn('keluar@uji.example')
    const { cookie } = browser
    await browser.ask('/api/desk/keluar', {})
    browser.cookie = cookie
    expect((await browser.ask('/api/desk/saya')).status).toBe(401)
  })

  test('sets a strict cookie that scripts cannot read', async () => {
    const answer = await desk.browser().ask('/api/desk/masuk', { email, password: handlerPassword })
    const cookie = String((answer.headers['set-cookie'] as string[]).at(-1))
    expect(cookie).toMatch(/^meja=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  test('stores no session, address or agent', async () => {
    const mark = 'agen-yang-tidak-boleh-tersimpan'
    await desk
      .browser()
      .ask('/api/desk/masuk', { email, password: handlerPassword }, { headers: { 'User-Agent': mark } })
    const all = await Promise.all(
      Object.values(collections).map(collection =>
        desk.cms.payload.find({
          collection,
          overrideAccess: true,
          showHiddenFields: true,
          pagination: false,
        }),
      ),
    )
    const text = JSON.stringify(all)
    expect(text).not.toContain(mark)
    expect(text).not.toContain('127.0.0.1')
  })
})

describe("an account that is no longer a handler's", () => {
  test('loses its running session with the next request', async () => {
    const id = await makeAccount(desk.cms, 'pindah@uji.example')
    const browser = desk.browser()
    await browser.signIn('pindah@uji.example')
    const before = await browser.ask('/api/desk/saya')
    await desk.cms.payload.update({ collection: 'users', id, data: { role: 'admin' }, overrideAccess: true })
    expect([before.status, (await browser.ask('/api/desk/saya')).status]).toEqual([200, 401])
  })
})

describe('losing the phone', () => {
  test('an operator removes the second factor: open sessions end, and the next sign-in sets up a new one', async () => {
    await makeAccount(desk.cms, 'hilang@uji.example')
    const held = desk.browser()
    await held.signIn('hilang@uji.example')
    expect((await held.ask('/api/desk/saya')).status).toBe(200)
    expect(await removeSecondFactor(desk.cms.payload, 'Hilang@uji.example')).toBe(true)
    expect(await removeSecondFactor(desk.cms.payload, 'hilang@uji.example')).toBe(false)
    expect(await removeSecondFactor(desk.cms.payload, 'tidak-ada@uji.example')).toBe(false)
    expect((await held.ask('/api/desk/saya')).status).toBe(401)
    const owner = desk.browser()
    const answer = await owner.ask('/api/desk/masuk', {
      email: 'hilang@uji.example',
      password: handlerPassword,
    })
    expect(answer.json).toEqual({ stage: 'enrol' })
  })
})

describe('a session that slept while the second factor was set up anew', () => {
  test('opens nothing', async () => {
    await makeAccount(desk.cms, 'tidur@uji.example')
    const asleep = desk.browser()
    await asleep.signIn('tidur@uji.example')
    await removeSecondFactor(desk.cms.payload, 'tidur@uji.example')
    const owner = desk.browser()
    await owner.signIn('tidur@uji.example')
    const statuses = [await owner.ask('/api/desk/saya'), await asleep.ask('/api/desk/saya')]
    expect(statuses.map(({ status }) => status)).toEqual([200, 401])
  })
})

describe('the code beside the field', () => {
  test('is shown in a demo at both steps that ask for one, is taken there, and is gone afterwards', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const demo = await startTestDesk({ DEMO: 'true' })
    await makeAccount(demo.cms, email)
    const seen = []
    for (const path of ['/api/desk/kode/pasang', '/api/desk/kode']) {
      const browser = demo.browser()
      await browser.ask('/api/desk/masuk', { email, password: handlerPassword })
      await browser.ask('/api/desk/kode/baru', {})
      const { demoCode } = (await browser.ask('/api/desk/sesi')).json
      seen.push(
        (await browser.ask(path, { code: demoCode })).status,
        (await browser.ask('/api/desk/sesi')).json,
      )
    }
    const third = demo.browser()
    await third.ask('/api/desk/masuk', { email, password: handlerPassword })
    seen.push((await third.ask('/api/desk/sesi')).json)
    await demo.close()
    const used = { stage: 'second-factor', demoCode: null }
    expect(seen).toEqual([200, { stage: 'ready' }, 200, { stage: 'ready' }, used])
  })

  test('is shown nowhere else', async () => {
    const account = { email: 'tanpa-kode@uji.example', password: handlerPassword }
    await makeAccount(desk.cms, account.email)
    const browser = desk.browser()
    const seen = [(await browser.ask('/api/desk/sesi')).json]
    await browser.ask('/api/desk/masuk', account)
    await browser.ask('/api/desk/kode/baru', {})
    seen.push((await browser.ask('/api/desk/sesi')).json)
    await browser.signIn(account.email)
    seen.push((await browser.ask('/api/desk/sesi')).json)
    await browser.ask('/api/desk/masuk', account)
    seen.push((await browser.ask('/api/desk/sesi')).json)
    const stages = ['signed-out', 'enrol', 'ready', 'second-factor']
    expect(seen).toEqual(stages.map(stage => ({ stage })))
  })
})

describe('setting up a second factor', () => {
  test('offers the key as text, as an address and as a picture of that address', async () => {
    await makeAccount(desk.cms, 'pindai@uji.example')
    const browser = desk.browser()
    await browser.ask('/api/desk/masuk', { email: 'pindai@uji.example', password: handlerPassword })
    const { json } = await browser.ask('/api/desk/kode/baru', {})
    expect(json.address).toContain(`secret=${json.secret}`)
    expect(json.qr).toEqual(qrPath(String(json.address)))
  })
})

describe('every address of the desk', () => {
  const closed = deskAddresses.filter(({ stage }) => stage !== null)
  test.each(closed)(
    '$method $path answers 401 to nobody and to a mere password',
    async ({ method, path, stage }) => {
      const address = path.replace(':id', '00000000-0000-4000-8000-000000000000')
      const half = desk.browser()
      await half.ask('/api/desk/masuk', { email: 'dua@uji.example', password: handlerPassword })
      const options = method === 'POST' ? { raw: '{}' } : {}
      const nobody = await desk.browser().ask(address, undefined, options)
      const halfway = await half.ask(address, undefined, options)
      expect(nobody.status).toBe(401)
      expect(halfway.status).toBe(stage === 'second-factor' ? 400 : 401)
    },
  )
})

describe('what the desk refuses', () => {
  const hostile: [string, unknown, { raw?: string; headers?: Record<string, string> }, number][] = [
    [
      'no JSON',
      undefined,
      { raw: 'a=b', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
      415,
    ],
    ['broken JSON', undefined, { raw: '{' }, 400],
    ['another type', { email: 5, password: [] }, {}, 400],
    ['a field too many', { email, password: 'x', admin: true }, {}, 400],
    ['too many bytes', { email, password: 'x'.repeat(9000) }, {}, 413],
    [
      'a foreign page',
      { email, password: handlerPassword },
      { headers: { Origin: 'https://jahat.example' } },
      403,
    ],
  ]
  test.each(hostile)('%s gets a clear 4xx', async (_, body, options, status) => {
    const answer = await desk.browser().ask('/api/desk/masuk', body, options)
    expect(answer.status).toBe(status)
    expect((answer.json.error as { message: string }).message).toMatch(/\.$/)
  })

  test('answers in English when asked to', async () => {
    const answer = await desk.browser().ask('/api/desk/masuk', {}, { headers: { 'Accept-Language': 'en' } })
    expect((answer.json.error as { message: string }).message).toMatch(/field/)
  })
})
