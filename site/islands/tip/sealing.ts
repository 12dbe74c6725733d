import type { ReporterKeys } from '#src/crypto/derive.ts'
import { type KeyList, verifyKeyList } from '#src/crypto/key-list.ts'
import { newReceipt, receiptDigits, receiptWords } from '#src/crypto/receipt.ts'
import { type Note, openNote, type Place, type Report, sealReply, sealReport } from '#src/crypto/report.ts'
import { checkThread, type Link, type ThreadProblem } from '#src/crypto/thread.ts'
import { messageHash } from '#src/crypto/message.ts'
import { fromWire, toWire, type WireMessage } from '#src/crypto/wire.ts'

/** Everything that needs the sealing library, in one chunk that the page preloads. */
export { equal as isSameSecret } from '#src/crypto/bytes.ts'
export { deriveReporterKeys as keysOf } from '#src/crypto/derive.ts'
export { parseReceipt as readReceipt } from '#src/crypto/receipt.ts'
export { newSending } from '#src/crypto/sending.ts'

/** A receipt that was just made. */
export type Receipt = { secret: Uint8Array; words: string[]; digits: string }
export type ThreadMessage = {
  seq: number
  direction: 'masuk' | 'keluar'
  day: string
  hash: string
  message: WireMessage | null
}
/** A thread after its seals were opened and its chain was checked. */
export type OpenedThread = { notes: Map<number, Note>; problem: ThreadProblem | null; next: Place }

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

/** Seals a report for sending. */
export async function sealForSending(input: {
  report: Report
  list: KeyList
  inbox: string
  secret: Uint8Array
}) {
  const inbox = inboxOf(input.list, input.inbox)
  const { message, lookup } = await sealReport({ report: input.report, inbox, secret: input.secret })
  return { inbox: inbox.id, keyVersion: inbox.keyVersion, lookup, message: toWire(message) }
}

/** Opens the answers of a thread and checks the whole chain. Answers that do not open count as a forged place. */
export async function openThread(
  messages: readonly ThreadMessage[],
  keys: ReporterKeys,
): Promise<OpenedThread> {
  const notes = new Map<number, Note>()
  const links: Link[] = []
  for (const { seq, direction, hash, message } of messages) {
    if (message === null) {
      links.push({ seq, direction, hash, manifest: null })
      continue
    }
    const sealed = fromWire(message)
    try {
      const { note, opened } = await openNote(sealed, keys.identity, 'reporter')
      notes.set(seq, note)
      links.push({ seq, direction, hash: messageHash(sealed), manifest: opened.manifest })
    } catch {
      return {
        notes: new Map(),
        problem: { seq, problem: 'forged' },
        next: { seq: messages.length, prev: '' },
      }
    }
  }
  const problem = checkThread(links, keys)
  return {
    notes: problem ? new Map() : notes,
    problem,
    next: { seq: links.length, prev: links.at(-1)?.hash ?? '' },
  }
}

/** Seals a further message. */
export async function sealFollowUp(input: {
  text: string
  kind: 'pesan' | 'tarik'
  list: KeyList
  inbox: string
  keys: ReporterKeys
  place: Place
}): Promise<WireMessage> {
  const { text, kind, list, keys, place } = input
  const note: Note = { v: 1, text, state: null }
  return toWire(await sealReply({ note, kind, inbox: inboxOf(list, input.inbox), keys, place }))
}

function inboxOf(list: KeyList, id: string) {
  const inbox = list.inboxes.find(item => item.id === id)
  if (!inbox) throw new TypeError('inbox not in the key list')
  return inbox
}
