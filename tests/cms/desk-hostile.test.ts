import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#cms/endpoints/desk-transaction.ts'
import { addMessage, listMessages } from '#cms/endpoints/report-messages.ts'
import { caseBadge, casePart, caseState } from '#desk/state/case.ts'
import { copiesAmong } from '#desk/state/copies.ts'
import { listSchema, sealedThreadSchema } from '#desk/state/open-reports.ts'
import type { SealedThread, Vault } from '#desk/vault/protocol.ts'
import { createVault } from '#desk/vault/vault.ts'
import { base64url } from '#src/crypto/bytes.ts'
import { deriveReporterKeys } from '#src/crypto/derive.ts'
import { memberKeysOf, newMemberSecret, wrapMemberSecret } from '#src/crypto/member.ts'
import { messageHash, type SealedMessage } from '#src/crypto/message.ts'
import { newReceipt } from '#src/crypto/receipt.ts'
import { openNote } from '#src/crypto/report.ts'
import { sealRoster } from '#src/crypto/roster.ts'
import { newSending } from '#src/crypto/sending.ts'
import { checkThread, type Link } from '#src/crypto/thread.ts'
import { fromWire, toWire } from '#src/crypto/wire.ts'
import { wrapIdentity } from '#src/crypto/wrap.ts'
import { collections } from '#src/slugs.ts'
import { type DeskBrowser, makeAccount, startTestDesk, type TestDesk } from '#tests/helpers/desk.ts'
import { sealHostile, unusableRecipients } from '#tests/helpers/hostile.ts'
import { sealedRecord, storeSealedReport } from '#tests/helpers/sealed-report.ts'
import { saveOwnKeys } from '#cms/endpoints/desk-store.ts'
import { makeInbox, sampleReport, sealedSample, type TestInbox } from './report-server.ts'

let desk: TestDesk
let browser: DeskBrowser
let vault: Vault
let user: string
let inbox: TestInbox

/** The site's interface on the same server. */
async function site(path: string, body?: unknown) {
  const response = await fetch(`http://localhost:${desk.port}${path}`, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: `http://localhost:${desk.port}` },
      body: JSON.stringify(body),
    }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
async function prove() {
  const challenge = (await site('/api/lapor/tantangan')).body as never
  return { challenge, solution: await solveChallenge({ challenge, deriveKey }) }
}

/** Sends a report as the report page does. */
async function send(message: SealedMessage, secret: Uint8Array): Promise<number> {
  const keys = await deriveReporterKeys(secret)
  const body = {
    inbox: inbox.id,
    keyVersion: 1,
    lookup: keys.lookup,
    sending: newSending(),
    message: toWire(message),
    record: await sealedRecord(inbox, keys, 0, message),
    proof: await prove(),
  }
  return (await site('/api/lapor/kirim', body)).status
}

const list = async () =>
  listSchema.parse((await browser.ask(`/api/desk/kotak/${inbox.id}/laporan`)).json).reports
const threadOf = async (id: string): Promise<SealedThread> =>
  sealedThreadSchema.parse((await browser.ask(`/api/desk/laporan/${id}`)).json)
const readOf = async (id: string) => vault.readThread(await threadOf(id))
const store = (what: string, secret = newReceipt()) =>
  storeSealedReport(desk.cms.payload, inbox, secret, { what })

async function noteBody(id: string, kind: 'take' | 'close' | 'note') {
  const event = { kind, text: '', day: '2026-11-20', author: user }
  return { ...(await vault.sealEvent(await threadOf(id), event)), closing: kind === 'close' ? kind : null }
}
const note = async (id: string, kind: 'take' | 'close' | 'note') =>
  browser.ask(`/api/desk/laporan/${id}/catatan`, await noteBody(id, kind))
const answerBody = async (id: string, text = 'Terima kasih') => {
  const { seq, ...message } = await vault.sealAnswer(await threadOf(id), text, null)
  return { seq, message, sending: newSending() }
}

/** A report whose manifest is hostile; everything else is as it should be. */
async function hostileReport(reply: Record<string, unknown>, secret: Uint8Array) {
  const { lookup: _, identity: __, recordKey: ___, ...keys } = await deriveReporterKeys(secret)
  const manifest = {
    v: 1,
    kind: 'laporan',
    inbox: inbox.id,
    thread: keys.thread,
    direction: 'masuk',
    seq: 0,
    prev: null,
    reply: { ...keys, ...reply },
    mac: null,
  }
  return sealHostile(inbox.recipient, { manifest, content: { ...sampleReport, what: 'beracun' } })
}

async function move(from: string, to: string): Promise<void> {
  await desk.cms.payload.update({
    collection: collections.sealedMessages,
    where: { report: { equals: from } },
    data: { report: to },
    overrideAccess: true,
  })
}
async function swapMessages(a: string, b: string): Promise<void> {
  await move(a, 'sementara')
  await move(b, a)
  await move('sementara', b)
}

beforeAll(async () => {
  desk = await startTestDesk()
  user = await makeAccount(desk.cms, 'pendiri@uji.example')
  browser = desk.browser()
  await browser.signIn('pendiri@uji.example')
  inbox = await makeInbox(desk.cms)
  const secret = await newMemberSecret()
  const keys = await memberKeysOf(secret)
  await saveOwnKeys(desk.cms.payload, user, { ...keys, wrapped: 'YQ' })
  const member = { user, name: 'pendiri@uji.example', ...keys }
  const roster = sealRoster(
    { v: 1, inbox: inbox.recipient, serial: 1, members: [member] },
    inbox.identity,
    secret,
  )
  const wrapped = base64url(await wrapIdentity(inbox.identity, keys.recipient))
  await desk.cms.payload.create({
    collection: collections.inboxMembers,
    data: { inbox: inbox.id, user, wrapped, roster, approved: true },
    overrideAccess: true,
  })
  vault = createVault(6)
  await vault.unlock(base64url(await wrapMemberSecret(secret, 'frasa', 6)), 'frasa')
  await vault.addInbox({ id: inbox.id, recipient: inbox.recipient, wrapped, roster })
})
afterAll(() => desk.close())

describe('poisoned reports among good ones', () => {
  const secret = newReceipt()
  let followed: string

  beforeAll(async () => {
    const keys = await deriveReporterKeys(secret)
    const honest = await sealedSample(inbox, secret)
    await site('/api/lapor/kirim', { ...honest, proof: await prove() })
    const [row] = await list()
    followed = row?.id ?? ''
    const manifest = {
      v: 1,
      kind: 'pesan',
      inbox: inbox.id,
      thread: keys.thread,
      direction: 'masuk',
      seq: 1,
      prev: messageHash(fromWire(honest.message)),
      reply: null,
      mac: 'A',
    }
    const bad = await sealHostile(inbox.recipient, { manifest, content: { v: 1, text: 'x', state: null } })
    const { lookup } = keys
    await site('/api/lapor/tambah', {
      lookup,
      seq: 1,
      sending: newSending(),
      message: toWire(bad),
      record: await sealedRecord(inbox, keys, 1, bad),
      proof: await prove(),
    })
    const [, [, unusable] = ['', '']] = unusableRecipients(inbox.recipient)
    for (const reply of [{ macIn: 'A', macOut: 'A' }, { recipient: 'age1pq1x' }, { recipient: unusable }]) {
      const own = newReceipt()
      expect(await send(await hostileReport(reply, own), own)).toBe(201)
    }
    await store('sesudahnya')
  })

  test('that came in by the real door leave every other one readable, and are read as far as they go', async () => {
    const reads = await Promise.all((await list()).map(({ id }) => readOf(id)))
    const seen = reads.map(read => [read.report?.what, read.noAnswer, read.fault?.problem ?? null])
    expect(seen.toSorted()).toEqual(
      [
        [sampleReport.what, null, 'unreadable'],
        ['beracun', 'keys', null],
        ['beracun', 'keys', null],
        ['beracun', 'keys', null],
        ['sesudahnya', null, null],
      ].toSorted(),
    )
  })

  test('are noted and closed as any other', async () => {
    const bad = (await list()).map(({ id }) => readOf(id))
    const ids = (await Promise.all(bad)).filter(read => read.noAnswer === 'keys').map(read => read.id)
    const answers = []
    for (const id of ids) answers.push((await note(id, 'close')).status)
    expect(answers).toEqual([201, 201, 201])
    expect((await Promise.all(ids.map(readOf))).map(casePart)).toEqual(['closed', 'closed', 'closed'])
  })

  test('do not keep the answer after a bad message from the reporter', async () => {
    expect(
      (await browser.ask(`/api/desk/laporan/${followed}/jawab`, await answerBody(followed))).status,
    ).toBe(201)
    const { lookup, identity } = await deriveReporterKeys(secret)
    const { messages } = (await site('/api/lapor/baca', { lookup })).body as {
      messages: { message: never }[]
    }
    const { note: answer } = await openNote(fromWire(messages[2]?.message as never), identity, 'reporter')
    expect(answer.text).toBe('Terima kasih')
  })
})

describe('a database that was changed', () => {
  test('so that two reports swap their messages shows neither as closed, and says why', async () => {
    const [closed, open] = [await store('selesai dikerjakan'), await store('belum dibaca')]
    await note(closed, 'close')
    await note(open, 'take')
    expect(caseState((await readOf(closed)).events).state).toBe('closed')
    await swapMessages(closed, open)
    const reads = [await readOf(closed), await readOf(open)]
    expect(reads.map(read => read.report?.what)).toEqual(['belum dibaca', 'selesai dikerjakan'])
    expect(reads.map(read => read.events.map(event => event.fault))).toEqual([['moved'], ['moved']])
    expect(reads.map(read => [caseState(read.events).state, caseBadge(read)])).toEqual([
      ['new', 'broken'],
      ['new', 'broken'],
    ])
    await swapMessages(closed, open)
    expect(casePart(await readOf(closed))).toBe('closed')
  })

  test('so that a report is there under a second id names both as copies, and neither once one is gone', async () => {
    const { payload } = desk.cms
    const original = await store('hanya sekali')
    const copy = await store('lain')
    const [first] = await inTransaction(payload, req => listMessages(payload, req, original))
    await payload.delete({
      collection: collections.sealedMessages,
      where: { report: { equals: copy } },
      overrideAccess: true,
    })
    await inTransaction(payload, req =>
      addMessage({
        payload,
        req,
        report: copy,
        direction: 'masuk',
        seq: 0,
        message: (first as NonNullable<typeof first>).message,
        sending: newSending(),
      }),
    )
    const reads = await Promise.all((await list()).map(({ id }) => readOf(id)))
    expect([...copiesAmong(reads)].toSorted()).toEqual([original, copy].toSorted())
    await payload.delete({ collection: collections.sealedReports, id: copy, overrideAccess: true })
    const left = await Promise.all((await list()).map(({ id }) => readOf(id)))
    expect(copiesAmong(left).size).toBe(0)
  })

  test('so that it names a day of deletion closes nothing', async () => {
    const id = await store('akan dihapus')
    await desk.cms.payload.update({
      collection: collections.sealedReports,
      id,
      data: { deleteAfter: '2030-01-01' },
      overrideAccess: true,
    })
    expect((await list()).find(one => one.id === id)?.deleteAfter).toBe('2030-01-01')
    expect(casePart(await readOf(id))).toBe('waiting')
  })

  test('so that one message, one event and one day are garbage leaves the list and all others', async () => {
    const { payload } = desk.cms
    const [garbled, whole] = [await store('rusak'), await store('utuh')]
    await note(garbled, 'take')
    const all = { overrideAccess: true } as const
    const ofGarbled = { where: { report: { equals: garbled } }, ...all }
    await payload.update({ collection: collections.sealedMessages, ...ofGarbled, data: { manifest: 'A' } })
    await payload.update({ collection: collections.inboxEvents, ...ofGarbled, data: { sealed: 'A' } })
    await payload.update({ collection: collections.sealedReports, id: garbled, data: { day: 'x' }, ...all })
    const ids = (await list()).map(one => one.id)
    expect(ids).toEqual(expect.arrayContaining([garbled, whole]))
    const read = await readOf(garbled)
    expect([read.fault, read.noAnswer, read.events[0]?.fault]).toEqual([
      { seq: 0, problem: 'unreadable' },
      'unreadable',
      'unreadable',
    ])
    expect((await readOf(whole)).report?.what).toBe('utuh')
    await payload.delete({ collection: collections.sealedReports, id: garbled, ...all })
  })

  test('so that a message is garbage tells its reporter that the thread was changed, and is no error', async () => {
    const secret = newReceipt()
    const id = await store('diubah', secret)
    const keys = await deriveReporterKeys(secret)
    await browser.ask(`/api/desk/laporan/${id}/jawab`, await answerBody(id))
    await desk.cms.payload.update({
      collection: collections.sealedMessages,
      where: { and: [{ report: { equals: id } }, { seq: { equals: 1 } }] },
      data: { manifest: 'A' },
      overrideAccess: true,
    })
    const { status, body } = await site('/api/lapor/baca', { lookup: keys.lookup })
    const links = (body.messages as Link[]).map(link => ({ ...link, manifest: null }))
    expect(status).toBe(200)
    expect(checkThread(links, keys)).toEqual({ seq: 1, problem: 'moved' })
  })

  test('so that the newest key list is none still shows a handler the own inboxes, and that the list is not the pinned one', async () => {
    const row = await desk.cms.payload.create({
      collection: collections.keyLists,
      data: { serial: 9, hash: '0'.repeat(64), list: 'bukan daftar' },
      overrideAccess: true,
    })
    const { status, json } = await browser.ask('/api/desk/saya')
    await desk.cms.payload.delete({ collection: collections.keyLists, id: row.id, overrideAccess: true })
    expect(status).toBe(200)
    expect(json.inboxes).toEqual([
      expect.objectContaining({ id: inbox.id, listedRecipient: inbox.recipient }),
    ])
    expect(json.isListPinned).toBe(false)
  })
})

describe('two at once', () => {
  test('who answer the same place: one is stored, the other is told', async () => {
    const id = await store('berebut jawaban')
    const bodies = [await answerBody(id, 'a'), await answerBody(id, 'b'), await answerBody(id, 'c')]
    const answers = await Promise.all(bodies.map(body => browser.ask(`/api/desk/laporan/${id}/jawab`, body)))
    expect(answers.map(answer => answer.status).toSorted()).toEqual([201, 409, 409])
  })

  test('who send one and the same answer twice: it is stored once, and both are told so', async () => {
    const id = await store('jawaban dua kali')
    const body = await answerBody(id)
    const answers = await Promise.all([1, 2, 3].map(() => browser.ask(`/api/desk/laporan/${id}/jawab`, body)))
    expect(answers.map(answer => answer.status)).toEqual([201, 201, 201])
    expect((await threadOf(id)).messages).toHaveLength(2)
  })

  test('who note: one is stored, the others are told', async () => {
    const id = await store('berebut catatan')
    const bodies = [await noteBody(id, 'take'), await noteBody(id, 'take'), await noteBody(id, 'note')]
    const answers = await Promise.all(
      bodies.map(body => browser.ask(`/api/desk/laporan/${id}/catatan`, body)),
    )
    expect(answers.map(answer => answer.status).toSorted()).toEqual([201, 409, 409])
  })
})

describe('what no decoder would take', () => {
  /** The same bytes to a lenient reader, in a spelling that the desk's decoder refuses. */
  const respelt = (text: string) => `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'z'}`

  test('is refused at every door of the desk before it is stored', async () => {
    const id = await store('pintu')
    const good = await answerBody(id)
    const event = await vault.sealEvent(await threadOf(id), {
      kind: 'note',
      text: '',
      day: '2026-11-20',
      author: user,
    })
    const wrapped = base64url(Buffer.from('age-encryption.org/v1\n-> scrypt xx'))
    const keys = await memberKeysOf(await newMemberSecret())
    const neutral = base64url(Uint8Array.of(1, ...new Array(31).fill(0)))
    const [, [, unusable] = ['', '']] = unusableRecipients(inbox.recipient)
    const jawab = `/api/desk/laporan/${id}/jawab`
    const refused: [string, unknown][] = [
      [jawab, { ...good, sending: `${'A'.repeat(21)}B` }],
      [jawab, { ...good, message: { ...good.message, inboxKey: respelt(good.message.inboxKey) } }],
      [`/api/desk/laporan/${id}/catatan`, { ...event, sealed: respelt(event.sealed), closing: null }],
      [`/api/desk/laporan/${id}/catatan`, { ...event, sealed: 'A', closing: null }],
      ['/api/desk/kunci', { ...keys, signer: respelt(keys.signer), wrapped }],
      ['/api/desk/kunci', { ...keys, signer: neutral, wrapped }],
      ['/api/desk/kunci', { ...keys, recipient: unusable, wrapped }],
      ['/api/desk/kunci', { ...keys, wrapped: respelt(wrapped) }],
    ]
    const answers = []
    for (const [path, body] of refused) answers.push((await browser.ask(path, body)).status)
    expect(answers).toEqual(refused.map(() => 400))
    expect((await browser.ask(jawab, good)).status).toBe(201)
  })
})
