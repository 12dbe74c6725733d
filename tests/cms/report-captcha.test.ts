import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { collections } from '#src/slugs.ts'
import { freePort } from '#tests/helpers/server.ts'
import {
  makeInbox,
  type ReportServer,
  sealedSample,
  startReportServer,
  type TestInbox,
} from './report-server.ts'

/** Stands in for hCaptcha's verifier, which knows each token once. */
let verifier: Server
let asked: URLSearchParams[] = []
let server: ReportServer
let inbox: TestInbox
const good = new Set<string>()

beforeAll(async () => {
  verifier = createServer(async (request, response) => {
    let text = ''
    for await (const part of request.setEncoding('utf8')) text += part
    const body = new URLSearchParams(text)
    asked.push(body)
    const token = body.get('response') ?? ''
    response.setHeader('Content-Type', 'application/json')
    response.end(token === 'rusak' ? '<html>' : JSON.stringify({ success: good.delete(token) }))
  })
  await new Promise<void>(resolve => verifier.listen(0, '127.0.0.1', resolve))
  server = await startReportServer({
    HCAPTCHA_SITE_KEY: 'kunci-situs',
    HCAPTCHA_SECRET: 'rahasia-situs',
    HCAPTCHA_VERIFY_URL: `http://127.0.0.1:${(verifier.address() as AddressInfo).port}/siteverify`,
  })
  inbox = await makeInbox(server.cms)
})
afterAll(async () => {
  await server.close()
  await new Promise(resolve => verifier.close(resolve))
})

const count = async () =>
  (await server.cms.payload.count({ collection: collections.sealedReports, overrideAccess: true })).totalDocs
const send = async (hcaptcha: string, to = inbox, headers: Record<string, string> = {}) =>
  server.post('/api/lapor/kirim', { ...(await sealedSample(to)), proof: { hcaptcha } }, headers)
const codes = (answers: Awaited<ReturnType<typeof send>>[]) => answers.map(({ body }) => body.error?.code)

describe('an hCaptcha token', () => {
  test('proves a sending, and the verifier gets keys and token and no address', async () => {
    asked = []
    good.add('baik')
    expect((await send('baik')).status).toBe(201)
    expect(asked.map(body => Object.fromEntries(body))).toEqual([
      { secret: 'rahasia-situs', sitekey: 'kunci-situs', response: 'baik' },
    ])
  })

  test('counts once, even if hCaptcha took it twice', async () => {
    good.add('dua-kali')
    await send('dua-kali')
    good.add('dua-kali')
    const before = await count()
    expect(codes([await send('dua-kali')])).toEqual(['proof-refused'])
    expect(await count()).toBe(before)
  })

  test('that hCaptcha refuses stores nothing', async () => {
    const before = await count()
    expect(codes([await send('palsu')])).toEqual(['proof-refused'])
    expect(await count()).toBe(before)
  })

  test('is answered with 503 when the verifier says nothing that can be understood', async () => {
    const answer = await send('rusak')
    expect([answer.status, answer.body.error?.code]).toEqual([503, 'captcha-silent'])
  })

  test('is never asked about for reports to an inbox for officials', async () => {
    const officials = await makeInbox(server.cms, 'open', 'petugas')
    asked = []
    good.add('petugas')
    expect(codes([await send('petugas', officials)])).toEqual(['proof-refused'])
    expect(asked).toEqual([])
  })
})

/** What is asked of the database while `work` runs. */
async function databaseCalls(of: ReportServer, work: () => Promise<unknown>): Promise<string[]> {
  const names = ['find', 'findOne', 'create', 'count', 'updateOne', 'deleteMany', 'beginTransaction'] as const
  const spies = names.map(name => vi.spyOn(of.cms.payload.db, name))
  await work()
  const called = names.filter((_, index) => (spies[index]?.mock.calls.length ?? 0) > 0)
  for (const spy of spies) spy.mockRestore()
  return called
}

describe('a junk token', () => {
  test('asks the database nothing once the key list is known', async () => {
    await send('sampah')
    const body = { ...(await sealedSample(inbox)), proof: { hcaptcha: 'sampah' } }
    expect(await databaseCalls(server, () => server.post('/api/lapor/kirim', body))).toEqual([])
  })

  test('asks the database nothing where no keys are set, and is refused for a stored sending too', async () => {
    const without = await startReportServer()
    const body = await sealedSample(await makeInbox(without.cms))
    await without.post('/api/lapor/kirim', { ...body, proof: await without.prove() })
    const codes: unknown[] = []
    const calls = await databaseCalls(without, async () => {
      const junk = { ...body, proof: { hcaptcha: 'sampah' } }
      codes.push((await without.post('/api/lapor/kirim', junk)).body.error?.code)
    })
    await without.close()
    expect([codes, calls]).toEqual([['proof-refused'], []])
  })

  test('is refused for a sending that is stored', async () => {
    good.add('sekali')
    const body = await sealedSample(inbox)
    const first = await server.post('/api/lapor/kirim', { ...body, proof: { hcaptcha: 'sekali' } })
    const junk = await server.post('/api/lapor/kirim', { ...body, proof: { hcaptcha: 'sampah' } })
    expect([first.status, junk.status]).toEqual([201, 403])
  })
})

describe('a new token', () => {
  test('answers 201 again to a sending that is stored', async () => {
    const body = await sealedSample(inbox)
    for (const token of ['pertama', 'kedua']) good.add(token)
    const answers = []
    for (const hcaptcha of ['pertama', 'kedua'])
      answers.push((await server.post('/api/lapor/kirim', { ...body, proof: { hcaptcha } })).status)
    expect(answers).toEqual([201, 201])
  })

  test.each(['founding', 'unknown'])('is not shown to hCaptcha for an inbox that is %s', async state => {
    const outside = await makeInbox(server.cms, 'founding')
    const id = { founding: outside.id, unknown: crypto.randomUUID() }[state] as string
    asked = []
    good.add('luar')
    expect(codes([await send('luar', { ...outside, id })])).toEqual(['inbox-closed'])
    expect(asked).toEqual([])
  })

  test('is not asked about for officials though the list that was read before had no inbox for them', async () => {
    await send('sampah')
    const officials = await makeInbox(server.cms, 'open', 'petugas')
    asked = []
    expect(codes([await send('petugas lagi', officials)])).toEqual(['proof-refused'])
    expect(asked).toEqual([])
  })
})

describe('without keys, or with a verifier that is gone', () => {
  test('no token counts and no verifier is asked', async () => {
    const without = await startReportServer()
    const box = await makeInbox(without.cms)
    const answer = await without.post('/api/lapor/kirim', {
      ...(await sealedSample(box)),
      proof: { hcaptcha: 'x' },
    })
    await without.close()
    expect(answer.body.error?.code).toBe('proof-refused')
  })

  test('the report is refused with 503, and the proof of work still works', async () => {
    const gone = await startReportServer({
      HCAPTCHA_SITE_KEY: 'a',
      HCAPTCHA_SECRET: 'b',
      HCAPTCHA_VERIFY_URL: `http://127.0.0.1:${await freePort()}/`,
    })
    const body = await sealedSample(await makeInbox(gone.cms))
    const first = await gone.post('/api/lapor/kirim', { ...body, proof: { hcaptcha: 'x' } })
    const second = await gone.post('/api/lapor/kirim', { ...body, proof: await gone.prove() })
    await gone.close()
    expect([first.status, second.status]).toEqual([503, 201])
  })
})
