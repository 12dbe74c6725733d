import type { Identity, Recipient } from '#src/crypto/age.ts'
import { base64url, fromBase64url, sha256Hex } from '#src/crypto/bytes.ts'
import type { ReplyKeys } from '#src/crypto/derive.ts'
import { openDeskEvents, sealDeskEvent } from '#src/crypto/desk-event.ts'
import { SealingError } from '#src/crypto/errors.ts'
import { makeInbox, newPhrase } from '#src/crypto/founding.ts'
import { signEntry } from '#src/crypto/list-change.ts'
import {
  fingerprintOf,
  type MemberSecret,
  memberKeysOf,
  newMemberSecret,
  unwrapMemberSecret,
  wrapMemberSecret,
} from '#src/crypto/member.ts'
import { messageHash } from '#src/crypto/message.ts'
import { sealAnswer } from '#src/crypto/report.ts'
import { openRoster, type Roster } from '#src/crypto/roster.ts'
import { fromWire, toWire } from '#src/crypto/wire.ts'
import { unwrapIdentity } from '#src/crypto/wrap.ts'
import type { OwnKeys, SealedThread, Vault, VaultErrorCode } from './protocol.ts'
import { readThread } from './read-thread.ts'

/** Thrown where keys are needed and none are open. */
export class LockedError extends Error {}

/** The code of anything the vault threw. Nothing else about it leaves the Worker. */
export function codeOf(error: unknown): VaultErrorCode {
  if (error instanceof LockedError) return 'locked'
  return error instanceof SealingError ? error.code : 'failed'
}

type OpenInbox = {
  readonly id: string
  readonly identity: Identity
  readonly recipient: Recipient
  readonly roster: Roster
}

const ownKeys = async (secret: MemberSecret): Promise<OwnKeys> => {
  const keys = await memberKeysOf(secret)
  return { ...keys, fingerprint: fingerprintOf(keys) }
}

/**
 * A vault without keys. `workFactor` is scrypt's (see `sealWithPassphrase`); tests lower it.
 * What it holds, it holds in this object only.
 */
export function createVault(workFactor = 18): Vault {
  let secret: MemberSecret | null = null
  const inboxes = new Map<string, OpenInbox>()
  const replyKeys = new Map<string, ReplyKeys>()

  const mySecret = (): MemberSecret => {
    if (secret === null) throw new LockedError()
    return secret
  }
  const inboxOf = (thread: SealedThread): OpenInbox => {
    const inbox = inboxes.get(thread.inbox)
    if (inbox === undefined) throw new LockedError()
    return inbox
  }

  return {
    newPhrase: async () => newPhrase(),

    async makeKeys(passphrase) {
      secret = await newMemberSecret()
      const wrapped = base64url(await wrapMemberSecret(secret, passphrase, workFactor))
      return { ...(await ownKeys(secret)), wrapped }
    },

    async unlock(wrapped, passphrase) {
      secret = await unwrapMemberSecret(fromBase64url(wrapped), passphrase)
      return ownKeys(secret)
    },

    async makeInbox(founders) {
      return makeInbox(founders, mySecret(), workFactor)
    },

    async addInbox({ id, recipient, wrapped, roster }) {
      const identity = await unwrapIdentity(
        fromBase64url(wrapped),
        mySecret().identity,
        recipient as Recipient,
      )
      const opened = openRoster(roster, identity, recipient)
      inboxes.set(id, { id, identity, recipient: recipient as Recipient, roster: opened })
      return opened.members
    },

    async readThread(thread) {
      const inbox = inboxOf(thread)
      const { reply, read } = await readThread(thread, inbox)
      if (reply !== null) replyKeys.set(thread.id, reply)
      const signers = new Map(inbox.roster.members.map(member => [member.user, member.signer]))
      const events = await openDeskEvents(
        thread.events.map(fromBase64url),
        thread.id,
        inbox.identity,
        signers,
      )
      return { ...read, id: thread.id, events }
    },

    async sealAnswer(thread, text, state) {
      const inbox = inboxOf(thread)
      const keys = replyKeys.get(thread.id)
      const last = thread.messages.at(-1)
      if (keys === undefined || last === undefined) throw new LockedError()
      const place = { seq: last.seq + 1, prev: messageHash(fromWire(last)) }
      const sealed = await sealAnswer({ note: { v: 1, text, state }, inbox, keys, place })
      return { ...toWire(sealed), seq: place.seq }
    },

    async sealEvent(thread, event) {
      const inbox = inboxOf(thread)
      const last = thread.events.at(-1)
      const seq = thread.events.length + 1
      const previous = last === undefined ? '' : sha256Hex(fromBase64url(last))
      const seen = thread.messages.length
      const whole = { ...event, v: 1 as const, report: thread.id, seq, previous, seen }
      return { seq, sealed: base64url(await sealDeskEvent(whole, mySecret(), inbox.recipient)) }
    },

    async signEntry(entry) {
      const author = mySecret()
      if (inboxes.get(entry.id)?.recipient !== entry.recipient)
        throw new SealingError('tampered', 'entry: of an inbox that is not open here')
      return signEntry(entry, author)
    },
  }
}
