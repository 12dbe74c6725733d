import type { IncomingMessage } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { tryCode } from '#cms/accounts/door.ts'
import { codeRule, passwordRule, reserveTry, subjectOf } from '#cms/accounts/tries.ts'
import { totpCode, totpStep } from '#cms/endpoints/desk-totp.ts'
import { collections } from '#src/slugs.ts'
import {
  type DeskAnswer,
  type DeskBrowser,
  handlerPassword,
  makeAccount,
  startTestDesk,
  type TestDesk,
} from '#tests/helpers/desk.ts'

let desk: TestDesk
let serial = 0
const codeNow = (secret: Buffer, later = 0) => totpCode(secret, totpStep(Date.now()) + later)
const wrongCodes = (secret: Buffer, count: number) => {
  const right = [-1, 0, 1, 2].map(step => codeNow(secret, step))
  const codes = Array.from({ length: count + right.length }, (_, index) => String(index).padStart(6, '0'))
  return codes.filter(code => !right.includes(code)).slice(0, count)
}
const codeOf = ({ json }: DeskAnswer) => (json.error as { code: string } | undefined)?.code
const messageOf = ({ json }: DeskAnswer) => (json.error as { message: string }).message
const signIn = (email: string, password: string, browser = desk.browser()) =>
  browser.ask('/api/desk/masuk', { email, password })

/** A handler of their own for one test, on a device that signed in before, whose session was closed. */
async function makeHandler(): Promise<{ id: string; email: string; secret: Buffer; device: DeskBrowser }> {
  serial += 1
  const email = `pintu${serial}@uji.example`
  const id = await makeAccount(desk.cms, email)
  const device = desk.browser()
  const secret = await device.signIn(email)
  await device.ask('/api/desk/keluar', {})
  return { id, email, secret, device }
}

/** Sends one more while most of the others are under way: the first five have been answered, so five tries are taken. */
async function lastOf(
  others: readonly Promise<DeskAnswer>[],
  last: () => Promise<DeskAnswer>,
): Promise<DeskAnswer[]> {
  await Promise.all(others.slice(0, 5))
  return Promise.all([...others, last()])
}

/** Uses up the tries that everybody has in common. */
async function spend(kind: 'password' | 'code', name: string): Promise<void> {
  const { payload } = desk.cms
  const rule = kind === 'code' ? codeRule : passwordRule
  for (let count = 0; count < rule.perRound; count += 1)
    await reserveTry(payload, subjectOf(payload, kind, name), rule)
}

beforeAll(async () => {
  desk = await startTestDesk()
})
afterEach(() => vi.restoreAllMocks())
afterAll(() => desk.close())

describe('guesses at once', () => {
  test('forty passwords do not get in, though the last one is right', async () => {
    const { email } = await makeHandler()
    const wrong = Array.from({ length: 39 }, (_, index) => signIn(email, `salah ${index}`))
    const answers = await lastOf(wrong, () => signIn(email, handlerPassword))
    expect(answers.map(({ status }) => status)).not.toContain(200)
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
  })

  test('forty codes in two sessions are five tries, and the right one among the rest does not count', async () => {
    const { email, secret } = await makeHandler()
    const sessions = [desk.browser(), desk.browser()]
    for (const browser of sessions) await signIn(email, handlerPassword, browser)
    const give = (code: string, index: number) =>
      sessions[index % 2]?.ask('/api/desk/kode', { code }) as Promise<DeskAnswer>
    const answers = await lastOf(wrongCodes(secret, 39).map(give), () => give(codeNow(secret, 1), 1))
    expect(answers.map(({ status }) => status)).not.toContain(200)
    expect(answers.filter(answer => codeOf(answer) === 'wrong-code').length).toBeLessThanOrEqual(4)
  })

  test('the same right code given twenty times at once counts once', async () => {
    const { id, secret } = await makeHandler()
    const code = codeNow(secret, 1)
    const request = { headers: {} } as IncomingMessage
    const { payload, env } = desk.cms
    const tries = Array.from({ length: 20 }, () => tryCode({ payload, env }, request, { user: id, code }))
    const outcomes = (await Promise.all(tries)).map(({ outcome }) => outcome)
    expect(outcomes.filter(outcome => outcome === 'right')).toHaveLength(1)
  })

  test('two who set up a second factor at once with the same password: one is let in', async () => {
    serial += 1
    const email = `pintu${serial}@uji.example`
    await makeAccount(desk.cms, email)
    const tries = [desk.browser(), desk.browser()].map(async browser => {
      await browser.signIn(email)
      return (await browser.ask('/api/desk/saya')).status
    })
    expect((await Promise.all(tries)).sort()).toEqual([200, 401])
  })
})

describe('five wrong tries by somebody else', () => {
  test('make a new device wait, and it reads for how many minutes, in its language', async () => {
    const { email } = await makeHandler()
    for (let count = 0; count < 5; count += 1) await signIn(email, 'salah')
    const answer = await signIn(email, handlerPassword)
    const english = await desk
      .browser()
      .ask('/api/desk/masuk', { email, password: 'salah' }, { headers: { 'Accept-Language': 'en' } })
    expect([answer.status, codeOf(answer), answer.headers['retry-after']]).toEqual([429, 'locked', '900'])
    expect(messageOf(answer)).toMatch(/sesudah 15 menit\. Perangkat yang pernah dipakai/)
    expect(messageOf(english)).toMatch(/in 15 min\. Devices that signed in/)
  })

  test('are answered alike for an e-mail that no account has', async () => {
    const { email } = await makeHandler()
    const series = async (name: string) => {
      const answers = []
      for (let count = 0; count < 7; count += 1) answers.push((await signIn(name, 'salah')).body)
      return answers
    }
    const [unknown, known] = await Promise.all([series('tidak-ada@uji.example'), series(email)])
    expect(unknown).toEqual(known)
  })

  test('do not hold up a device that signed in before', async () => {
    const { email, secret, device } = await makeHandler()
    await spend('password', email)
    expect((await signIn(email, handlerPassword)).status).toBe(429)
    expect((await signIn(email, handlerPassword, device)).json).toEqual({ stage: 'second-factor' })
    expect((await device.ask('/api/desk/kode', { code: codeNow(secret, 1) })).status).toBe(200)
  })

  test('at the code, by somebody who has the password, do not hold it up either', async () => {
    const { id, email, secret, device } = await makeHandler()
    await spend('code', id)
    const stranger = desk.browser()
    await signIn(email, handlerPassword, stranger)
    const refused = await stranger.ask('/api/desk/kode', { code: codeNow(secret, 1) })
    await signIn(email, handlerPassword, device)
    const answer = await device.ask('/api/desk/kode', { code: codeNow(secret, 1) })
    expect([codeOf(refused), answer.status]).toEqual(['too-many-codes', 200])
    expect(messageOf(refused)).toMatch(/sesudah 15 menit/)
  })
})

describe('a device that signed in before', () => {
  test('has five tries of its own, and then stands where a new device stands', async () => {
    const { email, device } = await makeHandler()
    await spend('password', email)
    const answers = []
    for (let count = 0; count < 5; count += 1) answers.push((await signIn(email, 'salah', device)).status)
    answers.push((await signIn(email, handlerPassword, device)).status)
    expect(answers).toEqual([401, 401, 401, 401, 401, 429])
  })

  test('has five, not more, when a copy of its cookie guesses forty at once', async () => {
    const { email, device } = await makeHandler()
    await spend('password', email)
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => signIn(email, `salah ${index}`, device)),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
  })

  test('is let in by nothing but password and code', async () => {
    const { device } = await makeHandler()
    expect(device.cookies.size).toBe(1)
    expect((await device.ask('/api/desk/saya')).status).toBe(401)
    expect((await device.ask('/api/desk/sesi')).json).toEqual({ stage: 'signed-out' })
  })

  test('passes the lock of its own account only, and not with a changed cookie', async () => {
    const [own, another] = [await makeHandler(), await makeHandler()]
    await spend('password', own.email)
    await spend('password', another.email)
    expect((await signIn(another.email, handlerPassword, own.device)).status).toBe(429)
    const [[name, value] = ['', '']] = own.device.cookies
    own.device.cookies.set(
      name,
      value.replace(/.$/, last => (last === 'A' ? 'E' : 'A')),
    )
    expect((await signIn(own.email, handlerPassword, own.device)).status).toBe(429)
  })

  test('is a new one after a new password was written, which ends its session too', async () => {
    const { id, email, secret, device } = await makeHandler()
    await signIn(email, handlerPassword, device)
    await device.ask('/api/desk/kode', { code: codeNow(secret, 1) })
    const before = await device.ask('/api/desk/saya')
    const { payload } = desk.cms
    const password = 'kata sandi baru yang panjang'
    await payload.update({ collection: collections.users, id, data: { password }, overrideAccess: true })
    await spend('password', email)
    expect([before.status, (await device.ask('/api/desk/saya')).status]).toEqual([200, 401])
    expect((await signIn(email, password, device)).status).toBe(429)
  })

  test('may be shared by colleagues: each passes the own lock', async () => {
    const [one, two] = [await makeHandler(), await makeHandler()]
    await one.device.signIn(two.email, two.secret)
    await one.device.ask('/api/desk/keluar', {})
    for (const { email } of [one, two]) {
      await spend('password', email)
      expect((await signIn(email, handlerPassword, one.device)).status).toBe(200)
    }
  })

  test('is known by a strict cookie that scripts cannot read and that names nobody', async () => {
    const { id, email, secret } = await makeHandler()
    const browser = desk.browser()
    await signIn(email, handlerPassword, browser)
    const answer = await browser.ask('/api/desk/kode', { code: codeNow(secret, 1) })
    const cookie = String((answer.headers['set-cookie'] as string[]).at(-1))
    expect(cookie).toMatch(
      /^rupa=[\w-]{22}\.\d{13}\.[\w-]{22}\.[\w-]{22}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=15552000$/,
    )
    expect(cookie).not.toContain(id)
  })
})

describe('a hundred anonymous sign-ins at once', () => {
  const crowd = () => Array.from({ length: 100 }, (_, index) => signIn(`ramai${index}@uji.example`, 'salah'))

  test('leave a handler on a known device in front, and tell the others at once that too many wait', async () => {
    const { email, device } = await makeHandler()
    const waiting = crowd()
    const started = performance.now()
    const answer = await signIn(email, handlerPassword, device)
    const took = performance.now() - started
    const answers = await Promise.all(waiting)
    expect(answer.status).toBe(200)
    expect(took).toBeLessThan(5000)
    const busy = answers.filter(({ status }) => status === 503)
    expect(busy.length).toBeGreaterThan(50)
    expect(new Set(busy.map(one => `${codeOf(one)} ${one.headers['retry-after']}`))).toEqual(
      new Set(['busy 5']),
    )
    expect(messageOf(busy[0] as DeskAnswer)).toMatch(/isian Anda masih ada\.$/)
  })

  test('leave rows for those only whose password was tried, and write nothing to the log', async () => {
    const logged = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'log')]
    await desk.cms.payload.delete({ collection: collections.signInTries, where: {}, overrideAccess: true })
    const answers = await Promise.all(crowd())
    const { totalDocs } = await desk.cms.payload.count({
      collection: collections.signInTries,
      overrideAccess: true,
    })
    expect(totalDocs).toBe(answers.filter(({ status }) => status === 401).length)
    expect(logged.flatMap(({ mock }) => mock.calls)).toEqual([])
  })
})
