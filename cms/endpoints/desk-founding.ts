import type { Payload, PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Env } from '#cms/env.ts'
import { entrySchema } from '#src/crypto/entry-schema.ts'
import { base64urlText, bytesText } from '#src/crypto/schemas.ts'
import { collections } from '#src/slugs.ts'
import { refuseAtDesk } from './desk-errors.ts'
import { recoveryUser } from './desk-members.ts'
import { listInForce } from './report-keys.ts'
import { inTransaction } from './desk-transaction.ts'

/** An Ed25519 signature in base64url. */
export const signatureSchema = bytesText(64)
/** The hash of the key list that the desk has shown as the next one. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** A new inbox as its founder's desk made it: its signed entry, the roster, and the secret key sealed to each founder and to paper. */
export const newInboxSchema = z.strictObject({
  entry: entrySchema.extend({ keyVersion: z.literal(1) }),
  signature: signatureSchema,
  roster: z.string().min(1).max(60_000),
  wraps: z
    .array(z.strictObject({ user: z.string().min(1).max(36), wrapped: base64urlText(16_000) }))
    .length(2),
  recovery: base64urlText(8000),
})
export type NewInboxInput = z.infer<typeof newInboxSchema>

type Context = { payload: Payload; env: Pick<Env, 'KEYLIST_PIN_FILE'> }

/** Whether the key list or a row has this id or this key. */
async function isKnown(
  { payload, env }: Context,
  { id, recipient }: NewInboxInput['entry'],
): Promise<boolean> {
  const list = await listInForce(payload, env)
  if (list?.inboxes.some(entry => entry.id === id || entry.recipient === recipient)) return true
  const { totalDocs } = await payload.count({
    collection: collections.inboxes,
    where: { or: [{ id: { equals: id } }, { recipient: { equals: recipient } }] },
    overrideAccess: true,
  })
  return totalDocs > 0
}

/**
 * Stores an inbox that its founder made, in state `founding`.
 * @throws FrontError 409 when an inbox has this id or this key.
 */
export async function storeInbox(context: Context, input: NewInboxInput, founder: string): Promise<void> {
  const { payload } = context
  const { entry, signature, roster, wraps, recovery } = input
  const { id, kind, name, readers, keyVersion, recipient } = entry
  if (await isKnown(context, entry)) throw refuseAtDesk('inbox-exists')
  let isOurs = false
  const store = inTransaction(payload, async req => {
    await payload.create({
      collection: collections.inboxes,
      data: {
        id,
        kind,
        state: 'founding',
        name: name.id,
        nameEn: name.en,
        readers: readers.id,
        readersEn: readers.en,
        keyVersion,
        recipient,
      },
      overrideAccess: true,
      req,
    })
    isOurs = true
    const rows = [
      ...wraps.map(wrap =>
        wrap.user === founder ? { ...wrap, approved: true, signature } : { ...wrap, approved: false },
      ),
      { user: recoveryUser, wrapped: recovery, approved: true },
    ]
    for (const row of rows) {
      await payload.create({
        collection: collections.inboxMembers,
        data: { ...row, inbox: id, roster },
        overrideAccess: true,
        req,
      })
    }
  })
  await store.catch(async (error: unknown) => {
    if (!isOurs && (await isKnown(context, entry))) throw refuseAtDesk('inbox-exists')
    // Where the database has no transactions, half an inbox would be left.
    if (isOurs) await dropInbox(payload, id)
    throw error
  })
}

/** Takes away an inbox that is being founded: no report can be in it. */
export async function dropInbox(payload: Payload, id: string, req?: PayloadRequest): Promise<void> {
  const options = { overrideAccess: true, ...(req && { req }) } as const
  await payload.delete({
    collection: collections.inboxMembers,
    where: { inbox: { equals: id } },
    ...options,
  })
  await payload.delete({ collection: collections.inboxes, where: { id: { equals: id } }, ...options })
}
