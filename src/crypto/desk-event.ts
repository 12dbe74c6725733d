import { z } from 'zod'
import { open, seal } from './age.ts'
import { sha256Hex, text, utf8 } from './bytes.ts'
import { canonical } from './canonical.ts'
import { SealingError } from './errors.ts'
import { isSignedBy, type MemberSecret, signAs } from './member.ts'
import { pad, unpad } from './padding.ts'

const LABEL = 'berangkat-aman/catatan-meja/v1'

const eventSchema = z.strictObject({
  v: z.literal(1),
  /** Id of the report on the server. */
  report: z.string().min(1).max(60),
  /** 1 for the first event of a report, then one more each time. */
  seq: z.int().min(1),
  /** Hex SHA-256 of the sealed bytes of the event before; empty for the first. */
  previous: z.string().max(64),
  /** Account id of the author; the signature is checked against this member's key in the roster. */
  author: z.string().min(1).max(60),
  day: z.iso.date(),
  /** How many messages the thread had when the author did it: what comes later was not part of it. */
  seen: z.int().min(0),
  kind: z.enum(['take', 'note', 'close', 'reopen']),
  text: z.string().max(8000),
})

/** Something a handler did with a report. The state of a report is what its events add up to. */
export type DeskEvent = z.infer<typeof eventSchema>

/** Seals an event to the inbox, signed by its author and padded to a size class. */
export async function sealDeskEvent(
  event: DeskEvent,
  author: MemberSecret,
  inbox: string,
): Promise<Uint8Array> {
  const body = canonical(eventSchema.parse(event))
  const signed = canonical({ body, signature: signAs(author, LABEL, body) })
  return seal(pad(utf8(signed)), [inbox])
}

/** What is wrong with an event: it does not open, its author did not sign it, or it does not follow the one before. */
export type DeskEventFault = 'unreadable' | 'forged' | 'chain'

/** One event of a report as it was found: what it says, and what is wrong with it. */
export type FoundDeskEvent = {
  readonly seq: number
  readonly event: DeskEvent | null
  readonly fault: DeskEventFault | null
}

/** Public keys that sign, by account id. */
export type Signers = ReadonlyMap<string, string>

async function openOne(
  sealed: Uint8Array,
  inbox: string,
): Promise<{ body: string; signature: string } | null> {
  try {
    const signed: unknown = JSON.parse(text(unpad(await open(sealed, inbox))))
    return z.strictObject({ body: z.string(), signature: z.string() }).parse(signed)
  } catch (error) {
    if (error instanceof SealingError || error instanceof z.ZodError || error instanceof SyntaxError)
      return null
    throw error
  }
}

/**
 * Opens the events of a report in the order the server gives them and checks each: signed by the member it names, meant
 * for this report, and the next link of the chain. Never throws for what the server may have done.
 */
export async function openDeskEvents(
  sealed: readonly Uint8Array[],
  report: string,
  inbox: string,
  signers: Signers,
): Promise<FoundDeskEvent[]> {
  const found: FoundDeskEvent[] = []
  let previous = ''
  for (const [index, bytes] of sealed.entries()) {
    found.push(await check(bytes, { report, seq: index + 1, previous, inbox, signers }))
    previous = sha256Hex(bytes)
  }
  return found
}

type Expected = { report: string; seq: number; previous: string; inbox: string; signers: Signers }

async function check(bytes: Uint8Array, expected: Expected): Promise<FoundDeskEvent> {
  const { seq } = expected
  const opened = await openOne(bytes, expected.inbox)
  if (opened === null) return { seq, event: null, fault: 'unreadable' }
  const parsed = eventSchema.safeParse(safeJson(opened.body))
  if (!parsed.success) return { seq, event: null, fault: 'unreadable' }
  const event = parsed.data
  const signer = expected.signers.get(event.author)
  if (signer === undefined || !isSignedBy(signer, LABEL, opened.body, opened.signature)) {
    return { seq, event: null, fault: 'forged' }
  }
  const isNext = event.report === expected.report && event.seq === seq && event.previous === expected.previous
  return { seq, event, fault: isNext ? null : 'chain' }
}

function safeJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
