import { z } from 'zod'
import { fromBase64url } from '#src/crypto/bytes.ts'
import { bucketOfFile, isAgeFile, KEY_FILE_BYTES, RECORD_FILE_BYTES } from '#src/crypto/file-shape.ts'
import { base64urlText, bytesText } from '#src/crypto/schemas.ts'
import { fromWire, type WireMessage } from '#src/crypto/wire.ts'

/** Longest body in bytes: one text part of the largest accepted bucket, in base64url, and its key, manifest and proof. */
export const BODY_LIMIT = 512 * 1024
/** Largest text, padded. */
const LARGEST_PART = 262_144
/** Files come with a later version: a message of this one is one text. */
const MOST_PARTS = 1

/** A sealed message as it is sent: age files for hybrid recipients, in the lengths of the padding, and nothing else. */
export const messageSchema: z.ZodType<WireMessage> = z
  .strictObject({
    inboxKey: base64urlText(16_000),
    reporterKey: base64urlText(16_000).nullable(),
    manifest: base64urlText(100_000),
    parts: z.array(base64urlText(400_000)).min(1).max(MOST_PARTS),
  })
  .refine(isSealed, 'not sealed')

/** The client's random key for one sending: the same twice is one message. */
const sendingSchema = bytesText(16)
const lookupSchema = bytesText(16)

/** What a challenge costs, as the server signed it: see `report-proof.ts`. */
const termsSchema = z.strictObject({
  price: z.int().min(1),
  /** Hash of the sending key for which the price holds, whatever has happened since; null where it does not. */
  promised: z.string().max(64).nullable(),
})
export type Terms = z.infer<typeof termsSchema>

/** The reporter's own record of what is sent: sealed, of one length. */
const recordSchema = base64urlText(16_000).refine(isSealedRecord, 'not a sealed record')

const proofSchema = z.strictObject({
  challenge: z.strictObject({
    parameters: z
      .object({ data: termsSchema })
      .catchall(z.union([z.string().max(400), z.number()]))
      .refine(parameters => Object.keys(parameters).length <= 20),
    signature: z.string().max(200),
  }),
  solution: z.strictObject({
    counter: z.int().min(0),
    derivedKey: z.string().max(200),
    time: z.number().optional(),
  }),
})
export type Proof = z.infer<typeof proofSchema>

/** The answer of hCaptcha that a reporter chose instead of the proof of work. */
const captchaSchema = z.strictObject({ hcaptcha: z.string().min(1).max(10_000) })

export const reportSchema = z.strictObject({
  inbox: z.uuid(),
  keyVersion: z.int().min(1),
  lookup: lookupSchema,
  sending: sendingSchema,
  message: messageSchema,
  record: recordSchema,
  proof: z.union([proofSchema, captchaSchema]),
})
export type ReportBody = z.infer<typeof reportSchema>

export const lookupBodySchema = z.strictObject({ lookup: lookupSchema })

export const followUpSchema = z.strictObject({
  lookup: lookupSchema,
  seq: z.int().min(1).max(10_000),
  sending: sendingSchema,
  message: messageSchema,
  record: recordSchema,
  proof: proofSchema,
})

function isSealedRecord(encoded: string): boolean {
  try {
    const file = fromBase64url(encoded)
    return isAgeFile(file) && file.length === RECORD_FILE_BYTES
  } catch {
    return false
  }
}

/** Keeps clear text and foreign formats out: nothing but sealed files of the known lengths is ever stored. */
function isSealed(wire: WireMessage): boolean {
  try {
    const message = fromWire(wire)
    const keys = [message.inboxKey, ...(message.reporterKey === null ? [] : [message.reporterKey])]
    return (
      keys.every(key => isAgeFile(key) && key.length === KEY_FILE_BYTES) &&
      bucketOfFile(message.manifest) !== null &&
      message.parts.every(part => (bucketOfFile(part) ?? Number.POSITIVE_INFINITY) <= LARGEST_PART)
    )
  } catch {
    return false
  }
}
