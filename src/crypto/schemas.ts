import { z } from 'zod'
import { isRecipient } from './age.ts'
import { isBase64url } from './bytes.ts'
import { isSigner } from './member.ts'

/** Canonical base64url text of at most `longest` letters, decodable as it is. */
export const base64urlText = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine(value => isBase64url(value), 'not base64url')

/** Canonical base64url text of exactly `length` bytes. */
export const bytesText = (length: number) =>
  z
    .string()
    .max(2 * length)
    .refine(value => isBase64url(value, length), `expected ${length} bytes`)

/** A hybrid recipient to which can be sealed. */
export const recipientText = z.string().max(4000).refine(isRecipient, 'not a hybrid recipient')

/** An Ed25519 public key in base64url. */
export const signerText = z
  .string()
  .max(60)
  .refine((value): boolean => isSigner(value), 'not an Ed25519 key')

/** The value in JSON text; anything else is an issue, never a SyntaxError. */
export const jsonText = z.string().transform((value, context): unknown => {
  try {
    return JSON.parse(value)
  } catch {
    context.addIssue({ code: 'custom', message: 'not json' })
    return z.NEVER
  }
})
