import { collections } from '#src/slugs.ts'
import type { DeskSession } from './desk-session.ts'
import { endSessionsOf, passwordMark, requireSession } from './desk-session.ts'
import { inboxRoutes } from './desk-inboxes.ts'
import { keyRoutes } from './desk-keys.ts'
import { findStaffKeys } from './desk-store.ts'
import { reportRoutes } from './desk-reports.ts'
import { matchRoute } from './desk-route.ts'
import { signInRoutes } from './desk-sign-in.ts'
import { vouchRoutes } from './desk-vouch.ts'
import { withoutValues } from './no-values.ts'
import { type FrontContext, type FrontHandler, readParsed, refuse, requireSameOrigin } from './front.ts'

const routes = [...signInRoutes, ...keyRoutes, ...inboxRoutes, ...vouchRoutes, ...reportRoutes]

/** Every address of the desk's interface, for the tests that walk them all. */
export const deskAddresses = routes.map(({ method, path, stage }) => ({ method, path, stage }))

/**
 * An account that was deleted, given another role or another password, or whose second factor was taken away or set up anew, loses its
 * sessions with its next request.
 * @throws FrontError 401.
 */
async function requireStillHandler(
  { payload }: FrontContext,
  { user, password, factor, stage }: DeskSession,
): Promise<void> {
  const account = await payload.db.findOne<{ id: string; role?: string; hash?: string | null }>({
    collection: collections.users,
    where: { id: { equals: user } },
  })
  const isOpen = account?.role === 'handler' && passwordMark(account.hash) === password
  const mark = async () => passwordMark((await findStaffKeys(payload, user))?.secondFactor)
  if (isOpen && (stage !== 'ready' || (await mark()) === factor)) return
  endSessionsOf(user)
  throw refuse('not-signed-in')
}

/**
 * Answers `/api/desk/*` on the desk's host. Without a full session everything but signing in is 401; with one, what does
 * not exist and what belongs to others' inboxes is the same 404.
 */
export const handleDesk: FrontHandler = async (request, response, context) => {
  const { pathname } = new URL(request.url ?? '/', context.env.deskUrl)
  if (!pathname.startsWith('/api/desk/')) return false
  // A foreign page must not even read with a handler's cookie.
  requireSameOrigin(request)
  const fitting = routes.flatMap(route => {
    const id = matchRoute(route, pathname)
    return id === null ? [] : [{ route, id }]
  })
  const match = fitting.find(({ route }) => route.method === request.method)
  if (match === undefined) {
    requireSession(request, context.env)
    throw refuse(fitting.length > 0 ? 'wrong-method' : 'not-found')
  }
  const { route, id } = match
  const session =
    route.stage === null
      ? (null as unknown as DeskSession)
      : requireSession(request, context.env, route.stage)
  if (route.stage !== null) await requireStillHandler(context, session)
  const body = async () => route.body && readParsed(request, route.body.limit, route.body.schema)
  await withoutValues(() => route.run({ request, response, context, session, id, body }))
  return true
}
