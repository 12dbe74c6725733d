import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCmsSession } from '#cms/accounts/cms-session.ts'
import {
  staffPassword,
  startTestDoor,
  type TestDoor,
  makeAccount,
  typePassword,
  placeOf,
  openedBy,
  opened,
  closed,
} from '#tests/helpers/cms-door.ts'

let door: TestDoor
beforeAll(async () => {
  door = await startTestDoor()
})
afterAll(() => door.close())

describe('no other way in', () => {
  const call = (method: string, address: string, options: Parameters<TestDoor['cms']['rest']>[2] = {}) =>
    door.cms.rest(method, address, options)
  const tokensIn = async (response: Response) => [
    response.headers.get('set-cookie')?.includes('payload-token=') ?? false,
    /"(?:token|refreshedToken)"\s*:\s*"/.test(await response.text()),
  ]

  it.each([
    '/users/login',
    '/users/login/',
    '/users//login',
    '/users/%6Cogin',
    '/users/./login',
    '/Users/login',
    '/users/login?depth=0',
    '/users/unlock',
    '/users/first-register',
    '/users/forgot-password',
  ])('refuses a right password at %s and gives no token', async address => {
    const { email } = await makeAccount(door, 'admin')
    const response = await call('POST', address, { body: { email, password: staffPassword } })
    expect([403, 404].includes(response.status)).toBe(true)
    expect(await tokensIn(response)).toEqual([false, false])
  })

  it.each(['PUT', 'PATCH', 'GET', 'DELETE'])('refuses it by %s and as an override too', async method => {
    const { email } = await makeAccount(door, 'admin')
    const body = { email, password: staffPassword }
    const direct = await call(method, '/users/login', method === 'GET' ? {} : { body })
    const masked = await call('POST', '/users/login', { body, headers: { 'X-HTTP-Method-Override': method } })
    const payloads = await call('POST', '/users/login', {
      body,
      headers: { 'X-Payload-HTTP-Method-Override': method },
    })
    for (const response of [direct, masked, payloads]) {
      expect(response.status).toBeGreaterThanOrEqual(400)
      expect(await tokensIn(response)).toEqual([false, false])
    }
  })

  it('gives no token for a password link by REST, and none of our own code signs in with a password', async () => {
    const { email } = await makeAccount(door, 'admin')
    const { payload } = door.cms
    const token = await payload.forgotPassword({
      collection: 'users',
      data: { email },
      disableEmail: true,
    })
    const data = { token, password: 'kata sandi yang lain lagi' }
    const response = await call('POST', '/users/reset-password', { body: data })
    expect([response.status, await tokensIn(response)]).toEqual([404, [false, false]])
    await expect(
      payload.login({ collection: 'users', data: { email, password: staffPassword } }),
    ).rejects.toThrow()
  })

  it('opens nothing with what a browser holds before the second factor', async () => {
    const { email } = await makeAccount(door, 'admin')
    const browser = door.browser()
    await typePassword(browser, email)
    const waiting = browser.cookies.get('masuk') ?? ''
    expect(waiting.length).toBeGreaterThan(40)
    expect(await openedBy(door, waiting)).toEqual(closed)
    const refreshed = await call('POST', '/users/refresh-token', { token: waiting })
    expect([refreshed.status, await tokensIn(refreshed)]).toEqual([403, [false, false]])
    expect(placeOf(await browser.get('/akun'))).toEqual([303, '/admin/login?redirect=%2Fakun'])
  })

  it('gives a new token only to a session that began at our door', async () => {
    const { email, id } = await makeAccount(door, 'admin')
    const ours = await openCmsSession(door.cms.payload, id)
    expect((await call('POST', '/users/refresh-token', { token: ours })).status).toBe(200)
    // As Payload's own sign-in left it in the database before.
    await door.cms.payload.db.updateOne({
      collection: 'users',
      id,
      data: { sessions: [{ id: 'lama', createdAt: new Date(), expiresAt: new Date(Date.now() + 60_000) }] },
      returning: false,
    })
    const { getFieldsToSign, jwtSign } = await import('payload')
    const { token: old } = await jwtSign({
      fieldsToSign: getFieldsToSign({
        collectionConfig: door.cms.payload.collections.users.config,
        email,
        sid: 'lama',
        user: { id, email, role: 'admin' } as never,
      }),
      secret: door.cms.payload.secret,
      tokenExpiration: 60,
    })
    const response = await call('POST', '/users/refresh-token', { token: old })
    expect([response.status, await tokensIn(response)]).toEqual([403, [false, false]])
  })

  it('ends the sessions of an account that gets another role', async () => {
    const { id } = await makeAccount(door, 'publisher')
    const token = await openCmsSession(door.cms.payload, id)
    expect(await openedBy(door, token)).toEqual(opened)
    await door.cms.payload.update({ collection: 'users', id, data: { role: 'admin' }, overrideAccess: true })
    expect(await openedBy(door, token)).toEqual(closed)
  })

  it('opens nothing with a session of a case handler', async () => {
    const { id } = await makeAccount(door, 'handler')
    const token = await openCmsSession(door.cms.payload, id)
    expect(await openedBy(door, token)).toEqual(closed)
    const answers = [
      await call('POST', '/users/refresh-token', { token }),
      await call('PATCH', `/users/${id}`, { token, body: { name: 'X' } }),
      await call('POST', '/payload-preferences/nav', { token, body: { value: 1 } }),
      await call('GET', '/payload-locked-documents', { token }),
    ]
    for (const answer of answers) expect(await tokensIn(answer.clone())).toEqual([false, false])
    expect(answers.map(({ status }) => status).filter(status => status < 400)).toEqual([])
    expect((await (await call('GET', '/users/me', { token })).json()).user).toBeNull()
    const access = await (await call('GET', '/access', { token })).json()
    expect(access.canAccessAdmin ?? false).toBe(false)
    const browser = door.browser()
    browser.cookies.set('payload-token', token)
    expect(placeOf(await browser.get('/akun'))).toEqual([303, '/admin/login?redirect=%2Fakun'])
  })
})
