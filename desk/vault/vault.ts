import type { Identity, Recipient } from '#src/crypto/age.ts'
import { base64url, fromBase64url, sha256Hex } from '#src/crypto/bytes.ts'
import { type FoundDeskEvent, openDeskEvents, sealDeskEvent } from '#src/crypto/desk-event.ts'
import { SealingError } from '#src/crypto/errors.ts'
import { makeInbox, newPhrase } from '#src/crypto/founding.ts'
import { isSigned, signEntry, signVoucher } from '#src/crypto/list-change.ts'
import {
  fingerprintOf,
  type MemberSecret,
  memberKeysOf,
  newMemberSecret,
  unwrapMemberSecret,
  wrapMemberSecret,
} from '#src/crypto/member.ts'
import { sealAnswer } from '#src/crypto/report.ts'
import { openRoster, type Roster } from '#src/crypto/roster.ts'
import { toWire } from '#src/crypto/wire.ts'
import { unwrapIdentity } from '#src/crypto/wrap.ts'
import { visibleText } from '#src/visible-text.ts'
import { hashOf } from './hash-of.ts'
import type { OwnKeys, SealedThread, Vault, VaultErrorCode } from './protocol.ts'
import { bytesOrNone, readThread, replyKeysOf } from './read-thread.ts'

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
      return opened.members.map(member => ({ ...member, name: visibleText(member.name) }))
    },

    async readThread(thread) {
      const inbox = inboxOf(thread)
      const context = {
        report: thread.id,
        hashes: thread.messages.map(hashOf),
        inbox: inbox.identity,
        signers: new Map(inbox.roster.members.map(member => [member.user, member.signer])),
      }
      const events = await openDeskEvents(thread.events.map(bytesOrNone), context)
      return { ...(await readThread(thread, inbox)), events: events.map(visibleEvent) }
    },

    async sealAnswer(thread, text, state) {
      const inbox = inboxOf(thread)
      // The keys come out of the thread that is being answered, every time: what a row of the server held before never counts.
      const keys = await replyKeysOf(thread, inbox)
      const { length } = thread.messages
      const prev = lastHash(thread)
      const sealed = await sealAnswer({
        note: { v: 1, text, state },
        inbox,
        keys,
        place: { seq: length, prev },
      })
      return { ...toWire(sealed), seq: length }
    },

    async sealEvent(thread, event) {
      const inbox = inboxOf(thread)
      const first = thread.messages[0] === undefined ? null : hashOf(thread.messages[0])
      if (first === null) throw new SealingError('damaged', 'no report to bind an event to')
      const previous = thread.events.at(-1)
      const seq = thread.events.length + 1
      const sealed = await sealDeskEvent(
        {
          ...event,
          v: 2,
          report: thread.id,
          seq,
          previous: previous === undefined ? '' : sha256Hex(bytesOrNone(previous)),
          first,
          seen: thread.messages.length,
          last: lastHash(thread),
        },
        mySecret(),
        inbox.recipient,
      )
      return { seq, sealed: base64url(sealed) }
    },

    async signEntry(entry) {
      const author = mySecret()
      if (inboxes.get(entry.id)?.recipient !== entry.recipient)
        throw new SealingError('tampered', 'entry: of an inbox that is not open here')
      return signEntry(entry, author)
    },

    async signVoucher(before, entry) {
      const author = mySecret()
      if (!isSigned(entry)) throw new SealingError('tampered', 'entry: not signed by two founders')
      return signVoucher(before, entry, author)
    },
  }
}

function lastHash({ messages }: SealedThread): string {
  const last = messages.at(-1)
  const hash = last === undefined ? null : hashOf(last)
  if (hash === null) throw new SealingError('damaged', 'no last message to follow')
  return hash
}

function visibleEvent(found: FoundDeskEvent): FoundDeskEvent {
  const { event } = found
  if (event === null) return found
  return { ...found, event: { ...event, author: visibleText(event.author), text: visibleText(event.text) } }
}
