import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ZodType } from 'zod'
import type { DeskSession, DeskStage } from './desk-session.ts'
import type { FrontContext } from './front.ts'

/** What a route of the desk gets. `session` is only meaningful where the route asks for a stage. */
export type DeskCall<Body = unknown> = {
  request: IncomingMessage
  response: ServerResponse
  context: FrontContext
  session: DeskSession
  /** The last segment of the address where `path` ends in `:id`, else empty. */
  id: string
  /** Reads what was posted, by the route's own schema: after whatever must be refused first. @throws FrontError 4xx. */
  body(): Promise<Body>
}

/**
 * One address of the desk. `path` may hold one `:id`. `stage`: how far the sign-in must have come; null: no session.
 * `body`: what must be posted, at most `limit` bytes of JSON.
 */
export type DeskRoute<Body = unknown> = {
  readonly method: 'GET' | 'POST'
  readonly path: `/api/desk/${string}`
  readonly stage: DeskStage | null
  readonly body?: { readonly limit: number; readonly schema: ZodType<Body> }
  run(call: DeskCall<Body>): Promise<void>
}

/** The id in `pathname` when it fits the route's path, '' when the path has no id, null when it does not fit. */
export function matchRoute(route: DeskRoute, pathname: string): string | null {
  const wanted = route.path.split('/')
  const got = pathname.split('/')
  if (wanted.length !== got.length) return null
  const place = wanted.indexOf(':id')
  const fits = wanted.every(
    (part, index) => part === got[index] || (index === place && /^[\w-]{1,64}$/.test(got[index] ?? '')),
  )
  if (!fits) return null
  return place === -1 ? '' : (got[place] ?? '')
}
