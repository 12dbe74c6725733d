import { pbkdf2, timingSafeEqual } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Payload } from 'payload'
import { collections, type Role } from '#src/slugs.ts'
import { passwordMark } from './desk-session.ts'

/** Failures after which an account is locked, and for how long (milliseconds). Wrong codes count as well. */
export const failureLimit = 5
export const lockTime = 15 * 60_000
/** Every refusal is answered this long after its start, whatever made it one. Milliseconds. */
const refusalTime = 900
/** Hashing takes a thread of the process; more sign-ins at once wait in line. */
const hashingAtOnce = 2

const derive = promisify(pbkdf2)
let hashing = 0
const waiting: (() => void)[] = []

/** Payload's password formats: its versioned one, and the one before it. */
function hashParameters(stored: string): { hash: Buffer; iterations: number; length: number } {
  const prefix = 'pbkdf2-sha256-v1:'
  return stored.startsWith(prefix)
    ? { hash: Buffer.from(stored.slice(prefix.length), 'hex'), iterations: 600_000, length: 32 }
    : { hash: Buffer.from(stored, 'hex'), iterations: 25_000, length: 512 }
}

/** What an account without a password, or no account at all, is measured against: as much work, never a match. */
const nobody = { hash: `pbkdf2-sha256-v1:${'00'.repeat(32)}`, salt: '00'.repeat(32) }

async function isPassword(password: string, stored: { hash: string; salt: string }): Promise<boolean> {
  if (hashing >= hashingAtOnce) await new Promise<void>(resolve => waiting.push(resolve))
  hashing += 1
  try {
    const { hash, iterations, length } = hashParameters(stored.hash)
    const derived = await derive(password, stored.salt, iterations, length, 'sha256')
    return hash.length === derived.length && timingSafeEqual(hash, derived)
  } finally {
    hashing -= 1
    waiting.shift()?.()
  }
}

type Account = {
  id: string
  email: string
  role?: Role
  hash?: string | null
  salt?: string | null
  loginAttempts?: number | null
  lockUntil?: string | null
  updatedAt: string
}

const isLocked = (account: Account): boolean =>
  account.lockUntil != null && new Date(account.lockUntil).getTime() > Date.now()

/**
 * The account of one of `roles` with this e-mail and password, or null. Unknown account, wrong password, locked account and an
 * account of another role are one answer in one time.
 */
export async function accountByPassword(
  payload: Payload,
  email: string,
  password: string,
  roles: readonly Role[],
): Promise<{ id: string; email: string; role: Role; mark: string } | null> {
  const started = Date.now()
  const account = await payload.db.findOne<Account>({
    collection: collections.users,
    where: { email: { equals: email.trim().toLowerCase() } },
  })
  const stored = { hash: account?.hash || nobody.hash, salt: account?.salt || nobody.salt }
  const isRight = await isPassword(password, stored)
  const role = roles.find(one => one === account?.role)
  if (account !== null && isRight && role !== undefined && !isLocked(account)) {
    return { id: account.id, email: account.email, role, mark: passwordMark(account.hash) }
  }
  if (account !== null && !isRight) await countFailure(payload, account.id)
  await sleep(Math.max(0, started + refusalTime - Date.now()))
  return null
}

/** Counts a wrong password or code, and locks the account at `failureLimit`. The lock holds in the admin too. */
export async function countFailure(payload: Payload, user: string): Promise<void> {
  const account = await findAccount(payload, user)
  if (account === null || isLocked(account)) return
  const wasLocked = account.lockUntil != null
  const attempts = (wasLocked ? 0 : (account.loginAttempts ?? 0)) + 1
  const lockUntil = attempts >= failureLimit ? new Date(Date.now() + lockTime).toISOString() : null
  await writeCount(payload, account, { loginAttempts: attempts, lockUntil })
}

/** Forgets the failures of an account, where there are any; only a complete sign-in does. */
export async function forgetFailures(payload: Payload, user: string): Promise<void> {
  const account = await findAccount(payload, user)
  if (account === null || (!account.loginAttempts && account.lockUntil == null)) return
  await writeCount(payload, account, { loginAttempts: 0, lockUntil: null })
}

function findAccount(payload: Payload, user: string): Promise<Account | null> {
  return payload.db.findOne<Account>({ collection: collections.users, where: { id: { equals: user } } })
}

/** Leaves the account's date of change as it was: administrators see it, and it would tell who worked at the desk when. */
async function writeCount(
  payload: Payload,
  { id, updatedAt }: Account,
  count: { loginAttempts: number; lockUntil: string | null },
): Promise<void> {
  await payload.db.updateOne({
    collection: collections.users,
    id,
    data: { ...count, updatedAt },
    returning: false,
  })
}
