import type { Payload, PayloadRequest } from 'payload'
import { z } from 'zod'
import { keyListHash } from '#src/crypto/key-list.ts'
import { collections } from '#src/slugs.ts'
import { refuseAtDesk } from './desk-errors.ts'
import type { NewInboxInput } from './desk-inboxes.ts'
import { type InboxRow, recoveryUser } from './desk-members.ts'
import { inTransaction } from './desk-transaction.ts'
import { type FrontContext, refuse } from './front.ts'
import { currentKeyList, pinFile, publishKeyList, readPin } from './report-keys.ts'

/** What a handler sends who lets an inbox in: the public key that was checked at the desk. */
const checkedKeySchema = z.strictObject({ recipient: z.string().max(4000) })
export type CheckedKey = z.infer<typeof checkedKeySchema>
export const checkedKeyBody = { limit: 8192, schema: checkedKeySchema }

/** @throws FrontError 400 when the key that was checked is not the one that would be published. */
export function requireCheckedKey({ recipient }: CheckedKey, inbox: Pick<InboxRow, 'recipient'>): void {
  if (recipient !== inbox.recipient) throw refuse('not-valid', ['recipient'])
}

/** Stores an inbox that its founder made, in state `founding`. Returns its id. */
export async function storeInbox(payload: Payload, input: NewInboxInput, founder: string): Promise<string> {
  const { name, readers, kind, recipient, roster, wraps, recovery } = input
  return inTransaction(payload, async req => {
    const inbox = await payload.create({
      collection: collections.inboxes,
      data: {
        kind,
        state: 'founding',
        name: name.id,
        nameEn: name.en,
        readers: readers.id,
        readersEn: readers.en,
        keyVersion: 1,
        recipient,
      },
      overrideAccess: true,
      req,
    })
    const rows = [
      ...wraps.map(wrap => ({ ...wrap, approved: wrap.user === founder })),
      { user: recoveryUser, wrapped: recovery, approved: true },
    ]
    for (const row of rows) {
      await payload.create({
        collection: collections.inboxMembers,
        data: { ...row, inbox: inbox.id, roster },
        overrideAccess: true,
        req,
      })
    }
    return inbox.id
  })
}

/** Notes the approval of the second founder. */
export async function approveMember(payload: Payload, member: string, req?: PayloadRequest): Promise<void> {
  await payload.update({
    collection: collections.inboxMembers,
    id: member,
    data: { approved: true },
    overrideAccess: true,
    ...(req && { req }),
  })
}

/**
 * Opens the inbox and puts it into the key list, with the approval of the second founder (`member`, null where it is
 * there already), all or nothing.
 * @throws FrontError 409 when the key list in force is not the pinned one: opening an inbox would hide that.
 */
export async function openInbox(
  { payload, env }: FrontContext,
  inbox: string,
  member: string | null,
): Promise<void> {
  const list = await currentKeyList(payload)
  if ((list === null ? null : keyListHash(list)) !== readPin(pinFile(env)))
    throw refuseAtDesk('list-not-pinned')
  const undo: (() => void)[] = []
  await inTransaction(payload, async req => {
    if (member !== null) await approveMember(payload, member, req)
    await payload.update({
      collection: collections.inboxes,
      id: inbox,
      data: { state: 'open' },
      overrideAccess: true,
      req,
    })
    undo.push((await publishKeyList({ payload, env, req })).undo)
  }).catch((error: unknown) => {
    for (const restore of undo) restore()
    throw error
  })
}
