import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64urlnopad } from '@scure/base'
import { SealingError } from './errors.ts'

/** UTF-8 bytes of a text. */
export const utf8 = utf8ToBytes
/** One array of several, in order. */
export const concat = concatBytes
/** Bytes of hexadecimal text. Throws on anything else. */
export const fromHex = hexToBytes

/** Text of UTF-8 bytes. Throws `damaged` on bytes that are not UTF-8. */
export function text(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new SealingError('damaged', 'not utf-8')
  }
}

/** Base64url without padding: the form in which bytes travel in JSON. */
export function base64url(bytes: Uint8Array): string {
  return base64urlnopad.encode(bytes)
}

/** Bytes of base64url text without padding. Throws `damaged` on anything else, non-canonical endings included. */
export function fromBase64url(encoded: string): Uint8Array {
  try {
    return base64urlnopad.decode(encoded)
  } catch {
    throw new SealingError('damaged', 'not base64url')
  }
}

/**
 * Whether `value` is text that `fromBase64url` reads, of `length` bytes where a length is given. Every validator of such text
 * asks this, so that none accepts what the decoder behind it refuses.
 */
export function isBase64url(value: unknown, length?: number): value is string {
  if (typeof value !== 'string') return false
  try {
    const bytes = fromBase64url(value)
    return length === undefined || bytes.length === length
  } catch {
    return false
  }
}

/** Lower-case hex SHA-256 of bytes. */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

/** HMAC-SHA-256 of `message` under `key`: 32 bytes. */
export function mac(key: Uint8Array, message: Uint8Array): Uint8Array {
  return hmac(sha256, key, message)
}

/** Whether two arrays are equal, in a time that depends on their lengths only. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (const [index, byte] of a.entries()) difference |= byte ^ (b[index] ?? 0)
  return difference === 0
}

/** `length` random bytes of the platform's generator. */
export function random(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length))
}
