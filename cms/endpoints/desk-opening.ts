import type { Payload, PayloadRequest } from 'payload'
import { type KeyList, keyListHash, type ListedInbox } from '#src/crypto/key-list.ts'
import { isEntrySignature, isSigned, listWith, withSignatures } from '#src/crypto/list-change.ts'
import { collections } from '#src/slugs.ts'
import { refuseAtDesk } from './desk-errors.ts'
import { entryOf, type InboxRow, type MemberRow, memberRows } from './desk-members.ts'
import { type FrontContext, refuse } from './front.ts'
import { handlersWithKeys } from './inbox-readers.ts'
import { changeKeyList } from './report-keys.ts'

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
  req?: PayloadRequest,
): Promise<void> {
  await payload.update({
    collection: collections.inboxMembers,
    id: member,
    data: { approved: true, signature },
    overrideAccess: true,
    ...(req && { req }),
  })
}

async function isFounding(payload: Payload, id: string, req: PayloadRequest): Promise<boolean> {
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
