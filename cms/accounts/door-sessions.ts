import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { refuse } from '#cms/endpoints/front.ts'
import type { Env } from '#cms/env.ts'

/** A session ends after this long without a request, and after `lifeLimit` in any case. Milliseconds. */
const idleLimit = 30 * 60_000
export const lifeLimit = 10 * 60 * 60_000

/**
 * How far a sign-in has come. `enrol`: the password was right, a second factor must be set up. `second-factor`: a code is
 * asked. Only `ready` opens anything.
 */
export type DoorStage = 'enrol' | 'second-factor' | 'ready'

/** One sign-in at a door. It lives in this process only: a restart ends it, and nothing of it reaches the database. */
export type DoorSession = {
  readonly user: string
  readonly email: string
  /** Which password it began with (see `passwordMark`): a new password ends the sessions of the old one. */
  readonly password: string
  /** Which second factor it came with, as far as the door holds it to that: another one, or none, ends it. */
  readonly factor?: string
  readonly startedAt: number
  seenAt: number
  stage: DoorStage
  /** A second-factor secret that was shown and is not yet confirmed. */
  offered: Buffer | null
}

const keyOf = (token: string): string => createHash('sha256').update(token).digest('base64')

/** Names a password hash, or a sealed second factor, without being one. */
export const passwordMark = (hash: string | null | undefined): string => keyOf(hash ?? '')

/** Sets a cookie of this answer, over an earlier one of the same name and beside all others. */
export function putCookie(response: ServerResponse, line: string): void {
  const name = line.slice(0, line.indexOf('=') + 1)
  const before = [response.getHeader('Set-Cookie') ?? []].flat().map(String)
  response.setHeader('Set-Cookie', [...before.filter(other => !other.startsWith(name)), line])
}

/** The value of a cookie of the request, or null. */
export function cookieOf(request: IncomingMessage, name: string): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map(pair => pair.trim().split('='))
  return pairs.find(([other]) => other === name)?.[1] ?? null
}

const isOver = (session: DoorSession, now: number): boolean =>
  now - session.seenAt > idleLimit || now - session.startedAt > lifeLimit

/** The sessions of one door: by a cookie of its own, on the host of `addressOf`. */
export function doorSessions(cookie: string, addressOf: (env: Env) => string) {
  const sessions = new Map<string, DoorSession>()
  const isSecure = (env: Env): boolean => addressOf(env).startsWith('https:')
  /** Browsers hold a `__Host-` cookie to this host, path and https; without https they refuse the prefix. */
  const nameIn = (env: Env): string => (isSecure(env) ? `__Host-${cookie}` : cookie)

  function setCookie(response: ServerResponse, env: Env, value: string, more = ''): void {
    const secure = isSecure(env) ? '; Secure' : ''
    putCookie(response, `${nameIn(env)}=${value}; Path=/; HttpOnly; SameSite=Strict${secure}${more}`)
  }

  /** Starts a session and sets its cookie. An older session of the same browser ends. */
  function startSession(
    request: IncomingMessage,
    response: ServerResponse,
    env: Env,
    who: Pick<DoorSession, 'user' | 'email' | 'password' | 'factor' | 'stage'>,
  ): DoorSession {
    endSession(request, response, env)
    const now = Date.now()
    for (const [key, session] of sessions) if (isOver(session, now)) sessions.delete(key)
    const token = randomBytes(32).toString('base64url')
    const session: DoorSession = { ...who, startedAt: now, seenAt: now, offered: null }
    sessions.set(keyOf(token), session)
    setCookie(response, env, token)
    return session
  }

  /**
   * Makes the session full after the second factor, under a new token.
   * The old token, which was handed out before the second factor, opens nothing afterwards.
   */
  function finishSignIn(
    request: IncomingMessage,
    response: ServerResponse,
    env: Env,
    { user, email, password }: DoorSession,
    factor: string,
  ): void {
    startSession(request, response, env, { user, email, password, factor, stage: 'ready' })
  }

  /** The running session of a request, or null. */
  function findSession(request: IncomingMessage, env: Env): DoorSession | null {
    const token = cookieOf(request, nameIn(env))
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
  function requireSession(request: IncomingMessage, env: Env, stage: DoorStage = 'ready'): DoorSession {
    const session = findSession(request, env)
    if (session?.stage !== stage) throw refuse('not-signed-in')
    return session
  }

  /** Ends the session of this browser, if there is one, and takes its cookie back. */
  function endSession(request: IncomingMessage, response: ServerResponse, env: Env): void {
    const token = cookieOf(request, nameIn(env))
    if (token !== null) sessions.delete(keyOf(token))
    setCookie(response, env, '', '; Max-Age=0')
  }

  /** Ends every session of an account. */
  function endSessionsOf(user: string): void {
    for (const [key, session] of sessions) if (session.user === user) sessions.delete(key)
  }

  return { startSession, finishSignIn, findSession, requireSession, endSession, endSessionsOf }
}
