import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { fill } from '#src/i18n/fill.ts'
import type { TipStrings } from './types.ts'

/** How long one challenge is worked on: less than the server waits for it, so that what is solved still counts. Minutes. */
const PATIENCE = 4

/** Why nothing was sent: `network`, `slow` (no proof in time), `noCrypto`, `server` (no readable answer), or a code of the server's. */
export class SendError extends Error {
  readonly code: string
  /** The challenge to solve instead, where the proof holds too little work by now. */
  readonly challenge: Challenge | undefined
  /** @param message the server's text in the page's language, or empty. */
  constructor(code: string, message = '', challenge?: Challenge) {
    super(message)
    this.code = code
    this.challenge = challenge
  }
}

/** An error in words: the server's own, else ours for its kind. */
export function explain(error: unknown, words: TipStrings['form']['problems']): string {
  if (!(error instanceof SendError)) return words.page
  if (error.message) return error.message
  const known = Object.entries(words).find(([code]) => code === error.code)
  return fill(known?.[1] ?? words.server, { minutes: PATIENCE })
}

export type SendPhase = 'proof' | 'proofAgain' | 'posting'

/**
 * Proves work, then posts `body` with the proof. Where that was refused, proves once more: by the challenge that the refusal
 * brings when the price has risen meanwhile (its price is promised), by a new one when the proof was too old. PBKDF2 runs in the browser's own threads, so the page stays alive.
 * @throws SendError; also once `controller` was aborted, and then nothing more is posted.
 */
export async function sendProven(
  path: string,
  language: string,
  body: object,
  { controller, onPhase }: { controller?: AbortController; onPhase: (phase: SendPhase) => void },
): Promise<unknown> {
  const prove = async (challenge: Challenge) => {
    const proof = await solve(challenge, controller)
    onPhase('posting')
    return post(path, language, { ...body, proof })
  }
  const newChallenge = async () => (await ask('/api/lapor/tantangan', language)) as Challenge
  onPhase('proof')
  try {
    return await prove(await newChallenge())
  } catch (error) {
    if (!(error instanceof SendError)) throw error
    const isTooOld = error.code === 'proof-refused'
    if (error.challenge === undefined && !isTooOld) throw error
    onPhase(isTooOld ? 'proof' : 'proofAgain')
    return prove(error.challenge ?? (await newChallenge()))
  }
}

async function solve(challenge: Challenge, controller = new AbortController()) {
  const { parameters, signature } = challenge
  const timeout = PATIENCE * 60_000
  const solution = await solveChallenge({ challenge, deriveKey, controller, timeout }).catch(() => {
    throw new SendError('noCrypto')
  })
  if (!solution) throw new SendError('slow')
  return { challenge: { parameters, signature }, solution }
}

/** Posts JSON and returns the answer. Throws `SendError`. */
export function post(path: string, language: string, body: unknown): Promise<unknown> {
  return ask(path, language, { method: 'POST', body: JSON.stringify(body) })
}

type Refusal = { error?: { code?: string; message?: string }; challenge?: Challenge }

async function ask(path: string, language: string, init: RequestInit = {}): Promise<unknown> {
  const headers = {
    'Accept-Language': language,
    ...(init.body ? { 'Content-Type': 'application/json' } : {}),
  }
  const response = await fetch(path, { ...init, headers, credentials: 'omit', cache: 'no-store' }).catch(
    () => null,
  )
  if (response === null) throw new SendError('network')
  const answer = (await response.json().catch(() => null)) as Refusal | null
  if (answer === null) throw new SendError(response.ok ? 'network' : 'server')
  if (response.ok) return answer
  throw new SendError(answer.error?.code ?? 'server', answer.error?.message, answer.challenge)
}
