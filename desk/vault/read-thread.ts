import type { Identity } from '#src/crypto/age.ts'
import type { ReplyKeys } from '#src/crypto/derive.ts'
import { SealingError } from '#src/crypto/errors.ts'
import { messageHash, type OpenedMessage, type SealedMessage } from '#src/crypto/message.ts'
import { openNote, openReport, type Report, type ReportState } from '#src/crypto/report.ts'
import { checkThread, type Link } from '#src/crypto/thread.ts'
import { fromWire } from '#src/crypto/wire.ts'
import type { ReadMessage, ReadThread, SealedLink, SealedThread, ThreadFault } from './protocol.ts'

type InboxKeys = { readonly id: string; readonly identity: Identity }
type Opened = { link: Link; message: ReadMessage; report: Report | null; reply: ReplyKeys | null }

const unreadable = (sealed: SealedLink, hash: string): Opened => ({
  // A message that does not open breaks the chain where it stands: as coming from nobody it fails every check.
  link: { seq: sealed.seq, direction: 'keluar', hash, manifest: null },
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
  hash: string,
  opened: OpenedMessage,
  said: { text: string; state: ReportState | null; report: Report | null; reply: ReplyKeys | null },
): Opened {
  const { manifest } = opened
  const attachments = opened.parts
    .slice(1)
    .map(part => ({ type: part.type, bytes: new Uint8Array(part.bytes) }))
  return {
    link: { seq: sealed.seq, direction: sealed.direction, hash, manifest },
    message: {
      seq: sealed.seq,
      day: sealed.day,
      direction: sealed.direction,
      kind: manifest.kind,
      text: said.text,
      state: said.state,
      attachments,
      isFaulty: false,
    },
    report: said.report,
    reply: said.reply,
  }
}

async function openLink(sealed: SealedLink, inbox: InboxKeys): Promise<Opened> {
  let hash = ''
  try {
    const files: SealedMessage = fromWire(sealed)
    hash = messageHash(files)
    if (sealed.seq === 0) {
      const { report, reply, opened } = await openReport(files, inbox)
      return found(sealed, hash, opened, { text: report.what, state: null, report, reply })
    }
    const { note, opened } = await openNote(files, inbox.identity, 'inbox')
    return found(sealed, hash, opened, { text: note.text, state: note.state, report: null, reply: null })
  } catch (error) {
    if (error instanceof SealingError) return unreadable(sealed, hash)
    throw error
  }
}

function faultOf(all: readonly Opened[], reply: ReplyKeys | null): ThreadFault | null {
  const unopened = all.find(one => one.message.kind === null)
  const first = all[0]
  if (reply === null)
    return { seq: first?.link.seq ?? 0, problem: first === undefined ? 'missing' : 'unreadable' }
  const problem = checkThread(
    all.map(one => one.link),
    reply,
  )
  if (unopened !== undefined && (problem === null || problem.seq >= unopened.link.seq)) {
    return { seq: unopened.link.seq, problem: 'unreadable' }
  }
  return problem
}

/**
 * Opens every message of a thread and checks it as a whole: numbers without gap, MACs, and each naming the one before.
 * Whatever the server did, it returns: `fault` says what does not fit, and every message from there on is marked.
 */
export async function readThread(
  thread: SealedThread,
  inbox: InboxKeys,
): Promise<{ read: Omit<ReadThread, 'events'>; reply: ReplyKeys | null }> {
  const all: Opened[] = []
  for (const sealed of thread.messages) all.push(await openLink(sealed, inbox))
  const reply = all[0]?.reply ?? null
  const fault = faultOf(all, reply)
  const messages = all.map(({ message }) =>
    fault !== null && message.seq >= fault.seq ? { ...message, isFaulty: true } : message,
  )
  return { read: { id: thread.id, report: all[0]?.report ?? null, messages, fault }, reply }
}
