import { base64url, random } from './bytes.ts'

/** A new random key for one sending (16 bytes, base64url): what is sent again under it is stored once. */
export function newSending(): string {
  return base64url(random(16))
}
