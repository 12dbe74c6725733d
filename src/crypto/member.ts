import { ed25519 } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import {
  type Identity,
  newIdentity,
  openWithPassphrase,
  type Recipient,
  recipientOf,
  sealWithPassphrase,
} from './age.ts'
import { base64url, concat, fromBase64url, isBase64url, text, utf8 } from './bytes.ts'

/** The public halves of a handler's keys: where an inbox's key is sealed to, and what signs this handler's events. */
export type MemberKeys = {
  readonly recipient: Recipient
  /** Ed25519 public key, base64url. */
  readonly signer: string
}

/** A handler's secret. Everything else is derived from it, so that one passphrase and one paper file keep it all. */
export type MemberSecret = { readonly identity: Identity }

const SALT = utf8('berangkat-aman/meja/v1')
const FINGERPRINT_DIGITS = 30
const GROUP = 5

const signingKey = (secret: MemberSecret): Uint8Array =>
  hkdf(sha256, utf8(secret.identity), SALT, utf8('penanda tangan'), 32)

/** Whether `value` is an Ed25519 public key that only its owner signs for: 32 bytes, on the curve, not of small order. */
export function isSigner(value: string): boolean {
  if (!isBase64url(value, 32)) return false
  try {
    return !ed25519.Point.fromBytes(fromBase64url(value)).isSmallOrder()
  } catch {
    return false
  }
}

/** A fresh secret from the platform's random generator. */
export async function newMemberSecret(): Promise<MemberSecret> {
  return { identity: await newIdentity() }
}

/** The public halves of a secret. */
export async function memberKeysOf(secret: MemberSecret): Promise<MemberKeys> {
  return {
    recipient: await recipientOf(secret.identity),
    signer: base64url(ed25519.getPublicKey(signingKey(secret))),
  }
}

/**
 * Thirty digits in groups of five (99 bits of SHA-256), to be compared by voice: whoever wants to slip in keys of his own
 * under a given fingerprint needs about 2^99 tries.
 */
export function fingerprintOf(keys: MemberKeys): string {
  const digest = sha256(
    concat(utf8(`berangkat-aman/sidik/v1\0${keys.recipient}\0`), fromBase64url(keys.signer)),
  )
  const number =
    digest.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) % 10n ** BigInt(FINGERPRINT_DIGITS)
  const digits = number.toString().padStart(FINGERPRINT_DIGITS, '0')
  return (digits.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join(' ')
}

/** Whether a fingerprint typed after hearing it is the one of these keys. Anything but digits is ignored. Never throws. */
export function isFingerprint(typed: string, keys: MemberKeys): boolean {
  return isSigner(keys.signer) && typed.replace(/\D/g, '') === fingerprintOf(keys).replaceAll(' ', '')
}

/** Seals a secret with a passphrase (see `sealWithPassphrase`: run it in a Worker). */
export async function wrapMemberSecret(
  secret: MemberSecret,
  passphrase: string,
  workFactor?: number,
): Promise<Uint8Array> {
  return sealWithPassphrase(utf8(secret.identity), passphrase, workFactor)
}

/** Opens `wrapMemberSecret`. Throws `wrong-key` for another passphrase, `damaged` otherwise. Run it in a Worker. */
export async function unwrapMemberSecret(file: Uint8Array, passphrase: string): Promise<MemberSecret> {
  const identity = text(await openWithPassphrase(file, passphrase)) as Identity
  await recipientOf(identity)
  return { identity }
}

/** Ed25519 signature over a label and a message, base64url. */
export function signAs(secret: MemberSecret, label: string, message: string): string {
  return base64url(ed25519.sign(utf8(`${label}\0${message}`), signingKey(secret)))
}

/** Whether `signer` made this signature over this label and message. Never throws. */
export function isSignedBy(signer: string, label: string, message: string, signature: string): boolean {
  try {
    return ed25519.verify(fromBase64url(signature), utf8(`${label}\0${message}`), fromBase64url(signer))
  } catch {
    return false
  }
}
