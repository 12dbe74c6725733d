import type { Identity } from '#src/crypto/age.ts'
import { fromBase64url, sha256Hex, utf8 } from '#src/crypto/bytes.ts'
import type { ReplyKeys } from '#src/crypto/derive.ts'
import { SealingError } from '#src/crypto/errors.ts'
import type { OpenedMessage } from '#src/crypto/message.ts'
import { openNote, openReport, type Report, type ReportState } from '#src/crypto/report.ts'
import { checkPlace, type Link } from '#src/crypto/thread.ts'
import { fromWire } from '#src/crypto/wire.ts'
import { visibleText } from '#src/visible-text.ts'
import { hashOf } from './hash-of.ts'
import type {
  MessageProblem,
  NoAnswer,
  ReadMessage,
  ReadThread,
  SealedLink,
  SealedThread,
} from './protocol.ts'

type InboxKeys = { readonly id: string; readonly identity: Identity }
/** What a message says, before it is known whether it may be believed. */
type Said = Omit<ReadMessage, 'seq' | 'problem' | 'isFaulty'>
type Opened = { link: Link; message: Said; report: Report | null; reply: ReplyKeys | null }

/** The bytes of base64url text; none where it is none, so that what was made of it does not open. */
export function bytesOrNone(text: string): Uint8Array {
  try {
    return fromBase64url(text)
  } catch {
    return new Uint8Array()
  }
}

const unreadable = (sealed: SealedLink): Opened => ({
  link: { seq: sealed.seq, direction: sealed.direction, hash: hashOf(sealed) ?? '', manifest: null },
  message: {
    day: sealed.day,
    direction: sealed.direction,
    kind: null,
    text: '',
    state: null,
    attachments: [],
  },
  report: null,
  reply: null,
})

function found(
  sealed: SealedLink,
  opened: OpenedMessage,
  said: { text: string; state: ReportState | null; report: Report | null; reply: ReplyKeys | null },
): Opened {
  const { manifest } = opened
  const attachments = opened.parts
    .slice(1)
    .map(part => ({ type: part.type, bytes: new Uint8Array(part.bytes) }))
  return {
    link: { seq: sealed.seq, direction: sealed.direction, hash: hashOf(sealed) ?? '', manifest },
    message: {
      day: sealed.day,
      direction: sealed.direction,
      kind: manifest.kind,
      text: visibleText(said.text),
      state: said.state,
      attachments,
    },
    report: said.report,
    reply: said.reply,
  }
}

/** `place` is counted here: the number of a row is the server's word. */
async function openLink(sealed: SealedLink, place: number, inbox: InboxKeys): Promise<Opened> {
  try {
    const files = fromWire(sealed)
    if (place === 0) {
      const { report, reply, opened } = await openReport(files, inbox)
      return found(sealed, opened, { text: report.what, state: null, report: visible(report), reply })
    }
    const { note, opened } = await openNote(files, inbox.identity, 'inbox')
    return found(sealed, opened, { text: note.text, state: note.state, report: null, reply: null })
  } catch {
    // Whatever it is that one message holds, the others are shown.
    return unreadable(sealed)
  }
}

function visible(report: Report): Report {
  const { what, where, when, who } = report
  return {
    ...report,
    what: visibleText(what),
    where: visibleText(where),
    when: visibleText(when),
    who: visibleText(who),
  }
}

/** What is wrong with each message by itself, by place. */
function problemsOf(all: readonly Opened[], reply: ReplyKeys | null): (MessageProblem | null)[] {
  const links = all.map(one => one.link)
  return all.map(({ message }, place) => {
    if (message.kind === null) return 'unreadable'
    // Without the keys nothing that follows the report can be told from a forgery.
    if (reply === null) return place === 0 ? null : 'forged'
    return checkPlace(links, place, reply)
  })
}

function noAnswerOf(thread: SealedThread, first: Opened | undefined): NoAnswer | null {
  if (!first?.report) return 'unreadable'
  if (first.reply === null) return 'keys'
  const isWhole = thread.messages.every((message, index) => message.seq === index)
  const last = thread.messages.at(-1)
  return isWhole && last !== undefined && hashOf(last) !== null ? null : 'place'
}

/**
 * Opens every message of a thread and checks each where it stands: number, MAC, and the one before. Whatever the server did, it
 * returns: `fault` is the first place where something does not fit, and every message from that place on is marked.
 */
export async function readThread(
  thread: SealedThread,
  inbox: InboxKeys,
): Promise<Omit<ReadThread, 'events'>> {
  const all: Opened[] = []
  for (const [place, sealed] of thread.messages.entries()) all.push(await openLink(sealed, place, inbox))
  const opening = all[0]
  const problems = problemsOf(all, opening?.reply ?? null)
  const bad = problems.findIndex(one => one !== null)
  // So many messages stand before anything that does not fit.
  const end = bad === -1 ? all.length : bad
  const messages = all.map(({ message }, seq) => ({
    ...message,
    seq,
    problem: problems[seq] ?? null,
    isFaulty: seq >= end,
  }))
  const problem = opening === undefined ? 'missing' : problems[end]
  const first = thread.messages[0] === undefined ? null : hashOf(thread.messages[0])
  const name = opening?.report ? opening.link.manifest?.thread : undefined
  return {
    id: thread.id,
    first,
    marks: [...(first === null ? [] : [first]), ...(name === undefined ? [] : [sha256Hex(utf8(name))])],
    noAnswer: noAnswerOf(thread, opening),
    report: opening?.report ?? null,
    messages,
    fault: problem ? { seq: end, problem } : null,
  }
}

/**
 * The keys with which this thread is answered, out of its own report.
 * @throws SealingError `damaged` or `recipient` as `noAnswer` of `readThread` says.
 */
export async function replyKeysOf(thread: SealedThread, inbox: InboxKeys): Promise<ReplyKeys> {
  const [sealed] = thread.messages
  const opening = sealed === undefined ? undefined : await openLink(sealed, 0, inbox)
  const reason = noAnswerOf(thread, opening)
  if (reason === 'keys') throw new SealingError('recipient', 'reply keys that cannot be used')
  if (reason !== null || !opening?.reply) throw new SealingError('damaged', `cannot be answered: ${reason}`)
  return opening.reply
}
