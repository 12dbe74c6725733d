import type { Identity, Recipient } from './age.ts'
import { text, utf8 } from './bytes.ts'
import { type Canonical, canonical } from './canonical.ts'
import { deriveReporterKeys, type ReplyKeys, type ReporterKeys } from './derive.ts'
import { SealingError } from './errors.ts'
import type { MessageKind } from './manifest.ts'
import { type OpenedMessage, openMessage, type SealedMessage, sealMessage } from './message.ts'
import { recipientHash } from './record.ts'

/** Media types of the JSON texts that a message carries. */
export const REPORT_TYPE = 'application/vnd.berangkat-aman.laporan+json'
export const NOTE_TYPE = 'application/vnd.berangkat-aman.pesan+json'

/** What a report is about; `petugas` goes to inboxes for reports about officials. */
export const subjects = ['perekrut', 'petugas', 'korban', 'lainnya'] as const
export type Subject = (typeof subjects)[number]

/** How the reporter knows. */
export const knowledges = ['mengalami', 'melihat', 'mendengar', 'tidak-disebut'] as const
export type Knowledge = (typeof knowledges)[number]

/** What the reporter wrote. Every field is sealed; an empty text means not answered. */
export type Report = {
  readonly v: 1
  readonly subject: Subject
  readonly what: string
  readonly where: string
  readonly when: string
  readonly who: string
  readonly knowledge: Knowledge
  /** Language of the form, so that the answer can be in it. */
  readonly language: 'id' | 'en'
}

/** What an answer of the inbox says about the state of the report; null leaves it as it was. */
export const reportStates = ['dibaca', 'ditindaklanjuti', 'diteruskan', 'ditutup'] as const
export type ReportState = (typeof reportStates)[number]

/** What is written in a later message of either side. */
export type NoteText = { readonly v: 1; readonly text: string; readonly state: ReportState | null }

/** A later message as it was opened. */
export type Note = NoteText & {
  /** `recipientHash` of the inbox at the time of an answer: by it the reporter learns of a new key. Null where none is named. */
  readonly recipient: string | null
}

/** An inbox as the key list names it. */
export type InboxKey = { readonly id: string; readonly recipient: Recipient }

/**
 * Seals a report for an inbox under the receipt's 16 secret bytes.
 * `lookup` is what the server finds the thread by.
 */
export async function sealReport(input: {
  report: Report
  inbox: InboxKey
  secret: Uint8Array
}): Promise<{ message: SealedMessage; lookup: string }> {
  const { lookup, thread, recipient, macIn, macOut } = await deriveReporterKeys(input.secret)
  const reply: ReplyKeys = { thread, recipient, macIn, macOut }
  const message = await sealMessage({
    header: {
      kind: 'laporan',
      inbox: input.inbox.id,
      thread,
      direction: 'masuk',
      seq: 0,
      prev: null,
      reply,
    },
    parts: [jsonPart(REPORT_TYPE, input.report)],
    inbox: input.inbox.recipient,
    reporter: null,
    macKey: null,
  })
  return { message, lookup }
}

/**
 * Opens a report at the desk. `reply` is null where its keys cannot be used: it can be read and not answered.
 * @throws SealingError as `openMessage`; `tampered` when it was written to another inbox or is no report.
 */
export async function openReport(
  sealed: SealedMessage,
  inbox: { id: string; identity: Identity },
): Promise<{ report: Report; reply: ReplyKeys | null; opened: OpenedMessage }> {
  const opened = await openMessage(sealed, inbox.identity, 'inbox')
  const { manifest } = opened
  if (manifest.inbox !== inbox.id) throw new SealingError('tampered', 'written to another inbox')
  if (manifest.kind !== 'laporan') throw new SealingError('tampered', 'not a report')
  const report = reportOf(readJson(opened, REPORT_TYPE))
  if (report === null) throw new SealingError('damaged', 'not a report of version 1')
  return { report, reply: manifest.reply, opened }
}

/** Where the next message of a thread stands: `seq` and `prev` of `MessageHeader`. */
export type Place = { readonly seq: number; readonly prev: string }

/** Seals a later message from the reporter; `kind` `tarik` asks to withdraw the report. */
export async function sealReply(input: {
  note: NoteText
  kind: 'pesan' | 'tarik'
  inbox: InboxKey
  keys: ReporterKeys
  place: Place
}): Promise<SealedMessage> {
  return sealNote({ ...input, direction: 'masuk', reporter: null, macKey: input.keys.macIn })
}

/**
 * Seals an answer of the inbox: the reporter and the members of the inbox can open it. It names the recipient it was sealed
 * to, so that the reporter follows a new key of the inbox on the word of its members and not of the server.
 */
export async function sealAnswer(input: {
  note: NoteText
  inbox: InboxKey
  keys: ReplyKeys
  place: Place
}): Promise<SealedMessage> {
  const { keys, note, inbox } = input
  return sealNote({
    ...input,
    note: { ...note, recipient: recipientHash(inbox.recipient) },
    kind: 'jawaban',
    direction: 'keluar',
    reporter: keys.recipient,
    macKey: keys.macOut,
  })
}

/**
 * Opens a later message. Check the thread with `checkThread` before you show it.
 * @throws SealingError as `openMessage`; `damaged` when it is not a note.
 */
export async function openNote(
  sealed: SealedMessage,
  identity: Identity,
  as: 'inbox' | 'reporter',
): Promise<{ note: Note; kind: MessageKind; opened: OpenedMessage }> {
  const opened = await openMessage(sealed, identity, as)
  const note = noteOf(readJson(opened, NOTE_TYPE))
  if (note === null) throw new SealingError('damaged', 'not a note of version 1')
  return { note, kind: opened.manifest.kind, opened }
}

function sealNote(input: {
  note: NoteText | Note
  kind: 'pesan' | 'tarik' | 'jawaban'
  direction: 'masuk' | 'keluar'
  inbox: InboxKey
  reporter: Recipient | null
  keys: ReplyKeys
  place: Place
  macKey: string
}): Promise<SealedMessage> {
  const { note, kind, direction, inbox, reporter, keys, place, macKey } = input
  return sealMessage({
    header: { kind, inbox: inbox.id, thread: keys.thread, direction, ...place, reply: null },
    parts: [jsonPart(NOTE_TYPE, note)],
    inbox: inbox.recipient,
    reporter,
    macKey,
  })
}

function jsonPart(type: string, value: Report | NoteText) {
  return { type, bytes: utf8(canonical(value as unknown as Canonical)) }
}

function readJson(opened: OpenedMessage, type: string): unknown {
  const part = opened.parts[0]
  if (part?.type !== type) throw new SealingError('damaged', `expected ${type} first`)
  try {
    return JSON.parse(text(part.bytes))
  } catch {
    throw new SealingError('damaged', 'not json')
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const isOneOf = <T extends string>(value: unknown, list: readonly T[]): value is T =>
  list.some(item => item === value)
const isText = (value: unknown): value is string => typeof value === 'string'

/** A report of version 1 with its own fields and nothing else of what a stranger sealed; null when it is none. */
function reportOf(value: unknown): Report | null {
  if (!isRecord(value) || value.v !== 1) return null
  const { subject, what, where, when, who, knowledge, language } = value
  if (!isOneOf(subject, subjects) || !isOneOf(knowledge, knowledges)) return null
  if (!isOneOf(language, ['id', 'en'])) return null
  if (!isText(what) || !isText(where) || !isText(when) || !isText(who)) return null
  return { v: 1, subject, what, where, when, who, knowledge, language }
}

/** As `reportOf`, of a later message. */
function noteOf(value: unknown): Note | null {
  if (!isRecord(value) || value.v !== 1) return null
  const { text: written, state, recipient = null } = value
  if (!isText(written) || !(state === null || isOneOf(state, reportStates))) return null
  if (!(recipient === null || (isText(recipient) && /^[0-9a-f]{64}$/.test(recipient)))) return null
  return { v: 1, text: written, state, recipient }
}
