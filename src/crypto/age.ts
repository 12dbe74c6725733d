import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { bech32 } from '@scure/base'
import { SealingError } from './errors.ts'

/** A secret key: X25519 and ML-KEM-768 grown from one 32-byte seed, as `age-keygen -pq` writes it. */
export type Identity = `AGE-SECRET-KEY-PQ-1${string}`
/** The public key of an `Identity`. */
export type Recipient = `age1pq1${string}`

const RECIPIENT_BYTES = 1216
const SEED_BYTES = 32

/** A fresh identity from the platform's random generator. */
export async function newIdentity(): Promise<Identity> {
  return (await generateHybridIdentity()) as Identity
}

/**
 * The identity that a 32-byte seed stands for: age's own text form of the seed, so the seed must be secret and uniform.
 * @throws RangeError when the seed has another length.
 */
export function identityFromSeed(seed: Uint8Array): Identity {
  if (seed.length !== SEED_BYTES)
    throw new RangeError(`seed: expected ${SEED_BYTES} bytes, got ${seed.length}`)
  return bech32.encodeFromBytes('AGE-SECRET-KEY-PQ-', seed).toUpperCase() as Identity
}

/** The recipient of an identity. Throws `wrong-key` when the text is not a hybrid identity. */
export async function recipientOf(identity: string): Promise<Recipient> {
  if (!identity.startsWith('AGE-SECRET-KEY-PQ-1'))
    throw new SealingError('wrong-key', 'not a hybrid identity')
  try {
    return (await identityToRecipient(identity)) as Recipient
  } catch {
    throw new SealingError('wrong-key', 'not a hybrid identity')
  }
}

/** Whether `value` is a well-formed hybrid recipient. Classic `age1…` and tag recipients are not. */
export function isRecipient(value: string): value is Recipient {
  if (!value.startsWith('age1pq1')) return false
  try {
    const { prefix, words } = bech32.decode(value as `${string}1${string}`, false)
    return prefix === 'age1pq' && bech32.fromWords(words).length === RECIPIENT_BYTES
  } catch {
    return false
  }
}

/**
 * Seals bytes to one or more recipients: an age v1 file that each of them opens alone.
 * @throws SealingError `recipient` when the list is empty or holds anything but hybrid recipients: one classic recipient
 * would silently cost the whole file its post-quantum property.
 */
export async function seal(plaintext: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  if (recipients.length === 0) throw new SealingError('recipient', 'no recipient')
  const encrypter = new Encrypter()
  for (const recipient of recipients) {
    if (!isRecipient(recipient)) throw new SealingError('recipient', 'only age1pq1… recipients are accepted')
    encrypter.addRecipient(recipient)
  }
  return encrypter.encrypt(plaintext)
}

/**
 * Opens an age file with one identity.
 * @throws SealingError `wrong-key` when the file is not for this identity, `damaged` when it was cut or changed.
 */
export async function open(file: Uint8Array, identity: string): Promise<Uint8Array> {
  if (!identity.startsWith('AGE-SECRET-KEY-PQ-1'))
    throw new SealingError('wrong-key', 'not a hybrid identity')
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return decrypt(decrypter, file)
}

/**
 * Seals bytes with a passphrase (scrypt, 2^workFactor; 18 takes about 256 MiB and a second, so run it in a Worker).
 * A passphrase never shares a file with recipients.
 */
export async function sealWithPassphrase(
  plaintext: Uint8Array,
  passphrase: string,
  workFactor = 18,
): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(workFactor)
  return encrypter.encrypt(plaintext)
}

/** Opens a file of `sealWithPassphrase`. Run it in a Worker. Throws `wrong-key` on another passphrase, `damaged` otherwise. */
export async function openWithPassphrase(file: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  return decrypt(decrypter, file)
}

async function decrypt(decrypter: Decrypter, file: Uint8Array): Promise<Uint8Array> {
  try {
    return await decrypter.decrypt(file)
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    if (message.includes('no identity matched'))
      throw new SealingError('wrong-key', 'not sealed for this key')
    throw new SealingError('damaged', 'the file was cut or changed')
  }
}
