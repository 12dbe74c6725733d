import type { Payload, PayloadRequest } from 'payload'
import { refuseAtDesk } from '#cms/endpoints/desk-errors.ts'
import { dropInbox } from '#cms/endpoints/desk-founding.ts'
import type { InboxRow } from '#cms/endpoints/desk-members.ts'
import { knownInboxes, membershipRows } from '#cms/endpoints/inbox-memberships.ts'
import { readersByInbox, readersNeeded } from '#cms/endpoints/inbox-readers.ts'
import { changeKeyList, type ListTurn } from '#cms/endpoints/report-keys.ts'
import type { Env } from '#cms/env.ts'
import { listWithout } from '#src/crypto/list-change.ts'
import { collections } from '#src/slugs.ts'

type Context = { payload: Payload; env: Pick<Env, 'KEYLIST_PIN_FILE'> }

/** An inbox as administrators may know it: its name in both languages and how many can read it. */
export type InboxState = { id: string; name: { id: string; en: string }; readers: number }

const stateOf = ({ id, name, nameEn }: InboxRow, readers: number): InboxState => ({
  id,
  name: { id: name, en: nameEn },
  readers,
})

/** The inboxes that an account reads, with how many readers each has left without it. Foundings under way are not among them. */
export async function inboxesReadBy(
  payload: Payload,
  user: string,
  req?: PayloadRequest,
): Promise<InboxState[]> {
  const rows = (await membershipRows(payload, user, req)).filter(({ inbox }) => inbox.state !== 'founding')
  if (rows.length === 0) return []
  const readers = await readersByInbox(payload, req)
  return rows.flatMap(({ inbox }) => {
    const all = readers.get(inbox.id) ?? []
    const others = all.filter(reader => reader.user !== user)
    return others.length === all.length ? [] : [stateOf(inbox, others.length)]
  })
}

/** Inboxes with fewer readers than two, closed ones included: what is in them may be lost. */
export async function inboxesInNeed(payload: Payload): Promise<InboxState[]> {
  const readers = await readersByInbox(payload)
  return (await knownInboxes(payload))
    .filter(({ inbox }) => inbox.state !== 'founding')
    .map(({ inbox }) => stateOf(inbox, readers.get(inbox.id)?.length ?? 0))
    .filter(inbox => inbox.readers < readersNeeded)
}

/** Takes entries that nobody can read out of the list in force. Returns how many. */
async function closeUnread(payload: Payload, { req, before, publish }: ListTurn): Promise<number> {
  const readers = await readersByInbox(payload, req)
  const unread = (before?.inboxes ?? []).map(entry => entry.id).filter(id => !readers.has(id))
  if (before === null || unread.length === 0) return 0
  await payload.update({
    collection: collections.inboxes,
    where: { id: { in: unread } },
    data: { state: 'closed' },
    overrideAccess: true,
    req,
  })
  await publish(listWithout(before, new Set(unread)))
  return unread.length
}

/**
 * Takes inboxes that nobody can read any more out of the key list: accounts can also vanish behind the CMS's back. Does
 * nothing while the list in force is not the pinned one; who sends to such an inbox is refused all the same. Returns how many.
 */
export async function closeUnreadInboxes(context: Context): Promise<number> {
  return changeKeyList(context, turn => closeUnread(context.payload, turn))
}

/**
 * Takes an account out of all its inboxes: its sealed copies of their keys are deleted. An inbox that nobody reads
 * afterwards leaves the key list in the same step; one that it was founding is dropped. `confirm` gets what `inboxesReadBy`
 * says within the turn, where nobody else leaves meanwhile, and throws when that was not agreed to.
 * @throws FrontError 409 while the list in force is not the pinned one.
 */
export async function leaveInboxes(
  context: Context,
  user: string,
  confirm: (now: readonly InboxState[]) => void,
): Promise<void> {
  await changeKeyList(context, async turn => {
    // An inbox without readers could not leave the list then, and its form would stay open.
    if (!turn.isPinned) throw refuseAtDesk('list-not-pinned')
    confirm(await inboxesReadBy(context.payload, user, turn.req))
    await dropMemberships(context.payload, user, turn.req)
    await closeUnread(context.payload, turn)
  })
}

/** Deletes the membership rows of an account, and what it was founding, in the transaction of `req`. */
export async function dropMemberships(payload: Payload, user: string, req: PayloadRequest): Promise<void> {
  for (const { inbox } of await membershipRows(payload, user, req))
    if (inbox.state === 'founding') await dropInbox(payload, inbox.id, req)
  await payload.delete({
    collection: collections.inboxMembers,
    where: { user: { equals: user } },
    overrideAccess: true,
    req,
  })
}
