import type { Payload, PayloadRequest } from 'payload'
import type { KeyList, ListedInbox } from '#src/crypto/key-list.ts'
import { entryText } from '#src/crypto/list-change.ts'
import { collections } from '#src/slugs.ts'
import { entryOf, type InboxRow, type MemberRow } from './desk-members.ts'
import { refuse } from './front.ts'
import { readersByInbox } from './inbox-readers.ts'
import { listInForce, pinOf } from './report-keys.ts'

/** An inbox as the key list in force has it; only one that is not in the list is what its row says. */
export type KnownInbox = {
  readonly inbox: InboxRow
  /** Its entry in the key list in force, null when it has none. */
  readonly listed: ListedInbox | null
  /** Whether a listed inbox has no row, or one that says something else. */
  readonly isRowChanged: boolean
}
/** A membership of a handler and its inbox. */
export type Membership = KnownInbox & { readonly row: MemberRow }

function asListed({ id, kind, name, readers, keyVersion, recipient }: ListedInbox): InboxRow {
  const texts = { name: name.id, nameEn: name.en, readers: readers.id, readersEn: readers.en }
  return { id, kind, state: 'open', ...texts, keyVersion, recipient }
}

function knownInbox(listed: ListedInbox | undefined, row: InboxRow | undefined): KnownInbox[] {
  if (listed !== undefined) {
    const said = row === undefined ? null : entryOf(row)
    const isRowChanged = said === null || entryText(said) !== entryText(listed)
    return [{ inbox: asListed(listed), listed, isRowChanged }]
  }
  if (row === undefined) return []
  const state = row.state === 'founding' ? 'founding' : 'closed'
  return [{ inbox: { ...row, state }, listed: null, isRowChanged: false }]
}

/**
 * Inboxes by name, all or those of `ids`. One of the key list in force is open and what the list says, whatever its row
 * holds and even without one.
 */
export async function knownInboxes(
  payload: Payload,
  ids?: readonly string[],
  req?: PayloadRequest,
): Promise<KnownInbox[]> {
  const found = await payload.find({
    collection: collections.inboxes,
    ...(ids && { where: { id: { in: [...ids] } } }),
    pagination: false,
    depth: 0,
    overrideAccess: true,
    ...(req && { req }),
  })
  const rows = new Map((found.docs as unknown as InboxRow[]).map(row => [row.id, row]))
  const list: KeyList | null = await listInForce(payload, pinOf(payload), req)
  const listed = new Map((list?.inboxes ?? []).map(entry => [entry.id, entry]))
  const all = ids ?? [...new Set([...rows.keys(), ...listed.keys()])]
  return all
    .flatMap(id => knownInbox(listed.get(id), rows.get(id)))
    .sort((a, b) => a.inbox.name.localeCompare(b.inbox.name, 'id'))
}

/** Every membership of a handler with its inbox. Nothing about other inboxes. */
export async function membershipRows(
  payload: Payload,
  user: string,
  req?: PayloadRequest,
): Promise<Membership[]> {
  const found = await payload.find({
    collection: collections.inboxMembers,
    where: { user: { equals: user } },
    pagination: false,
    depth: 0,
    overrideAccess: true,
    ...(req && { req }),
  })
  const rows = new Map((found.docs as unknown as MemberRow[]).map(row => [row.inbox, row]))
  if (rows.size === 0) return []
  const inboxes = await knownInboxes(payload, [...rows.keys()], req)
  return inboxes.map(known => ({ ...known, row: rows.get(known.inbox.id) as MemberRow }))
}

/**
 * The membership of a handler in one inbox, and the inbox.
 * @throws FrontError 404: an inbox of others is as absent as one that never was.
 */
export async function requireMember(payload: Payload, user: string, inbox: string): Promise<Membership> {
  const found = (await membershipRows(payload, user)).find(one => one.inbox.id === inbox)
  if (found === undefined) throw refuse('not-found')
  return found
}

/** As `requireMember`, for somebody who counts as a reader of the inbox; nobody reads one that is being founded. */
export async function requireReader(payload: Payload, user: string, inbox: string): Promise<InboxRow> {
  const found = await requireMember(payload, user, inbox)
  const readers = (await readersByInbox(payload)).get(inbox) ?? []
  if (found.inbox.state === 'founding' || !readers.some(reader => reader.user === user))
    throw refuse('not-found')
  return found.inbox
}
