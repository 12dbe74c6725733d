import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TypedUser } from 'payload'
import { who } from '#cms/access/who.ts'
import type { FrontContext } from './front.ts'

/** Answers that the browser goes on by reading `location`, an own path. */
export function redirectTo(response: ServerResponse, location: string): void {
  response.writeHead(303, { Location: location, 'Cache-Control': 'no-store', 'Content-Length': 0 }).end()
}

const own = /^\/(?:admin|akun)(?:[/?]|$)/
const door = /^\/admin\/(?:login|logout|forgot|reset|create-first-user)/

/**
 * Where to go after signing in: `redirect` in the address where it is an own path of the CMS, else its first page. Whatever a
 * browser might read as another host is not one.
 */
export function returnPath(search: string): string {
  const home = '/admin'
  const wanted = new URLSearchParams(search).get('redirect') ?? home
  if (!own.test(wanted) || /[\\\p{Cc}]|%5c/iu.test(wanted)) return home
  if (!URL.canParse(wanted, 'http://sini.invalid')) return home
  // Parsed as a browser does: dot segments are gone, and what else is in it cannot become a host.
  const { host, pathname, search: rest } = new URL(wanted, 'http://sini.invalid')
  const isSafe =
    host === 'sini.invalid' && own.test(pathname) && !pathname.includes('//') && !door.test(pathname)
  return isSafe ? pathname + rest : home
}

/** The account whose session of the CMS comes with the request; null without one, and for case handlers. */
export async function signedIn(
  request: IncomingMessage,
  { payload }: FrontContext,
): Promise<TypedUser | null> {
  const headers = new Headers()
  for (const name of ['cookie', 'origin', 'sec-fetch-site'] as const) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  if (!headers.has('cookie')) return null
  const { user } = await payload.auth({ headers })
  return user && who({ user }) ? user : null
}
