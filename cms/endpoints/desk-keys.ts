import { z } from 'zod'
import { base64urlText, recipientText, signerText } from '#src/crypto/schemas.ts'
import { collections, type Language } from '#src/slugs.ts'
import { refuseAtDesk } from './desk-errors.ts'
import { signedEntry } from './desk-opening.ts'
import { membershipRows } from './inbox-memberships.ts'
import { isWaiting, waitingFor } from './desk-vouch.ts'
import type { DeskRoute } from './desk-route.ts'
import { findStaffKeys, saveOwnKeys } from './desk-store.ts'
import { type FrontContext, languageOf, sendJson } from './front.ts'
import { readersByInbox } from './inbox-readers.ts'
import { isListPinned, listInForce } from './report-keys.ts'

/** A handler's keys as the desk sends them. The wrapped file is an age file: it starts with age's own first line. */
const keysSchema = z.strictObject({
  recipient: recipientText,
  signer: signerText,
  wrapped: base64urlText(8000).refine(file =>
    Buffer.from(file, 'base64url').toString('latin1').startsWith('age-encryption.org/v1\n-> scrypt '),
  ),
})

/** The inboxes of a handler. */
async function membershipsOf(context: FrontContext, user: string, language: Language) {
  const { payload } = context
  const readers = await readersByInbox(payload)
  const rows = await membershipRows(payload, user)
  const entries = rows.map(async ({ row, inbox, listed, isRowChanged }) => {
    const isFounding = inbox.state === 'founding'
    return {
      id: inbox.id,
      needsVoucher: isFounding && (await isWaiting(context, inbox)),
      kind: inbox.kind,
      state: inbox.state,
      name: language === 'id' ? inbox.name : inbox.nameEn,
      readers: language === 'id' ? inbox.readers : inbox.readersEn,
      recipient: inbox.recipient,
      wrapped: row.wrapped,
      roster: row.roster,
      isApproved: row.approved,
      listedRecipient: listed?.recipient ?? null,
      isRowChanged,
      founding: isFounding ? await signedEntry(payload, inbox).catch(() => null) : null,
      readerCount: readers.get(inbox.id)?.length ?? 0,
    }
  })
  return Promise.all(entries)
}

const me: DeskRoute = {
  method: 'GET',
  path: '/api/desk/saya',
  stage: 'ready',
  async run({ request, response, context, session }) {
    const { payload, env } = context
    const { user } = session
    const language = languageOf(request)
    const keys = await findStaffKeys(payload, user)
    sendJson(response, 200, {
      user,
      email: session.email,
      isDemo: env.DEMO,
      keys: keys?.recipient
        ? { recipient: keys.recipient, signer: keys.signer, wrapped: keys.wrapped }
        : null,
      list: await listInForce(payload, env),
      isListPinned: await isListPinned(payload, env),
      inboxes: await membershipsOf(context, user, language),
      waiting: await waitingFor(context, user, language),
    })
  },
}

const makeKeys: DeskRoute<z.infer<typeof keysSchema>> = {
  method: 'POST',
  path: '/api/desk/kunci',
  stage: 'ready',
  body: { limit: 16_384, schema: keysSchema },
  async run({ response, context, session, body }) {
    if (!(await saveOwnKeys(context.payload, session.user, await body()))) throw refuseAtDesk('keys-exist')
    sendJson(response, 201, { saved: true })
  },
}

const partnerSchema = z.strictObject({ email: z.email().max(254) })

const partner: DeskRoute<z.infer<typeof partnerSchema>> = {
  method: 'POST',
  path: '/api/desk/rekan',
  stage: 'ready',
  body: { limit: 2048, schema: partnerSchema },
  async run({ response, context: { payload }, session, body }) {
    const { email } = await body()
    const { docs } = await payload.find({
      collection: collections.users,
      where: { email: { equals: email.trim().toLowerCase() }, role: { equals: 'handler' } },
      limit: 1,
      depth: 0,
      overrideAccess: true,
    })
    const user = docs[0]
    if (user?.id === session.user) throw refuseAtDesk('not-two-founders')
    const keys = user === undefined ? null : await findStaffKeys(payload, user.id)
    if (user === undefined || !keys?.recipient) throw refuseAtDesk('no-partner')
    sendJson(response, 200, {
      user: user.id,
      name: user.email,
      recipient: keys.recipient,
      signer: keys.signer,
    })
  },
}

/** Own keys, and the public keys of a colleague. Nobody can list the handlers: the e-mail must be known. */
export const keyRoutes: readonly DeskRoute[] = [me, makeKeys, partner]
