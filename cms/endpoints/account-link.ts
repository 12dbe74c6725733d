import { APIError, type Endpoint, Forbidden, type PayloadRequest } from 'payload'
import { isAdmin } from '#cms/access/is-admin.ts'
import { say } from '#cms/hooks/say.ts'
import { collections } from '#src/slugs.ts'

const LIFE_MS = 24 * 60 * 60 * 1000

export type AccountLink = { url: string; expires: string }

/** Where the page lies at which the owner of an account writes a password; see `handleNewPassword`. */
export const newPasswordUrl = (adminUrl: string, token: string) =>
  `${adminUrl}/sandi/${encodeURIComponent(token)}`

/** Makes a link with which the owner of an account sets a password. It works once, for 24 hours; a newer one ends the older. */
export async function makeAccountLink(
  req: PayloadRequest,
  email: string,
  adminUrl: string,
): Promise<AccountLink> {
  req.context.accountLink = true
  const token = await req.payload.forgotPassword({
    collection: collections.users,
    data: { email },
    disableEmail: true,
    expiration: LIFE_MS,
    req,
  })
  return {
    url: newPasswordUrl(adminUrl, String(token)),
    expires: new Date(Date.now() + LIFE_MS).toISOString(),
  }
}

/**
 * `POST /api/users/:id/link`: such a link for an account that exists, for administrators to hand over where no mail is sent. None
 * for the own account: an open session alone would be a way to its password.
 */
export const accountLinkEndpoint = (adminUrl: string): Omit<Endpoint, 'root'> => ({
  path: '/:id/link',
  method: 'post',
  handler: async req => {
    if (!isAdmin({ req })) throw new Forbidden(req.t)
    if (req.user?.id === req.routeParams?.id)
      throw new APIError(
        say(req, {
          id: 'Kata sandi sendiri diganti di halaman /akun, dengan kata sandi lama dan kode dari ponsel.',
          en: 'Change your own password on the page /akun, with the old password and a code from the phone.',
        }),
        403,
        null,
        true,
      )
    const account = await req.payload.findByID({
      collection: collections.users,
      id: String(req.routeParams?.id),
      depth: 0,
      disableErrors: true,
      overrideAccess: false,
      req,
    })
    if (!account)
      throw new APIError(
        say(req, { id: 'Akun ini tidak ada.', en: 'There is no such account.' }),
        404,
        null,
        true,
      )
    const link = await makeAccountLink(req, account.email, adminUrl)
    return Response.json(link, { headers: { 'Cache-Control': 'no-store' } })
  },
})
