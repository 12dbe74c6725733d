import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeKeyList, currentKeyList, listedInbox, listInForce } from '#cms/endpoints/report-keys.ts'
import {
  type KeyList,
  keyListHash,
  type ListedInbox,
  nextKeyList,
  verifyKeyList,
} from '#src/crypto/key-list.ts'
import { listWith, listWithout, signEntry, withSignatures } from '#src/crypto/list-change.ts'
import { newMemberSecret } from '#src/crypto/member.ts'
import { collections } from '#src/slugs.ts'
import { fetchPinned } from '#site/islands/tip/key-list.ts'
import {
  foundInbox,
  makeEntry,
  makeMember,
  type OpenedInbox,
  openTestInbox,
  vouchedFor,
} from '#tests/helpers/inbox.ts'
import { type ReportServer, startReportServer } from './report-server.ts'

let server: ReportServer
let inbox: OpenedInbox
beforeAll(async () => {
  server = await startReportServer()
})
afterAll(() => server.close())

const change = (next: (before: KeyList | null) => KeyList) =>
  changeKeyList({ payload: server.cms.payload, env: server.cms.env }, ({ before, publish }) =>
    publish(next(before)),
  )
const pin = () => readFileSync(server.cms.env.KEYLIST_PIN_FILE, 'utf8').trim()
const inForce = () => listInForce(server.cms.payload, server.cms.env)

/** An entry with the signatures of two keys that no account has. */
async function signedEntry() {
  const { entry } = await makeEntry()
  const secrets = [await newMemberSecret(), await newMemberSecret()]
  return withSignatures(entry, await Promise.all(secrets.map(secret => signEntry(entry, secret))))
}

/** Puts an entry of two strangers into the list, with the word of a member of the list in force. */
const letIn = (entry: ListedInbox) =>
  changeKeyList({ payload: server.cms.payload, env: server.cms.env }, async ({ before, publish }) =>
    publish(listWith(before, await vouchedFor(entry, before))),
  )
const withoutVoucher = ({ voucher: _, ...entry }: ListedInbox) => entry

describe('the key list', () => {
  test('is null, with no pin, before an inbox was ever opened', async () => {
    expect((await server.get('/api/lapor/kunci')).body).toEqual({ list: null })
    expect(existsSync(server.cms.env.KEYLIST_PIN_FILE)).toBe(false)
  })

  test('holds the opened inbox and is pinned in a file of its own, which only the owner reads', async () => {
    inbox = await openTestInbox(server.cms)
    const { entry } = await makeEntry()
    await foundInbox(server.cms, entry, [await makeMember(server.cms), await makeMember(server.cms)])
    const { list } = (await server.get('/api/lapor/kunci')).body
    expect(statSync(server.cms.env.KEYLIST_PIN_FILE).mode & 0o777).toBe(0o600)
    expect(verifyKeyList(list, pin()).inboxes).toEqual([inbox.entry])
  })

  test('asks for a build', async () => {
    const where = { source: { equals: collections.keyLists } }
    const { totalDocs } = await server.cms.payload.count({
      collection: collections.outbox,
      where,
      overrideAccess: true,
    })
    expect(totalDocs).toBeGreaterThan(0)
  })

  test('never takes in what only a row of the database says', async () => {
    const { entry } = await makeEntry()
    await server.cms.payload.create({
      collection: collections.inboxes,
      data: {
        id: entry.id,
        kind: 'petugas',
        state: 'open',
        name: 'Kotak selundupan',
        nameEn: 'Smuggled inbox',
        readers: 'unit pusat',
        readersEn: 'central unit',
        keyVersion: 1,
        recipient: entry.recipient,
      },
      overrideAccess: true,
    })
    await server.cms.payload.update({
      collection: collections.inboxes,
      id: inbox.id,
      data: { name: 'Kotak lain', readers: 'orang lain' },
      overrideAccess: true,
    })
    const other = await openTestInbox(server.cms)
    const expected = [inbox.entry, other.entry].toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect((await inForce())?.inboxes).toEqual(expected)
    expect(await listedInbox(server.cms.payload, server.cms.env, entry.id)).toBeNull()
  })

  test('takes no entry without two signatures, and leaves list and pin as they were', async () => {
    const before = [pin(), await currentKeyList(server.cms.payload)]
    const { entry } = await makeEntry()
    const once = withSignatures(entry, [await signEntry(entry, await newMemberSecret())])
    await expect(change(list => listWith(list, entry))).rejects.toThrow('may-not-follow')
    await expect(change(list => listWith(list, once))).rejects.toThrow('may-not-follow')
    expect([pin(), await currentKeyList(server.cms.payload)]).toEqual(before)
  })

  test('takes no entry of two strangers without the word of a member who signed one that stands in it', async () => {
    const entry = await signedEntry()
    await expect(change(list => listWith(list, entry))).rejects.toThrow('may-not-follow')
  })

  test('does not change an entry that stands in it, by whatever its row says', async () => {
    const readers = { id: 'orang lain', en: 'others' }
    await expect(change(list => listWith(list, { ...inbox.entry, readers }))).rejects.toThrow(
      'may-not-follow',
    )
  })

  test('puts list and pin back when the work fails afterwards', async () => {
    const before = [pin(), await currentKeyList(server.cms.payload)]
    const entry = await signedEntry()
    const failing = changeKeyList(
      { payload: server.cms.payload, env: server.cms.env },
      async ({ before: list, publish }) => {
        await publish(listWith(list, await vouchedFor(entry, list)))
        throw new Error('no commit')
      },
    )
    await expect(failing).rejects.toThrow('no commit')
    expect([pin(), await currentKeyList(server.cms.payload)]).toEqual(before)
  })

  test('changes one after another, however many ask at once', async () => {
    const entries = await Promise.all(Array.from({ length: 5 }, signedEntry))
    const before = await inForce()
    await Promise.all(entries.map(letIn))
    const after = await inForce()
    expect(after?.serial).toBe((before?.serial ?? 0) + entries.length)
    expect(after?.inboxes.map(withoutVoucher)).toEqual(expect.arrayContaining(entries))
    await change(list => listWithout(list as KeyList, new Set(entries.map(entry => entry.id))))
  })

  test('is not followed by a list that skips one', async () => {
    await expect(change(list => nextKeyList(list && { ...list, serial: 40 }, []))).rejects.toThrow(
      'may-not-follow',
    )
  })

  test('is in force only while the pin names it, and is not replaced otherwise', async () => {
    const before = pin()
    writeFileSync(server.cms.env.KEYLIST_PIN_FILE, `${'0'.repeat(64)}\n`)
    const entry = await signedEntry()
    await expect(change(list => listWith(list, entry))).rejects.toThrow('list-not-pinned')
    expect(await inForce()).toBeNull()
    expect(await listedInbox(server.cms.payload, server.cms.env, inbox.id)).toBeNull()
    writeFileSync(server.cms.env.KEYLIST_PIN_FILE, `${before}\n`)
    expect(await listedInbox(server.cms.payload, server.cms.env, inbox.id)).toEqual(inbox.entry)
  })

  test('stays in force when a newer row is slipped in, and is not built upon', async () => {
    const list = nextKeyList(await inForce(), [])
    const { id } = await server.cms.payload.create({
      collection: collections.keyLists,
      data: { serial: list.serial, hash: keyListHash(list), list: JSON.stringify(list) },
      overrideAccess: true,
    })
    const entry = await signedEntry()
    expect((await inForce())?.inboxes).toHaveLength(2)
    await expect(change(before => listWith(before, entry))).rejects.toThrow('list-not-pinned')
    await server.cms.payload.delete({ collection: collections.keyLists, id, overrideAccess: true })
  })

  test('whose newest row is junk is refused in words to the site build, which stops', async () => {
    const { id } = await server.cms.payload.create({
      collection: collections.keyLists,
      data: { serial: 900, hash: '0'.repeat(64), list: '{"v":1,"serial":' },
      overrideAccess: true,
    })
    const answer = await server.get('/api/lapor/kunci')
    const build = fetchPinned(server.origin, server.cms.env.KEYLIST_PIN_FILE)
    await expect(build).rejects.toThrow('list-damaged')
    await server.cms.payload.delete({ collection: collections.keyLists, id, overrideAccess: true })
    expect(answer.status).toBe(503)
  })
})
