import { sha256 } from '@noble/hashes/sha2.js'
import { concat, random, utf8 } from './bytes.ts'
import { SECRET_BYTES } from './derive.ts'
import { nearWords, wordIndex, words } from './word-index.ts'

/** Words of a receipt: 128 bits and 4 bits of checksum, 11 bits a word. */
export const RECEIPT_WORDS = 12
/** Digits of a receipt: 39 for the 128 bits and 3 that check them. */
export const RECEIPT_DIGITS = 42

const CHECK_MODULUS = 997n

/** Why a typed code is not a receipt; `position` counts from 1. */
export type ReceiptProblem =
  | { readonly problem: 'empty' }
  | {
      readonly problem: 'unknown-word'
      readonly position: number
      readonly word: string
      readonly near: readonly string[]
    }
  | { readonly problem: 'count'; readonly form: 'words' | 'digits'; readonly got: number }
  | { readonly problem: 'checksum'; readonly form: 'words' | 'digits' }
export type ParsedReceipt = { readonly secret: Uint8Array } | ReceiptProblem

/** A fresh secret: 16 random bytes, made on the reporter's own device. */
export function newReceipt(): Uint8Array {
  return random(SECRET_BYTES)
}

/** The 12 words of a secret. */
export function receiptWords(secret: Uint8Array): string[] {
  const bits = (toNumber(secret) << 4n) | BigInt(wordCheck(secret))
  return Array.from({ length: RECEIPT_WORDS }, (_, place) => {
    const index = Number((bits >> BigInt(11 * (RECEIPT_WORDS - 1 - place))) & 2047n)
    return words[index] as string
  })
}

/** The 42 digits of a secret, without spaces. */
export function receiptDigits(secret: Uint8Array): string {
  const value = toNumber(secret)
  return `${String(value).padStart(39, '0')}${String(value % CHECK_MODULUS).padStart(3, '0')}`
}

/**
 * Reads a receipt typed by a person: words (the first four letters are enough) or digits; capitals, line breaks, spaces,
 * hyphens, commas and the numbers of a numbered list do not matter. Nothing is sent anywhere to find out.
 */
export function parseReceipt(typed: string): ParsedReceipt {
  const cleaned = typed.normalize('NFKC').toLowerCase()
  const tokens = cleaned.match(/[a-z]+/g) ?? []
  if (tokens.length > 0) return parseWords(tokens)
  const digits = cleaned.replace(/\D/g, '')
  return digits === '' ? { problem: 'empty' } : parseDigits(digits)
}

function parseWords(tokens: readonly string[]): ParsedReceipt {
  const indexes: number[] = []
  for (const [place, token] of tokens.entries()) {
    const index = wordIndex(token)
    if (index === null)
      return { problem: 'unknown-word', position: place + 1, word: token, near: nearWords(token) }
    indexes.push(index)
  }
  if (indexes.length !== RECEIPT_WORDS) return { problem: 'count', form: 'words', got: indexes.length }
  const bits = indexes.reduce((sum, index) => (sum << 11n) | BigInt(index), 0n)
  const secret = fromNumber(bits >> 4n)
  return BigInt(wordCheck(secret)) === (bits & 15n) ? { secret } : { problem: 'checksum', form: 'words' }
}

function parseDigits(digits: string): ParsedReceipt {
  if (digits.length !== RECEIPT_DIGITS) return { problem: 'count', form: 'digits', got: digits.length }
  const value = BigInt(digits.slice(0, 39))
  const isRight = value < 1n << 128n && value % CHECK_MODULUS === BigInt(digits.slice(39))
  return isRight ? { secret: fromNumber(value) } : { problem: 'checksum', form: 'digits' }
}

function wordCheck(secret: Uint8Array): number {
  return (sha256(concat(utf8('berangkat-aman/kode/v1\0'), secret))[0] as number) >> 4
}

function toNumber(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
}

function fromNumber(value: bigint): Uint8Array {
  return Uint8Array.from({ length: SECRET_BYTES }, (_, place) =>
    Number((value >> BigInt(8 * (SECRET_BYTES - 1 - place))) & 255n),
  )
}
