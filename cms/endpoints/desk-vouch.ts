import { z } from 'zod'
import { isSigned } from '#src/crypto/list-change.ts'
import { collections, type Language } from '#src/slugs.ts'
import { hashSchema } from './desk-founding.ts'
import { openInbox, signedEntry } from './desk-opening.ts'
import { type InboxRow, memberRows } from './desk-members.ts'
import type { DeskRoute } from './desk-route.ts'
import { type FrontContext, refuse, sendJson } from './front.ts'
import { handlersWithKeys, readersByInbox } from './inbox-readers.ts'
import { listInForce } from './report-keys.ts'

/**
 * The accounts whose word lets a new inbox in: readers of inboxes in the key list in force. Where an entry is signed, only
 * those whose key signed it: a row of the database makes nobody one of them.
 */
async function listedReaders({ payload, env }: FrontContext): Promise<Set<string>> {
  const list = await listInForce(payload, env)
  if (list === null) return new Set()
  const readers = await readersByInbox(payload)
  const found = list.inboxes.flatMap(entry => {
    const all = readers.get(entry.id) ?? []
    if (!isSigned(entry)) return all
    return all.filter(({ signer }) => entry.signatures?.some(one => one.key === signer))
  })
  return new Set(found.map(reader => reader.user))
}

/**
 * Whether a new inbox must wait for the word of somebody who reads an open one. Administrators make accounts: without this
 * they could found an inbox with two of their own, and name as its readers whom they like. Where nobody is left who reads
 * one, nobody could ever vouch: then it is as with the first inbox.
 */
export async function needsVoucher(context: FrontContext, inbox: string): Promise<boolean> {
  const readers = await listedReaders(context)
  const founders = await memberRows(context.payload, inbox)
  return readers.size > 0 && !founders.some(({ user }) => readers.has(user))
}

/** Whether both founders have approved an inbox that is not open yet. */
export async function isWaiting({ payload }: FrontContext, inbox: InboxRow): Promise<boolean> {
  return inbox.state === 'founding' && (await memberRows(payload, inbox.id)).every(row => row.approved)
}

async function waitingRows(context: FrontContext, user: string): Promise<InboxRow[]> {
  if (!(await listedReaders(context)).has(user)) return []
  const { docs } = await context.payload.find({
    collection: collections.inboxes,
    where: { state: { equals: 'founding' } },
    sort: 'name',
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const rows = docs as unknown as InboxRow[]
  const found: InboxRow[] = []
  for (const inbox of rows) {
    const founders = await memberRows(context.payload, inbox.id)
    if (founders.every(row => row.approved && row.user !== user)) found.push(inbox)
  }
  return found
}

/**
 * The inboxes that this handler may vouch for, with their signed entries and their founders' e-mails; none for who reads no
 * inbox of the list. One that a founder did not sign, or whose founder is gone, is not among them.
 */
export async function waitingFor(context: FrontContext, user: string, language: Language) {
  const waiting = []
  for (const inbox of await waitingRows(context, user)) {
    const entry = await signedEntry(context.payload, inbox).catch(() => null)
    if (entry === null || !isSigned(entry)) continue
    const founders = (await memberRows(context.payload, inbox.id)).map(row => row.user)
    const accounts = await handlersWithKeys(context.payload, founders)
    waiting.push({
      id: inbox.id,
      kind: entry.kind,
      name: entry.name[language],
      readers: entry.readers[language],
      entry,
      founders: [...accounts.values()].map(({ email }) => email).sort(),
    })
  }
  return waiting
}

const vouchSchema = z.strictObject({ hash: hashSchema })

const vouch: DeskRoute<z.infer<typeof vouchSchema>> = {
  method: 'POST',
  path: '/api/desk/kotak/:id/dukung',
  stage: 'ready',
  body: { limit: 2048, schema: vouchSchema },
  async run({ response, context, session, id, body }) {
    const inbox = (await waitingRows(context, session.user)).find(one => one.id === id)
    if (inbox === undefined) throw refuse('not-found')
    const { hash } = await body()
    const entry = await signedEntry(context.payload, inbox)
    await openInbox(context, { inbox, entry, hash }, null)
    sendJson(response, 200, { state: 'open' })
  },
}

/** A reader of an open inbox lets a new one into the key list without getting its key. */
export const vouchRoutes: readonly DeskRoute[] = [vouch]
