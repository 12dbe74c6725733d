import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findStaffKeys } from '#cms/endpoints/desk-store.ts'
import { listInForce } from '#cms/endpoints/report-keys.ts'
import { type KeyList, keyListHash, type ListedInbox } from '#src/crypto/key-list.ts'
import { listWith, signEntry, signVoucher, withSignatures } from '#src/crypto/list-change.ts'
import { collections } from '#src/slugs.ts'
import { type DeskBrowser, startTestDesk, type TestDesk } from '#tests/helpers/desk.ts'
import {
  makeEntry,
  makeMember,
  type OpenedInbox,
  openTestInbox,
  type TestMember,
} from '#tests/helpers/inbox.ts'

let desk: TestDesk
let honest: OpenedInbox
const founders: { member: TestMember; browser: DeskBrowser }[] = []

async function person() {
  const member = await makeMember(desk.cms)
  const browser = desk.browser()
  await browser.signIn(member.email)
  return { member, browser }
}

beforeAll(async () => {
  desk = await startTestDesk()
  honest = await openTestInbox(desk.cms)
  founders.push(await person(), await person())
})
afterAll(() => desk.close())

const list = async () => (await listInForce(desk.cms.payload, desk.cms.env)) as KeyList
const listed = async (id: string) => (await list()).inboxes.find(one => one.id === id)

/** A membership as an attacker with the database writes it. */
const plant = (inbox: string, user: string) =>
  desk.cms.payload.create({
    collection: collections.inboxMembers,
    data: { inbox, user, approved: true, wrapped: 'YQ', roster: 'x' },
    overrideAccess: true,
  })

/** Two strangers found an inbox; `meddle` is done to the database before the second one agrees. */
async function found(meddle: (id: string) => Promise<unknown>) {
  const [first, second] = founders as [(typeof founders)[0], (typeof founders)[0]]
  const { entry } = await makeEntry('petugas', 'Kotak titipan')
  const [own, other] = [
    await signEntry(entry, first.member.secret),
    await signEntry(entry, second.member.secret),
  ]
  const wraps = [first, second].map(({ member }) => ({ user: member.user, wrapped: 'YQ' }))
  const body = { entry, signature: own.signature, roster: 'x', wraps, recovery: 'YQ' }
  await first.browser.ask('/api/desk/kotak', body)
  await meddle(entry.id)
  const signed = withSignatures(entry, [own, other])
  const hash = keyListHash(listWith(await list(), signed))
  const path = `/api/desk/kotak/${entry.id}/setuju`
  const answer = await second.browser.ask(path, { hash, signature: other.signature })
  return { signed, answer }
}

/** Vouches as `browser`, by a signature of `secret`. */
async function vouch(browser: DeskBrowser, signed: ListedInbox, key: string, secret: TestMember['secret']) {
  const before = await list()
  const { signature } = await signVoucher(before, signed, secret)
  const hash = keyListHash(listWith(before, { ...signed, voucher: { key, signature } }))
  return browser.ask(`/api/desk/kotak/${signed.id}/dukung`, { hash, signature })
}

describe('an inbox of two strangers', () => {
  test('waits for a voucher although a row makes an honest reader one of its members', async () => {
    const { signed, answer } = await found(id => plant(id, honest.members[0].user))
    expect(answer.json).toEqual({ state: 'founding' })
    expect(await listed(signed.id)).toBeUndefined()
  })

  test('is not vouched for by an account that only has the public key of a reader in its row', async () => {
    const third = await person()
    const { signed } = await found(async () => null)
    const { payload } = desk.cms
    const [real, own] = [
      await findStaffKeys(payload, honest.members[0].user),
      await findStaffKeys(payload, third.member.user),
    ]
    const key = String(real?.signer)
    await payload.update({
      collection: collections.staffKeys,
      id: String(own?.id),
      data: { signer: key },
      overrideAccess: true,
    })
    await plant(honest.id, third.member.user)
    const answer = await vouch(third.browser, signed, key, third.member.secret)
    expect(answer.status).toBe(400)
    expect(await listed(signed.id)).toBeUndefined()
  })

  test('is in the list, with the signature of its voucher, once a reader signs for it', async () => {
    const browser = desk.browser()
    await browser.signIn(honest.members[0].email)
    const { signed } = await found(async () => null)
    const own = await signEntry(signed, honest.members[0].secret)
    const answer = await vouch(browser, signed, own.key, honest.members[0].secret)
    const entry = await listed(signed.id)
    expect(answer.json).toEqual({ state: 'open' })
    expect(entry).toEqual({ ...signed, voucher: { key: own.key, signature: expect.any(String) } })
  })
})

test('an entry with two signatures takes no third one from whom a row makes a member', async () => {
  const fourth = await person()
  await plant(honest.id, fourth.member.user)
  const before = await list()
  const entry = before.inboxes.find(one => one.id === honest.id) as ListedInbox
  const own = await signEntry(entry, fourth.member.secret)
  const hash = keyListHash(listWith(before, withSignatures(entry, [own])))
  const path = `/api/desk/kotak/${honest.id}/tanda-tangan`
  const answer = await fourth.browser.ask(path, { hash, signature: own.signature })
  expect(answer.status).toBe(409)
  expect(await list()).toEqual(before)
})

describe('founding with what the key list has already', () => {
  const tryFounding = async (change: (entry: ListedInbox) => Partial<ListedInbox>) => {
    const [first, second] = founders as [(typeof founders)[0], (typeof founders)[0]]
    const { entry: bare } = await makeEntry()
    const entry = { ...bare, ...change(bare) }
    const { signature } = await signEntry(entry, first.member.secret)
    const wraps = [first, second].map(({ member }) => ({ user: member.user, wrapped: 'YQ' }))
    return first.browser.ask('/api/desk/kotak', { entry, signature, roster: 'x', wraps, recovery: 'YQ' })
  }

  test('is refused for its id and for its key, also when no row has them', async () => {
    const other = await openTestInbox(desk.cms)
    await desk.cms.payload.delete({
      collection: collections.inboxes,
      where: { id: { equals: other.id } },
      overrideAccess: true,
    })
    const answers = [
      await tryFounding(() => ({ id: other.id })),
      await tryFounding(() => ({ recipient: other.recipient })),
    ]
    expect(answers.map(answer => [answer.status, (answer.json.error as { code: string }).code])).toEqual([
      [409, 'inbox-exists'],
      [409, 'inbox-exists'],
    ])
  })

  test('is a 409 at the agreement when a row was given the key of a listed inbox', async () => {
    const readers = await Promise.all([person(), person()])
    const fresh = await openTestInbox(desk.cms)
    const [first, second] = readers
    const { entry } = await makeEntry()
    const stolen = { ...entry, recipient: fresh.recipient }
    const signatures = [
      await signEntry(stolen, first.member.secret),
      await signEntry(stolen, second.member.secret),
    ] as const
    const wraps = [first, second].map(({ member }) => ({ user: member.user, wrapped: 'YQ' }))
    const own = await signEntry(entry, first.member.secret)
    const body = { entry, signature: own.signature, roster: 'x', wraps, recovery: 'YQ' }
    await first.browser.ask('/api/desk/kotak', body)
    const { payload } = desk.cms
    await payload.delete({
      collection: collections.inboxes,
      where: { id: { equals: fresh.id } },
      overrideAccess: true,
    })
    await payload.update({
      collection: collections.inboxes,
      id: entry.id,
      data: { recipient: fresh.recipient },
      overrideAccess: true,
    })
    await payload.update({
      collection: collections.inboxMembers,
      where: { and: [{ inbox: { equals: entry.id } }, { user: { equals: first.member.user } }] },
      data: { signature: signatures[0].signature },
      overrideAccess: true,
    })
    const signed = withSignatures(stolen, [signatures[0], signatures[1]])
    const hash = keyListHash(listWith(await list(), signed))
    const path = `/api/desk/kotak/${entry.id}/setuju`
    const agreed = await second.browser.ask(path, { hash, signature: signatures[1].signature })
    expect(agreed.json).toEqual({ state: 'founding' })
    const browser = desk.browser()
    await browser.signIn(fresh.members[0].email)
    const voucher = await signEntry(signed, fresh.members[0].secret)
    const answer = await vouch(browser, signed, voucher.key, fresh.members[0].secret)
    expect([answer.status, (answer.json.error as { code: string }).code]).toEqual([409, 'may-not-follow'])
  })
})
