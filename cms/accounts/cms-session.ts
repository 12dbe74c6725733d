import { randomUUID } from 'node:crypto'
import { getFieldsToSign, jwtSign, type Payload, type TypedUser } from 'payload'
import { generateExpiredPayloadCookie, generatePayloadCookie, removeExpiredSessions } from 'payload/shared'
import { cmsRoles } from '#cms/access/who.ts'
import { collections, type Role } from '#src/slugs.ts'
import type { KnownAccount } from './door.ts'
import { passwordMark } from './door-sessions.ts'

/** Begins the id of every session that our door opened: one that Payload began by itself is not kept alive. */
const mark = 'pintu-'
export const isFromOurDoor = (user: TypedUser | null): boolean => sessionOf(user)?.startsWith(mark) === true

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

/** The account as it is now; null when it is gone or has no role in the CMS. */
export async function knownAccount(payload: Payload, user: string): Promise<KnownAccount | null> {
  const account = await findAccount(payload, user)
  const role = cmsRoles.find(one => one === account?.role)
  if (account === null || role === undefined) return null
  return { id: account.id, email: account.email, role, mark: passwordMark(account.hash) }
}

/**
 * Opens a session of Payload's for an account that came through the whole door: the only place that makes one.
 * Returns its token, which belongs into the cookie of `sessionCookie` and nowhere else.
 * @throws Error when the account is gone.
 */
export async function openCmsSession(payload: Payload, user: string): Promise<string> {
  const { config } = payload.collections.users
  const account = await findAccount(payload, user)
  if (account === null) throw new Error('openCmsSession: the account is gone')
  const now = Date.now()
  const session: Session = {
    id: `${mark}${randomUUID()}`,
    createdAt: new Date(now).toISOString(),
    expiresAt: new Date(now + config.auth.tokenExpiration * 1000).toISOString(),
  }
  // Only the sessions are written, and the day of change stays: nothing else that changes meanwhile is undone by it.
  const sessions = [...removeExpiredSessions(account.sessions ?? []), session]
  await payload.db.updateOne({
    collection: collections.users,
    id: user,
    data: { sessions, updatedAt: account.updatedAt },
    returning: false,
  })
  const fieldsToSign = getFieldsToSign({
    collectionConfig: config,
    email: account.email,
    sid: session.id,
    user: account as never,
  })
  const { token } = await jwtSign({
    fieldsToSign,
    secret: payload.secret,
    tokenExpiration: config.auth.tokenExpiration,
  })
  return token
}

/** Ends the session with which `user` came. */
export async function closeCmsSession(payload: Payload, user: TypedUser): Promise<void> {
  const account = await findAccount(payload, user.id)
  if (account === null) return
  await payload.db.updateOne({
    collection: collections.users,
    id: user.id,
    data: {
      sessions: (account.sessions ?? []).filter(({ id }) => id !== sessionOf(user)),
      updatedAt: account.updatedAt,
    },
    returning: false,
  })
}

/** The `Set-Cookie` line with which Payload knows the session again; null takes the cookie back. */
export function sessionCookie({ collections: { users }, config }: Payload, token: string | null): string {
  const options = { collectionAuthConfig: users.config.auth, cookiePrefix: config.cookiePrefix }
  return String(
    token === null ? generateExpiredPayloadCookie(options) : generatePayloadCookie({ ...options, token }),
  )
}
