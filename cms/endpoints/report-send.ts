import type { Payload } from 'payload'
import type { Env } from '#cms/env.ts'
import { fromBase64url } from '#src/crypto/bytes.ts'
import { lookupHash } from '#src/crypto/derive.ts'
import { sizeBucket } from '#src/crypto/message.ts'
import { fromWire } from '#src/crypto/wire.ts'
import { collections } from '#src/slugs.ts'
import { dayOf } from './report-day.ts'
import { refuseReport } from './report-errors.ts'
import { addMessage, isTaken, wasStored } from './report-messages.ts'
import { type CaptchaSettings, verifyCaptcha } from './report-captcha.ts'
import { listedInbox } from './report-keys.ts'
import { countSending, spendOnce, spendProof } from './report-proof.ts'
import type { ReportBody } from './report-schema.ts'
import { inTransaction } from './desk-transaction.ts'

/**
 * Stores a sealed report: thread, message and spent proof together or not at all. The same sending twice is one report.
 * @param captcha where an hCaptcha token counts as proof; null where it never does.
 * @throws FrontError 403 for the proof, 503 when hCaptcha is silent, 409 for a closed inbox or a key that was used before.
 */
export async function storeReport(
  payload: Payload,
  body: ReportBody,
  captcha: CaptchaSettings | null,
  env: Pick<Env, 'KEYLIST_PIN_FILE'>,
): Promise<void> {
  const { inbox, keyVersion, lookup, sending, message, proof } = body
  if (message.reporterKey !== null) throw refuseReport('not-sealed')
  if (await wasStored(payload, sending, message)) return
  // Before the transaction: nobody else's report waits for a foreign server.
  if ('hcaptcha' in proof) {
    // Whoever writes about officials shows the address to nobody else, whatever the page offered.
    const isForOfficials = (await listedInbox(payload, env, inbox))?.kind === 'petugas'
    if (captcha === null || isForOfficials) throw refuseReport('proof-refused')
    await verifyCaptcha(captcha, proof.hcaptcha)
  }
  const store = inTransaction(payload, async req => {
    if (await wasStored(payload, sending, message, req)) return
    if ('hcaptcha' in proof) await spendOnce(payload, req, proof.hcaptcha)
    else await spendProof(payload, req, proof)
    const listed = await listedInbox(payload, env, inbox, req)
    if (listed === null || keyVersion > listed.keyVersion) throw refuseReport('inbox-closed')
    const hash = lookupHash(fromBase64url(lookup))
    const { totalDocs } = await payload.count({
      collection: collections.sealedReports,
      where: { lookupHash: { equals: hash } },
      overrideAccess: true,
      req,
    })
    if (totalDocs > 0) throw refuseReport('code-used')
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
    if (!(await wasStored(payload, sending, message))) throw refuseReport('code-used')
  })
  countSending()
}
