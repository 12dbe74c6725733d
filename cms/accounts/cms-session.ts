import { createHash, randomUUID } from 'node:crypto'
import {
  type CollectionBeforeReadHook,
  getFieldsToSign,
  jwtSign,
  type Payload,
  type TypedUser,
} from 'payload'
import { generateExpiredPayloadCookie, generatePayloadCookie } from 'payload/shared'
import { cmsRoles } from '#cms/access/who.ts'
import { collections, type Role } from '#src/slugs.ts'
import { createMutex } from '#cms/db/mutex.ts'
import { refuse } from '#cms/endpoints/front.ts'
import type { Env } from '#cms/env.ts'
import type { KnownAccount } from './door.ts'
import { lifeLimit, passwordMark } from './door-sessions.ts'
import { mayLackFactor } from './second-factor-demand.ts'

const sessionOf = (user: TypedUser | null): string | undefined => (user as { _sid?: string } | null)?._sid

type Session = { id: string; createdAt: string; expiresAt: string }
type Account = {
  id: string
  email: string
  role?: Role
  hash?: string | null
  sessions?: Session[] | null
  updatedAt: string
}

const findAccount = (payload: Payload, id: string): Promise<Account | null> =>
  payload.db.findOne<Account>({ collection: collections.users, where: { id: { equals: id } } })

/** Begins the id of a session that came without a second factor: by a put-off, or where none was demanded. */
const withoutFactor = 'tunda-'

/**
 * Begins the id of every session that our door opened under this password and role. Whatever a list of sessions says after a
 * late write, a session of another password or role, or one that Payload began by itself, is none.
 */
function sessionMark({ hash, role }: Pick<Account, 'hash' | 'role'>, hasFactor: boolean): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([hash, role]))
    .digest('base64url')
  return `${hasFactor ? 'pintu-' : withoutFactor}${digest.slice(0, 22)}-`
}

const liveSessions = (account: Pick<Account, 'hash' | 'role' | 'sessions'>): Session[] =>
  (account.sessions ?? []).filter(
    ({ expiresAt, id }) =>
      [true, false].some(hasFactor => id.startsWith(sessionMark(account, hasFactor))) &&
      Date.parse(expiresAt) > Date.now(),
  )

/**
 * Leaves an account that is read its live sessions only: by this list Payload knows who comes with a token. Whether one may be
 * without a second factor is asked each time, not at the door alone: the server may stand elsewhere by now.
 */
export const readLiveSessions =
  (env: Pick<Env, 'HOST' | 'adminUrl' | 'STAFF_SECOND_FACTOR'>): CollectionBeforeReadHook =>
  ({ doc }) => {
    if (!doc.sessions) return doc
    const account = doc as Account
    const isEnough = account.role !== undefined && mayLackFactor(env, account.role)
    const live = liveSessions(account).filter(({ id }) => isEnough || !id.startsWith(withoutFactor))
    return { ...doc, sessions: live }
  }

// A list is read and written back: in turn, so that of two who sign in or out at once none undoes the other.
const lists = createMutex('cms-session')
const longestWait = 10_000

async function changeSessions(
  payload: Payload,
  user: string,
  change: (account: Account, live: readonly Session[]) => Session[],
): Promise<Account | null> {
  const release = await lists.acquire(longestWait)
  try {
    const account = await findAccount(payload, user)
    if (account === null) return null
    // Only the sessions are written, and the day of change stays: nothing else that changes meanwhile is undone by it.
    await payload.db.updateOne({
      collection: collections.users,
      id: user,
      data: { sessions: change(account, liveSessions(account)), updatedAt: account.updatedAt },
      returning: false,
    })
    return account
  } finally {
    release()
  }
}

/** The account as it is now; null when it is gone or has no role in the CMS. */
export async function knownAccount(payload: Payload, user: string): Promise<KnownAccount | null> {
  const account = await findAccount(payload, user)
  const role = cmsRoles.find(one => one === account?.role)
  if (account === null || role === undefined) return null
  return { id: account.id, email: account.email, role, mark: passwordMark(account.hash) }
}

/** A token for a session of `account`, for as long as Payload's tokens live and no longer than the session. */
async function signToken(
  payload: Payload,
  account: { readonly email: string },
  session: Session,
): Promise<{ exp: number; token: string }> {
  const { config } = payload.collections.users
  const left = Math.floor((Date.parse(session.expiresAt) - Date.now()) / 1000)
  return jwtSign({
    fieldsToSign: getFieldsToSign({
      collectionConfig: config,
      email: account.email,
      sid: session.id,
      user: account as never,
    }),
    secret: payload.secret,
    tokenExpiration: Math.min(config.auth.tokenExpiration, left),
  })
}

/**
 * Opens a session of Payload's for an account that came through the whole door: the only place that makes one. It ends after
 * 10 hours at the latest. Returns its token, which belongs into the cookie of `sessionCookie` and nowhere else.
 * @param came.hasFactor whether a code was given, or one was just set up.
 * @param came.mark of the password that was given (see `passwordMark`).
 * @throws FrontError 401 when the account is gone or has another password by now.
 */
export async function openCmsSession(
  payload: Payload,
  user: string,
  { hasFactor = true, mark }: { readonly hasFactor?: boolean; readonly mark?: string } = {},
): Promise<string> {
  const now = Date.now()
  const opened = {
    createdAt: new Date(now).toISOString(),
    expiresAt: new Date(now + lifeLimit).toISOString(),
  }
  let session: Session | null = null
  const account = await changeSessions(payload, user, (found, live) => {
    if (mark !== undefined && passwordMark(found.hash) !== mark) return [...live]
    session = { id: `${sessionMark(found, hasFactor)}${randomUUID()}`, ...opened }
    return [...live, session]
  })
  if (account === null || session === null) throw refuse('not-signed-in')
  return (await signToken(payload, account, session)).token
}

/**
 * Signs the session with which `user` came anew, and writes nothing. Returns the token and when it ends, in seconds since 1970;
 * null where there is no session.
 */
export async function renewToken(
  payload: Payload,
  user: TypedUser,
): Promise<{ exp: number; token: string } | null> {
  const sessions = (user as { sessions?: Session[] | null }).sessions ?? []
  const session = sessions.find(({ id }) => id === sessionOf(user))
  return session ? signToken(payload, user, session) : null
}

/** Ends every session of an account but the one with which `user` came. */
export async function closeOtherSessions(payload: Payload, user: TypedUser): Promise<void> {
  await changeSessions(payload, user.id, (_, live) => live.filter(({ id }) => id === sessionOf(user)))
}

/** Ends the session with which `user` came. */
export async function closeCmsSession(payload: Payload, user: TypedUser): Promise<void> {
  await changeSessions(payload, user.id, (_, live) => live.filter(({ id }) => id !== sessionOf(user)))
}

/** The `Set-Cookie` line with which Payload knows the session again; null takes the cookie back. */
export function sessionCookie({ collections: { users }, config }: Payload, token: string | null): string {
  const options = { collectionAuthConfig: users.config.auth, cookiePrefix: config.cookiePrefix }
  return String(
    token === null ? generateExpiredPayloadCookie(options) : generatePayloadCookie({ ...options, token }),
  )
}
