import type { Payload } from 'payload'
import { collections } from '#src/slugs.ts'
import { refuse } from './front.ts'

/** A row of `inbox-members`. `user` is an account id or `pemulihan`. */
export type MemberRow = {
  id: string
  inbox: string
  user: string
  approved: boolean
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
  recipient: string
}

/** Whose wrap the recovery phrase on paper opens. */
export const recoveryUser = 'pemulihan'

/** Every membership of a handler with its inbox. Nothing about other inboxes. */
export async function membershipRows(
  payload: Payload,
  user: string,
): Promise<{ row: MemberRow; inbox: InboxRow }[]> {
  const found = await payload.find({
    collection: collections.inboxMembers,
    where: { user: { equals: user } },
    pagination: false,
    depth: 0,
    overrideAccess: true,
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
