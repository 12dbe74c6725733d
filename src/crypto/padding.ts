import { SealingError } from './errors.ts'

/** Size classes in bytes, each four times the one before. Only these lengths show on the outside. */
export const buckets = [1024, 4096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216] as const
export type Bucket = (typeof buckets)[number]

const LENGTH_BYTES = 4

/** The smallest bucket that holds `length` bytes. Throws `too-large` past the last one. */
export function bucketOf(length: number): Bucket {
  const bucket = buckets.find(size => size >= length)
  if (bucket === undefined) throw new SealingError('too-large', `no bucket for ${length} bytes`)
  return bucket
}

/** `content` behind its length (4 bytes, big endian) and before zeros, up to a bucket of at least `least` bytes. */
export function pad(content: Uint8Array, least: Bucket = 1024): Uint8Array {
  const size = bucketOf(Math.max(least, content.length + LENGTH_BYTES))
  const padded = new Uint8Array(size)
  new DataView(padded.buffer).setUint32(0, content.length)
  padded.set(content, LENGTH_BYTES)
  return padded
}

/** What `pad` was given. Throws `damaged` when the length is no bucket, does not fit, or anything but zeros follows. */
export function unpad(padded: Uint8Array): Uint8Array {
  if (!buckets.some(size => size === padded.length)) throw new SealingError('damaged', 'not a padded length')
  const length = new DataView(padded.buffer, padded.byteOffset, padded.byteLength).getUint32(0)
  const end = LENGTH_BYTES + length
  if (end > padded.length) throw new SealingError('damaged', 'length past the end')
  if (padded.subarray(end).some(byte => byte !== 0)) throw new SealingError('damaged', 'padding is not zero')
  return padded.slice(LENGTH_BYTES, end)
}
