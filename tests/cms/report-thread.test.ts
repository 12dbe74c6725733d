import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#cms/endpoints/desk-transaction.ts'
import { addMessage } from '#cms/endpoints/report-messages.ts'
import type { ReporterThread } from '#cms/endpoints/report-thread.ts'
import { base64url, fromBase64url, random } from '#src/crypto/bytes.ts'
import { deriveReporterKeys, type ReplyKeys, type ReporterKeys } from '#src/crypto/derive.ts'
import { RECORD_FILE_BYTES } from '#src/crypto/file-shape.ts'
import { messageHash } from '#src/crypto/message.ts'
import { newReceipt } from '#src/crypto/receipt.ts'
import { openRecord } from '#src/crypto/record.ts'
import { openNote, openReport, sealAnswer } from '#src/crypto/report.ts'
import { checkThread } from '#src/crypto/thread.ts'
import { fromWire, toWire } from '#src/crypto/wire.ts'
import { collections } from '#src/slugs.ts'
import { unlist } from '../helpers/inbox.ts'
import {
  makeInbox,
  type ReportServer,
  sealedFollowUp,
  sealedSample,
  startReportServer,
  type TestInbox,
} from './report-server.ts'

let server: ReportServer
let inbox: TestInbox
let keys: ReporterKeys
beforeAll(async () => {
  server = await startReportServer()
  inbox = await makeInbox(server.cms)
  const secret = newReceipt()
  keys = await deriveReporterKeys(secret)
  const body = await sealedSample(inbox, secret)
  await server.post('/api/lapor/kirim', { ...body, proof: await server.prove() })
  await answerFromDesk(body.message)
})
afterAll(() => server.close())

async function answerFromDesk(report: Awaited<ReturnType<typeof sealedSample>>['message']) {
  const { payload } = server.cms
  const { docs } = await payload.find({
    collection: collections.sealedReports,
    limit: 1,
    overrideAccess: true,
  })
  const { reply } = await openReport(fromWire(report), inbox)
  const place = { seq: 1, prev: messageHash(fromWire(report)) }
  const answer = await sealAnswer({
    note: { v: 1, text: 'Terima kasih.', state: 'dibaca' },
    inbox,
    keys: reply as ReplyKeys,
    place,
  })
  await inTransaction(payload, req =>
    addMessage({
      payload,
      req,
      report: String(docs[0]?.id),
      direction: 'keluar',
      seq: 1,
      message: toWire(answer),
      sending: base64url(random(16)),
    }),
  )
}

const read = async () =>
  (await server.post('/api/lapor/baca', { lookup: keys.lookup })).body as unknown as ReporterThread

describe('a thread by its code', () => {
  test('gives answers in full and of the report only its hash', async () => {
    const { messages } = await read()
    expect(messages.map(({ seq, direction, message }) => [seq, direction, message !== null])).toEqual([
      [0, 'masuk', false],
      [1, 'keluar', true],
    ])
  })

  test('holds an answer that the reporter opens and whose chain is whole', async () => {
    const { messages } = await read()
    const sealed = fromWire(messages[1]?.message as never)
    const { note, opened } = await openNote(sealed, keys.identity, 'reporter')
    expect(note.text).toBe('Terima kasih.')
    const links = [
      { seq: 0, direction: 'masuk' as const, hash: messages[0]?.hash ?? '', manifest: null },
      { seq: 1, direction: 'keluar' as const, hash: messageHash(sealed), manifest: opened.manifest },
    ]
    expect(checkThread(links, keys)).toBeNull()
  })

  test('takes a further message of the reporter once', async () => {
    const before = (await read()).messages
    const place = { seq: before.length, prev: before.at(-1)?.hash ?? '' }
    const body = await sealedFollowUp(inbox, keys, place)
    expect((await server.post('/api/lapor/tambah', { ...body, proof: await server.prove() })).status).toBe(
      201,
    )
    expect((await server.post('/api/lapor/tambah', { ...body, proof: await server.prove() })).status).toBe(
      201,
    )
    expect((await read()).messages).toHaveLength(before.length + 1)
  })

  test('refuses a message for a place that is taken', async () => {
    const body = await sealedFollowUp(inbox, keys, { seq: 1, prev: '0'.repeat(64) })
    const answer = await server.post('/api/lapor/tambah', { ...body, proof: await server.prove() })
    expect(answer.body.error?.code).toBe('thread-moved')
  })

  test('answers an unknown code with one 404, after the time that a known one takes', async () => {
    const timed = async (lookup: string) => {
      const start = performance.now()
      const { status } = await server.post('/api/lapor/baca', { lookup })
      return { status, time: performance.now() - start }
    }
    const known = await timed(keys.lookup)
    const unknown = await timed(base64url(random(16)))
    expect([known.status, unknown.status]).toEqual([200, 404])
    expect(known.time).toBeGreaterThanOrEqual(195)
    expect(unknown.time).toBeGreaterThanOrEqual(195)
  })

  test('does not tell who adds to an unknown code more than who reads it', async () => {
    const body = await sealedFollowUp(inbox, keys, { seq: 1, prev: '0'.repeat(64) })
    const unknown = { ...body, lookup: base64url(random(16)) }
    const answer = await server.post('/api/lapor/tambah', { ...unknown, proof: await server.prove() })
    expect(answer.status).toBe(404)
  })

  test('is no oracle for codes to who adds with an invalid proof', async () => {
    const { challenge } = await server.prove()
    const proof = { challenge, solution: { counter: 1, derivedKey: '00' } }
    const body = { ...(await sealedFollowUp(inbox, keys, { seq: 1, prev: '0'.repeat(64) })), proof }
    const known = await server.post('/api/lapor/tambah', body)
    const unknown = await server.post('/api/lapor/tambah', { ...body, lookup: base64url(random(16)) })
    expect(known.body.error?.code).toBe('proof-refused')
    expect(unknown).toEqual(known)
  })

  test('charges a proof for asking after an unknown code', async () => {
    const body = {
      ...(await sealedFollowUp(inbox, keys, { seq: 1, prev: '0'.repeat(64) })),
      lookup: base64url(random(16)),
    }
    const proof = await server.prove()
    await server.post('/api/lapor/tambah', { ...body, proof })
    const other = { ...body, sending: base64url(random(16)), proof }
    expect((await server.post('/api/lapor/tambah', other)).body.error?.code).toBe('proof-refused')
  })

  test('gives the reporter the record of each own message back, and of answers none', async () => {
    const { messages } = await read()
    const own = messages.filter(message => message.direction === 'masuk')
    const records = await Promise.all(own.map(({ record }) => openRecord(fromBase64url(record ?? ''), keys)))
    expect(records.map(({ seq, message }) => [seq, message])).toEqual(own.map(({ seq, hash }) => [seq, hash]))
    expect(messages.filter(message => message.direction === 'keluar').map(({ record }) => record)).toEqual([
      null,
    ])
  })

  test.each([
    ['no record', undefined],
    ['clear text', base64url(new TextEncoder().encode('kotak-1'))],
    ['random bytes of the right length', base64url(random(RECORD_FILE_BYTES))],
    ['a sealed file of another length', 'key'],
    ['what is not base64url', '<script>'],
    ['a number', 7],
  ])('refuses a further message with %s in place of its record', async (_, record) => {
    const body = await sealedFollowUp(inbox, keys, { seq: 9, prev: '0'.repeat(64) })
    const given = record === 'key' ? body.message.inboxKey : record
    const proof = await server.prove()
    const answer = await server.post('/api/lapor/tambah', { ...body, record: given, proof })
    expect([answer.status, answer.body.error?.code]).toEqual([400, 'not-valid'])
  })

  test('takes nothing more once its inbox is closed, but is still read', async () => {
    await unlist(server.cms, inbox.id)
    const before = (await read()).messages
    const place = { seq: before.length, prev: before.at(-1)?.hash ?? '' }
    const body = await sealedFollowUp(inbox, keys, place)
    const answer = await server.post('/api/lapor/tambah', { ...body, proof: await server.prove() })
    expect([answer.status, answer.body.error?.code]).toEqual([409, 'inbox-closed'])
    expect((await read()).messages).toEqual(before)
  })
})
