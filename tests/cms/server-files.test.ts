import { existsSync, mkdirSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { deskFiles } from '#cms/endpoints/static.ts'
import { targetOf } from '#cms/endpoints/target.ts'
import { compressFolder } from '#cms/jobs/compress.ts'
import { releasePaths } from '#cms/jobs/releases.ts'
import { askRaw, startTestFront, type TestFront } from '#tests/helpers/front.ts'
import { wholeSite } from '#tests/helpers/release.ts'
import { freePort } from '#tests/helpers/server.ts'

vi.mock('#cms/endpoints/media-published.ts', () => ({ isMediaPublished: async () => true }))

let front: TestFront
let desk: Server
let deskPort: number
const long = 'panjang,'.repeat(400_000)
const page = `<!doctype html><title>Desa</title>${'<p>Desa Binaan Imigrasi'.repeat(60)}`
const files: Record<string, string> = {
  ...wholeSite,
  '404.html': `<!doctype html><title>Tidak ada</title>${'<p>Tidak ada apa pun di sini'.repeat(40)}`,
  'desa/index.html': page,
  'data/angka.csv': long,
  'data/kecil.csv': 'a,b\n',
  'data/hilang.csv': 'belum pernah diminta',
  '_a/besar.abc.js': `//${long}`,
}

beforeAll(async () => {
  front = await startTestFront(files)
  for (const name of ['besar.webp', 'kecil.webp'])
    writeFileSync(path.join(front.cms.env.mediaDir, name), name === 'besar.webp' ? long : 'gambar')
  const folder = path.join(front.cms.folder, 'desk')
  mkdirSync(path.join(folder, 'assets'), { recursive: true })
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Meja</title>')
  writeFileSync(path.join(folder, 'assets', 'besar.js'), `//${long}`)
  await compressFolder(folder)
  const serve = deskFiles(folder)
  desk = createServer((request, response) => {
    serve?.(request, response, targetOf(request)).catch(error => response.writeHead(error.status).end())
  })
  deskPort = await freePort()
  await new Promise<void>(resolve => desk.listen(deskPort, '127.0.0.1', resolve))
})
afterAll(async () => {
  desk.closeAllConnections()
  desk.close()
  await front.close()
})

/** The files under the test's own folder that this process has open, besides its database. */
function openFiles(): string[] {
  const targets = readdirSync('/proc/self/fd').map(name => {
    try {
      return readlinkSync(`/proc/self/fd/${name}`)
    } catch {
      return ''
    }
  })
  return targets.filter(target => target.startsWith(front.cms.folder) && !/\.db(?:-\w+)?$/.test(target))
}

/** Asks on a connection of its own and hangs up: when the answer begins, or at once. */
function leave(port: number, address: string, when: 'at once' | 'at the answer'): Promise<void> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`GET ${address} HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`, () => {
        if (when === 'at once') socket.destroy()
      })
    })
    socket.once('data', () => socket.destroy())
    socket.on('error', () => undefined)
    socket.once('close', () => resolve())
  })
}

describe('a client that leaves early', () => {
  test.skipIf(!existsSync('/proc/self/fd')).each([
    ['a page', () => front.port, '/desa/'],
    ['a long file of the site', () => front.port, '/data/angka.csv'],
    ['a hashed file', () => front.port, '/_a/besar.abc.js'],
    ['a missing page', () => front.port, '/tidak-ada/'],
    ['a picture', () => front.port, '/media/besar.webp'],
    ['a small picture', () => front.port, '/media/kecil.webp'],
    ['a file of the desk', () => deskPort, '/assets/besar.js'],
    ['the first page of the desk', () => deskPort, '/'],
  ])('leaves no file open behind it: %s', async (_, port, address) => {
    for (const when of ['at once', 'at the answer'] as const)
      await Promise.all(Array.from({ length: 50 }, () => leave(port(), address, when)))
    await expect.poll(openFiles, { timeout: 5000 }).toEqual([])
    expect((await askRaw(port(), address)).bytes.length).toBeGreaterThan(0)
  })
})

describe('a part of a file', () => {
  const part = async (range: string, headers: Record<string, string> = {}) => {
    const answer = await front.ask('/data/angka.csv', { headers: { Range: range, ...headers } })
    return [answer.status, answer.headers['content-range'], answer.body.length]
  }
  const whole = [200, undefined, long.length]

  test.each([
    ['bytes=0-3', [206, `bytes 0-3/${long.length}`, 4]],
    ['bytes=8-', [206, `bytes 8-${long.length - 1}/${long.length}`, long.length - 8]],
    ['bytes=-5', [206, `bytes ${long.length - 5}-${long.length - 1}/${long.length}`, 5]],
    [`bytes=4-${long.length + 9}`, [206, `bytes 4-${long.length - 1}/${long.length}`, long.length - 4]],
    [`bytes=${long.length}-`, [416, `bytes */${long.length}`, 0]],
    ['bytes=9-1', whole],
    ['bytes=0-1,4-5', whole],
    ['bytes=', whole],
    ['bytes=a-b', whole],
    ['bytes=0x1-2', whole],
    ['bytes=1e1-99', whole],
    ['bytes=99999999999999999999999-', [416, `bytes */${long.length}`, 0]],
    ['lines=0-1', whole],
    ['-1', whole],
  ])('%s', async (range, expected) => {
    expect(await part(range)).toEqual(expected)
  })

  test('of a short file and of a picture it comes too', async () => {
    const short = await front.ask('/data/kecil.csv', { headers: { Range: 'bytes=2-2' } })
    const picture = await front.ask('/media/kecil.webp', { headers: { Range: 'bytes=0-2' } })
    expect([short.status, short.body, picture.status, picture.body]).toEqual([206, 'b', 206, 'gam'])
  })

  test('of another version is the whole file', async () => {
    const { headers } = await front.ask('/data/angka.csv')
    expect(await part('bytes=0-3', { 'If-Range': '"other"' })).toEqual(whole)
    expect((await part('bytes=0-3', { 'If-Range': String(headers.etag) }))[0]).toBe(206)
  })
})

describe('a file that the client has', () => {
  test.each([
    ['its tag', (tag: string) => tag],
    ['its tag, weak', (tag: string) => `W/${tag}`],
    ['its tag among others', (tag: string) => `"x", ${tag},"y"`],
    ['any', () => '*'],
  ])('is 304 without a body, by %s', async (_, known) => {
    const first = await front.ask('/desa/')
    const again = await front.ask('/desa/', {
      headers: { 'If-None-Match': known(String(first.headers.etag)) },
    })
    expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, first.headers.etag])
    expect(again.headers).toMatchObject({ 'cache-control': 'no-cache', vary: 'Accept-Encoding' })
  })

  test('is 304 by its day, and whole by another tag or an older day', async () => {
    const { headers } = await front.ask('/desa/')
    const ask = async (sent: Record<string, string>) => (await front.ask('/desa/', { headers: sent })).status
    expect(await ask({ 'If-Modified-Since': String(headers['last-modified']) })).toBe(304)
    expect(await ask({ 'If-Modified-Since': 'Thu, 01 Jan 1970 00:00:00 GMT' })).toBe(200)
    expect(await ask({ 'If-Modified-Since': 'kemarin' })).toBe(200)
    expect(await ask({ 'If-None-Match': '"other", x' })).toBe(200)
  })

  test('has another tag in each coding', async () => {
    const tags = await Promise.all(
      ['br', 'gzip', 'identity'].map(
        async coding => (await front.ask('/desa/', { headers: { 'Accept-Encoding': coding } })).headers.etag,
      ),
    )
    expect(new Set(tags).size).toBe(3)
  })

  test('is told of by HEAD as by GET', async () => {
    for (const address of ['/desa/', '/data/angka.csv', '/media/kecil.webp', '/tidak-ada/']) {
      const [get, head] = [await front.ask(address), await front.ask(address, { method: 'HEAD' })]
      expect([head.status, head.bytes.length]).toEqual([get.status, 0])
      expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' })
    }
  })
})

describe('the coding of an answer', () => {
  test.each([
    [undefined, undefined],
    ['', undefined],
    ['identity', undefined],
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['gzip, deflate', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['br;q=0, gzip;q=0', undefined],
    ['br;q=0, *', 'gzip'],
    ['*', 'br'],
    ['identity;q=0, gzip', 'gzip'],
    ['zstd', undefined],
    ['brotli, bro, xbr', undefined],
    [';;,,q=', undefined],
  ])('for %j is %j', async (wish, coding) => {
    const headers: Record<string, string> = wish === undefined ? {} : { 'Accept-Encoding': wish }
    for (const address of ['/desa/', '/tidak-ada/']) {
      const answer = await front.ask(address, { headers })
      const open = { br: brotliDecompressSync, gzip: gunzipSync }[coding ?? ''] ?? ((bytes: Buffer) => bytes)
      expect(answer.headers['content-encoding']).toBe(coding)
      expect(answer.headers.vary).toBe('Accept-Encoding')
      expect(open(answer.bytes).toString()).toBe(address === '/desa/' ? page : files['404.html'])
    }
  })

  test('is never one that the client refuses', async () => {
    for (const [address, wish] of [
      ['/desa/', '*;q=0'],
      ['/desa/', 'identity;q=0'],
      ['/data/kecil.csv', 'gzip, identity;q=0'],
    ] as const)
      expect((await front.ask(address, { headers: { 'Accept-Encoding': wish } })).status).toBe(406)
  })

  test('of the desk is compressed too', async () => {
    const { headers, bytes } = await askRaw(deskPort, '/assets/besar.js', {
      headers: { 'Accept-Encoding': 'gzip' },
    })
    expect(headers).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': expect.stringContaining('immutable'),
    })
    expect(gunzipSync(bytes).toString()).toBe(`//${long}`)
  })
})

describe('files and folders', () => {
  test.each([
    ['/desa/index.html', 'text/html; charset=utf-8'],
    ['/data/kecil.csv', 'text/csv; charset=utf-8'],
    ['/_a/besar.abc.js', 'text/javascript; charset=utf-8'],
    ['/media/kecil.webp', 'image/webp'],
  ])('%s is %s', async (address, type) => {
    expect((await front.ask(address, { method: 'HEAD' })).headers['content-type']).toBe(type)
  })

  test('compressed forms and folders have no address of their own', async () => {
    for (const address of [
      '/desa/index.html.br',
      '/desa/index.html.gz',
      '/data/',
      '/_a/',
      '/media/',
      '/media/..',
    ])
      expect([400, 404]).toContain((await front.ask(address)).status)
  })

  test('a file that is gone from the disk is 404, also a long one, and nothing of its headers is left', async () => {
    const { folder } = releasePaths(front.cms.env)
    for (const name of ['angka', 'hilang'])
      rmSync(path.join(folder('20260101-000000-aaaa'), `data/${name}.csv`))
    for (const address of ['/data/angka.csv', '/data/hilang.csv']) {
      const { status, headers } = await front.ask(address)
      expect([status, headers['cache-control'], headers['access-control-allow-origin']]).toEqual([
        404,
        'no-store',
        undefined,
      ])
    }
  })
})
