import { z } from 'zod'
import { base64urlText, recipientText, signerText } from '#src/crypto/schemas.ts'
import { collections, type Language } from '#src/slugs.ts'
import { refuseAtDesk } from './desk-errors.ts'
import { membershipRows } from './desk-members.ts'
import { isWaiting, waitingFor } from './desk-vouch.ts'
import type { DeskRoute } from './desk-route.ts'
import { findStaffKeys, saveOwnKeys } from './desk-store.ts'
import { type FrontContext, languageOf, sendJson } from './front.ts'
import { whereOf } from './no-values.ts'
import { currentKeyList } from './report-keys.ts'

/** A handler's keys as the desk sends them. The wrapped file is an age file: it starts with age's own first line. */
const keysSchema = z.strictObject({
  recipient: recipientText,
  signer: signerText,
  wrapped: base64urlText(8000).refine(file =>
    Buffer.from(file, 'base64url').toString('latin1').startsWith('age-encryption.org/v1\n-> scrypt '),
  ),
})

/** The inboxes of a handler, with what the published key list says of each. */
async function membershipsOf({ payload }: FrontContext, user: string, language: Language) {
  const rows = await membershipRows(payload, user)
  // A list that is none names no inbox: the desk says of each that its key is not the published one, and still opens it.
  const list = await currentKeyList(payload).catch((error: unknown) => {
    console.error('Daftar kunci di basis data tidak terbaca.', whereOf(error))
    return null
  })
  const entries = rows.map(async ({ row, inbox }) => ({
    id: inbox.id,
    needsVoucher: await isWaiting(payload, inbox),
    kind: inbox.kind,
    state: inbox.state,
    name: language === 'en' ? inbox.nameEn : inbox.name,
    readers: language === 'en' ? inbox.readersEn : inbox.readers,
    recipient: inbox.recipient,
    wrapped: row.wrapped,
    roster: row.roster,
    isApproved: row.approved,
    listedRecipient: list?.inboxes.find(listed => listed.id === inbox.id)?.recipient ?? null,
  }))
  return Promise.all(entries)
}

const me: DeskRoute = {
  method: 'GET',
  path: '/api/desk/saya',
  stage: 'ready',
  async run({ request, response, context, session }) {
    const keys = await findStaffKeys(context.payload, session.user)
    sendJson(response, 200, {
      user: session.user,
      email: session.email,
      isDemo: context.env.DEMO,
      keys: keys?.recipient
        ? { recipient: keys.recipient, signer: keys.signer, wrapped: keys.wrapped }
        : null,
      inboxes: await membershipsOf(context, session.user, languageOf(request)),
      waiting: await waitingFor(context.payload, session.user, languageOf(request)),
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
