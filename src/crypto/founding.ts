import { newIdentity, type Recipient, recipientOf, sealWithPassphrase } from './age.ts'
import { base64url, utf8 } from './bytes.ts'
import type { MemberSecret } from './member.ts'
import { type RosterMember, sealRoster } from './roster.ts'
import { newPassphrase, wrapIdentity } from './wrap.ts'

/** Six words of 2,048 are 66 bits; scrypt at 2^18 stretches them further. */
const PHRASE_WORDS = 6

/** A fresh passphrase of six words for a member's keys or for the recovery paper of an inbox. */
export const newPhrase = (): string[] => newPassphrase(PHRASE_WORDS).split(' ')

/** What a new inbox consists of. Only `phrase` is secret: it is printed once and never sent. All files are base64url. */
export type NewInbox = {
  readonly recipient: Recipient
  /** The founders, signed by the first and under the inbox's own MAC, see `sealRoster`. */
  readonly roster: string
  /** The inbox's identity, sealed to each founder. */
  readonly wraps: readonly { readonly user: string; readonly wrapped: string }[]
  /** The inbox's identity, sealed with `phrase`. */
  readonly recovery: string
  readonly phrase: string
}

/**
 * Makes the key of a new inbox and seals it to its founders and to a recovery phrase. The key itself is not returned:
 * from here on it exists only sealed. Run it in a Worker (scrypt).
 * @param author secret of the first of `founders`, who signs for the new key.
 */
export async function makeInbox(
  founders: readonly RosterMember[],
  author: MemberSecret,
  workFactor?: number,
): Promise<NewInbox> {
  const identity = await newIdentity()
  const recipient = await recipientOf(identity)
  const wraps: { user: string; wrapped: string }[] = []
  for (const founder of founders) {
    wraps.push({
      user: founder.user,
      wrapped: base64url(await wrapIdentity(identity, founder.recipient as Recipient)),
    })
  }
  const phrase = newPhrase().join(' ')
  return {
    recipient,
    roster: sealRoster({ v: 1, inbox: recipient, serial: 1, members: [...founders] }, identity, author),
    wraps,
    recovery: base64url(await sealWithPassphrase(utf8(identity), phrase, workFactor)),
    phrase,
  }
}
