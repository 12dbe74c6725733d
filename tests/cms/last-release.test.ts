import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseEnv } from '#cms/env.ts'
import { writeOwners } from '#cms/jobs/owners.ts'
import { lastGoodRelease, type ReleasePaths, releasePaths } from '#cms/jobs/releases.ts'
import { announceWithdrawal, writeWithdrawn } from '#cms/jobs/withdrawn.ts'
import { serveLastRelease } from '#cms/serve-last.ts'
import { frontServer } from '#cms/server.ts'
import { newServerState, type ServerState } from '#cms/server-state.ts'
import { putRelease, wholeSite } from '#tests/helpers/release.ts'
import { freePort } from '#tests/helpers/server.ts'

const older = '20260101-000000-aaaa'
const newer = '20260102-000000-bbbb'
const site = { ...wholeSite, 'kampanye/a/index.html': '<!doctype html><title>A</title>' }

let folder: string
let port: number
let state: ServerState
let paths: ReleasePaths
let server: Server

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'berangkat-aman-last-'))
  port = await freePort()
  const env = parseEnv({ NODE_ENV: 'test', DATA_DIR: folder, PORT: String(port) })
  state = newServerState(env)
  paths = releasePaths(env)
  await putRelease(paths, older, site)
  await putRelease(paths, newer, site)
  writeWithdrawn(paths.withdrawn, [])
  server = frontServer(state)
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

function ask(
  address: string,
  method = 'GET',
  host = `localhost:${port}`,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { Host: host, Accept: 'text/html' }
    const request = httpRequest({ host: '127.0.0.1', port, path: address, method, headers }, response => {
      let body = ''
      response.setEncoding('utf8').on('data', part => {
        body += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
    request.once('error', reject)
    request.end()
  })
}
const statuses = async (...addresses: string[]) =>
  Promise.all(addresses.map(async address => (await ask(address)).status))

describe('before the database is open', () => {
  test('pages of the last release are served, and what is not there is 404', async () => {
    expect(serveLastRelease(state)).toBe(true)
    expect(await statuses('/', '/periksa/', '/kampanye/a/', '/tidak-ada/')).toEqual([200, 200, 200, 404])
  })

  test('CMS, tips, staff pages and writing wait with 503', async () => {
    serveLastRelease(state)
    const waiting = ['/admin', '/api/lapor/kunci', '/api/users/me', '/akun/sandi', '/sandi/x', '/awal/x']
    expect(await statuses(...waiting)).toEqual(waiting.map(() => 503))
    expect((await ask('/periksa/pesan/', 'POST')).status).toBe(503)
  })

  test('the desk is served once its bundle is fresh, and its calls wait', async () => {
    const desk = `desk.localhost:${port}`
    expect((await ask('/', 'GET', desk)).status).toBe(503)
    state.isDeskReady = true
    expect((await ask('/', 'GET', desk)).body).not.toContain('<p>beranda')
    expect((await ask('/api/desk/me', 'GET', desk)).status).toBe(503)
  })

  test('a medium is served when a page shows it, and waits otherwise', async () => {
    mkdirSync(state.env.mediaDir, { recursive: true })
    for (const name of ['shown.webp', 'draft.webp']) writeFileSync(path.join(state.env.mediaDir, name), 'x')
    writeOwners(paths.owners, new Map([['/media/shown.webp', ['/kampanye/a/']]]))
    serveLastRelease(state)
    expect(await statuses('/media/shown.webp', '/media/draft.webp')).toEqual([200, 503])
  })

  test('health is 200 and says that not everything is ready; readiness is 503', async () => {
    expect(await statuses('/healthz', '/readyz')).toEqual([503, 503])
    serveLastRelease(state)
    const health = await ask('/healthz')
    expect(health.status).toBe(200)
    expect(JSON.parse(health.body)).toMatchObject({
      ready: false,
      unwritable: [],
      lastBuild: { release: newer },
    })
    expect((await ask('/readyz')).status).toBe(503)
  })

  test('what was taken down is 410, also when only its announcement was written', async () => {
    writeWithdrawn(paths.withdrawn, ['/bantuan'])
    announceWithdrawal(paths.withdrawn, ['/kampanye/a/'])
    serveLastRelease(state)
    expect(await statuses('/bantuan/', '/kampanye/a/', '/kampanye/a/index.html', '/')).toEqual([
      410, 410, 410, 200,
    ])
  })

  test.each([
    ['missing', null],
    ['half-written', '{"gone":["/bantu'],
    ['empty', ''],
  ])('nothing is served while the note of take-downs is %s', async (_, text) => {
    if (text === null) rmSync(paths.withdrawn)
    else writeFileSync(paths.withdrawn, text)
    expect(serveLastRelease(state)).toBe(false)
    expect(await statuses('/', '/bantuan/')).toEqual([503, 503])
  })
})

describe('the last good release', () => {
  test('is the one that CURRENT names, also when a newer one was made', () => {
    writeFileSync(paths.current, `${older}\n`)
    expect(lastGoodRelease(paths)?.id).toBe(older)
  })

  test.each([
    ['missing', null],
    ['empty', ''],
    ['full of something else', '\u0000\u0000\u0000'],
    ['a path', `../releases/${older}`],
    ['the name of a release that is not there', '20260103-000000-cccc'],
  ])('is the newest whole one when CURRENT is %s', (_, text) => {
    if (text === null) rmSync(paths.current)
    else writeFileSync(paths.current, text)
    expect(lastGoodRelease(paths)?.id).toBe(newer)
  })

  test('is the one before when the folder of the current one is gone, or its manifest is half-written', () => {
    rmSync(paths.folder(newer), { recursive: true })
    expect(lastGoodRelease(paths)?.id).toBe(older)
    mkdirSync(paths.folder(newer))
    expect(lastGoodRelease(paths)?.id).toBe(older)
    writeFileSync(paths.manifest(older), '{"id":')
    expect(lastGoodRelease(paths)).toBeNull()
  })
})
