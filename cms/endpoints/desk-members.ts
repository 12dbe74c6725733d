import type { Payload, PayloadRequest } from 'payload'
import { isListedInbox, type ListedInbox } from '#src/crypto/key-list.ts'
import { collections } from '#src/slugs.ts'
import { refuse } from './front.ts'

/** A row of `inbox-members`. `user` is an account id or `pemulihan`. */
export type MemberRow = {
  id: string
  inbox: string
  user: string
  approved: boolean
  /** Over `entryOf` the inbox; none for `pemulihan`. */
  signature?: string | null
  wrapped: string
  roster: string
}
/** A row of `inboxes`. */
export type InboxRow = {
  id: string
  kind: 'umum' | 'petugas'
  state: 'founding' | 'open' | 'closed'
  name: string
  nameEn: string
  readers: string
  readersEn: string
  keyVersion: number
  recipient: string
}

/** What a row says of its inbox, as an entry of the key list. Null when the row cannot be one. Only signatures make it true. */
export function entryOf(row: InboxRow): ListedInbox | null {
  const { id, kind, keyVersion, recipient } = row
  const name = { id: row.name, en: row.nameEn }
  const readers = { id: row.readers, en: row.readersEn }
  const entry: unknown = { id, kind, name, readers, keyVersion, recipient }
  return isListedInbox(entry) ? entry : null
}

/** Whose wrap the recovery phrase on paper opens. */
export const recoveryUser = 'pemulihan'

/** The rows of all who can open an inbox or have yet to approve it, but for the recovery phrase. */
export async function memberRows(payload: Payload, inbox: string): Promise<MemberRow[]> {
  const { docs } = await payload.find({
    collection: collections.inboxMembers,
    where: { and: [{ inbox: { equals: inbox } }, { user: { not_equals: recoveryUser } }] },
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return docs as unknown as MemberRow[]
}

/** The inbox's secret key sealed with the recovery phrase, base64url, or null when there is none. */
export async function recoveryFile(payload: Payload, inbox: string): Promise<string | null> {
  const { docs } = await payload.find({
    collection: collections.inboxMembers,
    where: { and: [{ inbox: { equals: inbox } }, { user: { equals: recoveryUser } }] },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  return (docs[0] as unknown as MemberRow | undefined)?.wrapped ?? null
}

/** Every membership of a handler with its inbox. Nothing about other inboxes. */
export async function membershipRows(
  payload: Payload,
  user: string,
  req?: PayloadRequest,
): Promise<{ row: MemberRow; inbox: InboxRow }[]> {
  const found = await payload.find({
    collection: collections.inboxMembers,
    where: { user: { equals: user } },
    pagination: false,
    depth: 0,
    overrideAccess: true,
    ...(req && { req }),
  })
  const rows = found.docs as unknown as MemberRow[]
  if (rows.length === 0) return []
  const inboxes = await payload.find({
    collection: collections.inboxes,
    where: { id: { in: rows.map(row => row.inbox) } },
    sort: 'name',
    pagination: false,
    depth: 0,
    overrideAccess: true,
    ...(req && { req }),
  })
  return (inboxes.docs as unknown as InboxRow[]).flatMap(inbox => {
    const row = rows.find(one => one.inbox === inbox.id)
    return row === undefined ? [] : [{ row, inbox }]
  })
}

/**
 * The membership of a handler in one inbox, and the inbox.
 * @throws FrontError 404: an inbox of others is as absent as one that never was.
 */
export async function requireMember(
  payload: Payload,
  user: string,
  inbox: string,
): Promise<{ row: MemberRow; inbox: InboxRow }> {
  const found = (await membershipRows(payload, user)).find(one => one.inbox.id === inbox)
  if (found === undefined) throw refuse('not-found')
  return found
}

/** As `requireMember`, for a member who has approved the inbox and an inbox that is not being founded. */
export async function requireReader(payload: Payload, user: string, inbox: string): Promise<InboxRow> {
  const found = await requireMember(payload, user, inbox)
  if (!found.row.approved || found.inbox.state === 'founding') throw refuse('not-found')
  return found.inbox
}
