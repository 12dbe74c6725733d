import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** RFC 6238 with the parameters every authenticator app knows: SHA-1, 6 digits, 30 seconds. */
const stepSeconds = 30
const digits = 6
/** One step before and after is taken, for clocks that are a little off (RFC 6238 §5.2). */
const drift = 1
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A new shared secret of 160 bits, as RFC 4226 §4 asks for. */
export const newTotpSecret = (): Buffer => randomBytes(20)

/** RFC 4648 base32 without padding: the form people type into an authenticator app. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map(five => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** The address that an authenticator app opens. */
export function totpAddress(secret: Uint8Array, account: string): string {
  const issuer = 'Berangkat Aman'
  const query = new URLSearchParams({
    secret: base32(secret),
    issuer,
    digits: String(digits),
    period: String(stepSeconds),
  })
  return `otpauth://totp/${encodeURIComponent(`${issuer}:${account}`)}?${query}`
}

/** The code of one time step (RFC 4226 §5.3, dynamic truncation). */
export function totpCode(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = mac.readUInt8(mac.length - 1) & 0xf
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/** The time step of a moment in milliseconds since 1970. */
export const totpStep = (milliseconds: number): number => Math.floor(milliseconds / 1000 / stepSeconds)

/**
 * The time step whose code this is, or null. A step up to `lastStep` was used before and does not count again, so that
 * a code read over a shoulder works once at most.
 */
export function acceptedStep(
  secret: Uint8Array,
  code: string,
  milliseconds: number,
  lastStep: number,
): number | null {
  const now = totpStep(milliseconds)
  const steps = Array.from({ length: 2 * drift + 1 }, (_, index) => now - drift + index)
  const given = Buffer.from(code.padEnd(digits).slice(0, digits + 1))
  const matching = steps.filter(step => {
    const wanted = Buffer.from(totpCode(secret, step))
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  })
  return matching.find(step => step > lastStep) ?? null
}

const keyFor = (serverSecret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', serverSecret, '', 'berangkat-aman desk totp v1', 32))

/** Encrypts a shared secret for the database, bound to the account: it cannot be moved to another one. */
export function sealTotpSecret(secret: Uint8Array, account: string, serverSecret: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(serverSecret), nonce).setAAD(Buffer.from(account))
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

/** @throws Error when the text was not made by `sealTotpSecret` for this account and this server secret. */
export function openTotpSecret(sealed: string, account: string, serverSecret: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', keyFor(serverSecret), bytes.subarray(0, 12))
  decipher.setAAD(Buffer.from(account)).setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
}
