import { cardSize } from './card.ts'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** The last chunk of every PNG: no data, `IEND` and its check sum. */
const ending = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82])
/** Signature, header chunk and ending: no picture is smaller. */
const least = 8 + 25 + 12

/** Whether `bytes` are a picture of a card from its first byte to its last, by its chunks. */
export function isWholePng(bytes: Buffer): boolean {
  if (bytes.length < least || !bytes.subarray(0, 8).equals(signature)) return false
  if (bytes.readUInt32BE(16) !== cardSize.width || bytes.readUInt32BE(20) !== cardSize.height) return false
  if (!bytes.subarray(-12).equals(ending)) return false
  let at = 8
  while (at + 12 <= bytes.length) at += 12 + bytes.readUInt32BE(at)
  return at === bytes.length
}
