import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'
import type { ZodType } from 'zod'
import type { Env } from '#cms/env.ts'
import { type Language, languages } from '#src/slugs.ts'
import { type FrontErrorCode, frontErrors } from './front-errors.ts'

/** What a handler of the front server gets besides the request. */
export type FrontContext = { payload: Payload; env: Env }

/**
 * One handler of the front server, asked before Next and the static files. It answers and returns true, or leaves the
 * response alone and returns false. It may throw `FrontError`: the server answers it as JSON in the caller's language.
 */
export type FrontHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  context: FrontContext,
) => Promise<boolean>

/** A refusal that the caller may read: status 4xx or 503, a code for programs, and a text in the caller's language. */
export class FrontError extends Error {
  readonly status: number
  readonly code: string
  readonly texts: Readonly<Record<Language, string>>
  readonly fields: readonly string[]

  constructor(
    status: number,
    code: string,
    texts: Readonly<Record<Language, string>>,
    fields: readonly string[] = [],
  ) {
    super(code)
    this.status = status
    this.code = code
    this.texts = texts
    this.fields = fields
  }
}

/** The refusal with one of the common codes. `fields` names what did not fit, never what was sent. */
export function refuse(code: FrontErrorCode, fields: readonly string[] = []): FrontError {
  const { status, ...texts } = frontErrors[code]
  return new FrontError(status, code, texts, fields)
}

/** The language to answer in: English where the caller prefers it to Indonesian, else Indonesian. */
export function languageOf(request: IncomingMessage): Language {
  const wanted = (request.headers['accept-language'] ?? '').toLowerCase().split(',')
  const known = wanted.map(part => part.trim().slice(0, 2)).find(tag => languages.includes(tag as Language))
  return (known as Language | undefined) ?? 'id'
}

/** Answers with JSON that no cache keeps. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': bytes.length,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(response.req.method === 'HEAD' ? undefined : bytes)
}

/** Answers `{ error: { code, message, fields } }` in the caller's language. */
export function sendError(request: IncomingMessage, response: ServerResponse, error: FrontError): void {
  // What is left of an oversized body is not read; the connection ends with the answer.
  if (!request.complete && request.method !== 'GET' && request.method !== 'HEAD')
    response.setHeader('Connection', 'close')
  const message = error.texts[languageOf(request)]
  sendJson(response, error.status, { error: { code: error.code, message, fields: error.fields } })
}

/**
 * Reads the whole body.
 * @throws FrontError 413 as soon as it is longer than `limitBytes`, 400 when the caller hangs up half-way.
 */
export async function readBytes(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw refuse('too-large')
  const parts: Buffer[] = []
  let length = 0
  try {
    for await (const part of request.iterator({ destroyOnReturn: false })) {
      length += (part as Buffer).length
      if (length > limitBytes) throw refuse('too-large')
      parts.push(part as Buffer)
    }
  } catch (error) {
    throw error instanceof FrontError ? error : refuse('incomplete')
  }
  return Buffer.concat(parts)
}

/**
 * Reads a JSON body, at most `limitBytes` long.
 * @throws FrontError 415 for another content type, 413 for too many bytes, 400 for what is not UTF-8 or not JSON.
 */
export async function readJson(request: IncomingMessage, limitBytes: number): Promise<unknown> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw refuse('not-json-type')
  const bytes = await readBytes(request, limitBytes)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw refuse('not-json')
  }
}

/**
 * Reads a JSON body and parses it by `schema`.
 * @throws FrontError as `readJson`, and 400 with the names of the fields that do not fit.
 */
export async function readParsed<T>(
  request: IncomingMessage,
  limitBytes: number,
  schema: ZodType<T>,
): Promise<T> {
  const parsed = schema.safeParse(await readJson(request, limitBytes))
  if (parsed.success) return parsed.data
  throw refuse('not-valid', [...new Set(parsed.error.issues.map(issue => issue.path.join('.')))])
}

/**
 * Refuses what a foreign page makes a browser send: a request that changes something must come from the host it goes to.
 * `Sec-Fetch-Site` is asked first, because `no-referrer` turns the Origin of a form into "null".
 * @throws FrontError 403.
 */
export function requireSameOrigin(request: IncomingMessage): void {
  const { origin, host, 'sec-fetch-site': site } = request.headers
  const isSame =
    site === undefined
      ? origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
      : site === 'same-origin'
  if (!isSame) throw refuse('foreign-origin')
}
