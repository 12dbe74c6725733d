import { pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { createLanes } from './lanes.ts'

const derive = promisify(pbkdf2)

/**
 * The line before hashing. Two at once leave the process's other threads to the files and the name service; ten newcomers are a
 * wait of a few seconds on a slow server.
 */
export const hashingLanes = createLanes({ atOnce: 2, mostNew: 10 })

/** A password as Payload stores it. */
export type StoredPassword = { readonly hash?: string | null; readonly salt?: string | null }

/** Payload's password formats: its versioned one, and the one before it. */
function hashParameters(stored: string): { hash: Buffer; iterations: number; length: number } {
  const prefix = 'pbkdf2-sha256-v1:'
  return stored.startsWith(prefix)
    ? { hash: Buffer.from(stored.slice(prefix.length), 'hex'), iterations: 600_000, length: 32 }
    : { hash: Buffer.from(stored, 'hex'), iterations: 25_000, length: 512 }
}

/** What an account without a password, or no account at all, is measured against: as much work, never a match. */
const nobody = { hash: `pbkdf2-sha256-v1:${'00'.repeat(32)}`, salt: '00'.repeat(32) }

/** Whether it is the account's password. The same work for no account, and off the event loop. */
export async function isPassword(password: string, account: StoredPassword | null): Promise<boolean> {
  const { hash, iterations, length } = hashParameters(account?.hash || nobody.hash)
  const derived = await derive(password, account?.salt || nobody.salt, iterations, length, 'sha256')
  return hash.length === derived.length && timingSafeEqual(hash, derived)
}
