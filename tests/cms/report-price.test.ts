import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { createPrice, priceAt } from '#cms/endpoints/report-price.ts'
import { priceOf } from '#cms/endpoints/report-proof.ts'
import { base64url, random } from '#src/crypto/bytes.ts'
import { collections } from '#src/slugs.ts'
import {
  makeInbox,
  type ReportServer,
  sealedSample,
  startReportServer,
  type TestInbox,
} from './report-server.ts'

const minute = 60_000

describe('the price', () => {
  test('doubles with every thirty sendings of ten minutes and stops at 32', () => {
    expect([0, 29, 30, 60, 90, 120, 150, 100_000].map(sent => priceAt(sent, 0))).toEqual([
      1, 1, 2, 4, 8, 16, 32, 32,
    ])
  })

  test('rises by asking alone, slowly, and to four at the most', () => {
    expect([0, 239, 240, 450, 480, 1_000_000].map(asked => priceAt(0, asked))).toEqual([1, 1, 2, 2, 4, 4])
  })

  test('falls when the window has passed', () => {
    const price = createPrice()
    for (let count = 0; count < 60; count += 1) price.count(`bukti ${count}`, 32, 0)
    expect([price.at(9 * minute), price.at(10 * minute)]).toEqual([4, 1])
  })

  test('weighs a proof as the part of a sending that its work pays', () => {
    const price = createPrice()
    const until = (wanted: number) => {
      let spent = 0
      while (price.at(0) < wanted) {
        price.count(`bukti ${wanted} ${spent}`, 1, 0)
        spent += 1
      }
      return spent
    }
    expect([2, 4, 8, 16, 32].map(until)).toEqual([30, 60, 120, 240, 480])
  })

  test('counts a proof of more work than it asks as one sending', () => {
    const price = createPrice()
    for (let count = 0; count < 29; count += 1) price.count(`bukti ${count}`, 32, 0)
    expect(price.at(0)).toBe(1)
  })

  test('counts the same proof once, at the price of its first time', () => {
    const price = createPrice()
    const first = price.count('bukti', 1, 0)
    for (let count = 0; count < 100; count += 1) price.count('bukti', 1, 0)
    for (let count = 0; count < 29; count += 1) price.count(`bukti ${count}`, 1, 0)
    expect([first.price, price.count('bukti', 1, minute).price, price.at(0)]).toEqual([1, 1, 2])
  })

  test.each([
    ['not, when it was spent elsewhere before', [false, false], 1],
    ['when it was new', [true], 2],
    ['once, when it was new to one of two', [false, true, false], 2],
  ])('counts a proof %s', (_, answers, expected) => {
    const price = createPrice()
    for (let count = 0; count < 29; count += 1) price.count(`bukti ${count}`, 1, 0)
    const { settle } = price.count('bukti', 1, 0)
    for (const isNew of answers) settle(isNew)
    expect(price.at(0)).toBe(expected)
  })

  test('keeps what it counted in the window when other minutes follow', () => {
    const price = createPrice()
    for (let at = 0; at < 10; at += 1)
      for (let count = 0; count < 6; count += 1) price.count(`bukti ${at} ${count}`, 32, at * minute)
    expect([price.at(9 * minute), price.at(10 * minute), price.at(15 * minute)]).toEqual([4, 2, 1])
  })
})

describe('spending when the price has risen', () => {
  let server: ReportServer
  let inbox: TestInbox
  beforeEach(async () => {
    server = await startReportServer()
    inbox = await makeInbox(server.cms)
  })
  afterEach(async () => {
    vi.useRealTimers()
    await server.close()
  })

  const rise = (sendings: number) => {
    for (let count = 0; count < sendings; count += 1)
      priceOf(server.cms.payload).count(base64url(random(16)), 32)
  }
  const send = (body: object, proof: object) => server.post('/api/lapor/kirim', { ...body, proof })
  const solve = async (challenge: never) => ({
    challenge,
    solution: await solveChallenge({ challenge, deriveKey }),
  })
  const priceIn = (challenge: unknown) =>
    (challenge as { parameters: { data: { price: number } } }).parameters.data.price
  const reports = async () =>
    (await server.cms.payload.count({ collection: collections.sealedReports, overrideAccess: true }))
      .totalDocs

  test('refuses a proof of the quiet price, with a challenge at the price of now', async () => {
    const proof = await server.prove()
    rise(60)
    const answer = await send(await sealedSample(inbox), proof)
    expect([answer.status, answer.body.error?.code, priceIn(answer.body.challenge)]).toEqual([
      403,
      'proof-too-cheap',
      4,
    ])
    expect(await reports()).toBe(0)
  })

  test('takes the dearer proof though the price has risen again, once', async () => {
    const body = await sealedSample(inbox)
    const proof = await server.prove()
    rise(30)
    const { challenge } = (await send(body, proof)).body
    rise(60)
    const dearer = await solve(challenge as never)
    expect((await send(body, dearer)).status).toBe(201)
    expect(await reports()).toBe(1)
  })

  test('keeps the promise for the one sending that it was given for', async () => {
    const proof = await server.prove()
    rise(30)
    const body = await sealedSample(inbox)
    const { challenge } = (await send(body, proof)).body
    const dearer = await solve(challenge as never)
    const other = await send({ ...(await sealedSample(inbox)) }, dearer)
    expect(other.body.error?.code).toBe('proof-refused')
  })

  test('trades one cheap proof for one sending only, and counts it once', async () => {
    const proof = await server.prove()
    rise(30)
    const body = await sealedSample(inbox)
    const codes = []
    for (const given of [body, body, { ...body, sending: base64url(random(16)) }])
      codes.push((await send(given, proof)).body.error?.code)
    expect(codes).toEqual(['proof-too-cheap', 'proof-too-cheap', 'proof-refused'])
    rise(29)
    expect(priceOf(server.cms.payload).at()).toBe(2)
    rise(1)
    expect(priceOf(server.cms.payload).at()).toBe(4)
  })

  test('answers 201 again to a sending that was stored before the price rose', async () => {
    const body = await sealedSample(inbox)
    const proof = await server.prove()
    await send(body, proof)
    rise(150)
    expect((await send(body, proof)).status).toBe(201)
  })

  test('cannot be kept at the quiet price by hoarding 450 challenges', async () => {
    const hoard: unknown[] = []
    for (let count = 0; count < 450; count += 1) hoard.push((await server.get('/api/lapor/tantangan')).body)
    expect(hoard.map(priceIn).filter(price => price === 1).length).toBeLessThan(250)
    const answer = await send(await sealedSample(inbox), await solve(hoard[0] as never))
    expect(answer.body.error?.code).toBe('proof-too-cheap')
  })

  test('trades a proof whose challenge a process before this one gave out, and takes the one it is traded for', async () => {
    const proof = await server.prove()
    const price = priceOf(server.cms.payload)
    Object.assign(price, { since: Date.now() + 2000 })
    const body = await sealedSample(inbox)
    const answer = await send(body, proof)
    expect([answer.body.error?.code, priceIn(answer.body.challenge)]).toEqual(['proof-too-cheap', 1])
    expect((await send(body, await solve(answer.body.challenge as never))).status).toBe(201)
  })

  test('takes no challenge that is older than five minutes', async () => {
    const proof = await server.prove()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5 * minute + 2000 })
    const answer = await send(await sealedSample(inbox), proof)
    expect(answer.body.error?.code).toBe('proof-refused')
  })

  test.each([
    ['no terms', undefined],
    ['text in place of terms', 'murah'],
    ['a term too many', { price: 1, promised: null, isAdmin: 1 }],
    ['a price that is no number', { price: '1', promised: null }],
  ])('answers 400 to a challenge with %s', async (_, data) => {
    const { challenge, solution } = (await server.prove()) as {
      challenge: { parameters: object; signature: string }
      solution: unknown
    }
    const parameters = { ...challenge.parameters, data }
    const answer = await send(await sealedSample(inbox), {
      challenge: { ...challenge, parameters },
      solution,
    } as object)
    expect(answer.status).toBe(400)
  })
})
