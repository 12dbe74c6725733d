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
 * reaches. By the configuration alone, because anyone can write a Host header.
 */
export function mayPutOff({ HOST, adminUrl }: Pick<Env, 'HOST' | 'adminUrl'>, role: Role): boolean {
  const listens = HOST.includes(':') ? `[${HOST}]` : HOST
  return role === 'admin' && isLoopbackName(new URL(adminUrl).hostname) && isLoopbackName(listens)
}
