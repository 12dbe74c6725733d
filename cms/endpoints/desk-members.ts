import type { Payload } from 'payload'
import { isListedInbox, type ListedInbox } from '#src/crypto/key-list.ts'
import { collections } from '#src/slugs.ts'

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
