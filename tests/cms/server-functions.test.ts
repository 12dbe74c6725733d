import type { Server } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it, test, vi } from 'vitest'
import { openCmsSession } from '#cms/accounts/cms-session.ts'
import { ownAddress, openNext } from '#cms/open.ts'
import { answerStaff } from '#cms/server-functions.ts'
import { frontServer } from '#cms/server.ts'
import { newServerState } from '#cms/server-state.ts'
import { startTestDoor, type TestDoor } from '#tests/helpers/cms-door.ts'
import { freePort } from '#tests/helpers/server.ts'

const { handle, next } = vi.hoisted(() => ({
  handle: vi.fn(async () => 'answered'),
  next: vi.fn(() => ({ prepare: async () => undefined, getRequestHandler: () => () => undefined })),
}))
vi.mock('@payloadcms/next/layouts', () => ({ handleServerFunctions: handle }))
vi.mock('next', () => ({ default: next }))

let door: TestDoor
let server: Server
let port = 0
const tokens: Record<string, string> = {}
const toNext: string[] = []
beforeAll(async () => {
  door = await startTestDoor()
  port = await freePort()
  const env = {
    ...door.cms.env,
    PORT: port,
    adminUrl: `http://localhost:${port}`,
    siteUrl: `http://localhost:${port}`,
  }
  const state = { ...newServerState(env), phase: 'ready' as const, payload: door.cms.payload }
  state.next = (request, response) => {
    toNext.push(`${request.method} ${request.url}`)
    response.end('next')
  }
  server = frontServer(state)
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  for (const role of ['editor', 'handler'] as const)
    tokens[role] = await openCmsSession(
      door.cms.payload,
      await door.makeStaff(`fungsi-${role}@uji.example`, role),
    )
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await door.close()
})
afterEach(() => {
  vi.restoreAllMocks()
  toNext.length = 0
})

describe('a server function of the admin', () => {
  const call = (token: string | undefined, headers: Record<string, string> = {}) =>
    fetch(`http://localhost:${port}/admin`, {
      method: 'POST',
      body: JSON.stringify([{ name: 'constructor', args: {} }]),
      headers: {
        'Next-Action': '00'.repeat(21),
        'Sec-Fetch-Site': 'same-origin',
        ...(token ? { Cookie: `payload-token=${token}` } : {}),
        ...headers,
      },
    })

  it.each(['nobody', 'handler'])('does not reach Next from %s, and leaves nothing in the log', async who => {
    const log = vi.spyOn(console, 'error')
    const { status } = await call(tokens[who])
    expect([status, toNext, log.mock.calls]).toEqual([401, [], []])
  })

  it('reaches Next from staff', async () => {
    expect([(await call(tokens.editor)).status, toNext]).toEqual([200, ['POST /admin']])
  })

  it.each([
    ['form-state', 'editor', 'answered'],
    ['form-state', 'handler', null],
    ['form-state', 'nobody', null],
    ['constructor', 'editor', null],
    ['__proto__', 'editor', null],
    ['nope', 'editor', null],
  ])('%s, asked for by %s, is answered with %s', async (name, who, answer) => {
    const headers = new Headers({
      cookie: `payload-token=${tokens[who] ?? ''}`,
      'sec-fetch-site': 'same-origin',
    })
    const admin = { payload: door.cms.payload, config: door.cms.payload.config, importMap: {} }
    expect(await answerStaff({ name, args: {} }, headers, admin)).toBe(answer)
  })
})

test('Next is told where the server listens', async () => {
  await openNext('/tmp', { ...door.cms.env, HOST: '0.0.0.0', PORT: 4321 })
  expect(next).toHaveBeenCalledWith(expect.objectContaining({ hostname: '127.0.0.1', port: 4321 }))
  expect(ownAddress({ HOST: '::', PORT: 1 })).toEqual({ hostname: '::1', port: 1 })
})
