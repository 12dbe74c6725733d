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
 * Whether an account of this role may be in the CMS without a second factor: where none is demanded, and administrators on a
 * server that nobody but this machine reaches, by the configuration, because anyone can write a Host header.
 */
export function mayLackFactor(
  env: Pick<Env, 'HOST' | 'STAFF_SECOND_FACTOR' | 'adminUrl'>,
  role: Role,
): boolean {
  const { HOST, adminUrl } = env
  const listens = HOST.includes(':') ? `[${HOST}]` : HOST
  const isLocal = isLoopbackName(new URL(adminUrl).hostname) && isLoopbackName(listens)
  return !isFactorDemanded(env, role) || (role === 'admin' && isLocal)
}

/**
 * Whether an account of this role may put setting one up off. The request must not tell otherwise than the configuration,
 * because a proxy in front may have been forgotten there.
 */
export function mayPutOff(
  request: IncomingMessage,
  env: Pick<Env, 'HOST' | 'STAFF_SECOND_FACTOR' | 'adminUrl'>,
  role: Role,
): boolean {
  return mayLackFactor(env, role) && isFromThisMachine(request)
}
