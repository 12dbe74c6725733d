import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { z } from 'zod'
import type { Identity } from './age.ts'
import { base64url, equal, fromBase64url, mac, utf8 } from './bytes.ts'
import { canonical } from './canonical.ts'
import { SealingError } from './errors.ts'

const memberSchema = z.strictObject({
  user: z.string().min(1).max(60),
  name: z.string().min(1).max(200),
  recipient: z.string().startsWith('age1pq1').max(4000),
  signer: z.string().min(40).max(60),
})

/** One member of an inbox as the other members know it. `name` is what the desk shows, usually the account's e-mail. */
export type RosterMember = z.infer<typeof memberSchema>

const rosterSchema = z.strictObject({
  v: z.literal(1),
  inbox: z.string().min(1).max(4000),
  serial: z.int().min(1),
  members: z.array(memberSchema).min(1).max(50),
})

/** The members of an inbox. `inbox` is the inbox's recipient, so that a roster cannot be moved to another inbox. */
export type Roster = z.infer<typeof rosterSchema>

const keyOf = (inbox: Identity): Uint8Array =>
  hkdf(sha256, utf8(inbox), utf8('berangkat-aman/meja/v1'), utf8('daftar anggota'), 32)

/** The roster as text, under a MAC that only who holds the inbox's identity can make: the server cannot add a member. */
export function sealRoster(roster: Roster, inbox: Identity): string {
  const body = canonical(roster)
  return `${base64url(mac(keyOf(inbox), utf8(body)))}.${body}`
}

/** The roster in a text of `sealRoster`. Throws `tampered` when its MAC or its inbox does not fit, `damaged` on anything else. */
export function openRoster(sealed: string, inbox: Identity, recipient: string): Roster {
  const dot = sealed.indexOf('.')
  const body = sealed.slice(dot + 1)
  if (!equal(fromBase64url(sealed.slice(0, Math.max(dot, 0))), mac(keyOf(inbox), utf8(body)))) {
    throw new SealingError('tampered', 'roster: not made by a member')
  }
  const roster = rosterSchema.parse(JSON.parse(body))
  if (roster.inbox !== recipient) throw new SealingError('tampered', 'roster: of another inbox')
  return roster
}
