import type { DeskEvent, FoundDeskEvent } from '#src/crypto/desk-event.ts'
import type { NewInbox } from '#src/crypto/founding.ts'
import type { EntrySignature, KeyList, ListedInbox } from '#src/crypto/key-list.ts'
import type { RosterMember } from '#src/crypto/roster.ts'
import type { Direction, MessageKind } from '#src/crypto/manifest.ts'
import type { MemberKeys } from '#src/crypto/member.ts'
import type { Report, ReportState } from '#src/crypto/report.ts'
import type { LinkProblem } from '#src/crypto/thread.ts'
import type { WireMessage } from '#src/crypto/wire.ts'

/** Why the vault did not do it. `locked`: no keys are open. The others are those of `SealingError`. */
export type VaultErrorCode =
  | 'locked'
  | 'wrong-key'
  | 'damaged'
  | 'tampered'
  | 'recipient'
  | 'too-large'
  | 'failed'

/** A handler's own keys as the vault shows them: public halves and the file for the server. */
export type OwnKeys = MemberKeys & { readonly fingerprint: string }

/** An inbox that a member opens: its public key as the server names it, and the secret key sealed to this member. */
export type InboxFile = {
  readonly id: string
  readonly recipient: string
  readonly wrapped: string
  readonly roster: string
}

/** A message of a thread as the server hands it out. */
export type SealedLink = {
  readonly seq: number
  readonly direction: Direction
  readonly day: string
} & WireMessage

/** A report with its thread and its events, all sealed. */
export type SealedThread = {
  readonly id: string
  readonly inbox: string
  readonly messages: readonly SealedLink[]
  readonly events: readonly string[]
}

/** A file that came with a message. */
export type Attachment = { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** What is wrong with one message by itself. `unreadable`: it does not open. */
export type MessageProblem = LinkProblem | 'unreadable'

/**
 * A message of a thread, opened. `isFaulty`: do not trust it, because of its own `problem` or because something before it does
 * not fit.
 */
export type ReadMessage = {
  /** Its place, counted from 0 in the order of the thread; what number its row bears is the server's word. */
  readonly seq: number
  readonly day: string
  readonly direction: Direction
  readonly kind: MessageKind | null
  readonly text: string
  readonly state: ReportState | null
  readonly attachments: readonly Attachment[]
  readonly problem: MessageProblem | null
  readonly isFaulty: boolean
}

/** The first thing wrong with a thread; `seq` is the place from which on nothing is to be trusted. */
export type ThreadFault = { readonly seq: number; readonly problem: MessageProblem }

/**
 * Why a report cannot be answered. `unreadable`: the report does not open. `keys`: it opens, but the keys it carries for
 * answers are unusable. `place`: numbers are missing or the last message is damaged, so no answer can follow it.
 */
export type NoAnswer = 'unreadable' | 'keys' | 'place'

/** A report with its thread, opened and checked. `report` is null when the report itself does not open. */
export type ReadThread = {
  readonly id: string
  /** `messageHash` of the report: what drafts and events are bound to. Null when there is none to be had. */
  readonly first: string | null
  /** What a copy of this report would have in common with it: names that no two reports share. */
  readonly marks: readonly string[]
  /** Null when it can be answered. */
  readonly noAnswer: NoAnswer | null
  readonly report: Report | null
  readonly messages: readonly ReadMessage[]
  readonly fault: ThreadFault | null
  readonly events: readonly FoundDeskEvent[]
}

/**
 * Everything the vault does. It runs in a Worker; keys never leave it, and ending the Worker is the lock. What others wrote
 * comes out as `visibleText`.
 */
export type Vault = {
  /** Six random words of the list. */
  newPhrase(): Promise<string[]>
  makeKeys(passphrase: string): Promise<OwnKeys & { readonly wrapped: string }>
  unlock(wrapped: string, passphrase: string): Promise<OwnKeys>
  makeInbox(founders: readonly RosterMember[]): Promise<NewInbox>
  /** The members, the founder first. Refused as `tampered` when the founder did not sign for this key. */
  addInbox(file: InboxFile): Promise<readonly RosterMember[]>
  /** Never throws for what a thread holds: what does not open or fit is marked. */
  readThread(thread: SealedThread): Promise<ReadThread>
  /** To the keys inside this very thread, after its last message. Refused where `noAnswer` says so. */
  sealAnswer(
    thread: SealedThread,
    text: string,
    state: ReportState | null,
  ): Promise<WireMessage & { readonly seq: number }>
  /** Bound to the first and the last message of this thread. Refused as `damaged` where one of the two is. */
  sealEvent(
    thread: SealedThread,
    event: Pick<DeskEvent, 'kind' | 'text' | 'day' | 'author'>,
  ): Promise<{ seq: number; sealed: string }>
  /** Signs what reporters read of an inbox. Refused as `tampered` for an inbox whose key is not open here. */
  signEntry(entry: ListedInbox): Promise<EntrySignature>
  /** Signs that an inbox of others may follow this list. Refused as `tampered` where two founders have not signed it. */
  signVoucher(before: KeyList, entry: ListedInbox): Promise<EntrySignature>
}

/** A call to the vault and its answer, as they travel between page and Worker. */
export type VaultCall = {
  readonly id: number
  readonly name: keyof Vault
  readonly values: readonly unknown[]
}
export type VaultAnswer = { readonly id: number } & (
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: VaultErrorCode }
)
