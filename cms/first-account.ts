import { createHash, randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Payload } from 'payload'
import { collections } from '#src/slugs.ts'
import type { Env } from './env.ts'

const validMs = 24 * 60 * 60 * 1000
const key = 'first-account-link'
type Stored = { hash: string; expires: number }

/** Where the address of the one-time link lies: readable by the server's own account only. */
export function linkFile(env: Pick<Env, 'dataDir'>): string {
  return path.join(env.dataDir, 'akun-pertama.txt')
}

/** Whether no account exists yet. */
export async function needsFirstAccount(payload: Payload): Promise<boolean> {
  const { totalDocs } = await payload.count({ collection: collections.users, overrideAccess: true })
  return totalDocs === 0
}

/** Makes a new one-time link, which replaces an earlier one, and writes its address into `linkFile`. The database gets the hash only. */
export async function writeFirstLink(payload: Payload, env: Env, now: number): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  const stored: Stored = { hash: hashOf(token), expires: now + validMs }
  await payload.kv.set(key, stored)
  const file = linkFile(env)
  rmSync(file, { force: true })
  const lines = [
    'Tautan sekali pakai untuk membuat akun admin pertama (berlaku 24 jam):',
    `${env.adminUrl}/awal/${token}`,
    '',
  ]
  writeFileSync(file, lines.join('\n'), { mode: 0o600, flag: 'wx' })
}

export type LinkState = 'valid' | 'expired' | 'unknown'

/** Whether `token` opens the form for the first account now. Once an account exists no token does. */
export async function linkState(payload: Payload, token: string, now: number): Promise<LinkState> {
  const stored = await payload.kv.get<Stored>(key)
  if (!stored || stored.hash !== hashOf(token)) return 'unknown'
  if (!(await needsFirstAccount(payload))) return 'unknown'
  return now < stored.expires ? 'valid' : 'expired'
}

/** Ends the link for good: its hash and its file are removed. */
export async function forgetLink(payload: Payload, env: Env): Promise<void> {
  await payload.kv.delete(key)
  rmSync(linkFile(env), { force: true })
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
