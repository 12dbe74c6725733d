import { type Endpoint, Forbidden } from 'payload'
import { who } from '#cms/access/who.ts'
import { renewToken, sessionCookie } from '#cms/accounts/cms-session.ts'
import { collections } from '#src/slugs.ts'

/**
 * `POST /api/users/refresh-token`: a fresh token for the session of the caller, in its cookie, answered as the admin expects it.
 * It writes nothing: Payload's own writes the whole account back as it read it.
 */
export const renewEndpoint: Omit<Endpoint, 'root'> = {
  path: '/refresh-token',
  method: 'post',
  handler: async req => {
    const { payload, user } = req
    const renewed = user && who(req) ? await renewToken(payload, user) : null
    if (!user || !renewed) throw new Forbidden(req.t)
    const account = await payload.findByID({
      collection: collections.users,
      id: user.id,
      overrideAccess: false,
      req,
    })
    return Response.json(
      {
        message: req.t('authentication:tokenRefreshSuccessful'),
        exp: renewed.exp,
        setCookie: true,
        strategy: 'local-jwt',
        user: { ...account, collection: collections.users, _strategy: 'local-jwt' },
      },
      { headers: { 'Cache-Control': 'no-store', 'Set-Cookie': sessionCookie(payload, renewed.token) } },
    )
  },
}
