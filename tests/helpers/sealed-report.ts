import type { Payload } from 'payload'
import { inTransaction } from '#cms/endpoints/desk-transaction.ts'
import { addMessage } from '#cms/endpoints/report-messages.ts'
import { fromBase64url } from '#src/crypto/bytes.ts'
import { lookupHash } from '#src/crypto/derive.ts'
import { type InboxKey, type Report, sealReport } from '#src/crypto/report.ts'
import { newSending } from '#src/crypto/sending.ts'
import { toWire } from '#src/crypto/wire.ts'
import { collections } from '#src/slugs.ts'

/**
 * Seals a report as the report page does, and stores it as the server does once the proof of work was checked.
 * Returns its id.
 */
export async function storeSealedReport(
  payload: Payload,
  inbox: InboxKey,
  secret: Uint8Array,
  told: Pick<Report, 'what'> & Partial<Report>,
): Promise<string> {
  const report: Report = {
    v: 1,
    subject: 'perekrut',
    where: '',
    when: '',
    who: '',
    knowledge: 'melihat',
    language: 'id',
    ...told,
  }
  const { message, lookup } = await sealReport({ report, inbox, secret })
  return inTransaction(payload, async req => {
    const row = await payload.create({
      collection: collections.sealedReports,
      data: {
        inbox: inbox.id,
        keyVersion: 1,
        bucket: 16_384,
        day: '2026-11-20',
        lookupHash: lookupHash(fromBase64url(lookup)),
        hold: false,
      },
      overrideAccess: true,
      req,
    })
    await addMessage({
      payload,
      req,
      report: row.id,
      direction: 'masuk',
      seq: 0,
      message: toWire(message),
      sending: newSending(),
    })
    return row.id
  })
}
