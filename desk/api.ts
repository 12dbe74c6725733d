import type { ZodType } from 'zod'
import { language, texts } from './texts.ts'

/**
 * Why a request failed. `offline`: nobody answered. `ended`: the session is over. `refused`: the server says why in
 * `message`. `broken`: an answer that is none.
 */
export type DeskErrorCode = 'offline' | 'ended' | 'refused' | 'broken'

/** A failed request with a message that can be shown as it is. */
export class DeskError extends Error {
  readonly code: DeskErrorCode
  readonly status: number
  /** The server's own code for the refusal, for example `wrong-code`. */
  readonly reason: string

  constructor(code: DeskErrorCode, message: string, status = 0, reason = '') {
    super(message)
    this.code = code
    this.status = status
    this.reason = reason
  }
}

type Refusal = { error?: { code?: string; message?: string } }

/** Every address of the desk. What the server named may stand in one, and must not lead elsewhere. */
const address = /^\/api\/desk(\/[\w-]+)+$/

/**
 * Asks the server. Without `body` it is a GET, else a POST of JSON.
 * @throws DeskError; `broken`, and nothing is asked, where an id in the path is none.
 */
export async function call<T>(path: `/api/desk/${string}`, body?: unknown): Promise<T> {
  if (!address.test(path)) throw brokenAnswer()
  const options: RequestInit = {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'Accept-Language': language,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'error',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
  const response = await fetch(path, options).catch(() => {
    throw new DeskError('offline', texts.errors.offline)
  })
  const answer = (await response.json().catch(() => null)) as (T & Refusal) | null
  if (response.ok && answer !== null) return answer
  const message = answer?.error?.message ?? texts.errors.broken
  const reason = answer?.error?.code ?? ''
  if (response.status === 401 && reason === 'not-signed-in')
    throw new DeskError('ended', texts.errors.ended, 401, reason)
  throw new DeskError(response.status < 500 ? 'refused' : 'broken', message, response.status, reason)
}

/** An answer of the server that is none. */
export const brokenAnswer = (): DeskError => new DeskError('broken', texts.errors.broken)

/**
 * What the server answered, by its schema.
 * @throws DeskError `broken` when it is something else.
 */
export function parseAnswer<T>(answer: unknown, schema: ZodType<T>): T {
  const parsed = schema.safeParse(answer)
  if (!parsed.success) throw brokenAnswer()
  return parsed.data
}
