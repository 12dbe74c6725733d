import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, expect, test, vi } from 'vitest'
import { isKnownDevice, knownDevice, rememberDevice } from '#cms/accounts/device.ts'
import type { FrontContext } from '#cms/endpoints/front.ts'

const contextOf = (deskUrl: string, secret = 'a secret') =>
  ({ payload: { secret }, env: { deskUrl } }) as unknown as FrontContext
const https = contextOf('https://meja.contoh.go.id')
const requestWith = (cookie: string) => ({ headers: { cookie } }) as unknown as IncomingMessage
const owner = (name: string) => ({ id: name, mark: `kata sandi ${name}` })
const day = 24 * 60 * 60_000

/** The cookie that a browser holds after a sign-in; `before` is what it held. */
function cookieAfter(context: FrontContext, name: string, before = ''): string {
  const given: string[] = []
  const response = { appendHeader: (_: string, value: string) => given.push(value) }
  rememberDevice(requestWith(before), response as unknown as ServerResponse, context, owner(name))
  return given.join()
}
const pairOf = (cookie: string) => cookie.split(';')[0] ?? ''

afterEach(() => vi.useRealTimers())

test('on https the cookie is held to this host and to https', () => {
  expect(cookieAfter(https, 'a')).toMatch(
    /^__Host-rupa=[^;]+; Path=\/; HttpOnly; SameSite=Strict; Secure; Max-Age=/,
  )
})

test('a device is known to its account, with the password of then, under the secret of this server', () => {
  const request = requestWith(`x=1; ${pairOf(cookieAfter(https, 'a'))}`)
  expect(knownDevice(request, https, owner('a'))).toMatch(/^[\w-]{22}$/)
  expect(knownDevice(request, https, owner('b'))).toBeNull()
  expect(knownDevice(request, https, { ...owner('a'), mark: 'kata sandi baru' })).toBeNull()
  expect(isKnownDevice(request, contextOf('https://meja.contoh.go.id', 'another secret'))).toBe(false)
})

test('no bit of the cookie can be changed', () => {
  const pair = pairOf(cookieAfter(https, 'a'))
  const start = pair.indexOf('=') + 1
  const known = Array.from({ length: pair.length - start }, (_, index) => {
    const at = start + index
    const changed = pair.slice(0, at) + (pair[at] === '1' ? '2' : '1') + pair.slice(at + 1)
    return knownDevice(requestWith(changed), https, owner('a'))
  })
  expect(known.filter(Boolean)).toEqual([])
})

test('a device is known for 180 days after the last sign-in, and keeps its name', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const first = pairOf(cookieAfter(https, 'a'))
  const name = knownDevice(requestWith(first), https, owner('a'))
  vi.setSystemTime(Date.now() + 179 * day)
  const second = pairOf(cookieAfter(https, 'a', first))
  expect(knownDevice(requestWith(second), https, owner('a'))).toBe(name)
  vi.setSystemTime(Date.now() + 2 * day)
  expect([first, second].map(pair => isKnownDevice(requestWith(pair), https))).toEqual([false, true])
})

test('six colleagues share a browser; the one who was away longest makes room for a seventh', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const pair = names.reduce((before, name) => pairOf(cookieAfter(https, name, before)), '')
  const known = names.filter(name => knownDevice(requestWith(pair), https, owner(name)) !== null)
  expect(known).toEqual(['b', 'c', 'd', 'e', 'f', 'g'])
})

test.each(['', 'rupa', '__Host-rupa=', '__Host-rupa=~~~', `__Host-rupa=${'a.'.repeat(5000)}`])(
  'a cookie header that holds no token is no device: %#',
  cookie => {
    expect(isKnownDevice(requestWith(cookie), https)).toBe(false)
  },
)
