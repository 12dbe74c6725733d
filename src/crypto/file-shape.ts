import { utf8 } from './bytes.ts'
import { type Bucket, buckets } from './padding.ts'

/** Bytes of the age header with one hybrid recipient: version line, one stanza, MAC line. */
const HEADER = 1627
const NONCE = 16
const TAG = 16
const CHUNK = 65_536
const OPENING = utf8('age-encryption.org/v1\n-> mlkem768x25519 ')

/** Length of the age file that `seal` makes of `length` bytes for one recipient. */
export function sealedLength(length: number): number {
  return HEADER + NONCE + length + TAG * Math.max(1, Math.ceil(length / CHUNK))
}

const byLength = new Map<number, Bucket>(buckets.map(bucket => [sealedLength(bucket), bucket]))

/** Bytes of a key file: a hybrid identity in text form, sealed. */
export const KEY_FILE_BYTES = sealedLength(77)

/** Bytes of a reporter's sealed record: padded to the smallest bucket, which holds any of them. */
export const RECORD_FILE_BYTES = sealedLength(1024)

/** Whether bytes begin as an age file for one hybrid recipient. Tells nothing about what is inside. */
export function isAgeFile(bytes: Uint8Array): boolean {
  return OPENING.every((byte, index) => bytes[index] === byte)
}

/** The bucket of a padded and sealed file by its length alone, or null when the length is none that this version writes. */
export function bucketOfFile(bytes: Uint8Array): Bucket | null {
  return isAgeFile(bytes) ? (byLength.get(bytes.length) ?? null) : null
}
