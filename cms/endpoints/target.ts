import type { IncomingMessage } from 'node:http'
import type { Env } from '#cms/env.ts'
import { refuse } from './front.ts'

const longestAddress = 2048
/** Double slashes, dot segments, control characters and backslashes. */
const hostile = /\/\/|\/\.{1,2}(?:\/|$)|[\p{Cc}\\]/u

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
  if (hostile.test(path)) throw refuse('bad-address')
  return { path, search: query === -1 ? '' : address.slice(query) }
}

export type Part = 'site' | 'admin' | 'desk'
const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** What a request may reach by the name that it calls. */
export type Host = {
  /** The name as the addresses of the parts write it: lower case, without a last dot and without the scheme's own port. */
  name: string
  parts: readonly Part[]
  /** Whether it is a loopback name on the server's own port, past any proxy. */
  isInternal: boolean
}

/**
 * Reads the `Host` header of each request. A local set-up answers on every loopback name. On public host names the loopback names
 * give the builder and a health check their data, and nothing else. Null for a host that is not ours.
 */
export function hostReader(env: Env): (header: string | undefined) => Host | null {
  const addresses = (['site', 'admin', 'desk'] as const).map(part => ({
    part,
    host: new URL(addressOf(part, env)).host,
  }))
  const site = new URL(env.siteUrl)
  // Either all parts are https or none is.
  const isSecure = site.protocol === 'https:'
  const isLocalSetUp = loopback.has(site.hostname)
  return header => {
    const [, label = '', port = ''] = hostHeader.exec(header ?? '') ?? []
    const called = label.toLowerCase()
    const isDefault = port === '' || Number(port) === (isSecure ? 443 : 80)
    const name = isDefault ? called : `${called}:${Number(port)}`
    const own = addresses.filter(({ host }) => host === name).map(({ part }) => part)
    const isLoopback = loopback.has(called)
    const isInternal = isLoopback && Number(port || 80) === env.PORT
    const parts: readonly Part[] = own.length === 0 && isLocalSetUp && isLoopback ? ['site', 'admin'] : own
    return parts.length > 0 || isInternal ? { name, parts, isInternal } : null
  }
}

/** A host name or an address in brackets, a last dot, a port. */
const hostHeader = /^(\[[\da-f:.]+\]|[a-z\d_-]+(?:\.[a-z\d_-]+)*)\.?(?::(\d{1,5}))?$/i

/** The public address of a part. */
export function addressOf(part: Part, env: Env): string {
  return { site: env.siteUrl, admin: env.adminUrl, desk: env.deskUrl }[part]
}
