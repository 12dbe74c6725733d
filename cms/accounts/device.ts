import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FrontContext } from '#cms/endpoints/front.ts'

/** How long a browser is known after a complete sign-in. Milliseconds. */
const life = 180 * 24 * 60 * 60_000
/** A shared office PC knows several colleagues: this many of them, the newest first. */
const mostTokens = 6

/** What a token is bound to: the account, and the password that it was given under (see `passwordMark`). */
export type TokenOwner = { readonly id: string; readonly mark: string }
type Token = { readonly device: string; readonly end: string; readonly mac: string }

const isSecure = ({ env }: FrontContext): boolean => env.deskUrl.startsWith('https:')
const cookieName = (context: FrontContext): string => (isSecure(context) ? '__Host-rupa' : 'rupa')

function macOf({ payload }: FrontContext, owner: TokenOwner, { device, end }: Omit<Token, 'mac'>): Buffer {
  const key = Buffer.from(hkdfSync('sha256', payload.secret, '', 'berangkat-aman known device v1', 32))
  return createHmac('sha256', key)
    .update(JSON.stringify([owner.id, owner.mark, device, end]))
    .digest()
}

/** The tokens of a request that have not run out. None of them is checked yet. */
function tokensOf(request: IncomingMessage, context: FrontContext): readonly Token[] {
  const prefix = `${cookieName(context)}=`
  const pairs = (request.headers.cookie ?? '').split(';').map(pair => pair.trim())
  const value = pairs.find(pair => pair.startsWith(prefix))?.slice(prefix.length) ?? ''
  const tokens = value.split('~').flatMap(text => {
    const [, device, end, mac] = /^([\w-]{22})\.(\d{13})\.([\w-]{43})$/.exec(text) ?? []
    return device && end && mac && Number(end) > Date.now() ? [{ device, end, mac }] : []
  })
  return tokens.slice(0, mostTokens)
}

function tokenFor(request: IncomingMessage, context: FrontContext, owner: TokenOwner): Token | null {
  const isOwn = (token: Token) =>
    timingSafeEqual(macOf(context, owner, token), Buffer.from(token.mac, 'base64url'))
  return tokensOf(request, context).find(isOwn) ?? null
}

/** The random name of a device that signed in to this account before, with the password of now; else null. It opens nothing. */
export function knownDevice(
  request: IncomingMessage,
  context: FrontContext,
  owner: TokenOwner,
): string | null {
  return tokenFor(request, context, owner)?.device ?? null
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
  const known = tokenFor(request, context, owner)
  const device = known?.device ?? randomBytes(16).toString('base64url')
  const end = String(Date.now() + life)
  const token: Token = { device, end, mac: macOf(context, owner, { device, end }).toString('base64url') }
  const others = tokensOf(request, context).filter(({ mac }) => mac !== known?.mac)
  const value = [token, ...others].slice(0, mostTokens).map(one => `${one.device}.${one.end}.${one.mac}`)
  const secure = isSecure(context) ? '; Secure' : ''
  response.appendHeader(
    'Set-Cookie',
    `${cookieName(context)}=${value.join('~')}; Path=/; HttpOnly; SameSite=Strict${secure}; Max-Age=${life / 1000}`,
  )
}
