import { base64url, fromBase64url } from '#src/crypto/bytes.ts'
import { type Channel, channelOf, type Named, type OwnMessage } from '#src/crypto/channel.ts'
import { deriveReporterKeys, type ReporterKeys } from '#src/crypto/derive.ts'
import { SealingError } from '#src/crypto/errors.ts'
import { type KeyList, keyListHash, type ListedInbox, verifyKeyList } from '#src/crypto/key-list.ts'
import { messageHash, type SealedMessage } from '#src/crypto/message.ts'
import { newReceipt, receiptDigits, receiptWords } from '#src/crypto/receipt.ts'
import { recipientHash, sealRecord } from '#src/crypto/record.ts'
import { type Note, openNote, type Place, type Report, sealReply, sealReport } from '#src/crypto/report.ts'
import { checkThread, type Link, type ThreadProblem } from '#src/crypto/thread.ts'
import { fromWire, toWire, type WireMessage } from '#src/crypto/wire.ts'

/** Everything that needs the sealing library, in one chunk that the page preloads. */
export { equal as isSameSecret } from '#src/crypto/bytes.ts'
export { deriveReporterKeys as keysOf } from '#src/crypto/derive.ts'
export { parseReceipt as readReceipt } from '#src/crypto/receipt.ts'
export { newSending } from '#src/crypto/sending.ts'

/** A receipt that was just made. */
export type Receipt = { secret: Uint8Array; words: string[]; digits: string }
/** A message by the server's word: of answers the files, of own messages the record. */
export type ThreadMessage = {
  seq: number
  direction: 'masuk' | 'keluar'
  day: string
  hash: string
  message: WireMessage | null
  record: string | null
}
/** A thread after its seals were opened and its chain was checked. `channel` says where a further message may go, if anywhere. */
export type OpenedThread = {
  /** The answers by their place in the thread, from 0. */
  notes: Map<number, Note>
  problem: ThreadProblem | null
  next: Place
  channel: Channel
}

/** The key list, fetched and checked against the hash in the page. Throws when it is another or cannot be had. */
export async function loadKeyList(pin: string): Promise<KeyList> {
  const response = await fetch('/lapor/kunci.json', { credentials: 'omit' })
  if (!response.ok) throw new TypeError('no key list')
  const { list } = (await response.json()) as { list: unknown }
  return verifyKeyList(list, pin)
}

/** A fresh receipt, made on this device. */
export function makeReceipt(): Receipt {
  const secret = newReceipt()
  return { secret, words: receiptWords(secret), digits: receiptDigits(secret) }
}

/** Seals a report for sending, and the reporter's own record of it. */
export async function sealForSending(input: {
  report: Report
  list: KeyList
  inbox: string
  secret: Uint8Array
}) {
  const { report, list, secret } = input
  const inbox = list.inboxes.find(item => item.id === input.inbox)
  if (!inbox) throw new TypeError('inbox not in the key list')
  const keys = await deriveReporterKeys(secret)
  const { message, lookup } = await sealReport({ report, inbox, secret })
  const record = await recordOf({ message, seq: 0, inbox, list, keys })
  return { inbox: inbox.id, keyVersion: inbox.keyVersion, lookup, message: toWire(message), record }
}

/**
 * Opens the answers of a thread, checks the whole chain and holds what the server says against the reporter's own records.
 * Answers that do not open count as a forged place.
 */
export async function openThread(
  { inbox, messages }: { inbox: string; messages: readonly ThreadMessage[] },
  keys: ReporterKeys,
  list: KeyList,
): Promise<OpenedThread> {
  const notes = new Map<number, Note>()
  const links: Link[] = []
  const own: OwnMessage[] = []
  const answers: Named[] = []
  for (const [place, { seq, direction, hash, message, record }] of messages.entries()) {
    if (message === null) {
      links.push({ seq, direction, hash, manifest: null })
      own.push({ seq, hash, record: bytesOf(record) })
      continue
    }
    try {
      const sealed = fromWire(message)
      const { note, opened } = await openNote(sealed, keys.identity, 'reporter')
      notes.set(place, note)
      links.push({ seq, direction, hash: messageHash(sealed), manifest: opened.manifest })
      answers.push({ inbox: opened.manifest.inbox, recipient: note.recipient })
    } catch {
      return broken({ seq: place, problem: 'forged' })
    }
  }
  const problem = checkThread(links, keys)
  if (problem) return broken(problem)
  const next = { seq: links.length, prev: links.at(-1)?.hash ?? '' }
  return { notes, problem, next, channel: await channelOf({ inbox, own, answers, list, keys }) }
}

/** Nothing of a broken thread is shown, and nothing more is sealed for it. */
function broken(problem: ThreadProblem): OpenedThread {
  return {
    notes: new Map(),
    problem,
    next: { seq: problem.seq, prev: '' },
    channel: { state: 'mismatch', why: 'record' },
  }
}

/** Seals a further message, and the reporter's own record of it, for the inbox of an open channel. */
export async function sealFollowUp(input: {
  text: string
  kind: 'pesan' | 'tarik'
  inbox: ListedInbox
  list: KeyList
  keys: ReporterKeys
  place: Place
}) {
  const { text, kind, inbox, list, keys, place } = input
  const message = await sealReply({ note: { v: 1, text, state: null }, kind, inbox, keys, place })
  const record = await recordOf({ message, seq: place.seq, inbox, list, keys })
  return { lookup: keys.lookup, seq: place.seq, message: toWire(message), record }
}

async function recordOf(input: {
  message: SealedMessage
  seq: number
  inbox: ListedInbox
  list: KeyList
  keys: ReporterKeys
}): Promise<string> {
  const { message, seq, inbox, list, keys } = input
  const record = {
    v: 1,
    thread: keys.thread,
    seq,
    message: messageHash(message),
    inbox: inbox.id,
    keyVersion: inbox.keyVersion,
    recipient: recipientHash(inbox.recipient),
    serial: list.serial,
    list: keyListHash(list),
  } as const
  return base64url(await sealRecord(record, keys))
}

function bytesOf(record: string | null): Uint8Array | null {
  try {
    return record === null ? null : fromBase64url(record)
  } catch (error) {
    if (error instanceof SealingError) return null
    throw error
  }
}
