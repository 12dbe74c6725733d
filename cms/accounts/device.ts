import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FrontContext } from '#cms/endpoints/front.ts'

/** How long a browser is known after a complete sign-in. Milliseconds. */
const life = 180 * 24 * 60 * 60_000
/** A shared office PC knows several colleagues: this many of them, the newest first. */
const mostTokens = 6

/** What a token is bound to: the account, and the password that it was given under (see `passwordMark`). */
type TokenOwner = { readonly id: string; readonly mark: string }
/** `seal` shows without a look at any account that this server made it; `mac` for whom. */
type Token = { readonly device: string; readonly end: string; readonly seal: string; readonly mac: string }

const form = /^(?<device>[\w-]{22})\.(?<end>\d{13})\.(?<seal>[\w-]{22})\.(?<mac>[\w-]{22})$/
const isSecure = ({ env }: FrontContext): boolean => env.deskUrl.startsWith('https:')
const cookieName = (context: FrontContext): string => (isSecure(context) ? '__Host-rupa' : 'rupa')
const isSame = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b))

function macOf({ payload }: FrontContext, ...values: readonly string[]): string {
  const key = Buffer.from(hkdfSync('sha256', payload.secret, '', 'berangkat-aman known device v1', 32))
  const mac = createHmac('sha256', key).update(JSON.stringify(values)).digest()
  return mac.subarray(0, 16).toString('base64url')
}

/** The tokens of a request that this server made and that have not run out. */
function tokensOf(request: IncomingMessage, context: FrontContext): readonly Token[] {
  const prefix = `${cookieName(context)}=`
  const pairs = (request.headers.cookie ?? '').split(';').map(pair => pair.trim())
  const value = pairs.find(pair => pair.startsWith(prefix))?.slice(prefix.length) ?? ''
  const parts = value.split('~').slice(0, mostTokens)
  const tokens = parts.flatMap(part => (form.exec(part)?.groups as Token | undefined) ?? [])
  return tokens.filter(
    ({ device, end, seal }) => Number(end) > Date.now() && isSame(seal, macOf(context, device, end)),
  )
}

function tokenOf(request: IncomingMessage, context: FrontContext, { id, mark }: TokenOwner): Token | null {
  const tokens = tokensOf(request, context)
  return tokens.find(({ device, end, mac }) => isSame(mac, macOf(context, device, end, id, mark))) ?? null
}

/** Whether anybody signed in on this browser before. Costs no look into the database. */
export function isKnownDevice(request: IncomingMessage, context: FrontContext): boolean {
  return tokensOf(request, context).length > 0
}

/** The random name of a browser that signed in to this account before, with the password of now; else null. It opens nothing. */
export function knownDevice(
  request: IncomingMessage,
  context: FrontContext,
  owner: TokenOwner,
): string | null {
  return tokenOf(request, context, owner)?.device ?? null
}

/**
 * Makes the browser known to the account from now on: adds a cookie to those that the response sets already. Nothing in it
 * names the account, and nothing of it is stored on the server.
 */
export function rememberDevice(
  request: IncomingMessage,
  response: ServerResponse,
  context: FrontContext,
  owner: TokenOwner,
): void {
  const known = tokenOf(request, context, owner)
  const others = tokensOf(request, context).filter(({ mac }) => mac !== known?.mac)
  const device = known?.device ?? randomBytes(16).toString('base64url')
  const end = String(Date.now() + life)
  const seal = macOf(context, device, end)
  const token: Token = { device, end, seal, mac: macOf(context, device, end, owner.id, owner.mark) }
  const value = [token, ...others]
    .slice(0, mostTokens)
    .map(one => [one.device, one.end, one.seal, one.mac].join('.'))
  const secure = isSecure(context) ? '; Secure' : ''
  response.appendHeader(
    'Set-Cookie',
    `${cookieName(context)}=${value.join('~')}; Path=/; HttpOnly; SameSite=Strict${secure}; Max-Age=${life / 1000}`,
  )
}
