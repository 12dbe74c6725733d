import type { IncomingMessage } from 'node:http'
import type { Env } from '#cms/env.ts'
import { refuse } from './front.ts'

const longestAddress = 2048

/** Where a request wants to go. `path` is decoded once and has neither NUL, backslash, `//` nor dot segments. */
export type Target = { path: string; search: string }

/**
 * Reads the address of a request.
 * @throws FrontError 400 for what is too long, badly encoded or tries to leave its folder.
 */
export function targetOf(request: IncomingMessage): Target {
  const address = request.url ?? ''
  if (!address.startsWith('/') || address.length > longestAddress) throw refuse('bad-address')
  const query = address.indexOf('?')
  const raw = query === -1 ? address : address.slice(0, query)
  let path: string
  try {
    path = decodeURIComponent(raw)
  } catch {
    throw refuse('bad-address')
  }
  const isHostile =
    path.includes('//') ||
    path.split('/').some(part => part === '.' || part === '..') ||
    [...path].some(character => character < ' ' || character === '\u007f' || character === '\\')
  if (isHostile) throw refuse('bad-address')
  return { path, search: query === -1 ? '' : address.slice(query) }
}

export type Part = 'site' | 'admin' | 'desk'
const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * The parts that the host of a request serves; empty for a host that is not ours. A local set-up answers on every loopback
 * name. On public host names the loopback names give the builder and a health check their data, and nothing else: see
 * `isInternal`.
 */
export function partsOf(request: IncomingMessage, env: Env): readonly Part[] {
  const host = (request.headers.host ?? '').toLowerCase()
  const parts = (['site', 'admin', 'desk'] as const).filter(
    part => new URL(addressOf(part, env)).host === host,
  )
  if (parts.length > 0) return parts
  const isLocalSetUp = loopback.has(new URL(env.siteUrl).hostname)
  return isLocalSetUp && loopback.has(nameOf(host)) ? ['site', 'admin'] : []
}

/** Whether the request came by a loopback name on the server's own port, past any proxy. */
export function isInternal(request: IncomingMessage, env: Env): boolean {
  const host = (request.headers.host ?? '').toLowerCase()
  return loopback.has(nameOf(host)) && host === `${nameOf(host)}:${env.PORT}`
}

/** The public address of a part. */
export function addressOf(part: Part, env: Env): string {
  return { site: env.siteUrl, admin: env.adminUrl, desk: env.deskUrl }[part]
}

function nameOf(host: string): string {
  return host.replace(/:\d+$/, '')
}
