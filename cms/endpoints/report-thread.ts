import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { z } from 'zod'
import type { Env } from '#cms/env.ts'
import { fromBase64url } from '#src/crypto/bytes.ts'
import { lookupHash } from '#src/crypto/derive.ts'
import type { Direction } from '#src/crypto/manifest.ts'
import { SealingError } from '#src/crypto/errors.ts'
import { messageHash } from '#src/crypto/message.ts'
import { fromWire, type WireMessage } from '#src/crypto/wire.ts'
import { refuseReport } from './report-errors.ts'
import { untilSettled } from './conflicts.ts'
import { inTransaction } from './desk-transaction.ts'
import {
  addMessage,
  findThread,
  listMessages,
  sendingHash,
  type StoredMessage,
  wasStored,
} from './report-messages.ts'
import { spendProof } from './report-proof.ts'
import type { followUpSchema } from './report-schema.ts'
import { requireOpen } from './report-send.ts'

/** One message as its reporter gets it: answers in full, of own messages the hash and the own record. The report never comes back. */
export type ReporterMessage = {
  seq: number
  direction: Direction
  day: string
  hash: string
  message: WireMessage | null
  record: string | null
}
export type ReporterThread = { inbox: string; messages: ReporterMessage[] }

/** Known and unknown codes are answered after the same time, unless the work itself takes longer. */
const ANSWER_AFTER_MS = 200

/**
 * The thread of a lookup id.
 * @throws FrontError 404, the same for codes that never were and reports that are deleted.
 */
export async function readThread(payload: Payload, lookup: string): Promise<ReporterThread> {
  const [found] = await Promise.all([
    find(payload, lookup),
    new Promise(resolve => setTimeout(resolve, ANSWER_AFTER_MS)),
  ])
  if (found === null) throw refuseReport('unknown-code')
  return found
}

/**
 * Stores a further message of the reporter at the next place of the thread. The proof is spent before anything is looked up, so
 * that asking after a code costs the same whether it is known or not.
 * @throws FrontError 403 for the proof, 404 for an unknown code, 409 when the inbox is closed or the place is taken.
 */
export async function storeFollowUp(
  payload: Payload,
  body: z.infer<typeof followUpSchema>,
  env: Pick<Env, 'KEYLIST_PIN_FILE'>,
): Promise<void> {
  const { lookup, seq, sending, message, record, proof } = body
  if (message.reporterKey !== null) throw refuseReport('not-sealed')
  await spendProof(payload, proof, sendingHash(sending))
  const store = async (req: PayloadRequest) => {
    const thread = await findThread(payload, lookupHash(fromBase64url(lookup)), req)
    if (thread === null) throw refuseReport('unknown-code')
    if (await wasStored(payload, sending, message, req)) return
    await requireOpen({ payload, env, req, inbox: thread.inbox })
    await addMessage({ payload, req, report: thread.id, direction: 'masuk', seq, message, record, sending })
  }
  await untilSettled(() => inTransaction(payload, store))
}

async function find(payload: Payload, lookup: string): Promise<ReporterThread | null> {
  const thread = await findThread(payload, lookupHash(fromBase64url(lookup)))
  if (thread === null) return null
  const messages = await listMessages(payload, await createLocalReq({}, payload), thread.id)
  return { inbox: thread.inbox, messages: messages.map(toReporter) }
}

/** A row that is no sealed message any more has no hash and no message: its reporter is told that the thread was changed. */
function toReporter({ seq, direction, day, message, record }: StoredMessage): ReporterMessage {
  try {
    const hash = messageHash(fromWire(message))
    return direction === 'keluar'
      ? { seq, direction, day, hash, message, record: null }
      : { seq, direction, day, hash, message: null, record }
  } catch (error) {
    if (!(error instanceof SealingError)) throw error
    return { seq, direction, day, hash: '', message: null, record: null }
  }
}
