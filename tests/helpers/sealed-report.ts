import type { Payload } from 'payload'
import { inTransaction } from '#cms/endpoints/desk-transaction.ts'
import { addMessage } from '#cms/endpoints/report-messages.ts'
import { base64url, fromBase64url } from '#src/crypto/bytes.ts'
import { deriveReporterKeys, lookupHash, type ReporterKeys } from '#src/crypto/derive.ts'
import { messageHash, type SealedMessage } from '#src/crypto/message.ts'
import { recipientHash, sealRecord } from '#src/crypto/record.ts'
import { type InboxKey, type Report, sealReport } from '#src/crypto/report.ts'
import { newSending } from '#src/crypto/sending.ts'
import { toWire } from '#src/crypto/wire.ts'
import { collections } from '#src/slugs.ts'

/** The sealed record of an own message, as the phone notes it under some first key list. */
export async function sealedRecord(
  inbox: InboxKey,
  keys: ReporterKeys,
  seq: number,
  message: SealedMessage,
): Promise<string> {
  const record = {
    v: 1 as const,
    thread: keys.thread,
    seq,
    message: messageHash(message),
    inbox: inbox.id,
    keyVersion: 1,
    recipient: recipientHash(inbox.recipient),
    serial: 1,
    list: '0'.repeat(64),
  }
  return base64url(await sealRecord(record, keys))
}

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
  const record = await sealedRecord(inbox, await deriveReporterKeys(secret), 0, message)
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
      record,
      sending: newSending(),
    })
    return row.id
  })
}
