import type { IncomingMessage } from 'node:http'
import { isFromThisMachine } from '#cms/endpoints/security-headers.ts'
import type { Env } from '#cms/env.ts'
import type { Role } from '#src/slugs.ts'

/** Whether a host name of a parsed URL is this machine's own: localhost, 127.0.0.0/8 or ::1. */
export const isLoopbackName = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)

/** Whether the CMS lets an account of this role in with a second factor only. */
export const isFactorDemanded = (env: Pick<Env, 'STAFF_SECOND_FACTOR'>, role: Role): boolean =>
  role === 'admin' || role === 'handler' || env.STAFF_SECOND_FACTOR

/**
 * Whether an account of this role may put setting one up off: an administrator, on a server that nobody but this machine
 * reaches. The configuration says so, because anyone can write a Host header; and the request must not tell otherwise, because a
 * proxy in front may have been forgotten in the configuration.
 */
export function mayPutOff(
  request: IncomingMessage,
  { HOST, adminUrl }: Pick<Env, 'HOST' | 'adminUrl'>,
  role: Role,
): boolean {
  const listens = HOST.includes(':') ? `[${HOST}]` : HOST
  const isLocal = isLoopbackName(new URL(adminUrl).hostname) && isLoopbackName(listens)
  return role === 'admin' && isLocal && isFromThisMachine(request)
}
