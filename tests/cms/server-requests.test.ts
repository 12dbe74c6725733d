import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { signedIn } from '#cms/endpoints/sign-in-return.ts'
import { hostReader } from '#cms/endpoints/target.ts'
import { parseEnv } from '#cms/env.ts'
import { startTestFront, type TestFront, writeRaw } from '#tests/helpers/front.ts'
import { wholeSite } from '#tests/helpers/release.ts'

vi.mock('#cms/endpoints/sign-in-return.ts', async original => ({
  ...(await original<typeof import('#cms/endpoints/sign-in-return.ts')>()),
  signedIn: vi.fn(async () => null),
}))

let front: TestFront
beforeAll(async () => {
  front = await startTestFront(wholeSite)
})
afterAll(() => front.close())

const head = (line: string, host: string, ...lines: string[]) =>
  `${[line, `Host: ${host}:${front.port}`, ...lines].join('\r\n')}\r\n\r\n`

describe('a wish for another protocol', () => {
  const wishes = {
    'HTTP/2, as curl sends it': [
      'Connection: Upgrade, HTTP2-Settings',
      'Upgrade: h2c',
      'HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA',
    ],
    'a websocket': [
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ],
    'no protocol in particular': ['Connection: Upgrade', 'Upgrade: x'],
  }
  const places = [
    ['localhost', '/', 200],
    ['localhost', '/tidak-ada/', 404],
    ['localhost', '/healthz', 200],
    ['localhost', '/admin', 200],
    ['localhost', '/_next/webpack-hmr', 200],
    ['localhost', '/api/lapor/tantangan', 200],
    ['desk.localhost', '/api/desk/x', 401],
    ['evil.example', '/', 421],
  ] as const
  const cases = Object.entries(wishes).flatMap(([name, lines]) =>
    places.map(([host, path, status]) => ({ name, lines, host, path, status })),
  )
  // As Next does when it is asked first: it takes the sockets that it knows, and lets the others be.
  beforeAll(() => {
    front.server.on('upgrade', () => undefined)
  })

  test.each(cases)(
    '$name at $host $path is answered like any request, once',
    async ({ lines, host, path, status }) => {
      const wish = head(`GET ${path} HTTP/1.1`, host, ...lines)
      const answer = await writeRaw(front.port, wish + head('GET /healthz HTTP/1.1', host))
      expect(answer.match(/^HTTP\/1\.1 \d+/gm)).toEqual([`HTTP/1.1 ${status}`])
      expect(answer).toMatch(/^Connection: close\r$/im)
    },
  )

  test('does not hide the body of a request', async () => {
    const headers = [
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Content-Type: application/json',
      'Content-Length: 4',
    ]
    const answer = await writeRaw(
      front.port,
      `${head('POST /api/lapor/baca HTTP/1.1', 'localhost', ...headers)}{"a"`,
    )
    expect(answer).toContain('"code":"not-json"')
  })

  test('to CONNECT, and HTTP/2 without a question before, end the connection', async () => {
    expect(await writeRaw(front.port, head('CONNECT evil.example:443 HTTP/1.1', 'localhost'))).toBe('')
    expect(await writeRaw(front.port, 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
  })
})

describe('a connection on which nothing readable comes', () => {
  let hasty: TestFront
  beforeAll(async () => {
    const limits = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 100 }
    hasty = await startTestFront(wholeSite, {}, limits)
    hasty.server.on('upgrade', () => undefined)
  })
  afterAll(() => hasty.close())

  /** A client that never ends its side. Resolves with what it got when the server has closed. */
  const hold = async (server: TestFront, text: string): Promise<string> => {
    const socket: Socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true })
    let answer = ''
    socket.setEncoding('latin1').on('data', part => {
      answer += part
    })
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    socket.write(text)
    await once(socket, 'end')
    await expect.poll(() => connectionsOf(server), { timeout: 5000 }).toBe(0)
    socket.destroy()
    return answer
  }
  const connectionsOf = ({ server }: TestFront) =>
    new Promise(resolve => server.getConnections((_, count) => resolve(count)))

  test.each([
    ['no HTTP', 'bukan http\r\n\r\n', 400],
    ['half a header, also after a wish for another protocol', 'GET / HTTP/1.1\r\nHost: loc', 408],
    ['half a body', 'POST /api/lapor/baca HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{', 421],
    ['too long headers', `GET / HTTP/1.1\r\nX: ${'a'.repeat(20_000)}`, 431],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}', 400],
    [
      'a length and parts',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['an unknown method', 'MAKAN / HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
  ])('is told so and closed, though the client keeps it open: %s', async (_, text, status) => {
    await writeRaw(hasty.port, 'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n')
    expect(await hold(hasty, text)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  })
})

describe('methods', () => {
  test.each(['TRACE', 'PROPFIND', 'QUERY', 'LOCK', 'PURGE', 'SEARCH', 'M-SEARCH'])(
    '%s is 405 on every host, and reaches nothing behind',
    async method => {
      for (const [host, path] of [
        ['localhost', '/'],
        ['localhost', '/admin'],
        ['localhost', '/api/users'],
        ['localhost', '/media/x'],
        ['desk.localhost', '/'],
      ] as const)
        expect(await front.ask(path, { method, headers: { Host: `${host}:${front.port}` } })).toMatchObject({
          status: 405,
          body: expect.stringContaining('wrong-method'),
        })
    },
  )

  test('writing to what is only read names what it takes', async () => {
    const { status, headers } = await front.ask('/periksa/', { method: 'PUT', body: 'x' })
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })
})

describe('host names', () => {
  const https = {
    SITE_URL: 'https://contoh.go.id',
    ADMIN_URL: 'https://cms.contoh.go.id:8443',
    DESK_URL: 'https://meja.contoh.go.id',
  }
  const http = { SITE_URL: 'http://contoh.go.id', DESK_URL: 'http://meja.contoh.go.id' }
  const partsAt = (variables: Record<string, string>, header: string | undefined) => {
    const {
      name,
      parts = [],
      isInternal,
    } = hostReader(parseEnv({ PORT: '8080', ...variables }))(header) ?? {}
    return [name, parts.join(), isInternal]
  }
  const unknown = [undefined, '', undefined]

  test.each([
    ['contoh.go.id', ['contoh.go.id', 'site', false]],
    ['contoh.go.id:443', ['contoh.go.id', 'site', false]],
    ['Contoh.GO.id', ['contoh.go.id', 'site', false]],
    ['contoh.go.id.', ['contoh.go.id', 'site', false]],
    ['contoh.go.id.:443', ['contoh.go.id', 'site', false]],
    ['meja.contoh.go.id:443', ['meja.contoh.go.id', 'desk', false]],
    ['cms.contoh.go.id:8443', ['cms.contoh.go.id:8443', 'admin', false]],
    ['127.0.0.1:8080', ['127.0.0.1:8080', '', true]],
    ['[::1]:8080', ['[::1]:8080', '', true]],
    ['contoh.go.id:80', unknown],
    ['contoh.go.id:8443', unknown],
    ['contoh.go.id..', unknown],
    ['.contoh.go.id', unknown],
    ['cms.contoh.go.id', unknown],
    ['a@contoh.go.id', unknown],
    ['contoh.go.id/', unknown],
    ['contoh.go.id, contoh.go.id', unknown],
    ['contoh.go.id:443:443', unknown],
    ['contoh.go.id:x', unknown],
    ['127.0.0.1', unknown],
    ['', unknown],
    [undefined, unknown],
  ])('%j where the addresses are https', (header, expected) => {
    expect(partsAt(https, header)).toEqual(expected)
  })

  test.each([
    ['contoh.go.id:80', ['contoh.go.id', 'site,admin', false]],
    ['MEJA.contoh.go.id.:80', ['meja.contoh.go.id', 'desk', false]],
    ['contoh.go.id:443', unknown],
  ])('%j where they are http', (header, expected) => {
    expect(partsAt(http, header)).toEqual(expected)
  })

  test.each([
    ['localhost:8080', ['localhost:8080', 'site,admin', true]],
    ['LOCALHOST.:8080', ['localhost:8080', 'site,admin', true]],
    ['127.0.0.1:9', ['127.0.0.1:9', 'site,admin', false]],
    ['desk.localhost:8080', ['desk.localhost:8080', 'desk', false]],
  ])('%j where they are this machine', (header, expected) => {
    expect(partsAt({}, header)).toEqual(expected)
  })

  test('what lies behind reads the name as it is configured, so that the same origin stays the same', async () => {
    const seen: (string | undefined)[] = []
    const before = front.state.next
    front.state.next = (request, response) => {
      seen.push(request.headers.host)
      response.end()
    }
    await front.ask('/api/users/me', { headers: { Host: `LocalHost.:${front.port}` } })
    front.state.next = before
    expect(seen).toEqual([`localhost:${front.port}`])
  })
})

describe('what Next and Payload would answer with 500', () => {
  const reached: string[] = []
  let before: TestFront['state']['next']
  beforeAll(() => {
    before = front.state.next
    front.state.next = (request, response) => {
      reached.push(`${request.method} ${request.url}`)
      response.end('next')
    }
    vi.mocked(signedIn).mockResolvedValue({} as never)
  })
  afterAll(() => {
    front.state.next = before
    vi.mocked(signedIn).mockResolvedValue(null)
  })

  const action = { 'Next-Action': `40${'0'.repeat(40)}`, 'Content-Type': 'text/plain;charset=UTF-8' }
  test.each([
    ['/api/media', 'POST', { 'Content-Type': 'multipart/form-data' }, 400],
    ['/api/media', 'PATCH', { 'Content-Type': 'multipart/form-data; boundary=' }, 400],
    ['/api/media', 'POST', { 'Content-Type': 'Multipart/Form-Data; Boundary=""' }, 400],
    ['/api/media', 'POST', { 'Content-Type': `multipart/form-data; boundary=${'a'.repeat(71)}` }, 400],
    ['/admin', 'POST', { ...action, 'Content-Type': 'multipart/form-data' }, 400],
    ['/admin', 'POST', { ...action, 'Next-Action': 'x' }, 400],
    ['/admin', 'POST', { ...action, 'Next-Action': '__proto__' }, 400],
    ['/admin', 'POST', { 'Content-Type': 'multipart/form-data; boundary=x' }, 405],
    ['/admin', 'POST', { 'Content-Type': 'application/x-www-form-urlencoded' }, 405],
    ['/admin', 'PUT', action, 405],
    ['/_next/x', 'DELETE', {}, 405],
  ])('does not reach them, also from staff: %s %s %j', async (address, method, headers, status) => {
    reached.length = 0
    expect([(await front.ask(address, { method, headers, body: 'x' })).status, reached]).toEqual([status, []])
  })

  test.each([
    ['/api/media', 'POST', { 'Content-Type': 'multipart/form-data; boundary=----WebKitFormBoundaryAbC' }],
    ['/api/media', 'POST', { 'Content-Type': 'multipart/form-data; charset=utf-8; boundary="a b:c"' }],
    ['/api/banners', 'DELETE', {}],
    ['/admin/collections/banners', 'POST', action],
  ])('lets through what they read: %s %s %j', async (address, method, headers) => {
    expect((await front.ask(address, { method, headers, body: 'x' })).body).toBe('next')
  })
})
