import type { Payload, PayloadRequest } from 'payload'
import type { Env } from '#cms/env.ts'
import { fromBase64url } from '#src/crypto/bytes.ts'
import { lookupHash } from '#src/crypto/derive.ts'
import { sizeBucket } from '#src/crypto/message.ts'
import { fromWire } from '#src/crypto/wire.ts'
import { collections } from '#src/slugs.ts'
import { untilSettled } from './conflicts.ts'
import { inTransaction } from './desk-transaction.ts'
import { type CaptchaSettings, verifyCaptcha } from './report-captcha.ts'
import { jakartaDay } from '#src/calendar.ts'
import { refuseReport } from './report-errors.ts'
import { listedInbox, listedKind } from './report-keys.ts'
import { addMessage, findThread, sendingHash, wasStored } from './report-messages.ts'
import { spendProof, spendToken } from './report-proof.ts'
import type { ReportBody } from './report-schema.ts'

/**
 * Stores a sealed report, thread and message together. The same sending twice, at once too, is one report. Where the database
 * has no transactions, a thread that was left without its message is completed by the next sending under its code.
 * A proof is checked before the database is asked anything.
 * @param captcha how an hCaptcha token is verified; null where it never counts as proof.
 * @throws FrontError 403 for the proof, 503 when hCaptcha is silent, 409 for a closed inbox or a key that was used before.
 */
export async function storeReport(
  payload: Payload,
  body: ReportBody,
  captcha: CaptchaSettings | null,
  env: Pick<Env, 'KEYLIST_PIN_FILE'>,
): Promise<void> {
  const { inbox, keyVersion, lookup, sending, message, record, proof } = body
  if (message.reporterKey !== null) throw refuseReport('not-sealed')
  if ('hcaptcha' in proof) {
    if (captcha === null) throw refuseReport('proof-refused')
    // Whoever writes about officials shows the address to nobody else, whatever the page offered. An inbox that the list does
    // not have may have been for officials.
    const kind = await listedKind(payload, env, inbox)
    if (kind === null) throw refuseReport('inbox-closed')
    if (kind === 'petugas') throw refuseReport('proof-refused')
    // Before the transaction: nobody else's report waits for a foreign server.
    await verifyCaptcha(captcha, proof.hcaptcha)
    await spendToken(payload, proof.hcaptcha, sendingHash(sending))
  } else {
    await spendProof(payload, proof, sendingHash(sending))
  }
  const hash = lookupHash(fromBase64url(lookup))
  const store = async (req: PayloadRequest) => {
    const found = await findThread(payload, hash, req)
    if (await wasStored(payload, sending, message, req)) return
    if (found !== null && found.inbox !== inbox) throw refuseReport('code-used')
    await requireOpen({ payload, env, req, inbox, keyVersion })
    const report = found?.id ?? (await openThread(payload, req, body, hash))
    await addMessage({ payload, req, report, direction: 'masuk', seq: 0, message, record, sending })
  }
  await untilSettled(() => inTransaction(payload, store))
}

/**
 * Whether an inbox takes messages that were sealed to this version of its key: it is in the key list in force, and somebody
 * can read it.
 * @throws FrontError 409 when it does not: nobody would read them.
 */
export async function requireOpen(input: {
  payload: Payload
  env: Pick<Env, 'KEYLIST_PIN_FILE'>
  req: PayloadRequest
  inbox: string
  keyVersion?: number
}): Promise<void> {
  const { payload, env, req, inbox, keyVersion = 1 } = input
  const listed = await listedInbox(payload, env, inbox, req)
  if (listed === null || keyVersion > listed.keyVersion) throw refuseReport('inbox-closed')
}

async function openThread(
  payload: Payload,
  req: PayloadRequest,
  { inbox, keyVersion, message }: ReportBody,
  hash: string,
): Promise<string> {
  const thread = await payload.create({
    collection: collections.sealedReports,
    data: {
      inbox,
      keyVersion,
      bucket: sizeBucket(fromWire(message)),
      day: jakartaDay(),
      lookupHash: hash,
      hold: false,
    },
    overrideAccess: true,
    req,
  })
  return String(thread.id)
}
