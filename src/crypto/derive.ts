import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { type Identity, identityFromSeed, type Recipient, recipientOf } from './age.ts'
import { base64url, concat, sha256Hex, utf8 } from './bytes.ts'

/** Length of the receipt's secret in bytes: 128 bits, so that no slow key derivation is needed on a cheap phone. */
export const SECRET_BYTES = 16

const SALT = utf8('berangkat-aman/lapor/v1')

/** What both sides of a thread share; for the desk it travels only inside the sealed report. */
export type ReplyKeys = {
  /** Random name of the thread (base64url, 16 bytes). The server never sees it. */
  readonly thread: string
  /** Where answers are sealed to. */
  readonly recipient: Recipient
  /** Authenticates messages from the reporter (base64url, 32 bytes). */
  readonly macIn: string
  /** Authenticates answers of the inbox (base64url, 32 bytes). */
  readonly macOut: string
}

/** Everything a receipt stands for. */
export type ReporterKeys = ReplyKeys & {
  /** Shown to the server to find the thread (base64url, 16 bytes); the server keeps only its hash. */
  readonly lookup: string
  /** Opens the answers. */
  readonly identity: Identity
  /** Authenticates the reporter's own records (base64url, 32 bytes). Never leaves the phone, so no handler has it. */
  readonly recordKey: string
}

/**
 * The keys of a receipt: HKDF-SHA-256 (RFC 5869) of its 16 secret bytes, one label each.
 * @throws RangeError when the secret has another length.
 */
export async function deriveReporterKeys(secret: Uint8Array): Promise<ReporterKeys> {
  if (secret.length !== SECRET_BYTES)
    throw new RangeError(`secret: expected ${SECRET_BYTES} bytes, got ${secret.length}`)
  const derive = (label: string, length: number) => hkdf(sha256, secret, SALT, utf8(label), length)
  const identity = identityFromSeed(derive('identity', 32))
  return {
    lookup: base64url(derive('lookup', 16)),
    thread: base64url(derive('thread', 16)),
    macIn: base64url(derive('mac/masuk', 32)),
    macOut: base64url(derive('mac/keluar', 32)),
    recordKey: base64url(derive('record', 32)),
    identity,
    recipient: await recipientOf(identity),
  }
}

/** What the server stores in place of a lookup id: hex SHA-256 under a label of its own. */
export function lookupHash(lookup: Uint8Array): string {
  return sha256Hex(concat(utf8('berangkat-aman/lookup/v1\0'), lookup))
}
