import { z } from 'zod'
import { inboxKinds } from '#src/crypto/key-list.ts'
import { base64urlText, recipientText } from '#src/crypto/schemas.ts'
import { refuseAtDesk } from './desk-errors.ts'
import {
  approveMember,
  type CheckedKey,
  checkedKeyBody,
  openInbox,
  requireCheckedKey,
  storeInbox,
} from './desk-founding.ts'
import { requireMember } from './desk-members.ts'
import type { DeskRoute } from './desk-route.ts'
import { needsVoucher } from './desk-vouch.ts'
import { findStaffKeys } from './desk-store.ts'
import { sendJson } from './front.ts'

const named = (max: number) =>
  z.strictObject({ id: z.string().trim().min(3).max(max), en: z.string().trim().min(3).max(max) })

/** A new inbox as its founder's desk made it: public key, roster, and the secret key sealed to each founder and to paper. */
const newInboxSchema = z.strictObject({
  kind: z.enum(inboxKinds),
  name: named(80),
  readers: named(300),
  recipient: recipientText,
  roster: z.string().min(1).max(60_000),
  wraps: z
    .array(z.strictObject({ user: z.string().min(1).max(36), wrapped: base64urlText(16_000) }))
    .length(2),
  recovery: base64urlText(8000),
})
export type NewInboxInput = z.infer<typeof newInboxSchema>

const open: DeskRoute<NewInboxInput> = {
  method: 'POST',
  path: '/api/desk/kotak',
  stage: 'ready',
  body: { limit: 150_000, schema: newInboxSchema },
  async run({ response, context: { payload }, session, body }) {
    const input = await body()
    const users = new Set(input.wraps.map(wrap => wrap.user))
    if (users.size !== 2 || !users.has(session.user)) throw refuseAtDesk('not-two-founders')
    for (const user of users) {
      if (!(await findStaffKeys(payload, user))?.recipient) throw refuseAtDesk('no-partner')
    }
    const id = await storeInbox(payload, input, session.user)
    sendJson(response, 201, { id })
  },
}

const approve: DeskRoute<CheckedKey> = {
  method: 'POST',
  path: '/api/desk/kotak/:id/setuju',
  stage: 'ready',
  body: checkedKeyBody,
  async run({ response, context, session, id, body }) {
    const { payload } = context
    const { row, inbox } = await requireMember(payload, session.user, id)
    requireCheckedKey(await body(), inbox)
    if (inbox.state !== 'founding' || row.approved) throw refuseAtDesk('moved-on')
    if (await needsVoucher(payload, inbox.id)) {
      await approveMember(payload, row.id)
      sendJson(response, 200, { state: 'founding' })
      return
    }
    await openInbox(context, inbox.id, row.id)
    sendJson(response, 200, { state: 'open' })
  },
}

/**
 * Founding an inbox takes two: one makes it, the other approves it; only then is it in the key list. Where inboxes are open
 * and neither founder reads one, somebody who does must vouch for it first: see desk-vouch.ts.
 */
export const inboxRoutes: readonly DeskRoute[] = [open, approve]
