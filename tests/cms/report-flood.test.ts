import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { FrontError } from '#cms/endpoints/front.ts'
import { reportSchema } from '#cms/endpoints/report-schema.ts'
import { storeReport } from '#cms/endpoints/report-send.ts'
import { base64url, random } from '#src/crypto/bytes.ts'
import {
  makeInbox,
  type ReportServer,
  sealedSample,
  startReportServer,
  type TestInbox,
} from './report-server.ts'

// A hundred proofs at the quiet price are minutes of work: here one attempt solves each.
vi.mock('altcha-lib', async original => ({
  ...(await original<typeof import('altcha-lib')>()),
  randomInt: () => 1,
}))

let server: ReportServer
let inbox: TestInbox
beforeEach(async () => {
  server = await startReportServer()
  inbox = await makeInbox(server.cms)
})
afterEach(() => server.close())

const challenge = async () =>
  (await server.get('/api/lapor/tantangan')).body as { parameters: { data: { price: number } } }
const priceNow = async () => (await challenge()).parameters.data.price
/** Proofs for challenges that were all asked for before the first was sent. */
async function hoard(most: number) {
  const challenges: unknown[] = []
  while (challenges.length < most) challenges.push(await challenge())
  return Promise.all(
    challenges.map(async one => ({
      challenge: one,
      solution: await solveChallenge({ challenge: one as never, deriveKey }),
    })),
  )
}
const fresh = async (proof: unknown) => ({
  ...(await sealedSample(inbox)),
  sending: base64url(random(16)),
  proof,
})

test('of 110 kept proofs at the same moment, no more pass at the quiet price than one window allows', {
  timeout: 120_000,
}, async () => {
  const { payload, env } = server.cms
  const bodies = await Promise.all((await hoard(110)).map(fresh))
  // All are there before the first is answered.
  const remove = payload.delete.bind(payload)
  vi.spyOn(payload, 'delete').mockImplementation(async (...given: unknown[]) => {
    await wait(2000)
    return remove(...(given as Parameters<typeof remove>))
  })
  const outcomes = await Promise.all(
    bodies.map(body =>
      storeReport(payload, reportSchema.parse(body), null, env).then(
        () => 'stored',
        (error: FrontError) => error.code,
      ),
    ),
  )
  expect(outcomes.filter(outcome => outcome === 'stored').length).toBeLessThanOrEqual(30)
  expect(new Set(outcomes)).toEqual(new Set(['stored', 'proof-too-cheap']))
})

test('155 proofs of the quiet price do not make others pay more than four times as much', {
  timeout: 120_000,
}, async () => {
  const nowhere = { inbox: '11111111-1111-4111-8111-111111111111' }
  for (const proof of await hoard(155))
    await server.post('/api/lapor/kirim', { ...(await fresh(proof)), ...nowhere })
  expect(await priceNow()).toBeLessThanOrEqual(4)
})
