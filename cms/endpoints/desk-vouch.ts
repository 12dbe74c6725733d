import type { Payload } from 'payload'
import { z } from 'zod'
import type { KeyList, ListedInbox } from '#src/crypto/key-list.ts'
import { isSigned, isVoucher, listedSigners, signersOf } from '#src/crypto/list-change.ts'
import { collections, type Language } from '#src/slugs.ts'
import { hashSchema, signatureSchema } from './desk-founding.ts'
import { openInbox, shownList, signedEntry } from './desk-opening.ts'
import { type InboxRow, memberRows } from './desk-members.ts'
import type { DeskRoute } from './desk-route.ts'
import { type FrontContext, refuse, sendJson } from './front.ts'
import { handlersWithKeys, readersByInbox } from './inbox-readers.ts'
import { listInForce } from './report-keys.ts'

/**
 * The keys whose word lets a new inbox into this list: of readers of its inboxes. Where entries stand by signatures, only
 * keys that signed one; a row of the database makes nobody one of them, and a key that a row names is worth nothing without
 * a signature by it.
 */
async function voucherKeys(payload: Payload, list: KeyList): Promise<Set<string>> {
  const signed = listedSigners(list)
  const readers = await readersByInbox(payload)
  const keys = list.inboxes.flatMap(({ id }) => readers.get(id) ?? []).map(reader => reader.signer)
  return new Set(keys.filter(key => key !== '' && (signed.size === 0 || signed.has(key))))
}

/**
 * Whether a new entry must wait for the word of somebody who reads a listed inbox: unless one of its signers does.
 * Administrators make accounts: without this they could found an inbox with two of their own, and name as its readers whom
 * they like. An empty list, as after the last reader has gone, has nobody who could vouch: then it is as with the first inbox.
 */
export async function needsVoucher(
  payload: Payload,
  list: KeyList | null,
  entry: ListedInbox,
): Promise<boolean> {
  if (list === null || list.inboxes.length === 0) return false
  const keys = await voucherKeys(payload, list)
  return !signersOf(entry).some(key => keys.has(key))
}

/** Whether both founders have approved an inbox that is not open yet. */
export async function isWaiting({ payload }: FrontContext, inbox: InboxRow): Promise<boolean> {
  return inbox.state === 'founding' && (await memberRows(payload, inbox.id)).every(row => row.approved)
}

async function signerOf(payload: Payload, user: string): Promise<string | null> {
  return (await handlersWithKeys(payload, [user])).get(user)?.signer ?? null
}

async function waitingRows(context: FrontContext, user: string): Promise<InboxRow[]> {
  const list = await listInForce(context.payload, context.env)
  const own = await signerOf(context.payload, user)
  if (list === null || own === null || !(await voucherKeys(context.payload, list)).has(own)) return []
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
    const users = (await memberRows(context.payload, inbox.id)).map(row => row.user)
    const keys = signersOf(entry)
    const founders = [...(await handlersWithKeys(context.payload, users)).values()].filter(({ signer }) =>
      keys.includes(signer),
    )
    waiting.push({
      id: inbox.id,
      kind: entry.kind,
      name: entry.name[language],
      readers: entry.readers[language],
      entry,
      founders: founders.map(({ email }) => email).sort(),
    })
  }
  return waiting
}

const vouchSchema = z.strictObject({ hash: hashSchema, signature: signatureSchema })

const vouch: DeskRoute<z.infer<typeof vouchSchema>> = {
  method: 'POST',
  path: '/api/desk/kotak/:id/dukung',
  stage: 'ready',
  body: { limit: 2048, schema: vouchSchema },
  async run({ response, context, session, id, body }) {
    const { payload, env } = context
    const inbox = (await waitingRows(context, session.user)).find(one => one.id === id)
    if (inbox === undefined) throw refuse('not-found')
    const { hash, signature } = await body()
    const voucher = { key: (await signerOf(payload, session.user)) ?? '', signature }
    const entry = { ...(await signedEntry(payload, inbox)), voucher }
    const list = await listInForce(payload, env)
    shownList(list, entry, hash)
    if (!isVoucher(list, entry, voucher)) throw refuse('not-valid', ['signature'])
    await openInbox(context, { inbox, entry, hash }, null)
    sendJson(response, 200, { state: 'open' })
  },
}

/** A reader of an open inbox lets a new one into the key list by a signature, without getting its key. */
export const vouchRoutes: readonly DeskRoute[] = [vouch]
