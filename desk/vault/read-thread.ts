import type { Identity } from '#src/crypto/age.ts'
import { fromBase64url, sha256Hex, utf8 } from '#src/crypto/bytes.ts'
import type { ReplyKeys } from '#src/crypto/derive.ts'
import { SealingError } from '#src/crypto/errors.ts'
import { messageHash, type OpenedMessage } from '#src/crypto/message.ts'
import { openNote, openReport, type Report, type ReportState } from '#src/crypto/report.ts'
import { checkThread, type Link } from '#src/crypto/thread.ts'
import { fromWire } from '#src/crypto/wire.ts'
import { visibleText } from '#src/visible-text.ts'
import type { NoAnswer, ReadMessage, ReadThread, SealedLink, SealedThread, ThreadFault } from './protocol.ts'

type InboxKeys = { readonly id: string; readonly identity: Identity }
type Opened = { link: Link; message: ReadMessage; report: Report | null; reply: ReplyKeys | null }

/** The bytes of base64url text; none where it is none, so that what was made of it does not open. */
export function bytesOrNone(text: string): Uint8Array {
  try {
    return fromBase64url(text)
  } catch {
    return new Uint8Array()
  }
}

/** The hash of a message as the server handed it out, null when its manifest is not even base64url. */
export function hashOf({ manifest }: Pick<SealedLink, 'manifest'>): string | null {
  try {
    return messageHash({ manifest: fromBase64url(manifest) })
  } catch {
    return null
  }
}

const unreadable = (sealed: SealedLink): Opened => ({
  // A message that does not open breaks the chain where it stands: as coming from nobody it fails every check.
  link: { seq: sealed.seq, direction: 'keluar', hash: hashOf(sealed) ?? '', manifest: null },
  message: {
    seq: sealed.seq,
    day: sealed.day,
    direction: sealed.direction,
    kind: null,
    text: '',
    state: null,
    attachments: [],
    isFaulty: true,
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
      seq: sealed.seq,
      day: sealed.day,
      direction: sealed.direction,
      kind: manifest.kind,
      text: visibleText(said.text),
      state: said.state,
      attachments,
      isFaulty: false,
    },
    report: said.report,
    reply: said.reply,
  }
}

async function openLink(sealed: SealedLink, inbox: InboxKeys): Promise<Opened> {
  try {
    const files = fromWire(sealed)
    if (sealed.seq === 0) {
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

function faultOf(all: readonly Opened[], reply: ReplyKeys | null): ThreadFault | null {
  const [first, ...later] = all
  if (first === undefined) return { seq: 0, problem: 'missing' }
  if (first.report === null) return { seq: first.link.seq, problem: 'unreadable' }
  // Without the keys nothing that follows can be told from a forgery.
  if (reply === null) return later[0] === undefined ? null : { seq: later[0].link.seq, problem: 'forged' }
  const unopened = all.find(one => one.message.kind === null)
  const problem = checkThread(
    all.map(one => one.link),
    reply,
  )
  if (unopened !== undefined && (problem === null || problem.seq >= unopened.link.seq)) {
    return { seq: unopened.link.seq, problem: 'unreadable' }
  }
  return problem
}

function noAnswerOf(thread: SealedThread, first: Opened | undefined): NoAnswer | null {
  if (!first?.report) return 'unreadable'
  if (first.reply === null) return 'keys'
  const isWhole = thread.messages.every((message, index) => message.seq === index)
  const last = thread.messages.at(-1)
  return isWhole && last !== undefined && hashOf(last) !== null ? null : 'place'
}

/**
 * Opens every message of a thread and checks it as a whole: numbers without gap, MACs, and each naming the one before.
 * Whatever the server did, it returns: `fault` says what does not fit, and every message from there on is marked.
 */
export async function readThread(
  thread: SealedThread,
  inbox: InboxKeys,
): Promise<Omit<ReadThread, 'events'>> {
  const all: Opened[] = []
  for (const sealed of thread.messages) all.push(await openLink(sealed, inbox))
  const opening = all[0]
  const fault = faultOf(all, opening?.reply ?? null)
  const messages = all.map(({ message }) =>
    fault !== null && message.seq >= fault.seq ? { ...message, isFaulty: true } : message,
  )
  const first = thread.messages[0] === undefined ? null : hashOf(thread.messages[0])
  const name = opening?.report ? opening.link.manifest?.thread : undefined
  return {
    id: thread.id,
    first,
    marks: [...(first === null ? [] : [first]), ...(name === undefined ? [] : [sha256Hex(utf8(name))])],
    noAnswer: noAnswerOf(thread, opening),
    report: opening?.report ?? null,
    messages,
    fault,
  }
}

/**
 * The keys with which this thread is answered, out of its own report.
 * @throws SealingError `damaged` or `recipient` as `noAnswer` of `readThread` says.
 */
export async function replyKeysOf(thread: SealedThread, inbox: InboxKeys): Promise<ReplyKeys> {
  const [sealed] = thread.messages
  const opening = sealed === undefined ? undefined : await openLink(sealed, inbox)
  const reason = noAnswerOf(thread, opening)
  if (reason === 'keys') throw new SealingError('recipient', 'reply keys that cannot be used')
  if (reason !== null || !opening?.reply) throw new SealingError('damaged', `cannot be answered: ${reason}`)
  return opening.reply
}
