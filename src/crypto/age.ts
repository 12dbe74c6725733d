import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { x25519 } from '@noble/curves/ed25519.js'
import { bech32 } from '@scure/base'
import { SealingError } from './errors.ts'

/** A secret key: X25519 and ML-KEM-768 grown from one 32-byte seed, as `age-keygen -pq` writes it. */
export type Identity = `AGE-SECRET-KEY-PQ-1${string}`
/** The public key of an `Identity`. */
export type Recipient = `age1pq1${string}`

const RECIPIENT_BYTES = 1216
const SEED_BYTES = 32
/** The vector of an ML-KEM-768 encapsulation key: 768 numbers of 12 bits. */
const VECTOR_BYTES = 1152
const ML_KEM_PRIME = 3329

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

/**
 * Whether `value` is a hybrid recipient to which `seal` can seal: of the right form, and both keys inside usable. Classic
 * `age1…` and tag recipients are not.
 */
export function isRecipient(value: string): value is Recipient {
  const key = keyIn(value)
  return key !== null && isUsablePoint(key.subarray(-32))
}

/** The bytes of a recipient in its right form, its vector included, else null. */
function keyIn(value: string): Uint8Array | null {
  try {
    const { prefix, words } = bech32.decode(value as `${string}1${string}`, false)
    const key = bech32.fromWords(words)
    const isOurs = value.startsWith('age1pq1') && prefix === 'age1pq' && key.length === RECIPIENT_BYTES
    return isOurs && isReduced(key.subarray(0, VECTOR_BYTES)) ? key : null
  } catch {
    return null
  }
}

/**
 * FIPS 203, 7.2: every 12 bits of an encapsulation key's vector are a number below its prime. @noble/post-quantum 0.5.4 lets
 * others pass, age for Go does not.
 */
function isReduced(vector: Uint8Array): boolean {
  for (let at = 0; at < vector.length; at += 3) {
    const [a, b, c] = vector.subarray(at, at + 3) as unknown as [number, number, number]
    if ((a | ((b & 15) << 8)) >= ML_KEM_PRIME || ((b >> 4) | (c << 4)) >= ML_KEM_PRIME) return false
  }
  return true
}

/** RFC 7748, 6.1: with a point of low order every secret would give the same shared one, zero. */
function isUsablePoint(point: Uint8Array): boolean {
  try {
    x25519.getSharedSecret(new Uint8Array(32).fill(1), point)
    return true
  } catch {
    return false
  }
}

/**
 * Seals bytes to one or more recipients: an age v1 file that each of them opens alone.
 * @throws SealingError `recipient` when the list is empty or holds anything but usable hybrid recipients: one classic
 * recipient would silently cost the whole file its post-quantum property.
 */
export async function seal(plaintext: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  if (recipients.length === 0) throw new SealingError('recipient', 'no recipient')
  const encrypter = new Encrypter()
  for (const recipient of recipients) {
    if (keyIn(recipient) === null)
      throw new SealingError('recipient', 'only age1pq1… recipients are accepted')
    encrypter.addRecipient(recipient)
  }
  // The point is checked by the library as it uses it: a second multiplication here would cost a phone its time.
  return encrypter.encrypt(plaintext).catch(() => {
    throw new SealingError('recipient', 'a recipient that cannot be sealed to')
  })
}

/**
 * Opens an age file with one identity.
 * @throws SealingError `wrong-key` when the file is not for this identity, `damaged` when it was cut or changed.
 */
export async function open(file: Uint8Array, identity: string): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  try {
    if (!identity.startsWith('AGE-SECRET-KEY-PQ-1')) throw new TypeError(identity.slice(0, 19))
    decrypter.addIdentity(identity)
  } catch {
    throw new SealingError('wrong-key', 'not a hybrid identity')
  }
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
