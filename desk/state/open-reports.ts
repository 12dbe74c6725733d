import { z } from 'zod'
import { directions } from '#src/crypto/manifest.ts'
import { endsAll, messageOf } from '../messages.ts'
import type { ReadThread, SealedThread } from '../vault/protocol.ts'

// The policy of the desk forbids code made at run time: zod must not even try. Before the first schema.
z.config({ jitless: true })

const envelopeSchema = z.object({
  id: z.string(),
  // One garbled row must not hide the others: what is none is shown as unknown.
  day: z.string().catch(''),
  bucket: z.number().catch(0),
  messages: z.number().catch(0),
  events: z.number().catch(0),
  deleteAfter: z.string().nullable().catch(null),
})

/** What the server shows of a report without opening it: `bucket` in bytes, days `YYYY-MM-DD`, counts. */
export type Envelope = Readonly<z.infer<typeof envelopeSchema>>

/** The answer of `GET /api/desk/kotak/:id/laporan`. */
export const listSchema = z.object({ reports: z.array(envelopeSchema) })

/** The answer of `GET /api/desk/laporan/:id`. What is sealed in it is checked by the vault, each file on its own. */
export const sealedThreadSchema = z.object({
  id: z.string(),
  inbox: z.string(),
  messages: z.array(
    z.object({
      seq: z.int(),
      direction: z.enum(directions),
      day: z.string(),
      inboxKey: z.string(),
      reporterKey: z.string().nullable(),
      manifest: z.string(),
      parts: z.array(z.string()),
    }),
  ),
  events: z.array(z.string()),
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

type Open = (envelope: Envelope) => Promise<{ thread: SealedThread; read: ReadThread }>

/**
 * Opens one report. One that does not open becomes a case with a problem, and hides no other.
 * @throws what `open` threw where nothing else would open either, see `endsAll`.
 */
export async function openCase(old: Case, envelope: Envelope, open: Open): Promise<Case> {
  try {
    const { thread, read } = await open(envelope)
    const counts = { messages: thread.messages.length, events: thread.events.length }
    return { envelope: { ...envelope, ...counts }, thread, read, problem: null }
  } catch (error) {
    if (endsAll(error)) throw error
    return { ...old, envelope, problem: messageOf(error) }
  }
}

/** Whether a report must be opened again: it grew, or could not be opened the last time. */
export const isStale = (old: Case | undefined, envelope: Envelope): boolean =>
  old === undefined ||
  old.problem !== null ||
  old.envelope.messages !== envelope.messages ||
  old.envelope.events !== envelope.events
