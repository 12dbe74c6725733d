import { createLocalReq, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { fromBase64url, isBase64url } from '#src/crypto/bytes.ts'
import { bucketOfFile } from '#src/crypto/file-shape.ts'
import { base64urlText, bytesText } from '#src/crypto/schemas.ts'
import { collections, keptDays } from '#src/slugs.ts'
import { untilSettled } from './conflicts.ts'
import { refuseAtDesk } from './desk-errors.ts'
import { requireReader } from './inbox-memberships.ts'
import type { DeskRoute } from './desk-route.ts'
import { type FrontContext, refuse, sendJson } from './front.ts'
import { jakartaDay } from '#src/calendar.ts'
import { addMessage, listMessages } from './report-messages.ts'
import { messageSchema } from './report-schema.ts'
import { inTransaction } from './desk-transaction.ts'

type ReportRow = {
  id: string
  inbox: string
  day: string
  bucket: number
  deleteAfter?: string | null
  hold?: boolean
}

/** @throws FrontError 404 when there is no such report or it lies in an inbox of others: one answer for both. */
async function requireReport({ payload }: FrontContext, user: string, id: string): Promise<ReportRow> {
  const { docs } = await payload.find({
    collection: collections.sealedReports,
    where: { id: { equals: id } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  const report = docs[0] as unknown as ReportRow | undefined
  if (report === undefined) throw refuse('not-found')
  await requireReader(payload, user, report.inbox)
  return report
}

type EventRow = { id: string; report: string; seq: number; sealed: string }

async function eventsOf({ payload }: FrontContext, report: string): Promise<string[]> {
  const { docs } = await payload.find({
    collection: collections.inboxEvents,
    where: { report: { equals: report } },
    sort: 'seq',
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return (docs as unknown as EventRow[]).map(event => event.sealed)
}

/** How many rows of a collection belong to each report. */
async function countBy(
  { payload }: FrontContext,
  collection: typeof collections.sealedMessages | typeof collections.inboxEvents,
  reports: readonly string[],
): Promise<Map<string, number>> {
  const { docs } = await payload.find({
    collection,
    where: { report: { in: [...reports] } },
    select: { report: true },
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const counts = new Map<string, number>()
  for (const { report } of docs as unknown as { report: string }[])
    counts.set(report, (counts.get(report) ?? 0) + 1)
  return counts
}

const list: DeskRoute = {
  method: 'GET',
  path: '/api/desk/kotak/:id/laporan',
  stage: 'ready',
  async run({ response, context, session, id }) {
    await requireReader(context.payload, session.user, id)
    const { docs } = await context.payload.find({
      collection: collections.sealedReports,
      where: { inbox: { equals: id } },
      // Within a day by the random id: the order of arrival would be a time finer than a day.
      sort: ['-day', 'id'],
      pagination: false,
      depth: 0,
      overrideAccess: true,
    })
    const reports = docs as unknown as ReportRow[]
    const ids = reports.map(report => report.id)
    const messages = await countBy(context, collections.sealedMessages, ids)
    const events = await countBy(context, collections.inboxEvents, ids)
    sendJson(response, 200, {
      reports: reports.map(report => ({
        id: report.id,
        day: report.day,
        bucket: report.bucket,
        deleteAfter: report.deleteAfter ?? null,
        messages: messages.get(report.id) ?? 0,
        events: events.get(report.id) ?? 0,
      })),
    })
  },
}

const read: DeskRoute = {
  method: 'GET',
  path: '/api/desk/laporan/:id',
  stage: 'ready',
  async run({ response, context, session, id }) {
    const report = await requireReport(context, session.user, id)
    const messages = await listMessages(context.payload, await createLocalReq({}, context.payload), report.id)
    sendJson(response, 200, {
      id: report.id,
      inbox: report.inbox,
      messages: messages.map(({ seq, direction, day, message }) => ({ seq, direction, day, ...message })),
      events: await eventsOf(context, report.id),
    })
  },
}

const answerSchema = z.strictObject({
  seq: z.int().min(1).max(10_000),
  sending: bytesText(16),
  message: messageSchema.refine(message => message.reporterKey !== null),
})

const answer: DeskRoute<z.infer<typeof answerSchema>> = {
  method: 'POST',
  path: '/api/desk/laporan/:id/jawab',
  stage: 'ready',
  body: { limit: 1_000_000, schema: answerSchema },
  async run({ response, context, session, id, body }) {
    const { payload } = context
    const report = await requireReport(context, session.user, id)
    const given = await body()
    await untilSettled(() =>
      inTransaction(payload, req =>
        addMessage({ ...given, payload, req, report: report.id, direction: 'keluar' }),
      ),
    )
    sendJson(response, 201, { seq: given.seq })
  },
}

/** Clear text cannot be stored by mistake: only a padded file for one hybrid recipient is. */
const isSealedFile = (sealed: string) => isBase64url(sealed) && bucketOfFile(fromBase64url(sealed)) !== null

const eventSchema = z.strictObject({
  seq: z.int().min(1).max(10_000),
  sealed: base64urlText(120_000).refine(isSealedFile),
  /** What the server must know of an event: whether the count-down to deletion starts or stops. */
  closing: z.enum(['close', 'reopen']).nullable(),
})

const dayAfter = (days: number): string => jakartaDay(new Date(Date.now() + days * 86_400_000))

const note: DeskRoute<z.infer<typeof eventSchema>> = {
  method: 'POST',
  path: '/api/desk/laporan/:id/catatan',
  stage: 'ready',
  body: { limit: 200_000, schema: eventSchema },
  async run({ response, context, session, id, body }) {
    const { payload } = context
    const report = await requireReport(context, session.user, id)
    const { seq, sealed, closing } = await body()
    const inThread = { report: { equals: report.id } }
    const store = async (req: PayloadRequest): Promise<string | null> => {
      const options = { collection: collections.inboxEvents, overrideAccess: true, req } as const
      const { totalDocs } = await payload.count({ ...options, where: inThread })
      const same = { ...inThread, seq: { equals: seq }, sealed: { equals: sealed } }
      // After a lost answer the desk sends the same bytes again: that is the same event.
      const isRepeated =
        totalDocs >= seq && (await payload.count({ ...options, where: same })).totalDocs === 1
      // A colleague was faster: the desk reads the thread again and seals the event as the next link of the chain.
      if (!isRepeated && totalDocs !== seq - 1) throw refuseAtDesk('moved-on')
      if (!isRepeated) await payload.create({ ...options, data: { report: report.id, seq, sealed } })
      if (closing === null) return null
      const known = isRepeated ? report.deleteAfter : null
      const deleteAfter = closing === 'close' ? (known ?? dayAfter(keptDays)) : null
      // Where the database has no transactions, a repeated event completes what it began, unless others followed.
      if (totalDocs > seq) return deleteAfter
      await payload.update({
        collection: collections.sealedReports,
        id: report.id,
        data: { deleteAfter },
        overrideAccess: true,
        req,
      })
      return deleteAfter
    }
    const deleteAfter = await untilSettled(() => inTransaction(payload, store))
    sendJson(response, 201, { seq, deleteAfter })
  },
}

/** Reports as their members see them: sealed. Everybody else gets the 404 of what does not exist. */
export const reportRoutes: readonly DeskRoute[] = [list, read, answer, note]
