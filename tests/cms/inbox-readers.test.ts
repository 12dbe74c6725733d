import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeUnreadInboxes, inboxesInNeed } from '#cms/accounts/leave-inboxes.ts'
import { currentKeyList, listInForce } from '#cms/endpoints/report-keys.ts'
import { collections } from '#src/slugs.ts'
import { foundInbox, makeEntry, makeMember, openTestInbox } from '#tests/helpers/inbox.ts'
import { makeStaff, type Staff } from '#tests/helpers/staff.ts'
import { type ReportServer, sealedSample, startReportServer } from './report-server.ts'

let server: ReportServer
let staff: Staff
beforeAll(async () => {
  server = await startReportServer()
  staff = await makeStaff(server.cms)
})
afterAll(() => server.close())

const context = () => ({ payload: server.cms.payload, env: server.cms.env })
const listed = async () =>
  ((await listInForce(server.cms.payload, server.cms.env))?.inboxes ?? []).map(one => one.id)
const memberships = async (user: string) =>
  (
    await server.cms.payload.count({
      collection: collections.inboxMembers,
      where: { user: { equals: user } },
      overrideAccess: true,
    })
  ).totalDocs

type Asked = { status: number; body: Record<string, unknown>; text: string }
async function ask(
  method: string,
  path: string,
  body?: unknown,
  token = staff.tokens.admin,
  language = 'id',
) {
  const response = await server.cms.rest(method, path, {
    token,
    headers: { 'Accept-Language': language, Cookie: `payload-lng=${language}` },
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  return { status: response.status, text, body: text.startsWith('{') ? JSON.parse(text) : {} } as Asked
}

/** As the account's page does: reads what it would do, and confirms exactly that. */
async function takeOut(user: string): Promise<Asked> {
  const { body } = await ask('GET', `/users/${user}/kotak`)
  const inboxes = (body.inboxes as { id: string; readers: number }[]).map(({ id, readers }) => ({
    id,
    readers,
  }))
  return ask('POST', `/users/${user}/kotak`, { inboxes })
}

describe('an account that reads an inbox', () => {
  test('is not deleted, alone or among others, before an administrator has seen what that does', async () => {
    const { members } = await openTestInbox(server.cms)
    const user = members[0].user
    const alone = await ask('DELETE', `/users/${user}`)
    const english = await ask('DELETE', `/users/${user}`, undefined, staff.tokens.admin, 'en')
    const bulk = await ask('DELETE', `/users?where[id][in]=${user},${members[1].user}`)
    expect(alone.status).toBe(409)
    expect(alone.text).toContain('Kotak pusat')
    expect(alone.text).toContain('tersisa 1 pembaca')
    expect(english.text).toContain('readers left: 1')
    expect(bulk.body.docs).toEqual([])
    expect(await memberships(user)).toBe(1)
  })

  test('keeps its role, alone or among others, until then, and may change its name', async () => {
    const { members } = await openTestInbox(server.cms)
    const user = members[0].user
    const alone = await ask('PATCH', `/users/${user}`, { role: 'editor' })
    const bulk = await ask('PATCH', `/users?where[id][equals]=${user}`, { role: 'admin' })
    const name = await ask('PATCH', `/users/${user}`, { name: 'Nama lain' })
    const account = await server.cms.payload.findByID({ collection: 'users', id: user, overrideAccess: true })
    expect([alone.status, bulk.body.docs, name.status]).toEqual([409, [], 200])
    expect([account.role, account.name]).toEqual(['handler', 'Nama lain'])
  })

  test('is taken out by an administrator who confirms what is true now, and can be deleted then', async () => {
    const { id, members } = await openTestInbox(server.cms)
    const user = members[0].user
    const path = `/users/${user}/kotak`
    const shown = await ask('GET', path)
    const stale = await ask('POST', path, { inboxes: [{ id, readers: 5 }] })
    const bad = await ask('POST', path, { inboxes: 'semua' })
    const none = await ask('POST', path)
    const done = await takeOut(user)
    expect(shown.body.inboxes).toEqual([{ id, name: { id: 'Kotak pusat', en: 'Central inbox' }, readers: 1 }])
    expect([stale, bad, none, done].map(answer => answer.status)).toEqual([409, 400, 400, 200])
    expect(await memberships(user)).toBe(0)
    expect((await ask('DELETE', `/users/${user}`)).status).toBe(200)
    expect(await listed()).toContain(id)
  })

  test('is shown to administrators only', async () => {
    const { members } = await openTestInbox(server.cms)
    const path = `/users/${members[0].user}/kotak`
    const { admin: _, ...others } = staff.tokens
    const answers = []
    for (const token of Object.values(others)) {
      answers.push((await ask('GET', path, undefined, token)).status)
      answers.push((await ask('POST', path, { inboxes: [] }, token)).status)
    }
    expect(new Set(answers)).toEqual(new Set([403]))
    expect((await ask('GET', '/users/tidak-ada/kotak')).status).toBe(404)
  })
})

describe('an inbox that loses its readers', () => {
  test('leaves the key list with the last one, in the same step, and takes no report from then on', async () => {
    const inbox = await openTestInbox(server.cms)
    const [first, second] = inbox.members
    await takeOut(first.user)
    const open = await server.post('/api/lapor/kirim', {
      ...(await sealedSample(inbox)),
      proof: await server.prove(),
    })
    await takeOut(second.user)
    const body = await sealedSample(inbox)
    const closed = await server.post('/api/lapor/kirim', { ...body, proof: await server.prove() })
    expect([open.status, closed.status]).toEqual([201, 409])
    expect(closed.body.error?.code).toBe('inbox-closed')
    expect(await listed()).not.toContain(inbox.id)
    expect(await currentKeyList(server.cms.payload)).toEqual(
      await listInForce(server.cms.payload, server.cms.env),
    )
  })

  test('is named to administrators below two readers, also once it is closed', async () => {
    const { id, members } = await openTestInbox(server.cms)
    const needs = async () => (await inboxesInNeed(server.cms.payload)).find(one => one.id === id)
    const before = await needs()
    await takeOut(members[0].user)
    const one = await needs()
    await takeOut(members[1].user)
    expect([before, one?.readers, (await needs())?.readers]).toEqual([undefined, 1, 0])
  })

  test('takes no report, and leaves the list with the next look, when accounts vanish from the database', async () => {
    const inbox = await openTestInbox(server.cms)
    await server.cms.payload.db.deleteMany({
      collection: collections.users,
      where: { id: { in: inbox.members.map(member => member.user) } },
    })
    const body = await sealedSample(inbox)
    const answer = await server.post('/api/lapor/kirim', { ...body, proof: await server.prove() })
    expect(answer.status).toBe(409)
    expect(await listed()).toContain(inbox.id)
    expect(await closeUnreadInboxes(context())).toBe(1)
    expect(await closeUnreadInboxes(context())).toBe(0)
    expect(await listed()).not.toContain(inbox.id)
  })

  test('loses one of its last two at a time: who agreed that one stays is refused when none would', async () => {
    const { members } = await openTestInbox(server.cms)
    const shown = await Promise.all(members.map(({ user }) => ask('GET', `/users/${user}/kotak`)))
    const seen = shown.map(({ body }) =>
      (body.inboxes as { id: string; readers: number }[]).map(({ id, readers }) => ({ id, readers })),
    )
    const answers = await Promise.all(
      members.map(({ user }, place) => ask('POST', `/users/${user}/kotak`, { inboxes: seen[place] })),
    )
    const left = await Promise.all(members.map(({ user }) => memberships(user)))
    expect(answers.map(answer => answer.status).toSorted()).toEqual([200, 409])
    expect(left.toSorted()).toEqual([0, 1])
  })

  test('leaves it once, whoever takes out the last two at the same time', async () => {
    const { id, members } = await openTestInbox(server.cms)
    const before = await currentKeyList(server.cms.payload)
    await Promise.allSettled(members.map(member => takeOut(member.user)))
    await Promise.allSettled(members.map(member => takeOut(member.user)))
    expect(await listed()).not.toContain(id)
    expect((await currentKeyList(server.cms.payload))?.serial).toBe((before?.serial ?? 0) + 1)
  })
})

test('while the key list is not the pinned one, reports are taken by the pinned list and nobody leaves an inbox', async () => {
  const inbox = await openTestInbox(server.cms)
  const user = inbox.members[0].user
  const row = await server.cms.payload.create({
    collection: collections.keyLists,
    data: { serial: 9_999, hash: '0'.repeat(64), list: '{}' },
    overrideAccess: true,
  })
  const out = await takeOut(user)
  const sent = await server.post('/api/lapor/kirim', {
    ...(await sealedSample(inbox)),
    proof: await server.prove(),
  })
  await server.cms.payload.delete({ collection: collections.keyLists, id: row.id, overrideAccess: true })
  expect([out.status, sent.status, await memberships(user)]).toEqual([409, 201, 1])
  expect(out.text).toContain('tidak cocok dengan sidik')
})

test('an inbox that was being founded goes with the account of either founder', async () => {
  const { entry } = await makeEntry()
  const founders = [await makeMember(server.cms), await makeMember(server.cms)] as const
  await foundInbox(server.cms, entry, founders)
  expect((await ask('DELETE', `/users/${founders[1].user}`)).status).toBe(200)
  const left = await server.cms.payload.count({
    collection: collections.inboxes,
    where: { id: { equals: entry.id } },
    overrideAccess: true,
  })
  expect([left.totalDocs, await memberships(founders[0].user)]).toEqual([0, 0])
})
