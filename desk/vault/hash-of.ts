import { fromBase64url } from '#src/crypto/bytes.ts'
import { messageHash } from '#src/crypto/message.ts'
import type { SealedLink } from './protocol.ts'

/** The hash of a message as the server handed it out, null when its manifest is not even base64url. Needs no key. */
export function hashOf({ manifest }: Pick<SealedLink, 'manifest'>): string | null {
  try {
    return messageHash({ manifest: fromBase64url(manifest) })
  } catch {
    return null
  }
}
