import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { z } from 'zod'
import type { Identity } from './age.ts'
import { base64url, equal, mac, utf8 } from './bytes.ts'
import { canonical } from './canonical.ts'
import { SealingError } from './errors.ts'
import { isSignedBy, type MemberSecret, signAs } from './member.ts'
import { jsonText, recipientText, signerText } from './schemas.ts'

const memberSchema = z.strictObject({
  user: z.string().min(1).max(60),
  name: z.string().min(1).max(200),
  recipient: recipientText,
  signer: signerText,
})

/** One member of an inbox as the other members know it. `name` is what the desk shows, usually the account's e-mail. */
export type RosterMember = z.infer<typeof memberSchema>

const rosterSchema = z.strictObject({
  v: z.literal(1),
  inbox: z.string().min(1).max(4000),
  serial: z.int().min(1),
  members: z.array(memberSchema).min(1).max(50),
})
const signedSchema = rosterSchema.extend({ signature: z.string().max(100) })

/**
 * The members of an inbox, its founder first. `inbox` is the inbox's recipient, so that a roster cannot be moved to another
 * inbox.
 */
export type Roster = z.infer<typeof rosterSchema>

const LABEL = 'berangkat-aman/pendirian/v1'

const keyOf = (inbox: Identity): Uint8Array =>
  hkdf(sha256, utf8(inbox), utf8('berangkat-aman/meja/v1'), utf8('daftar anggota'), 32)

/**
 * The roster as text: signed by its founder, and under a MAC that only who holds the inbox's identity can make. The MAC keeps
 * the server from adding a member; the signature keeps it from putting an identity of its own in the founder's place before
 * the second founder has looked.
 */
export function sealRoster(roster: Roster, inbox: Identity, founder: MemberSecret): string {
  const body = canonical({ ...roster, signature: signAs(founder, LABEL, canonical(roster)) })
  return `${base64url(mac(keyOf(inbox), utf8(body)))}.${body}`
}

/**
 * The roster in a text of `sealRoster`. Whether the founder is the one you know, only the fingerprint of the first member tells.
 * @throws SealingError `tampered` when it is no roster, or its MAC, its inbox or the founder's signature does not fit.
 */
export function openRoster(sealed: string, inbox: Identity, recipient: string): Roster {
  const dot = sealed.indexOf('.')
  const body = sealed.slice(dot + 1)
  const expected = base64url(mac(keyOf(inbox), utf8(body)))
  if (!equal(utf8(sealed.slice(0, Math.max(dot, 0))), utf8(expected))) {
    throw new SealingError('tampered', 'roster: not made by a member')
  }
  const parsed = jsonText.pipe(signedSchema).safeParse(body)
  if (!parsed.success) throw new SealingError('tampered', 'roster: not of version 1')
  const { signature, ...roster } = parsed.data
  if (roster.inbox !== recipient) throw new SealingError('tampered', 'roster: of another inbox')
  const founder = roster.members[0]
  if (founder === undefined || !isSignedBy(founder.signer, LABEL, canonical(roster), signature)) {
    throw new SealingError('tampered', 'roster: not signed by its founder')
  }
  return roster
}
