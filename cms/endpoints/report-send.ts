import type { Payload } from 'payload'
import { fromBase64url } from '#src/crypto/bytes.ts'
import { lookupHash } from '#src/crypto/derive.ts'
import { sizeBucket } from '#src/crypto/message.ts'
import { fromWire } from '#src/crypto/wire.ts'
import { collections } from '#src/slugs.ts'
import { dayOf } from './report-day.ts'
import { refuseReport } from './report-errors.ts'
import { addMessage, isTaken, wasStored } from './report-messages.ts'
import { countSending, spendProof } from './report-proof.ts'
import type { ReportBody } from './report-schema.ts'
import { inTransaction } from './desk-transaction.ts'

/**
 * Stores a sealed report: thread, message and spent proof together or not at all. The same sending twice is one report.
 * @throws FrontError 403 for the proof, 409 for a closed inbox or a key that was used before.
 */
export async function storeReport(payload: Payload, body: ReportBody): Promise<void> {
  const { inbox, keyVersion, lookup, sending, message, proof } = body
  if (message.reporterKey !== null) throw refuseReport('not-sealed')
  if (await wasStored(payload, sending, message)) return
  const store = inTransaction(payload, async req => {
    if (await wasStored(payload, sending, message, req)) return
    await spendProof(payload, req, proof)
    const { docs } = await payload.find({
      collection: collections.inboxes,
      where: { and: [{ id: { equals: inbox } }, { state: { equals: 'open' } }] },
      limit: 1,
      depth: 0,
      overrideAccess: true,
      req,
    })
    const row = docs[0] as unknown as { keyVersion: number } | undefined
    if (row === undefined || keyVersion > row.keyVersion) throw refuseReport('inbox-closed')
    const hash = lookupHash(fromBase64url(lookup))
    const { totalDocs } = await payload.count({
      collection: collections.sealedReports,
      where: { lookupHash: { equals: hash } },
      overrideAccess: true,
      req,
    })
    if (totalDocs > 0) throw refuseReport('sending-used')
    const thread = await payload.create({
      collection: collections.sealedReports,
      data: {
        inbox,
        keyVersion,
        bucket: sizeBucket(fromWire(message)),
        day: dayOf(new Date()),
        lookupHash: hash,
        hold: false,
      },
      overrideAccess: true,
      req,
    })
    await addMessage({
      payload,
      req,
      report: String(thread.id),
      direction: 'masuk',
      seq: 0,
      message,
      sending,
    })
  })
  await store.catch(async error => {
    if (!isTaken(error)) throw error
    if (!(await wasStored(payload, sending, message))) throw refuseReport('sending-used')
  })
  countSending()
}
