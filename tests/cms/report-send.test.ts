import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { base64url, fromBase64url, random } from '#src/crypto/bytes.ts'
import { lookupHash } from '#src/crypto/derive.ts'
import { openReport } from '#src/crypto/report.ts'
import { fromWire } from '#src/crypto/wire.ts'
import { listMessages } from '#cms/endpoints/report-messages.ts'
import { collections } from '#src/slugs.ts'
import { createLocalReq } from 'payload'
import {
  makeInbox,
  type ReportServer,
  sampleReport,
  sealedSample,
  startReportServer,
  type TestInbox,
} from './report-server.ts'

let server: ReportServer
let inbox: TestInbox
beforeAll(async () => {
  server = await startReportServer()
  inbox = await makeInbox(server.cms)
})
afterAll(() => server.close())

const count = async (collection: 'sealed-reports' | 'sealed-messages' | 'spent-proofs') =>
  (await server.cms.payload.count({ collection, overrideAccess: true })).totalDocs
const stored = () => Promise.all([count('sealed-reports'), count('sealed-messages')])
const counts = () => Promise.all([count('sealed-reports'), count('sealed-messages'), count('spent-proofs')])
const send = async (body: object, headers?: Record<string, string>) =>
  server.post('/api/lapor/kirim', { ...body, proof: await server.prove() }, headers)

async function foreignChallenge() {
  const { challenge } = (await server.prove()) as { challenge: { parameters: object } }
  return { ...challenge, parameters: { ...challenge.parameters, data: { price: 32, promised: null } } }
}

describe('sending a report', () => {
  test('stores a report that the inbox opens', async () => {
    const body = await sealedSample(inbox)
    expect((await send(body)).status).toBe(201)
    const { docs } = await server.cms.payload.find({
      collection: collections.sealedReports,
      limit: 1,
      overrideAccess: true,
    })
    const req = await createLocalReq({}, server.cms.payload)
    const [first] = await listMessages(server.cms.payload, req, String(docs[0]?.id))
    const { report } = await openReport(fromWire(first?.message as never), inbox)
    expect(report).toEqual(sampleReport)
  })

  test('keeps a day and no finer time', async () => {
    const { docs } = await server.cms.payload.find({
      collection: collections.sealedReports,
      limit: 1,
      overrideAccess: true,
    })
    expect(docs[0]?.day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(Object.keys(docs[0] ?? {})).not.toContain('createdAt')
  })

  test('stores the same sending once, whatever proof comes with it', async () => {
    const body = await sealedSample(inbox)
    await send(body)
    const before = await stored()
    expect((await send(body)).status).toBe(201)
    expect(await stored()).toEqual(before)
  })

  test('stores one of two equal sendings that arrive together', async () => {
    const body = await sealedSample(inbox)
    const before = await count('sealed-reports')
    await Promise.all([send(body), send(body)])
    expect(await count('sealed-reports')).toBe(before + 1)
  })

  test('refuses another message under a used sending key', async () => {
    const body = await sealedSample(inbox)
    await send(body)
    const other = { ...(await sealedSample(inbox)), sending: body.sending }
    expect((await send(other)).status).toBe(409)
  })

  test('refuses a second report under one code and leaves nothing of it', async () => {
    const body = await sealedSample(inbox)
    await send(body)
    const before = await stored()
    const other = { ...(await sealedSample(inbox)), lookup: body.lookup }
    const answer = await send(other)
    expect([answer.status, answer.body.error?.code]).toEqual([409, 'code-used'])
    expect(await stored()).toEqual(before)
  })

  test('takes a proof once', async () => {
    const proof = await server.prove()
    expect((await server.post('/api/lapor/kirim', { ...(await sealedSample(inbox)), proof })).status).toBe(
      201,
    )
    const again = await server.post('/api/lapor/kirim', { ...(await sealedSample(inbox)), proof })
    expect([again.status, again.body.error?.code]).toEqual([403, 'proof-refused'])
  })

  test('goes on to take the proof of a sending for that same sending', async () => {
    const body = { ...(await sealedSample(inbox)), proof: await server.prove() }
    const answers = [
      await server.post('/api/lapor/kirim', body),
      await server.post('/api/lapor/kirim', body),
      await server.post('/api/lapor/kirim', body),
    ]
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  })

  test('completes a thread that was left without its message', async () => {
    const body = await sealedSample(inbox)
    await server.cms.payload.create({
      collection: collections.sealedReports,
      data: {
        inbox: inbox.id,
        keyVersion: 1,
        bucket: 16_384,
        day: '2026-11-20',
        lookupHash: lookupHash(fromBase64url(body.lookup)),
        hold: false,
      },
      overrideAccess: true,
    })
    const [reports, messages] = await stored()
    expect((await send(body)).status).toBe(201)
    expect(await stored()).toEqual([reports, (messages ?? 0) + 1])
  })

  test.each([
    ['made up', async () => (await server.prove()).challenge, { counter: 1, derivedKey: '00' }],
    ['of a challenge that the server never signed', foreignChallenge, { counter: 1, derivedKey: '00' }],
  ])('refuses a proof that is %s, without asking the database', async (_, challenge, solution) => {
    const body = await sealedSample(inbox)
    const proof = { challenge: await challenge(), solution }
    const spies = (['find', 'count', 'create', 'delete'] as const).map(name =>
      vi.spyOn(server.cms.payload, name),
    )
    const answer = await server.post('/api/lapor/kirim', { ...body, proof })
    const asked = spies.map(spy => spy.mock.calls.length)
    vi.restoreAllMocks()
    expect(answer.body.error?.code).toBe('proof-refused')
    expect(asked).toEqual([0, 0, 0, 0])
  })

  test.each([
    ['SQLite', 'SQLITE_FULL'],
    ['MongoDB', 14_031],
    ['the file system', 'ENOSPC'],
  ])('says that the storage is full when %s says so, and logs no value', async (_, code) => {
    const body = { ...(await sealedSample(inbox)), proof: await server.prove() }
    const full = new Error('insert', { cause: Object.assign(new Error(body.message.manifest), { code }) })
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    vi.spyOn(server.cms.payload, 'create').mockRejectedValueOnce(full)
    const answer = await server.post('/api/lapor/kirim', body)
    const lines = logged.mock.calls.flat().join()
    vi.restoreAllMocks()
    expect([answer.status, answer.body.error?.code]).toEqual([507, 'storage-full'])
    expect(lines).not.toContain(body.message.manifest)
    expect((await send(body)).status).toBe(201)
  })

  test('refuses a closed inbox and one that is not open yet', async () => {
    const closed = await makeInbox(server.cms, 'closed')
    const founding = await makeInbox(server.cms, 'founding')
    expect((await send(await sealedSample(closed))).status).toBe(409)
    expect((await send(await sealedSample(founding))).status).toBe(409)
  })
})

describe('hostile bodies', () => {
  test.each([
    ['an empty object', {}],
    ['a list', []],
    ['a number', 7],
    ['text that is not JSON', '{"inbox":'],
    ['a deep nest', '['.repeat(5000) + ']'.repeat(5000)],
  ])('answers 400 to %s', async (_, body) => {
    expect((await server.post('/api/lapor/kirim', body)).status).toBe(400)
  })

  test.each([
    ['clear text in place of a part', { parts: [base64url(new TextEncoder().encode('Calo di Cilacap'))] }],
    ['a part of no known length', { parts: [base64url(random(5755))] }],
    ['no part', { parts: [] }],
    ['a manifest that is no age file', { manifest: base64url(random(5755)) }],
    ['a key that is not base64url', { inboxKey: '<script>' }],
    ['a field too many', { note: 'hai' }],
  ])('answers 400 to %s and stores nothing', async (_, change) => {
    const body = await sealedSample(inbox)
    const before = await counts()
    const answer = await send({ ...body, message: { ...body.message, ...change } })
    expect(answer.status).toBe(400)
    expect(await counts()).toEqual(before)
  })

  test('answers 413 to a body past the limit', async () => {
    expect((await server.post('/api/lapor/kirim', `"${'a'.repeat(600_000)}"`)).status).toBe(413)
  })

  test('answers 415 to a form post', async () => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
    expect((await server.post('/api/lapor/kirim', 'what=x', headers)).status).toBe(415)
  })

  test('answers 403 to a page of another site', async () => {
    const answer = await server.post(
      '/api/lapor/kirim',
      {},
      { Origin: 'https://lain.example', 'Sec-Fetch-Site': 'cross-site' },
    )
    expect(answer.status).toBe(403)
  })

  test('answers 404 to an unknown path and 405 to a wrong method', async () => {
    expect((await server.get('/api/lapor/__proto__')).status).toBe(404)
    expect((await server.get('/api/lapor/kirim')).status).toBe(405)
  })

  test('answers in the language of the caller', async () => {
    const [id, en] = await Promise.all(
      ['id', 'en'].map(language =>
        server.post('/api/lapor/baca', { lookup: base64url(random(16)) }, { 'Accept-Language': language }),
      ),
    )
    expect(id?.body.error?.message).toContain('Tidak ada laporan')
    expect(en?.body.error?.message).toContain('There is no report')
  })
})
