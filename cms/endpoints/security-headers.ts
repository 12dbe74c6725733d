import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

const closed = "base-uri 'none'; frame-ancestors 'none'; object-src 'none'"

/** Policy of the desk, where staff keys are opened: own files only, and no string becomes script. */
export const deskPolicy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'none'; require-trusted-types-for 'script'; ${closed}`

/** Policy of everything that is data and never a page of ours: uploads, JSON. */
export const dataPolicy = `default-src 'none'; sandbox; ${closed}`

const permissions = [
  'camera',
  'microphone',
  'geolocation',
  'payment',
  'usb',
  'display-capture',
  'browsing-topics',
]
const permissionsPolicy = permissions.map(name => `${name}=()`).join(', ')

/** Sets what every answer of every host carries. `isSecure`: the host's public address is https. */
export function setCommonHeaders(response: ServerResponse, isSecure: boolean): void {
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('Permissions-Policy', permissionsPolicy)
  response.setHeader('X-Frame-Options', 'DENY')
  if (isSecure) response.setHeader('Strict-Transport-Security', 'max-age=63072000')
}

/**
 * Sets the admin's policy with a nonce of this request. Next takes the nonce from the same header on the request, so what
 * the client sent there is replaced.
 */
export function setAdminPolicy(request: IncomingMessage, response: ServerResponse): void {
  const nonce = randomBytes(16).toString('base64')
  const policy = `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; ${closed}`
  request.headers['content-security-policy'] = policy
  response.setHeader('Content-Security-Policy', policy)
  // Payload's forms post to themselves; with no-referrer the browser would call their origin "null".
  response.setHeader('Referrer-Policy', 'same-origin')
}

/** Headers that say who asks or that steer Next: nothing behind the front server sees them. */
const dropped = [
  'forwarded',
  'via',
  'x-real-ip',
  'x-client-ip',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'cf-connecting-ip',
  'true-client-ip',
  'content-security-policy',
  'content-security-policy-report-only',
  'x-nonce',
  'x-middleware-subrequest',
]

/** What proxies write, whichever of them stands in front. */
const ofProxies = /^(?:forwarded|via|x-forwarded-.+|x-real-ip|x-client-ip|cf-connecting-ip|true-client-ip)$/
const passedOn = new WeakSet<IncomingMessage>()

/** Whether a request was made on this machine itself, as far as it shows: no proxy passed it on, and its connection is loopback. */
export function isFromThisMachine(request: IncomingMessage): boolean {
  const { remoteAddress = '' } = request.socket
  return !passedOn.has(request) && /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/.test(remoteAddress)
}

/** Takes from a request what nothing of ours may read, and says by which scheme and to which of our names the visitor came. */
export function cleanRequest(request: IncomingMessage, host: string, isSecure: boolean): void {
  if (Object.keys(request.headers).some(name => ofProxies.test(name))) passedOn.add(request)
  for (const name of dropped) delete request.headers[name]
  request.headers.host = host
  request.headers['x-forwarded-proto'] = isSecure ? 'https' : 'http'
}
