import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { priceOf } from '#cms/endpoints/report-proof.ts'
import { newReceipt } from '#src/crypto/receipt.ts'
import { deriveReporterKeys } from '#src/crypto/derive.ts'
import { messageHash } from '#src/crypto/message.ts'
import { fromWire } from '#src/crypto/wire.ts'
import type { ReporterThread } from '#cms/endpoints/report-thread.ts'
import { collections } from '#src/slugs.ts'
import {
  makeInbox,
  type ReportServer,
  sealedFollowUp,
  sealedSample,
  startReportServer,
  type TestInbox,
} from './report-server.ts'

const rounds = Array.from({ length: 5 }, (_, round) => round)

let server: ReportServer
let inbox: TestInbox
beforeAll(async () => {
  server = await startReportServer()
  inbox = await makeInbox(server.cms)
  // The price is not what is tested here, and there are more sendings than the quiet one is for.
  vi.spyOn(priceOf(server.cms.payload), 'at').mockReturnValue(1)
  vi.spyOn(priceOf(server.cms.payload), 'count').mockReturnValue({ price: 1, settle: () => undefined })
})
afterAll(() => server.close())

const count = async (collection: 'sealed-reports' | 'sealed-messages') =>
  (await server.cms.payload.count({ collection, overrideAccess: true })).totalDocs
const stored = () => Promise.all([count(collections.sealedReports), count(collections.sealedMessages)])
const twenty = (path: string, body: object) =>
  Promise.all(Array.from({ length: 20 }, () => server.post(path, body)))
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status)

describe('at the same moment', { timeout: 240_000 }, () => {
  test('the same report twenty times is 201 twenty times, and one report', async () => {
    for (const _ of rounds) {
      const body = { ...(await sealedSample(inbox)), proof: await server.prove() }
      const [reports, messages] = (await stored()) as [number, number]
      expect(statuses(await twenty('/api/lapor/kirim', body))).toEqual(Array(20).fill(201))
      expect(await stored()).toEqual([reports + 1, messages + 1])
    }
  })

  test('the same report under two proofs is 201 twice, and one report', async () => {
    for (const _ of rounds) {
      const body = await sealedSample(inbox)
      const proofs = [await server.prove(), await server.prove()]
      const [reports, messages] = (await stored()) as [number, number]
      const answers = await Promise.all(
        proofs.map(proof => server.post('/api/lapor/kirim', { ...body, proof })),
      )
      expect(statuses(answers)).toEqual([201, 201])
      expect(await stored()).toEqual([reports + 1, messages + 1])
    }
  })

  test('two reports under one code are one report and one refusal', async () => {
    for (const _ of rounds) {
      const secret = newReceipt()
      const bodies = [await sealedSample(inbox, secret), await sealedSample(inbox, secret)]
      const proofs = [await server.prove(), await server.prove()]
      const [reports, messages] = (await stored()) as [number, number]
      const answers = await Promise.all(
        bodies.map((body, index) => server.post('/api/lapor/kirim', { ...body, proof: proofs[index] })),
      )
      expect(statuses(answers).sort()).toEqual([201, 409])
      expect(answers.flatMap(({ body }) => body.error?.code ?? [])).toEqual(['code-used'])
      expect(await stored()).toEqual([reports + 1, messages + 1])
    }
  })

  test('one proof for two reports stores one of them', async () => {
    for (const _ of rounds) {
      const bodies = [await sealedSample(inbox), await sealedSample(inbox)]
      const proof = await server.prove()
      const answers = await Promise.all(
        bodies.map(body => server.post('/api/lapor/kirim', { ...body, proof })),
      )
      expect(statuses(answers).sort()).toEqual([201, 403])
    }
  })
})

describe('further messages at the same moment', { timeout: 240_000 }, () => {
  const secret = newReceipt()
  const thread = async (lookup: string) =>
    (await server.post('/api/lapor/baca', { lookup })).body as unknown as ReporterThread
  const next = async (lookup: string) => {
    const { messages } = await thread(lookup)
    return { seq: messages.length, prev: messages.at(-1)?.hash ?? '' }
  }
  beforeAll(async () => {
    const body = await sealedSample(inbox, secret)
    await server.post('/api/lapor/kirim', { ...body, proof: await server.prove() })
  })

  test('the same one twenty times is 201 twenty times, and one message', async () => {
    const keys = await deriveReporterKeys(secret)
    for (const _ of rounds) {
      const place = await next(keys.lookup)
      const body = { ...(await sealedFollowUp(inbox, keys, place)), proof: await server.prove() }
      expect(statuses(await twenty('/api/lapor/tambah', body))).toEqual(Array(20).fill(201))
      expect((await next(keys.lookup)).seq).toBe(place.seq + 1)
    }
  })

  test('two different ones for one place are one message and one refusal, and none is lost', async () => {
    const keys = await deriveReporterKeys(secret)
    for (const _ of rounds) {
      const place = await next(keys.lookup)
      const bodies = [
        await sealedFollowUp(inbox, keys, place, 'satu'),
        await sealedFollowUp(inbox, keys, place, 'dua'),
      ]
      const proofs = [await server.prove(), await server.prove()]
      const answers = await Promise.all(
        bodies.map((body, index) => server.post('/api/lapor/tambah', { ...body, proof: proofs[index] })),
      )
      expect(statuses(answers).sort()).toEqual([201, 409])
      const kept = bodies[answers.findIndex(({ status }) => status === 201)]
      const { messages } = await thread(keys.lookup)
      expect(messages.slice(place.seq).map(({ hash }) => hash)).toEqual([
        messageHash(fromWire(kept?.message as never)),
      ])
    }
  })
})
