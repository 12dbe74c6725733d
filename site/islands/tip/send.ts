import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'

/** A refusal of the server, with its text in the page's language; `status` 0 when the network failed. */
export class SendError extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

type Proof = { challenge: unknown; solution: unknown }

/** Asks for a challenge and solves it. */
export async function proveWork(language: string): Promise<Proof> {
  const challenge = (await ask('/api/lapor/tantangan', language)) as Parameters<
    typeof solveChallenge
  >[0]['challenge']
  const solution = await solveChallenge({ challenge, deriveKey })
  if (!solution) throw new SendError(0, 'proof', '')
  return { challenge: { parameters: challenge.parameters, signature: challenge.signature }, solution }
}

/** Posts JSON and returns the answer. Throws `SendError`. */
export function post(path: string, language: string, body: unknown): Promise<unknown> {
  return ask(path, language, { method: 'POST', body: JSON.stringify(body) })
}

async function ask(path: string, language: string, init: RequestInit = {}): Promise<unknown> {
  const headers = {
    'Accept-Language': language,
    ...(init.body ? { 'Content-Type': 'application/json' } : {}),
  }
  const response = await fetch(path, { ...init, headers, credentials: 'omit', cache: 'no-store' }).catch(
    () => null,
  )
  if (response === null) throw new SendError(0, 'network', '')
  const answer = (await response.json().catch(() => ({}))) as { error?: { code?: string; message?: string } }
  if (response.ok) return answer
  throw new SendError(response.status, answer.error?.code ?? '', answer.error?.message ?? '')
}
