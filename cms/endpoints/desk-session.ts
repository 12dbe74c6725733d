import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Env } from '#cms/env.ts'
import { refuse } from './front.ts'

/** A desk session ends after this long without a request, and after `lifeLimit` in any case. Milliseconds. */
export const idleLimit = 30 * 60_000
const lifeLimit = 10 * 60 * 60_000

/**
 * How far a sign-in has come. `enrol`: the password was right, a second factor must be set up. `second-factor`: a code is
 * asked. Only `ready` opens anything.
 */
export type DeskStage = 'enrol' | 'second-factor' | 'ready'

/** One sign-in at the desk. It lives in this process only: a restart ends it, and nothing of it reaches the database. */
export type DeskSession = {
  readonly user: string
  readonly email: string
  /** Which password it began with (see `passwordMark`): a new password ends the sessions of the old one. */
  readonly password: string
  readonly startedAt: number
  seenAt: number
  stage: DeskStage
  /** A second-factor secret that was shown and is not yet confirmed. */
  offered: Buffer | null
}

const sessions = new Map<string, DeskSession>()
const keyOf = (token: string): string => createHash('sha256').update(token).digest('base64')
const isOver = (session: DeskSession, now: number): boolean =>
  now - session.seenAt > idleLimit || now - session.startedAt > lifeLimit

const isSecure = (env: Env): boolean => env.deskUrl.startsWith('https:')
/** Browsers hold a `__Host-` cookie to this host, path and https; without https they refuse the prefix. */
const cookieName = (env: Env): string => (isSecure(env) ? '__Host-meja' : 'meja')

function tokenOf(request: IncomingMessage, env: Env): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map(pair => pair.trim().split('='))
  return pairs.find(([name]) => name === cookieName(env))?.[1] ?? null
}

function setCookie(response: ServerResponse, env: Env, value: string, more = ''): void {
  const secure = isSecure(env) ? '; Secure' : ''
  response.setHeader(
    'Set-Cookie',
    `${cookieName(env)}=${value}; Path=/; HttpOnly; SameSite=Strict${secure}${more}`,
  )
}

/** Starts a session and sets its cookie. An older session of the same browser ends. */
export function startSession(
  request: IncomingMessage,
  response: ServerResponse,
  env: Env,
  who: Pick<DeskSession, 'user' | 'email' | 'password' | 'stage'>,
): DeskSession {
  endSession(request, response, env)
  const now = Date.now()
  for (const [key, session] of sessions) if (isOver(session, now)) sessions.delete(key)
  const token = randomBytes(32).toString('base64url')
  const session: DeskSession = { ...who, startedAt: now, seenAt: now, offered: null }
  sessions.set(keyOf(token), session)
  setCookie(response, env, token)
  return session
}

/**
 * Makes the session full after the second factor, under a new token.
 * The old token, which was handed out before the second factor, opens nothing afterwards.
 */
export function finishSignIn(
  request: IncomingMessage,
  response: ServerResponse,
  env: Env,
  session: DeskSession,
): void {
  const { user, email, password } = session
  startSession(request, response, env, { user, email, password, stage: 'ready' })
}

/** The running session of a request, or null. */
export function findSession(request: IncomingMessage, env: Env): DeskSession | null {
  const token = tokenOf(request, env)
  const session = token === null ? undefined : sessions.get(keyOf(token))
  if (token === null || session === undefined) return null
  const now = Date.now()
  if (isOver(session, now)) {
    sessions.delete(keyOf(token))
    return null
  }
  session.seenAt = now
  return session
}

/** @throws FrontError 401 without a session that has come to `stage`. */
export function requireSession(request: IncomingMessage, env: Env, stage: DeskStage = 'ready'): DeskSession {
  const session = findSession(request, env)
  if (session?.stage !== stage) throw refuse('not-signed-in')
  return session
}

/** Ends the session of this browser, if there is one, and takes its cookie back. */
export function endSession(request: IncomingMessage, response: ServerResponse, env: Env): void {
  const token = tokenOf(request, env)
  if (token !== null) sessions.delete(keyOf(token))
  setCookie(response, env, '', '; Max-Age=0')
}

/** Names a password hash without being one. */
export const passwordMark = (hash: string | null | undefined): string => keyOf(hash ?? '')

/** Ends every session of an account. */
export function endSessionsOf(user: string): void {
  for (const [key, session] of sessions) if (session.user === user) sessions.delete(key)
}
