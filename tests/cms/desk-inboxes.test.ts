import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { currentKeyList, listInForce, pinFile } from '#cms/endpoints/report-keys.ts'
import { type Identity, openWithPassphrase, recipientOf } from '#src/crypto/age.ts'
import { base64url, fromBase64url, text } from '#src/crypto/bytes.ts'
import { makeInbox, type NewInbox } from '#src/crypto/founding.ts'
import { type KeyList, keyListHash, type ListedInbox } from '#src/crypto/key-list.ts'
import { listWith, signEntry, signersOf, signVoucher, withSignatures } from '#src/crypto/list-change.ts'
import { type MemberSecret, memberKeysOf, newMemberSecret, wrapMemberSecret } from '#src/crypto/member.ts'
import type { RosterMember } from '#src/crypto/roster.ts'
import type { Me } from '#desk/desk-context.ts'
import { collections } from '#src/slugs.ts'
import { type DeskBrowser, makeAccount, startTestDesk, type TestDesk } from '#tests/helpers/desk.ts'

const names = ['pendiri', 'rekan', 'luar', 'kosong'] as const
type Name = (typeof names)[number]

let desk: TestDesk
const browsers = {} as Record<Name, DeskBrowser>
const members = {} as Record<Name, RosterMember>
const secrets = {} as Record<Name, MemberSecret>
let made: NewInbox
let inbox: string

/** What a founder's desk sends, with the entry signed by `author`. */
async function foundingBody(author: MemberSecret, files: NewInbox, wraps = files.wraps, name = 'Kotak uji') {
  const { recipient, roster, recovery } = files
  const entry = {
    id: randomUUID(),
    kind: 'umum',
    name: { id: name, en: 'Test inbox' },
    readers: { id: 'dua pembaca laporan uji', en: 'two test handlers' },
    keyVersion: 1,
    recipient,
  } as const
  const { signature } = await signEntry(entry, author)
  return { entry, signature, roster, wraps, recovery }
}

/** What the second founder's desk sends: the hash of the list it showed, and its signature. */
async function agreement(browser: DeskBrowser, id: string, secret: MemberSecret) {
  const { list, inboxes } = (await browser.ask('/api/desk/saya')).json as unknown as Me
  const entry = inboxes.find(one => one.id === id)?.founding as ListedInbox
  const own = await signEntry(entry, secret)
  return { hash: keyListHash(listWith(list, withSignatures(entry, [own]))), signature: own.signature }
}

/** What a voucher's desk sends, in the name of whoever signs. */
async function word(me: Me, id: string, secret: MemberSecret) {
  const entry = me.waiting.find(one => one.id === id)?.entry as ListedInbox
  const voucher = await signVoucher(me.list as KeyList, entry, secret)
  return { hash: keyListHash(listWith(me.list, { ...entry, voucher })), signature: voucher.signature }
}

const inForce = () => listInForce(desk.cms.payload, desk.cms.env)

beforeAll(async () => {
  desk = await startTestDesk()
  for (const name of names) {
    const email = `${name}@uji.example`
    const user = await makeAccount(desk.cms, email)
    browsers[name] = desk.browser()
    await browsers[name].signIn(email)
    const secret = await newMemberSecret()
    const keys = await memberKeysOf(secret)
    secrets[name] = secret
    members[name] = { user, name: email, ...keys }
    const wrapped = base64url(await wrapMemberSecret(secret, 'frasa uji', 6))
    if (name !== 'kosong') await browsers[name].ask('/api/desk/kunci', { ...keys, wrapped })
  }
  made = await makeInbox([members.pendiri, members.rekan], secrets.pendiri, 6)
})
afterAll(() => desk.close())

describe('own keys', () => {
  test('are stored once and never replaced', async () => {
    const { recipient, signer } = members.luar
    const wrapped = base64url(Buffer.from('age-encryption.org/v1\n-> scrypt x'))
    const answer = await browsers.pendiri.ask('/api/desk/kunci', { recipient, signer, wrapped })
    expect(answer.status).toBe(409)
  })

  test('are refused when the file is not sealed with a passphrase or the key is not hybrid', async () => {
    const { recipient, signer } = members.kosong
    const bare = { recipient, signer, wrapped: base64url(Buffer.from('AGE-SECRET-KEY-PQ-1QQQ')) }
    const classic = { ...bare, recipient: 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg' }
    const answers = [
      await browsers.kosong.ask('/api/desk/kunci', bare),
      await browsers.kosong.ask('/api/desk/kunci', classic),
    ]
    expect(answers.map(answer => answer.status)).toEqual([400, 400])
  })

  test('of a colleague are shown to who knows the e-mail, and only when there are some', async () => {
    const found = await browsers.pendiri.ask('/api/desk/rekan', { email: 'rekan@uji.example' })
    const without = await browsers.pendiri.ask('/api/desk/rekan', { email: 'kosong@uji.example' })
    const unknown = await browsers.pendiri.ask('/api/desk/rekan', { email: 'siapa@uji.example' })
    expect(found.json).toEqual(members.rekan)
    expect(without.status).toBe(404)
    expect(unknown.body).toBe(without.body)
  })
})

describe('founding an inbox', () => {
  test('is refused for one founder, for two strangers, and for a founder without keys', async () => {
    const [own, partner] = made.wraps
    const wraps = [
      [own, { ...own }],
      [partner, { ...partner, user: members.luar.user }],
      [own, { ...partner, user: members.kosong.user }],
    ] as NewInbox['wraps'][]
    const answers = []
    for (const pair of wraps) {
      const body = await foundingBody(secrets.pendiri, made, pair)
      answers.push(await browsers.pendiri.ask('/api/desk/kotak', body))
    }
    expect(answers.map(answer => answer.status)).toEqual([400, 400, 404])
  })

  test('is refused with an id that is no random UUID, a name that is not trimmed, or a signature of somebody else', async () => {
    const body = await foundingBody(secrets.pendiri, made)
    const { entry } = body
    const bad = [
      { ...body, entry: { ...entry, id: '../x' } },
      { ...body, entry: { ...entry, id: '00000000-0000-0000-0000-000000000000' } },
      { ...body, entry: { ...entry, name: { id: ' Kotak', en: 'Inbox' } } },
      { ...body, entry: { ...entry, keyVersion: 2 } },
      { ...body, entry: { ...entry, name: { id: 'Kotak lain', en: 'Inbox' } } },
      { ...body, signature: (await signEntry(entry, secrets.rekan)).signature },
    ]
    const answers = []
    for (const one of bad) answers.push((await browsers.pendiri.ask('/api/desk/kotak', one)).status)
    expect(answers).toEqual([400, 400, 400, 400, 400, 400])
  })

  test('publishes no key until the second founder has approved', async () => {
    const answer = await browsers.pendiri.ask('/api/desk/kotak', await foundingBody(secrets.pendiri, made))
    inbox = String(answer.json.id)
    expect(answer.status).toBe(201)
    expect(await currentKeyList(desk.cms.payload)).toBeNull()
    expect((await browsers.pendiri.ask(`/api/desk/kotak/${inbox}/laporan`)).status).toBe(404)
  })

  test('is refused when an inbox has its id or its key', async () => {
    const again = await foundingBody(secrets.pendiri, made)
    const other = await makeInbox([members.pendiri, members.luar], secrets.pendiri, 6)
    const body = await foundingBody(secrets.pendiri, other)
    const entry = { ...body.entry, id: inbox }
    const { signature } = await signEntry(entry, secrets.pendiri)
    const answers = [
      await browsers.pendiri.ask('/api/desk/kotak', again),
      await browsers.pendiri.ask('/api/desk/kotak', { ...body, entry, signature }),
    ]
    expect(answers.map(answer => answer.status)).toEqual([409, 409])
    expect(answers[0]?.json.error).toEqual(expect.objectContaining({ code: 'inbox-exists' }))
  })

  test('is stored once when it is sent many times at once, and cancelled by either founder', async () => {
    const files = await makeInbox([members.pendiri, members.luar], secrets.pendiri, 6)
    const body = await foundingBody(secrets.pendiri, files)
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => browsers.pendiri.ask('/api/desk/kotak', body)),
    )
    const statuses = answers.map(answer => answer.status).toSorted()
    expect(statuses).toEqual([201, 409, 409, 409, 409, 409, 409, 409])
    const path = `/api/desk/kotak/${body.entry.id}/batal`
    expect((await browsers.rekan.ask(path, {})).status).toBe(404)
    expect((await browsers.luar.ask(path, {})).status).toBe(200)
    expect((await browsers.pendiri.ask(path, {})).status).toBe(404)
  })

  test('is not approved by its founder, by a stranger, with the signature of another, or for another list', async () => {
    const path = `/api/desk/kotak/${inbox}/setuju`
    const right = await agreement(browsers.rekan, inbox, secrets.rekan)
    const stolen = { ...right, signature: (await agreement(browsers.rekan, inbox, secrets.luar)).signature }
    const founder = await browsers.pendiri.ask(path, right)
    const stranger = await browsers.luar.ask(path, right)
    const forged = await browsers.rekan.ask(path, stolen)
    const other = await browsers.rekan.ask(path, { ...right, hash: '0'.repeat(64) })
    const bad = await browsers.rekan.ask(path, { ...right, hash: 'x' })
    expect([founder, stranger, forged, other, bad].map(answer => answer.status)).toEqual([
      409, 404, 400, 409, 400,
    ])
    expect(await currentKeyList(desk.cms.payload)).toBeNull()
  })

  test('is not approved once its row says something else than the founder signed', async () => {
    const right = await agreement(browsers.rekan, inbox, secrets.rekan)
    const rename = (name: string) =>
      desk.cms.payload.update({
        collection: collections.inboxes,
        id: inbox,
        data: { name },
        overrideAccess: true,
      })
    await rename('Kotak orang lain')
    const old = await browsers.rekan.ask(`/api/desk/kotak/${inbox}/setuju`, right)
    const changed = await agreement(browsers.rekan, inbox, secrets.rekan)
    const anew = await browsers.rekan.ask(`/api/desk/kotak/${inbox}/setuju`, changed)
    await rename('Kotak uji')
    expect([old.status, anew.status]).toEqual([400, 409])
    expect(anew.json.error).toEqual(expect.objectContaining({ code: 'founder-gone' }))
    expect(await currentKeyList(desk.cms.payload)).toBeNull()
  })

  test('leaves everything as it was when the pin cannot be written', async () => {
    const right = await agreement(browsers.rekan, inbox, secrets.rekan)
    mkdirSync(`${pinFile(desk.cms.env)}.part`, { recursive: true })
    const answer = await browsers.rekan.ask(`/api/desk/kotak/${inbox}/setuju`, right)
    rmdirSync(`${pinFile(desk.cms.env)}.part`)
    const { inboxes } = (await browsers.rekan.ask('/api/desk/saya')).json as unknown as Me
    expect(answer.status).toBe(500)
    expect(inboxes).toEqual([expect.objectContaining({ id: inbox, state: 'founding', isApproved: false })])
    expect(await currentKeyList(desk.cms.payload)).toBeNull()
  })

  test('puts the inbox into the pinned key list, signed by both, once the second founder approves', async () => {
    const right = await agreement(browsers.rekan, inbox, secrets.rekan)
    const answer = await browsers.rekan.ask(`/api/desk/kotak/${inbox}/setuju`, right)
    const list = await inForce()
    const entry = list?.inboxes.find(one => one.id === inbox)
    expect(answer.status).toBe(200)
    expect(entry).toEqual(expect.objectContaining({ id: inbox, recipient: made.recipient }))
    expect(entry && signersOf(entry).toSorted()).toEqual(
      [members.pendiri.signer, members.rekan.signer].toSorted(),
    )
    expect(readFileSync(pinFile(desk.cms.env), 'utf8').trim()).toBe(right.hash)
  })

  test('asks for a new build of the site', async () => {
    const { docs } = await desk.cms.payload.find({ collection: collections.outbox, overrideAccess: true })
    expect(docs.map(row => row.source)).toContain(collections.keyLists)
  })
})

describe('an open inbox', () => {
  test('hands its members the file that the recovery phrase opens', async () => {
    const { json } = await browsers.rekan.ask(`/api/desk/kotak/${inbox}/pemulihan`)
    const opened = await openWithPassphrase(fromBase64url(String(json.file)), made.phrase)
    expect(await recipientOf(text(opened) as Identity)).toBe(made.recipient)
  })

  test('is shown as the key list says, with an alarm when its row says something else', async () => {
    const rename = (name: string) =>
      desk.cms.payload.update({
        collection: collections.inboxes,
        id: inbox,
        data: { name, state: 'closed' },
        overrideAccess: true,
      })
    await rename('Kotak orang lain')
    const { inboxes } = (await browsers.pendiri.ask('/api/desk/saya')).json as unknown as Me
    await rename('Kotak uji')
    expect(inboxes.find(one => one.id === inbox)).toEqual(
      expect.objectContaining({ name: 'Kotak uji', state: 'open', isRowChanged: true, readerCount: 2 }),
    )
  })

  test('that was pinned without signatures gains those of its members, one by one, and of nobody else', async () => {
    const list = (await inForce()) as KeyList
    const bare = list.inboxes.map(({ signatures: _, ...entry }) => entry)
    // As an earlier version left it: a pinned list whose entries nobody signed.
    const old = { ...list, inboxes: bare }
    await desk.cms.payload.update({
      collection: collections.keyLists,
      where: { serial: { equals: list.serial } },
      data: { hash: keyListHash(old), list: JSON.stringify(old) },
      overrideAccess: true,
    })
    writeFileSync(pinFile(desk.cms.env), keyListHash(old))
    const path = `/api/desk/kotak/${inbox}/tanda-tangan`
    const body = async (before: KeyList | null, secret: MemberSecret) => {
      const entry = before?.inboxes.find(one => one.id === inbox) as ListedInbox
      const own = await signEntry(entry, secret)
      return { hash: keyListHash(listWith(before, withSignatures(entry, [own]))), signature: own.signature }
    }
    const stranger = await browsers.luar.ask(path, await body(old, secrets.luar))
    const forged = await browsers.rekan.ask(path, await body(old, secrets.luar))
    const first = await browsers.rekan.ask(path, await body(old, secrets.rekan))
    const late = await browsers.pendiri.ask(path, await body(old, secrets.pendiri))
    const second = await browsers.pendiri.ask(path, await body(await inForce(), secrets.pendiri))
    const statuses = [stranger, forged, first, late, second].map(answer => answer.status)
    expect(statuses).toEqual([404, 400, 200, 409, 200])
    expect((await inForce())?.inboxes).toEqual(list.inboxes)
  })
})

describe('a further inbox', () => {
  const accounts = ['titipan-satu@uji.example', 'titipan-dua@uji.example']
  let waiting: string
  let second: DeskBrowser

  test('of two founders who read none of the open ones is not published by their approval', async () => {
    const own: { browser: DeskBrowser; member: RosterMember; secret: MemberSecret }[] = []
    for (const email of accounts) {
      const user = await makeAccount(desk.cms, email)
      const browser = desk.browser()
      await browser.signIn(email)
      const secret = await newMemberSecret()
      const keys = await memberKeysOf(secret)
      const wrapped = base64url(await wrapMemberSecret(secret, 'frasa uji', 6))
      await browser.ask('/api/desk/kunci', { ...keys, wrapped })
      own.push({ browser, member: { user, name: email, ...keys }, secret })
    }
    const [one, two] = own as [(typeof own)[0], (typeof own)[0]]
    const files = await makeInbox([one.member, two.member], one.secret, 6)
    second = two.browser
    const body = await foundingBody(one.secret, files, files.wraps, 'Kotak titipan')
    waiting = String((await one.browser.ask('/api/desk/kotak', body)).json.id)
    const agreed = await agreement(second, waiting, two.secret)
    const approved = await second.ask(`/api/desk/kotak/${waiting}/setuju`, agreed)
    expect(approved.json).toEqual({ state: 'founding' })
    expect((await inForce())?.inboxes.map(one => one.id)).toEqual([inbox])
  })

  test('does not do without a voucher because rows say that a founder reads an open one', async () => {
    const me = (await browsers.rekan.ask('/api/desk/saya')).json as unknown as Me
    const { docs } = await desk.cms.payload.find({
      collection: collections.inboxMembers,
      where: { and: [{ inbox: { equals: waiting } }, { user: { not_equals: 'pemulihan' } }] },
      overrideAccess: true,
    })
    const planted = await desk.cms.payload.create({
      collection: collections.inboxMembers,
      data: { inbox, user: String(docs[0]?.user), approved: true, wrapped: 'YQ', roster: 'x' },
      overrideAccess: true,
    })
    const body = await word(me, waiting, secrets.rekan)
    const answer = await second.ask(`/api/desk/kotak/${waiting}/dukung`, body)
    await desk.cms.payload.delete({
      collection: collections.inboxMembers,
      id: planted.id,
      overrideAccess: true,
    })
    expect(answer.status).toBe(404)
  })

  test('cannot be vouched for by its founders, nor by a handler who reads none', async () => {
    const path = `/api/desk/kotak/${waiting}/dukung`
    const answers = [await second.ask(path, {}), await browsers.luar.ask(path, {})]
    expect(answers.map(answer => answer.status)).toEqual([404, 404])
    expect((await browsers.luar.ask('/api/desk/saya')).json.waiting).toEqual([])
  })

  test('is published once a reader of an open one vouches for it, who gets no key to it', async () => {
    const { json } = await browsers.rekan.ask('/api/desk/saya')
    expect(json.waiting).toEqual([expect.objectContaining({ id: waiting, founders: accounts.toSorted() })])
    const path = `/api/desk/kotak/${waiting}/dukung`
    const body = await word(json as unknown as Me, waiting, secrets.rekan)
    const stale = await browsers.rekan.ask(path, { ...body, hash: '0'.repeat(64) })
    const unsigned = await browsers.rekan.ask(path, { hash: body.hash })
    const answer = await browsers.rekan.ask(path, body)
    expect([stale.status, unsigned.status, answer.json]).toEqual([409, 400, { state: 'open' }])
    expect((await inForce())?.inboxes.find(one => one.id === waiting)?.voucher?.key).toBe(
      members.rekan.signer,
    )
    expect((await inForce())?.inboxes.map(one => one.id).toSorted()).toEqual([inbox, waiting].toSorted())
    expect((await browsers.rekan.ask(`/api/desk/kotak/${waiting}/laporan`)).status).toBe(404)
  })
})

describe('the key list', () => {
  test('that does not match its pin stops the opening of further inboxes', async () => {
    const files = await makeInbox([members.pendiri, members.luar], secrets.pendiri, 6)
    const body = await foundingBody(secrets.pendiri, files)
    const answer = await browsers.pendiri.ask('/api/desk/kotak', body)
    const agreed = await agreement(browsers.luar, body.entry.id, secrets.luar)
    const { docs } = await desk.cms.payload.find({
      collection: collections.keyLists,
      sort: '-serial',
      overrideAccess: true,
    })
    const row = docs[0] as unknown as { id: string; list: string }
    await desk.cms.payload.update({
      collection: collections.keyLists,
      id: row.id,
      data: { list: row.list.replace('Kotak uji', 'Kotak lain') },
      overrideAccess: true,
    })
    const approved = await browsers.luar.ask(`/api/desk/kotak/${answer.json.id}/setuju`, agreed)
    expect((await browsers.luar.ask('/api/desk/saya')).json.isListPinned).toBe(false)
    expect(approved.status).toBe(409)
    expect((await browsers.luar.ask(`/api/desk/kotak/${answer.json.id}/laporan`)).status).toBe(404)
  })
})
