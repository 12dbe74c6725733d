import type { BaseDatabaseAdapter } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeCmsSession, openCmsSession } from '#cms/accounts/cms-session.ts'
import { passwordMark } from '#cms/accounts/door-sessions.ts'
import { startTestDoor, type TestDoor } from '#tests/helpers/cms-door.ts'

type Write = Parameters<BaseDatabaseAdapter['updateOne']>[0]
type Account = { id: string; hash: string; salt: string; role: string; email: string; sessions: unknown[] }

let door: TestDoor
let serial = 0
let id = ''
let token = ''
beforeAll(async () => {
  door = await startTestDoor()
})
afterAll(() => door.close())
beforeEach(async () => {
  id = await door.makeStaff(`serentak-${++serial}@uji.example`, 'editor')
  token = await openCmsSession(door.cms.payload, id)
})
afterEach(() => vi.restoreAllMocks())

const find = async () => {
  const where = { id: { equals: id } }
  const account = await door.cms.payload.db.findOne<Account>({ collection: 'users', where })
  if (!account) throw new Error('the account is gone')
  return account
}
const userOf = async (held: string) => {
  const headers = new Headers({ cookie: `payload-token=${held}`, origin: door.origin })
  return (await door.cms.payload.auth({ headers })).user
}
const renew = (held: string) => door.cms.rest('POST', '/users/refresh-token', { token: held })

/** Lets `data` be written by somebody else between the reading and the next writing of an account. Returns whether it was. */
function meanwhile(data: Record<string, unknown>): () => boolean {
  const { db } = door.cms.payload
  const write = db.updateOne.bind(db)
  const spy = vi.spyOn(db, 'updateOne').mockImplementationOnce(async (late: Write) => {
    await write({ collection: 'users', id, data, returning: false })
    return write(late)
  })
  return () => spy.mock.calls.length > 0
}

describe.runIf(process.env.TEST_DATABASE_URL)('a change of an account over MongoDB', () => {
  const others = {
    hash: 'pbkdf2-sha256-v1:00',
    salt: '11',
    role: 'publisher',
  }

  it('leaves a password, role and e-mail alone that somebody else wrote since it was read', async () => {
    const email = `sela-${serial}@uji.example`
    const happened = meanwhile({ ...others, email })
    const answer = await door.cms.rest('PATCH', `/users/${id}`, { token, body: { name: 'Lain' } })
    expect([answer.status, happened()]).toEqual([200, true])
    expect(await find()).toMatchObject({ ...others, email, name: 'Lain' })
  })

  it('leaves a role alone while a new password is written', async () => {
    const before = await find()
    const happened = meanwhile({ role: 'publisher' })
    const data = { password: 'kata sandi baru sekali' }
    await door.cms.payload.update({ collection: 'users', id, data, overrideAccess: true })
    const after = await find()
    expect([happened(), after.role, after.hash === before.hash]).toEqual([true, 'publisher', false])
  })

  it('leaves a role alone while a new password is written by a link', async () => {
    const link = await door.cms.payload.forgotPassword({
      collection: 'users',
      data: { email: (await find()).email },
      disableEmail: true,
      context: { accountLink: true },
    })
    const before = await find()
    const happened = meanwhile({ role: 'publisher' })
    const password = 'kata sandi baru sekali'
    const { status } = await door.browser().post(`/sandi/${link}`, { password, again: password })
    const after = await find()
    expect([status, happened(), after.role]).toEqual([200, true, 'publisher'])
    expect(after.hash).not.toBe(before.hash)
  })
})

describe('of changes of an account at the same time', () => {
  it.each([
    ['role', { role: 'publisher' as const }],
    ['password', { password: 'kata sandi baru sekali' }],
  ])('a new %s is never undone by another field', async (_name, data) => {
    const before = await find()
    const call = (name: string) => door.cms.rest('PATCH', `/users/${id}`, { token, body: { name } })
    for (let round = 0; round < 10; round++) {
      const late = Promise.all([call('Satu'), call('Dua'), renew(token)])
      await door.cms.payload.update({ collection: 'users', id, data, overrideAccess: true })
      const statuses = (await late).map(({ status }) => status)
      expect(statuses.filter(status => status !== 200 && status !== 403)).toEqual([])
      const after = await find()
      expect([after.role !== before.role, after.hash !== before.hash]).toEqual([
        'role' in data,
        'password' in data,
      ])
      const back = { role: before.role, hash: before.hash, salt: before.salt }
      await door.cms.payload.db.updateOne({ collection: 'users', id, data: back, returning: false })
      token = await openCmsSession(door.cms.payload, id)
    }
  })
})

describe('a session', () => {
  it('is prolonged without a write', async () => {
    const spy = vi.spyOn(door.cms.payload.db, 'updateOne')
    const answer = await renew(token)
    const renewed = /payload-token=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''
    const { exp, user } = await answer.json()
    expect([answer.status, spy.mock.calls.length]).toEqual([200, 0])
    expect([user.id, exp * 1000 > Date.now() + 60 * 60_000]).toEqual([id, true])
    expect((await userOf(renewed))?.id).toBe(id)
  })

  it('is not prolonged beyond ten hours after its start', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      let held = token
      for (let hours = 1; hours <= 9; hours++) {
        vi.advanceTimersByTime(60 * 60_000)
        const answer = await renew(held)
        held = /payload-token=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''
      }
      const before = (await userOf(held))?.id
      vi.advanceTimersByTime(61 * 60_000)
      expect([before, await userOf(held)]).toEqual([id, null])
    } finally {
      vi.useRealTimers()
    }
  })

  it.each([
    ['password', { password: 'kata sandi baru sekali' }],
    ['role', { role: 'publisher' as const }],
  ])('ends with its %s, also when a late write puts it back into the list', async (_name, data) => {
    const { sessions } = await find()
    await door.cms.payload.update({ collection: 'users', id, data, overrideAccess: true })
    await door.cms.payload.db.updateOne({ collection: 'users', id, data: { sessions }, returning: false })
    expect([await userOf(token), (await renew(token)).status]).toEqual([null, 403])
    expect((await userOf(await openCmsSession(door.cms.payload, id)))?.id).toBe(id)
    expect(await userOf(token)).toBeNull()
  })

  it('does not begin under a password that was changed while the code was read', async () => {
    const before = await find()
    await door.cms.payload.update({
      collection: 'users',
      id,
      data: { password: 'kata sandi baru sekali' },
      overrideAccess: true,
    })
    const late = openCmsSession(door.cms.payload, id, { mark: passwordMark(before.hash) })
    await expect(late).rejects.toMatchObject({ status: 401 })
    const now = openCmsSession(door.cms.payload, id, { mark: passwordMark((await find()).hash) })
    expect((await userOf(await now))?.id).toBe(id)
  })

  it('is not lost when others of the account begin and end at the same time', async () => {
    const { payload } = door.cms
    for (let round = 0; round < 10; round++) {
      const leaving = await userOf(await openCmsSession(payload, id))
      if (!leaving) throw new Error('no session')
      const opening = Array.from({ length: 4 }, () => openCmsSession(payload, id))
      const [tokens] = await Promise.all([Promise.all(opening), closeCmsSession(payload, leaving)])
      const users = await Promise.all([token, ...tokens].map(userOf))
      expect(users.map(user => user?.id)).toEqual([id, id, id, id, id])
      expect((await find()).sessions).toHaveLength(1 + 4 * (round + 1))
    }
  })
})
