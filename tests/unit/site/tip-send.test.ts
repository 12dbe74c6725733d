import { afterEach, describe, expect, test, vi } from 'vitest'
import { createChallenge, solveChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { explain, post, SendError, sendProven, type SendPhase } from '#site/islands/tip/send.ts'
import { resources } from '#src/i18n/t.ts'

vi.mock('altcha-lib', async original => {
  const whole = await original<typeof import('altcha-lib')>()
  return { ...whole, solveChallenge: vi.fn(whole.solveChallenge) }
})

const secret = { hmacSignatureSecret: 'a', hmacKeySignatureSecret: 'b' }
const challenge = (price: number) =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 10,
    counter: price,
    data: { price, promised: null },
    deriveKey,
    ...secret,
  })
type Sent = {
  path: string
  body: { proof: { challenge: { parameters: { data: { price: number } } } } } | null
}

/** A server that gives these answers in turn; what it was sent is kept. */
function serve(...answers: (Response | null)[]): Sent[] {
  const sent: Sent[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    sent.push({ path, body: init.body ? JSON.parse(String(init.body)) : null })
    const answer = answers.shift()
    if (!answer) throw new TypeError('Failed to fetch')
    return answer
  })
  return sent
}
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })
const tooCheap = async (price: number) =>
  json(403, { error: { code: 'proof-too-cheap', message: 'lebih berat' }, challenge: await challenge(price) })
const send = (phases: SendPhase[] = []) =>
  sendProven('/api/lapor/kirim', 'id', { lookup: 'x' }, { onPhase: phase => phases.push(phase) })
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'sent',
    (error: unknown) => (error as SendError).code,
  )

afterEach(() => {
  vi.unstubAllGlobals()
  vi.mocked(solveChallenge).mockClear()
})

describe('sending with a proof', () => {
  test('posts the body with a proof that the server takes', async () => {
    const sent = serve(json(200, await challenge(3)), json(201, { stored: true }))
    expect(await send()).toEqual({ stored: true })
    const { proof, ...body } = (sent[1] as { body: NonNullable<Sent['body']> }).body
    expect(body).toEqual({ lookup: 'x' })
    expect(
      await verifySolution({ ...(proof as never as object), deriveKey, ...secret } as never),
    ).toMatchObject({
      verified: true,
    })
  })

  test('solves the dearer challenge of a refusal without being asked, and posts the same body', async () => {
    const phases: SendPhase[] = []
    const sent = serve(json(200, await challenge(1)), await tooCheap(4), json(201, { stored: true }))
    expect(await send(phases)).toEqual({ stored: true })
    expect(sent.slice(1).map(({ body }) => body?.proof.challenge.parameters.data.price)).toEqual([1, 4])
    expect(phases).toEqual(['proof', 'posting', 'proofAgain', 'posting'])
  })

  test('does so once, and then says what the server said', async () => {
    const sent = serve(json(200, await challenge(1)), await tooCheap(4), await tooCheap(8))
    const error = await send().catch((thrown: unknown) => thrown)
    expect(explain(error, resources.id.tip.form.problems)).toBe('lebih berat')
    expect(sent).toHaveLength(3)
  })

  test('asks for a new challenge without being asked when the proof was too old, once', async () => {
    const phases: SendPhase[] = []
    const tooOld = () => json(403, { error: { code: 'proof-refused', message: 'lewat waktunya' } })
    const sent = serve(
      json(200, await challenge(1)),
      tooOld(),
      json(200, await challenge(2)),
      json(201, { stored: true }),
    )
    expect(await send(phases)).toEqual({ stored: true })
    expect(sent.map(({ path }) => path.split('/').at(-1))).toEqual([
      'tantangan',
      'kirim',
      'tantangan',
      'kirim',
    ])
    expect(phases).toEqual(['proof', 'posting', 'proof', 'posting'])
    serve(json(200, await challenge(1)), tooOld(), json(200, await challenge(2)), tooOld())
    expect(await codeOf(send())).toBe('proof-refused')
  })

  test('posts nothing once it was left', async () => {
    const controller = new AbortController()
    const sent = serve(json(200, await challenge(3)), json(201, {}))
    controller.abort()
    await codeOf(sendProven('/api/lapor/kirim', 'id', {}, { controller, onPhase: () => undefined }))
    expect(sent.map(({ path }) => path)).toEqual(['/api/lapor/tantangan'])
  })
})

describe('what keeps it from being sent', () => {
  test('is the network when nothing answers', async () => {
    serve(null)
    expect(await codeOf(send())).toBe('network')
  })

  test('is the solver when it runs out of time, after no more than four minutes', async () => {
    serve(json(200, await challenge(3)))
    vi.mocked(solveChallenge).mockResolvedValueOnce(null)
    expect(await codeOf(send())).toBe('slow')
    expect(vi.mocked(solveChallenge).mock.calls[0]?.[0].timeout).toBe(4 * 60_000)
  })

  test('is the browser when it cannot compute a proof', async () => {
    serve(json(200, await challenge(3)))
    vi.stubGlobal('crypto', {})
    expect(await codeOf(send())).toBe('noCrypto')
  })

  test('is the server when it answers with something else than JSON', async () => {
    serve(new Response('<h1>502</h1>', { status: 502 }))
    expect(await codeOf(post('/api/lapor/baca', 'id', {}))).toBe('server')
  })

  test('is what the server says where it says something', async () => {
    serve(json(507, { error: { code: 'storage-full', message: 'Tempat penyimpanan penuh.' } }))
    const error = await post('/api/lapor/kirim', 'id', {}).catch((thrown: unknown) => thrown)
    expect(explain(error, resources.id.tip.form.problems)).toBe('Tempat penyimpanan penuh.')
  })

  test.each(['id', 'en'] as const)('has words of its own for each kind (%s)', language => {
    const words = resources[language].tip.form.problems
    const said = [
      ...['network', 'slow', 'noCrypto', 'server'].map(code => explain(new SendError(code), words)),
      explain(new Error('sealing'), words),
    ]
    expect(new Set(said).size).toBe(5)
    expect(said[1]).toContain('4')
    expect(said.filter(text => text.includes('{{'))).toEqual([])
  })
})
