import type { Payload } from 'payload'
import { collections, type Language } from '#src/slugs.ts'
import { type CheckedKey, checkedKeyBody, openInbox, requireCheckedKey } from './desk-founding.ts'
import { type InboxRow, type MemberRow, membershipRows, recoveryUser } from './desk-members.ts'
import type { DeskRoute } from './desk-route.ts'
import { refuse, sendJson } from './front.ts'

/** Whether a handler reads an inbox that is open now. */
async function isReader(payload: Payload, user: string): Promise<boolean> {
  return (await membershipRows(payload, user)).some(
    ({ row, inbox }) => row.approved && inbox.state === 'open',
  )
}

async function foundersOf(payload: Payload, inbox: string): Promise<MemberRow[]> {
  const { docs } = await payload.find({
    collection: collections.inboxMembers,
    where: { and: [{ inbox: { equals: inbox } }, { user: { not_equals: recoveryUser } }] },
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return docs as unknown as MemberRow[]
}

/**
 * Whether a new inbox must wait for the word of somebody who reads an open one. Administrators make accounts: without this
 * they could found an inbox with two of their own, and name as its readers whom they like.
 */
export async function needsVoucher(payload: Payload, inbox: string): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: collections.inboxes,
    where: { state: { equals: 'open' } },
    overrideAccess: true,
  })
  if (totalDocs === 0) return false
  for (const { user } of await foundersOf(payload, inbox)) if (await isReader(payload, user)) return false
  return true
}

/** Whether both founders have approved an inbox that is not open yet. */
export async function isWaiting(payload: Payload, inbox: InboxRow): Promise<boolean> {
  return inbox.state === 'founding' && (await foundersOf(payload, inbox.id)).every(row => row.approved)
}

/** The inboxes that this handler may vouch for, with their founders' e-mails; none for who reads no open inbox. */
export async function waitingFor(payload: Payload, user: string, language: Language) {
  if (!(await isReader(payload, user))) return []
  const { docs } = await payload.find({
    collection: collections.inboxes,
    where: { state: { equals: 'founding' } },
    sort: 'name',
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const waiting = []
  for (const inbox of docs as unknown as InboxRow[]) {
    const founders = await foundersOf(payload, inbox.id)
    if (founders.some(row => !row.approved || row.user === user)) continue
    const accounts = await payload.find({
      collection: collections.users,
      where: { id: { in: founders.map(row => row.user) } },
      sort: 'email',
      pagination: false,
      depth: 0,
      overrideAccess: true,
    })
    waiting.push({
      id: inbox.id,
      kind: inbox.kind,
      name: language === 'en' ? inbox.nameEn : inbox.name,
      readers: language === 'en' ? inbox.readersEn : inbox.readers,
      recipient: inbox.recipient,
      founders: accounts.docs.map(account => account.email),
    })
  }
  return waiting
}

const vouch: DeskRoute<CheckedKey> = {
  method: 'POST',
  path: '/api/desk/kotak/:id/dukung',
  stage: 'ready',
  body: checkedKeyBody,
  async run({ response, context, session, id, body }) {
    const inbox = (await waitingFor(context.payload, session.user, 'id')).find(one => one.id === id)
    if (inbox === undefined) throw refuse('not-found')
    requireCheckedKey(await body(), inbox)
    await openInbox(context, inbox.id, null)
    sendJson(response, 200, { state: 'open' })
  },
}

/** A reader of an open inbox lets a new one into the key list without getting its key. */
export const vouchRoutes: readonly DeskRoute[] = [vouch]
