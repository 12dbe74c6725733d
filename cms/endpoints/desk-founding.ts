import type { Payload } from 'payload'
import { z } from 'zod'
import { entrySchema } from '#src/crypto/entry-schema.ts'
import { keyListHash, type KeyList, type ListedInbox } from '#src/crypto/key-list.ts'
import { isEntrySignature, isSigned, listWith, withSignatures } from '#src/crypto/list-change.ts'
import { collections } from '#src/slugs.ts'
import { refuseAtDesk } from './desk-errors.ts'
import { entryOf, type InboxRow, type MemberRow, memberRows, recoveryUser } from './desk-members.ts'
import { inTransaction } from './desk-transaction.ts'
import { type FrontContext, refuse } from './front.ts'
import { handlersWithKeys } from './inbox-readers.ts'
import { changeKeyList, type ListTurn } from './report-keys.ts'

const base64url = /^[A-Za-z0-9_-]+$/

/** An Ed25519 signature in base64url. */
export const signatureSchema = z.string().regex(/^[A-Za-z0-9_-]{86}$/)
/** The hash of the key list that the desk has shown as the next one. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** A new inbox as its founder's desk made it: its signed entry, the roster, and the secret key sealed to each founder and to paper. */
export const newInboxSchema = z.strictObject({
  entry: entrySchema.extend({ keyVersion: z.literal(1) }),
  signature: signatureSchema,
  roster: z.string().min(1).max(60_000),
  wraps: z
    .array(
      z.strictObject({ user: z.string().min(1).max(36), wrapped: z.string().regex(base64url).max(16_000) }),
    )
    .length(2),
  recovery: z.string().regex(base64url).max(8000),
})
export type NewInboxInput = z.infer<typeof newInboxSchema>

async function isKnown(payload: Payload, { id, recipient }: NewInboxInput['entry']): Promise<boolean> {
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
export async function storeInbox(payload: Payload, input: NewInboxInput, founder: string): Promise<void> {
  const { entry, signature, roster, wraps, recovery } = input
  const { id, kind, name, readers, keyVersion, recipient } = entry
  if (await isKnown(payload, entry)) throw refuseAtDesk('inbox-exists')
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
    if (!isOurs && (await isKnown(payload, entry))) throw refuseAtDesk('inbox-exists')
    // Where the database has no transactions, half an inbox would be left.
    if (isOurs) await dropInbox(payload, id)
    throw error
  })
}

/** Takes away an inbox that is being founded: no report can be in it. */
export async function dropInbox(payload: Payload, id: string, req?: ListTurn['req']): Promise<void> {
  const options = { overrideAccess: true, ...(req && { req }) } as const
  await payload.delete({
    collection: collections.inboxMembers,
    where: { inbox: { equals: id } },
    ...options,
  })
  await payload.delete({ collection: collections.inboxes, where: { id: { equals: id } }, ...options })
}

/**
 * The entry of an inbox with the signatures of its members that stand: of an account that exists and is a handler's, over
 * the entry as the row has it now. `added`: of one more member, not stored yet.
 * @throws FrontError 409 when the row is no entry.
 */
export async function signedEntry(
  payload: Payload,
  inbox: InboxRow,
  added?: { user: string; signature: string },
): Promise<ListedInbox> {
  const entry = entryOf(inbox)
  if (entry === null) throw refuseAtDesk('founder-gone')
  const rows: Pick<MemberRow, 'user' | 'signature'>[] = await memberRows(payload, inbox.id)
  const given = new Map(rows.map(row => [row.user, row.signature]))
  if (added !== undefined) given.set(added.user, added.signature)
  const handlers = await handlersWithKeys(payload, [...given.keys()])
  const signatures = [...handlers.values()]
    .map(({ user, signer }) => ({ key: signer, signature: given.get(user) ?? '' }))
    .filter(one => isEntrySignature(entry, one))
  return signatures.length === 0 ? entry : withSignatures(entry, signatures)
}

/**
 * Whether this account made the signature over the entry.
 * @throws FrontError 400 when it did not.
 */
export async function requireOwnSignature(
  payload: Payload,
  entry: ListedInbox | null,
  { user, signature }: { user: string; signature: string },
): Promise<{ key: string; signature: string }> {
  const signer = (await handlersWithKeys(payload, [user])).get(user)?.signer
  const own = { key: signer ?? '', signature }
  if (entry === null || !isEntrySignature(entry, own)) throw refuse('not-valid', ['signature'])
  return own
}

/**
 * The list that follows with this entry.
 * @throws FrontError 409 when its hash is not the one that the desk has shown: the list in force has moved on meanwhile.
 */
export function shownList(before: KeyList | null, entry: ListedInbox, hash: string): KeyList {
  const next = listWith(before, entry)
  if (keyListHash(next) !== hash) throw refuseAtDesk('list-moved')
  return next
}

/** Notes the approval and the signature of the second founder. */
export async function approveMember(
  payload: Payload,
  member: string,
  signature: string,
  req?: ListTurn['req'],
): Promise<void> {
  await payload.update({
    collection: collections.inboxMembers,
    id: member,
    data: { approved: true, signature },
    overrideAccess: true,
    ...(req && { req }),
  })
}

async function isFounding(payload: Payload, id: string, req: ListTurn['req']): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: collections.inboxes,
    where: { and: [{ id: { equals: id } }, { state: { equals: 'founding' } }] },
    overrideAccess: true,
    req,
  })
  return totalDocs > 0
}

/**
 * Puts the inbox into the key list, exactly as the desk has shown it (`hash`), with the approval of the second founder
 * (`approval`, null where it is there already), all or nothing.
 * @throws FrontError 409 when a founder's signature is missing, or the list is another than the one shown or pinned.
 */
export async function openInbox(
  context: FrontContext,
  { inbox, entry, hash }: { inbox: InboxRow; entry: ListedInbox; hash: string },
  approval: { member: string; signature: string } | null,
): Promise<void> {
  const { payload } = context
  if (!isSigned(entry)) throw refuseAtDesk('founder-gone')
  let hasBegun = false
  const change = changeKeyList(context, async ({ req, before, isPinned, publish }) => {
    if (!isPinned) throw refuseAtDesk('list-not-pinned')
    const isListed = before?.inboxes.some(one => one.id === inbox.id) === true
    if (isListed || !(await isFounding(payload, inbox.id, req))) throw refuseAtDesk('moved-on')
    const next = shownList(before, entry, hash)
    hasBegun = true
    if (approval !== null) await approveMember(payload, approval.member, approval.signature, req)
    await payload.update({
      collection: collections.inboxes,
      id: inbox.id,
      data: { state: 'open' },
      overrideAccess: true,
      req,
    })
    await publish(next)
  })
  await change.catch(async (error: unknown) => {
    // Where the database has no transactions, the rows would say that it is open.
    if (hasBegun) await backToFounding(payload, inbox.id, approval?.member ?? null)
    throw error
  })
}

async function backToFounding(payload: Payload, inbox: string, member: string | null): Promise<void> {
  await payload.update({
    collection: collections.inboxes,
    id: inbox,
    data: { state: 'founding' },
    overrideAccess: true,
  })
  if (member === null) return
  await payload.update({
    collection: collections.inboxMembers,
    id: member,
    data: { approved: false, signature: null },
    overrideAccess: true,
  })
}
