import { z } from 'zod'
import { open, seal } from './age.ts'
import { sha256Hex, text, utf8 } from './bytes.ts'
import { canonical } from './canonical.ts'
import { SealingError } from './errors.ts'
import { isSignedBy, type MemberSecret, signAs } from './member.ts'
import { pad, unpad } from './padding.ts'
import { jsonText } from './schemas.ts'

const labels = { 1: 'berangkat-aman/catatan-meja/v1', 2: 'berangkat-aman/catatan-meja/v2' } as const

const hash = z.string().regex(/^[0-9a-f]{64}$/)

const said = {
  /** Id of the report on the server. */
  report: z.string().min(1).max(60),
  /** 1 for the first event of a report, then one more each time. */
  seq: z.int().min(1),
  /** Hex SHA-256 of the sealed bytes of the event before; empty for the first. */
  previous: z.string().max(64),
  /** Account id of the author; the signature is checked against this member's key in the roster. */
  author: z.string().min(1).max(60),
  day: z.iso.date(),
  kind: z.enum(['take', 'note', 'close', 'reopen']),
  text: z.string().max(8000),
}

/** As written before events were bound to content: the id of a row is all that says which report it is about. */
const unboundSchema = z.strictObject({ v: z.literal(1), ...said, seen: z.int().min(0) })

const eventSchema = z.strictObject({
  v: z.literal(2),
  ...said,
  /** `messageHash` of the report, so that the event is about this content and not about a row of a database. */
  first: hash,
  /** How many messages the thread had when the author did it: what comes later was not part of it. */
  seen: z.int().min(1),
  /** `messageHash` of the last message seen, number `seen` - 1. */
  last: hash,
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
  const signed = canonical({ body, signature: signAs(author, labels[event.v], body) })
  return seal(pad(utf8(signed)), [inbox])
}

/**
 * What is wrong with an event. `unreadable`: it does not open. `forged`: its author did not sign it. `chain`: it does not
 * follow the one before. `moved`: it is about another report. `changed`: the thread is not what its author saw. `unbound`:
 * written in version 1, which names no content; nobody need have done harm.
 */
export type DeskEventFault = 'unreadable' | 'forged' | 'chain' | 'moved' | 'changed' | 'unbound'

/** One event of a report as it was found: what it says, and what is wrong with it. */
export type FoundDeskEvent = {
  readonly seq: number
  readonly event: DeskEvent | z.infer<typeof unboundSchema> | null
  readonly fault: DeskEventFault | null
}

/** Public keys that sign, by account id. */
export type Signers = ReadonlyMap<string, string>

/** What events are checked against. */
export type EventContext = {
  /** Id of the report on the server. */
  readonly report: string
  /** `messageHash` of every message of the thread, in order; null where there is none to be had. */
  readonly hashes: readonly (string | null)[]
  /** The inbox's identity. */
  readonly inbox: string
  readonly signers: Signers
}

const signedSchema = jsonText.pipe(z.strictObject({ body: z.string(), signature: z.string() }))
const bodySchema = jsonText.pipe(z.discriminatedUnion('v', [unboundSchema, eventSchema]))

async function openOne(sealed: Uint8Array, inbox: string): Promise<string | null> {
  try {
    return text(unpad(await open(sealed, inbox)))
  } catch (error) {
    if (error instanceof SealingError) return null
    throw error
  }
}

/**
 * Opens the events of a report in the order the server gives them and checks each: signed by the member it names, the next
 * link of the chain, about this report and what its author saw of it. Never throws for what the server may have done.
 */
export async function openDeskEvents(
  sealed: readonly Uint8Array[],
  context: EventContext,
): Promise<FoundDeskEvent[]> {
  const found: FoundDeskEvent[] = []
  let previous = ''
  for (const [index, bytes] of sealed.entries()) {
    found.push(await check(bytes, index + 1, previous, context))
    previous = sha256Hex(bytes)
  }
  return found
}

async function check(
  bytes: Uint8Array,
  seq: number,
  previous: string,
  context: EventContext,
): Promise<FoundDeskEvent> {
  const signed = signedSchema.safeParse(await openOne(bytes, context.inbox))
  const parsed = bodySchema.safeParse(signed.data?.body)
  if (!signed.success || !parsed.success) return { seq, event: null, fault: 'unreadable' }
  const event = parsed.data
  const signer = context.signers.get(event.author)
  if (signer === undefined || !isSignedBy(signer, labels[event.v], signed.data.body, signed.data.signature)) {
    return { seq, event: null, fault: 'forged' }
  }
  const isNext = event.report === context.report && event.seq === seq && event.previous === previous
  if (!isNext) return { seq, event, fault: 'chain' }
  if (event.v === 1) return { seq, event, fault: 'unbound' }
  if (event.first !== context.hashes[0]) return { seq, event, fault: 'moved' }
  return { seq, event, fault: event.last === context.hashes[event.seen - 1] ? null : 'changed' }
}
