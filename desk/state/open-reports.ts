import { z } from 'zod'
import { directions } from '#src/crypto/manifest.ts'
import { endsAll, messageOf } from '../messages.ts'
import type { ReadThread, SealedThread } from '../vault/protocol.ts'

// The policy of the desk forbids code made at run time: zod must not even try. Before the first schema.
z.config({ jitless: true })

/** Ids go into addresses. Those of the database are UUIDs or hexadecimal. */
const id = z.string().regex(/^[\w-]{1,64}$/)

const envelopeSchema = z.object({
  id,
  // One garbled row must not hide the others: what is none is shown as unknown.
  day: z.string().catch(''),
  bucket: z.number().catch(0),
  messages: z.number().catch(0),
  events: z.number().catch(0),
  deleteAfter: z.string().nullable().catch(null),
})

/** What the server shows of a report without opening it: `bucket` in bytes, days `YYYY-MM-DD`, counts. */
export type Envelope = Readonly<z.infer<typeof envelopeSchema>>

/** A row without a usable id gets one that no address takes, so that it stands in the list as what cannot be opened. */
const envelopeAt = (row: unknown, place: number): Envelope =>
  envelopeSchema.safeParse(row).data ?? { ...envelopeSchema.parse({ id: 'x' }), id: `?${place}` }

/** The answer of `GET /api/desk/kotak/:id/laporan`. The same id twice is one report. */
export const listSchema = z.object({
  reports: z
    .array(z.unknown())
    .transform(rows => [...new Map(rows.map(envelopeAt).map(row => [row.id, row])).values()]),
})

/** A row of which nothing is left. Its manifest is no base64url: it has no hash, and nothing can follow it. */
const noMessage = {
  seq: -1,
  direction: 'masuk',
  day: '',
  inboxKey: '',
  reporterKey: null,
  manifest: '?',
  parts: [],
} as const
const messageSchema = z
  .object({
    seq: z.int().catch(noMessage.seq),
    direction: z.enum(directions).catch(noMessage.direction),
    day: z.string().catch(noMessage.day),
    inboxKey: z.string().catch(noMessage.inboxKey),
    reporterKey: z.string().nullable().catch(noMessage.reporterKey),
    manifest: z.string().catch(noMessage.manifest),
    parts: z.array(z.string().catch('')).catch([]),
  })
  .catch({ ...noMessage, parts: [] })

/**
 * The answer of `GET /api/desk/laporan/:id`. A garbled row keeps its place and does not open; what is sealed in the others is
 * checked by the vault, each file on its own.
 */
export const sealedThreadSchema = z.object({
  id,
  inbox: id,
  messages: z.array(messageSchema),
  events: z.array(z.string().catch('')),
})

/**
 * A report of the list, and its content once it is open. `problem`: why it, or its newest state, could not be opened, in words;
 * what was opened before is kept.
 */
export type Case = {
  readonly envelope: Envelope
  readonly thread: SealedThread | null
  readonly read: ReadThread | null
  readonly problem: string | null
}

/** A report that was not opened yet. */
export const unopened = (envelope: Envelope): Case => ({ envelope, thread: null, read: null, problem: null })

/** The two steps to a report: what the server has of it, and what the vault makes of that. */
export type Opener = {
  fetch(envelope: Envelope): Promise<SealedThread>
  read(thread: SealedThread): Promise<ReadThread>
}

/**
 * Opens one report. One that does not open becomes a case with a problem, and hides no other.
 * @throws what `opener` threw where nothing else would open either, see `endsAll`.
 */
export async function openCase(old: Case, envelope: Envelope, opener: Opener): Promise<Case> {
  let fetched: SealedThread | null = null
  try {
    const thread = await opener.fetch(envelope)
    fetched = thread
    const read = await opener.read(thread)
    const counts = { messages: thread.messages.length, events: thread.events.length }
    return { envelope: { ...envelope, ...counts }, thread, read, problem: null }
  } catch (error) {
    if (endsAll(error)) throw error
    // The thread and what was read of it belong together; the sealed one alone still tells a copy.
    const thread = old.read === null ? (fetched ?? old.thread) : old.thread
    return { ...old, envelope, thread, problem: messageOf(error) }
  }
}

/**
 * Opens reports one after another; `landed` gets each. One that takes longer than `patience` milliseconds loses its turn, not
 * the result: `late` is called, the next one begins, and it lands when it does.
 * @throws the first error of `open` while its report has the turn.
 */
export async function openInTurn<Item>(
  items: Iterable<Item>,
  steps: {
    open(item: Item): Promise<Case | null>
    landed(one: Case): void
    late(item: Item): void
    patience: number
  },
): Promise<void> {
  for (const item of items) {
    let timer: ReturnType<typeof setTimeout> | undefined
    const turn = new Promise<void>(resolve => {
      timer = setTimeout(() => {
        steps.late(item)
        resolve()
      }, steps.patience)
    })
    const opened = steps.open(item).then(one => {
      if (one !== null) steps.landed(one)
    })
    await Promise.race([opened, turn]).finally(() => clearTimeout(timer))
  }
}

/** Whether a report must be opened again: it grew, or could not be opened the last time. */
export const isStale = (old: Case | undefined, envelope: Envelope): boolean =>
  old === undefined ||
  old.problem !== null ||
  old.envelope.messages !== envelope.messages ||
  old.envelope.events !== envelope.events
