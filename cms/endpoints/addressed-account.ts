import { APIError, Forbidden, type PayloadRequest } from 'payload'
import { isAdmin } from '#cms/access/is-admin.ts'
import { say, type Words } from '#cms/hooks/say.ts'
import { collections } from '#src/slugs.ts'

/** A refusal that the caller may read, in the caller's language. */
export const refused = (req: PayloadRequest, status: number, words: Words): APIError =>
  new APIError(say(req, words), status, null, true)

/** The account whose id stands in the address. @throws APIError 403 for anybody but administrators, 404. */
export async function addressedAccount(req: PayloadRequest): Promise<{ id: string; email: string }> {
  if (!isAdmin({ req })) throw new Forbidden(req.t)
  const account = await req.payload.findByID({
    collection: collections.users,
    id: String(req.routeParams?.id),
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    req,
  })
  if (!account) throw refused(req, 404, { id: 'Akun ini tidak ada.', en: 'There is no such account.' })
  return account
}
