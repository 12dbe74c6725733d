import { writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http'
import { connect } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRelease } from '#cms/endpoints/release.ts'
import { gonePaths } from '#cms/jobs/gone.ts'
import { releasePaths } from '#cms/jobs/releases.ts'
import { frontServer } from '#cms/server.ts'
import { newServerState, type ServerState } from '#cms/server-state.ts'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'
import { putRelease, wholeSite } from '#tests/helpers/release.ts'
import { freePort } from '#tests/helpers/server.ts'

let cms: TestCms
let state: ServerState
let server: Server
let port: number
const gone = gonePaths()
const files: Record<string, string> = {
  ...wholeSite,
  '_a/x.js': `export const x = '${'long enough to compress '.repeat(40)}'`,
  'data/angka.csv': 'a,b\n',
}

type Answer = { status: number; headers: IncomingHttpHeaders; body: string }
type Options = { method?: string; headers?: Record<string, string>; body?: string }

/** One raw request: `fetch` would tidy up the addresses and headers that are tested here. */
function ask(address: string, { method = 'GET', headers = {}, body }: Options = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path: address, method, headers: { Host: `localhost:${port}`, ...headers } },
      response => {
        let text = ''
        response.setEncoding('utf8').on('data', part => {
          text += part
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        )
      },
    )
    request.once('error', reject)
    request.end(body)
  })
}
const onDesk = () => ({ Host: `desk.localhost:${port}` })

beforeAll(async () => {
  port = await freePort()
  cms = await startTestCms({ PORT: String(port) })
  const paths = releasePaths(cms.env)
  const manifest = await putRelease(paths, '20260101-000000-aaaa', files)
  state = { ...newServerState(cms.env), phase: 'ready', payload: cms.payload, gone }
  state.release = openRelease(paths.folder(manifest.id), paths.assets)
  state.next = (_request, response) => response.end('next')
  server = frontServer(state)
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  await cms.close()
})

describe('addresses', () => {
  test.each([
    ['a broken percent sign', '/%zz'],
    ['a NUL', '/a%00b'],
    ['dot segments', '/../etc/passwd'],
    ['encoded dot segments', '/%2e%2e/%2e%2e/etc/passwd'],
    ['a backslash', '/..%5c..%5cetc'],
    ['a double slash', '//evil.example/'],
    ['a line break', '/a%0d%0aSet-Cookie:x'],
    ['too many characters', `/${'a'.repeat(3000)}`],
  ])('%s is 400 with a reason', async (_name, address) => {
    const { status, body } = await ask(address)
    expect(status).toBe(400)
    expect(JSON.parse(body).error).toMatchObject({
      code: 'bad-address',
      message: 'Alamat halaman ini tidak dapat dibaca.',
    })
  })

  test('a refusal is in English for who prefers it', async () => {
    const { body } = await ask('/%zz', { headers: { 'Accept-Language': 'en-GB,en;q=0.9' } })
    expect(JSON.parse(body).error.message).toBe('This address cannot be read.')
  })

  test('a person gets a page instead of JSON', async () => {
    const { headers, body } = await ask('/%zz', { headers: { Accept: 'text/html' } })
    expect(headers['content-type']).toContain('text/html')
    expect(body).toContain('<h1>Alamat halaman ini tidak dapat dibaca.</h1>')
  })

  test('another host name is 421', async () => {
    expect((await ask('/', { headers: { Host: 'evil.example' } })).status).toBe(421)
  })

  test('huge headers are 431 and do not reach anything', async () => {
    expect((await ask('/', { headers: { 'X-Big': 'a'.repeat(20_000) } })).status).toBe(431)
  })

  test('what is not HTTP is 400 with a reason in both languages', async () => {
    const text = await new Promise<string>(resolve => {
      let answer = ''
      const socket = connect(port, '127.0.0.1', () => socket.write('not http\r\n\r\n'))
      socket.on('data', part => {
        answer += part
      })
      socket.on('close', () => resolve(answer))
    })
    expect(text).toMatch(/^HTTP\/1\.1 400 [\s\S]*tidak dapat dibaca[\s\S]*cannot be read/)
  })
})

describe('the site', () => {
  test('a page carries a policy that allows its own inline code only', async () => {
    const { status, headers } = await ask('/')
    expect(status).toBe(200)
    expect(headers['content-security-policy']).toContain("script-src 'none'")
    expect(headers['content-security-policy']).toMatch(/style-src 'self' 'sha256-[^']+';/)
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-cache',
    })
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers).not.toHaveProperty('strict-transport-security')
  })

  test('a page with script allows its own files and the hash of its inline script', async () => {
    const { headers } = await ask('/periksa/')
    expect(headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[^']+';/)
  })

  test('an address without its last slash leads to the one with it and keeps the question', async () => {
    const { status, headers } = await ask('/periksa?a=1')
    expect([status, headers.location]).toEqual([308, '/periksa/?a=1'])
  })

  test('an unknown address is 404 with the page of the site', async () => {
    const { status, headers, body } = await ask('/tidak-ada/')
    expect([status, headers['cache-control'], body]).toEqual([404, 'no-store', files['404.html']])
  })

  test('hashed files are kept for ever, compressed', async () => {
    const { headers } = await ask('/_a/x.js', { headers: { 'Accept-Encoding': 'br' } })
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
    })
  })

  test('a hashed file that is gone is 404 and no cache keeps that', async () => {
    const { status, headers } = await ask('/_a/gone.js')
    expect([status, headers['cache-control']]).toEqual([404, 'no-store'])
  })

  test('the report page is never stored', async () => {
    expect((await ask('/lapor/')).headers['cache-control']).toBe('no-store')
  })

  test('open data may be read from other sites', async () => {
    const { headers } = await ask('/data/angka.csv')
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'content-type': 'text/csv; charset=utf-8',
    })
  })

  test('writing to a page is 405', async () => {
    expect((await ask('/', { method: 'POST', body: 'x' })).status).toBe(405)
  })

  test('a nonsense range gets the whole page', async () => {
    expect((await ask('/', { headers: { Range: 'bytes=9-1' } })).body).toBe(files['index.html'])
  })

  test('what was taken down is 410 with a way on, whatever the release holds', async () => {
    gone.note('takedown', ['/bantuan/'])
    const { status, body } = await ask('/bantuan/')
    gone.note('publish', ['/bantuan/'])
    const stillGone = (await ask('/bantuan/')).status
    gone.lift(['/bantuan/'])
    expect(stillGone).toBe(410)
    expect(status).toBe(410)
    expect(body).toContain('href="/periksa/"')
    expect((await ask('/bantuan/')).status).toBe(200)
  })
})

describe('hosts', () => {
  test('the desk host has neither CMS nor site', async () => {
    expect((await ask('/admin', { headers: onDesk() })).body).not.toBe('next')
    expect((await ask('/api/users', { headers: onDesk() })).status).toBe(404)
    expect((await ask('/api/publik/offices', { headers: onDesk() })).status).toBe(404)
    expect((await ask('/periksa/', { headers: onDesk() })).body).not.toContain('Periksa')
  })

  test('the CMS gets a policy with a nonce of its own for each request', async () => {
    const policies = await Promise.all([ask('/admin'), ask('/admin')])
    const nonces = policies.map(
      ({ headers }) => /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1],
    )
    expect(new Set(nonces).size).toBe(2)
    expect(nonces).not.toContain(undefined)
  })

  test('a client cannot choose the nonce or say who it is', async () => {
    const seen: IncomingHttpHeaders[] = []
    const before = state.next
    state.next = (request, response) => {
      seen.push(request.headers)
      response.end()
    }
    const lies = {
      'Content-Security-Policy': "script-src 'nonce-mine'",
      'X-Forwarded-For': '203.0.113.9',
      'X-Forwarded-Host': 'evil',
    }
    await ask('/admin', { headers: lies })
    state.next = before
    expect(JSON.stringify(seen)).not.toMatch(/nonce-mine|203\.0\.113\.9|evil/)
  })

  test.each([
    '/api/users/first-register',
    '/api/users/%66irst-register',
    '/api/users/%2566irst-register',
    '/api/users/FIRST-register/',
  ])('Payload cannot be asked for a first account at %s', async address => {
    expect(
      (await ask(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }))
        .status,
    ).toBe(403)
  })
})

describe('before everything is ready', () => {
  test('people wait on a page, programs get 503, and health says so', async () => {
    const { release } = state
    Object.assign(state, { phase: 'building', release: null })
    const [page, api, health] = await Promise.all([
      ask('/', { headers: { Accept: 'text/html' } }),
      ask('/api/banners'),
      ask('/healthz'),
    ])
    Object.assign(state, { phase: 'ready', release })
    expect([page.status, api.status, health.status]).toEqual([503, 503, 503])
    expect(page.body).toContain('Situs sedang disiapkan')
    expect(page.headers['retry-after']).toBe('10')
    expect(JSON.parse(health.body)).toMatchObject({ ready: false, phase: 'building' })
  })

  test('health is ready with versions and the last build', async () => {
    const { status, body } = await ask('/healthz')
    expect(status).toBe(200)
    expect(JSON.parse(body)).toMatchObject({
      ready: true,
      versions: { payload: expect.stringMatching(/^3\./), next: expect.stringMatching(/^16\./) },
      lastBuild: { release: '20260101-000000-aaaa', pages: 5 },
    })
  })

  test('first-register is refused from the first second', async () => {
    state.phase = 'starting'
    const { status } = await ask('/api/users/first-register', { method: 'POST' })
    state.phase = 'ready'
    expect(status).toBe(403)
  })
})

describe('media', () => {
  test('a file that nothing published shows is 404, although it lies there', async () => {
    writeFileSync(path.join(cms.env.mediaDir, 'draft.webp'), 'x')
    expect((await ask('/media/draft.webp')).status).toBe(404)
  })
})
