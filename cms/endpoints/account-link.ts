import { APIError, type Endpoint, Forbidden } from 'payload'
import { isAdmin } from '#cms/access/is-admin.ts'
import { say } from '#cms/hooks/say.ts'
import { collections } from '#src/slugs.ts'

const LIFE_MS = 24 * 60 * 60 * 1000

/**
 * `POST /api/users/:id/link`: a link with which the owner of an account sets a new password, for administrators to hand over
 * where no mail is sent. It works once, for 24 hours; a newer one ends the older.
 */
export const accountLinkEndpoint = (adminUrl: string): Omit<Endpoint, 'root'> => ({
  path: '/:id/link',
  method: 'post',
  handler: async req => {
    if (!isAdmin({ req })) throw new Forbidden(req.t)
    const { payload } = req
    const account = await payload.findByID({
      collection: collections.users,
      id: String(req.routeParams?.id),
      depth: 0,
      disableErrors: true,
      overrideAccess: true,
      req,
    })
    if (!account)
      throw new APIError(
        say(req, { id: 'Akun ini tidak ada.', en: 'There is no such account.' }),
        404,
        null,
        true,
      )
    req.context.accountLink = true
    const token = await payload.forgotPassword({
      collection: collections.users,
      data: { email: account.email },
      disableEmail: true,
      expiration: LIFE_MS,
      req,
    })
    const url = `${adminUrl}/admin/reset/${encodeURIComponent(String(token))}`
    return Response.json(
      { url, expires: new Date(Date.now() + LIFE_MS).toISOString() },
      { headers: { 'Cache-Control': 'no-store' } },
    )
  },
})
