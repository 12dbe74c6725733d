import { type Identity, open, type Recipient, recipientOf, seal } from './age.ts'
import { text, utf8 } from './bytes.ts'
import { SealingError } from './errors.ts'
import { words } from './word-index.ts'

/**
 * Wraps an inbox identity to one member's own key. One file per member and key version, so that a member can be added or
 * dropped without touching the others.
 */
export async function wrapIdentity(identity: Identity, member: Recipient): Promise<Uint8Array> {
  return seal(utf8(identity), [member])
}

/**
 * Opens a wrapped identity and checks that it belongs to the public key one expects.
 * @throws SealingError `wrong-key` or `damaged` as `open`; `tampered` when the identity inside has another recipient.
 */
export async function unwrapIdentity(
  file: Uint8Array,
  member: Identity,
  expected: Recipient,
): Promise<Identity> {
  const identity = text(await open(file, member)) as Identity
  if ((await recipientOf(identity)) !== expected) {
    throw new SealingError('tampered', 'identity and recipient do not belong together')
  }
  return identity
}

/** A passphrase of random words, 11 bits each; seven make 77 bits, which scrypt then stretches. */
export function newPassphrase(count = 7): string {
  const picks = crypto.getRandomValues(new Uint16Array(count))
  return [...picks].map(pick => words[pick % words.length] as string).join(' ')
}
