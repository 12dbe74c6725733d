import { z } from 'zod'
import { isSigned, withSignatures } from '#src/crypto/list-change.ts'
import { closeUnreadInboxes } from '#cms/accounts/leave-inboxes.ts'
import { refuseAtDesk } from './desk-errors.ts'
import {
  dropInbox,
  hashSchema,
  type NewInboxInput,
  newInboxSchema,
  signatureSchema,
  storeInbox,
} from './desk-founding.ts'
import { approveMember, openInbox, requireOwnSignature, shownList, signedEntry } from './desk-opening.ts'
import { entryOf, recoveryFile } from './desk-members.ts'
import { requireMember, requireReader } from './inbox-memberships.ts'
import type { DeskRoute } from './desk-route.ts'
import { needsVoucher } from './desk-vouch.ts'
import { refuse, sendJson } from './front.ts'
import { handlersWithKeys } from './inbox-readers.ts'
import { changeKeyList, isListPinned, listInForce } from './report-keys.ts'

const open: DeskRoute<NewInboxInput> = {
  method: 'POST',
  path: '/api/desk/kotak',
  stage: 'ready',
  body: { limit: 150_000, schema: newInboxSchema },
  async run({ response, context, session, body }) {
    const { payload } = context
    const input = await body()
    const users = new Set(input.wraps.map(wrap => wrap.user))
    if (users.size !== 2 || !users.has(session.user)) throw refuseAtDesk('not-two-founders')
    if ((await handlersWithKeys(payload, [...users])).size !== 2) throw refuseAtDesk('no-partner')
    await requireOwnSignature(payload, input.entry, { user: session.user, signature: input.signature })
    await storeInbox(context, input, session.user)
    sendJson(response, 201, { id: input.entry.id })
  },
}

const agreedSchema = z.strictObject({ hash: hashSchema, signature: signatureSchema })
type Agreed = z.infer<typeof agreedSchema>
const agreedBody = { limit: 2048, schema: agreedSchema }

const approve: DeskRoute<Agreed> = {
  method: 'POST',
  path: '/api/desk/kotak/:id/setuju',
  stage: 'ready',
  body: agreedBody,
  async run({ response, context, session, id, body }) {
    const { payload, env } = context
    const { row, inbox } = await requireMember(payload, session.user, id)
    const { hash, signature } = await body()
    if (inbox.state !== 'founding' || row.approved) throw refuseAtDesk('moved-on')
    await requireOwnSignature(payload, entryOf(inbox), { user: session.user, signature })
    const entry = await signedEntry(payload, inbox, { user: session.user, signature })
    // An inbox that nobody reads must not be what a voucher is waited for from.
    await closeUnreadInboxes(context)
    const list = await listInForce(payload, env)
    if (await needsVoucher(payload, list, entry)) {
      if (!(await isListPinned(payload, env))) throw refuseAtDesk('list-not-pinned')
      shownList(list, entry, hash)
      await approveMember(payload, row.id, signature)
      sendJson(response, 200, { state: 'founding' })
      return
    }
    await openInbox(context, { inbox, entry, hash }, { member: row.id, signature })
    sendJson(response, 200, { state: 'open' })
  },
}

const sign: DeskRoute<Agreed> = {
  method: 'POST',
  path: '/api/desk/kotak/:id/tanda-tangan',
  stage: 'ready',
  body: agreedBody,
  async run({ response, context, session, id, body }) {
    const { payload } = context
    await requireReader(payload, session.user, id)
    const { hash, signature } = await body()
    await changeKeyList(context, async ({ before, isPinned, publish }) => {
      if (!isPinned) throw refuseAtDesk('list-not-pinned')
      const entry = before?.inboxes.find(one => one.id === id)
      if (entry === undefined || isSigned(entry)) throw refuseAtDesk('moved-on')
      const own = await requireOwnSignature(payload, entry, { user: session.user, signature })
      await publish(shownList(before, withSignatures(entry, [own]), hash))
    })
    sendJson(response, 200, { signed: true })
  },
}

const cancel: DeskRoute = {
  method: 'POST',
  path: '/api/desk/kotak/:id/batal',
  stage: 'ready',
  async run({ response, context, session, id }) {
    const { payload } = context
    const { inbox } = await requireMember(payload, session.user, id)
    // In a turn of its own, so that it is not opened meanwhile.
    await changeKeyList(context, async ({ req, before }) => {
      const isListed = before?.inboxes.some(one => one.id === id) === true
      if (inbox.state !== 'founding' || isListed) throw refuseAtDesk('moved-on')
      await dropInbox(payload, id, req)
    })
    sendJson(response, 200, { cancelled: true })
  },
}

const recovery: DeskRoute = {
  method: 'GET',
  path: '/api/desk/kotak/:id/pemulihan',
  stage: 'ready',
  async run({ response, context: { payload }, session, id }) {
    await requireReader(payload, session.user, id)
    const file = await recoveryFile(payload, id)
    if (file === null) throw refuse('not-found')
    sendJson(response, 200, { file })
  },
}

/**
 * Founding an inbox takes two: one makes it and signs its entry, the other looks at the whole next key list and signs too;
 * only then is it in the list. Where inboxes are open and neither founder reads one, somebody who does must vouch for it
 * first: see desk-vouch.ts.
 */
export const inboxRoutes: readonly DeskRoute[] = [open, approve, cancel, sign, recovery]
