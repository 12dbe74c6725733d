import type { Endpoint, PayloadRequest } from 'payload'
import type { Words } from '#cms/hooks/say.ts'
import { collections } from '#src/slugs.ts'
import { addressedAccount, refused } from './addressed-account.ts'

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

const ownAccount: Words = {
  id: 'Kata sandi sendiri diganti di halaman /akun, dengan kata sandi lama dan kode dari ponsel.',
  en: 'Change your own password on the page /akun, with the old password and a code from the phone.',
}

/**
 * `POST /api/users/:id/link`: such a link for an account that exists, for administrators to hand over where no mail is sent. None
 * for the own account: an open session alone would be a way to its password.
 */
export const accountLinkEndpoint = (adminUrl: string): Omit<Endpoint, 'root'> => ({
  path: '/:id/link',
  method: 'post',
  handler: async req => {
    const { id, email } = await addressedAccount(req)
    if (req.user?.id === id) throw refused(req, 403, ownAccount)
    const link = await makeAccountLink(req, email, adminUrl)
    return Response.json(link, { headers: { 'Cache-Control': 'no-store' } })
  },
})
