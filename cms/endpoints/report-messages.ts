import type { Payload, PayloadRequest } from 'payload'
import { sha256Hex, utf8 } from '#src/crypto/bytes.ts'
import type { Direction } from '#src/crypto/manifest.ts'
import { sizeBucket } from '#src/crypto/message.ts'
import { fromWire, type WireMessage } from '#src/crypto/wire.ts'
import { collections } from '#src/slugs.ts'
import { jakartaDay } from '#src/calendar.ts'
import { refuseReport } from './report-errors.ts'

/** A stored message; `day` is the finest time there is, `record` the reporter's own and for nobody else. */
export type StoredMessage = {
  seq: number
  direction: Direction
  day: string
  message: WireMessage
  record: string | null
}

/** Messages that one thread may have: bounds what a holder of a code can fill the disk with. */
const MOST_MESSAGES = 500

type Row = {
  seq: number
  direction: Direction
  day: string
  inboxKey: string
  reporterKey?: string | null
  manifest: string
  parts: string
  record?: string | null
  sending: string
}

/** What is stored of a sending key (16 random bytes in base64url). */
export function sendingHash(sending: string): string {
  return sha256Hex(utf8(`berangkat-aman/kiriman/v1\0${sending}`))
}

/** All messages of a thread, oldest first. */
export async function listMessages(
  payload: Payload,
  req: PayloadRequest,
  report: string,
): Promise<StoredMessage[]> {
  const { docs } = await payload.find({
    collection: collections.sealedMessages,
    where: { report: { equals: report } },
    sort: 'seq',
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return (docs as unknown as Row[]).map(toStored)
}

/**
 * Whether this sending was stored before: false when it is new.
 * @throws FrontError 409 when the key was used for another message.
 */
export async function wasStored(
  payload: Payload,
  sending: string,
  message: WireMessage,
  req?: PayloadRequest,
): Promise<boolean> {
  const { docs } = await payload.find({
    collection: collections.sealedMessages,
    where: { sending: { equals: sendingHash(sending) } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
    ...(req && { req }),
  })
  const row = docs[0] as unknown as Row | undefined
  if (row === undefined) return false
  if (row.manifest !== message.manifest) throw refuseReport('sending-used')
  return true
}

/**
 * Stores a message at place `seq` of a thread, in the transaction of `req`. A repeated sending is stored once. Run it by
 * `untilSettled`: of two at once the slower one fails by a unique index.
 * @param input.record the reporter's sealed record of an own message.
 * @throws FrontError 409 when the place is not the next one, or the sending key was used for something else.
 */
export async function addMessage(input: {
  payload: Payload
  req: PayloadRequest
  report: string
  direction: Direction
  seq: number
  message: WireMessage
  record?: string
  sending: string
}): Promise<void> {
  const { payload, req, report, direction, seq, message, record, sending } = input
  const { totalDocs: count } = await payload.count({
    collection: collections.sealedMessages,
    where: { report: { equals: report } },
    overrideAccess: true,
    req,
  })
  // After the count: where the place was taken meanwhile by this same sending, it is found here.
  if (await wasStored(payload, sending, message, req)) return
  if (count >= MOST_MESSAGES) throw refuseReport('thread-full')
  if (count !== seq) throw refuseReport(seq === 0 ? 'code-used' : 'thread-moved')
  await payload.create({
    collection: collections.sealedMessages,
    data: {
      report,
      seq,
      direction,
      inboxKey: message.inboxKey,
      reporterKey: message.reporterKey,
      manifest: message.manifest,
      parts: message.parts.join('\n'),
      ...(record !== undefined && { record }),
      bucket: sizeBucket(fromWire(message)),
      day: jakartaDay(),
      sending: sendingHash(sending),
    },
    overrideAccess: true,
    req,
  })
}

/** The id of the thread that a lookup id belongs to, or null. */
export async function findThread(
  payload: Payload,
  lookupHash: string,
  req?: PayloadRequest,
): Promise<{ id: string; inbox: string } | null> {
  const { docs } = await payload.find({
    collection: collections.sealedReports,
    where: { lookupHash: { equals: lookupHash } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
    ...(req && { req }),
  })
  const row = docs[0] as unknown as { id: string; inbox: string } | undefined
  return row ? { id: String(row.id), inbox: row.inbox } : null
}

function toStored(row: Row): StoredMessage {
  const { seq, direction, day, inboxKey, reporterKey, manifest, parts, record } = row
  return {
    seq,
    direction,
    day,
    message: { inboxKey, reporterKey: reporterKey ?? null, manifest, parts: parts.split('\n') },
    record: record ?? null,
  }
}
