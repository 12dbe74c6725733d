import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasRoomFor, isStorageFull, storageFolders, unwritable, whenThereIsRoom } from '#cms/storage.ts'
import { collections } from '#src/slugs.ts'
import { startTestDoor, staffPassword, type TestDoor } from '#tests/helpers/cms-door.ts'
import { database } from '#tests/helpers/database.ts'
import { makeStaff, type Staff } from '#tests/helpers/staff.ts'
import { makeInbox, sealedSample, type TestInbox } from './report-server.ts'

/** A server whose staff, inbox and picture are ready, and what can be asked of it. */
async function open() {
  const door = await startTestDoor()
  const staff = await makeStaff(door.cms)
  await door.makeStaff('masuk@uji.example', 'publisher')
  const inbox = await makeInbox(door.cms)
  const png = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#0b6b62' } })
    .png()
    .toBuffer()
  return { door, staff, inbox, png }
}
type Opened = { door: TestDoor; staff: Staff; inbox: TestInbox; png: Buffer }

const banner = (number: number) => ({
  title: `Banner ${number}`,
  message: 'Pesan '.repeat(30),
  _status: 'published',
})

function asks({ door, inbox, png, staff }: Opened) {
  const token = staff.tokens.publisher
  return {
    publish: (number: number, headers = {}) =>
      door.cms.rest('POST', '/banners', { token, headers, body: banner(number) }),
    upload: async () => {
      const form = new FormData()
      form.set('_payload', JSON.stringify({ alt: 'Kantor', persons: 'tidak-ada' }))
      form.set('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'a.png')
      const request = new Request('http://localhost/', { method: 'POST', body: form })
      const headers = { 'Content-Type': request.headers.get('content-type') ?? '' }
      return door.cms.rest('POST', '/media', {
        token,
        headers,
        raw: Buffer.from(await request.arrayBuffer()),
      })
    },
    signIn: (password = staffPassword) =>
      door.browser().post('/admin/login', { langkah: 'sandi', email: 'masuk@uji.example', password }),
    report: async () => {
      const challenge = await (await fetch(`${door.origin}/api/lapor/tantangan`)).json()
      const body = {
        ...(await sealedSample(inbox)),
        proof: { challenge, solution: await solveChallenge({ challenge, deriveKey }) },
      }
      const init = {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }
      return fetch(`${door.origin}/api/lapor/kirim`, init)
    },
  }
}

describe('an error that says that nothing can be stored', () => {
  test.each(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_READONLY', 'ENOSPC', 'EDQUOT', 'EROFS', 14_031])(
    'is known by its code %s, however deep it lies',
    code => {
      const error = Object.assign(new Error('x'), { code })
      expect(isStorageFull(new Error('a', { cause: new Error('b', { cause: error }) }))).toBe(true)
    },
  )
  test.each(['SQLITE_BUSY', 'SQLITE_CONSTRAINT_UNIQUE', 'ENOENT', 11_000, undefined])('is not %s', code => {
    expect(isStorageFull(Object.assign(new Error('x'), { code }))).toBe(false)
  })
})

test('a start waits for room, says so once, and throws anything else on', async () => {
  vi.useFakeTimers()
  const said: string[] = []
  const full = Object.assign(new Error('x'), { code: 'SQLITE_FULL' })
  const work = vi
    .fn()
    .mockRejectedValueOnce(full)
    .mockRejectedValueOnce(full)
    .mockResolvedValueOnce('terbuka')
  const opened = whenThereIsRoom(work, line => said.push(line))
  await vi.advanceTimersByTimeAsync(30_000)
  vi.useRealTimers()
  expect(await opened).toBe('terbuka')
  expect(said.length).toBe(1)
  await expect(
    whenThereIsRoom(
      () => Promise.reject(new Error('lain')),
      () => undefined,
    ),
  ).rejects.toThrow('lain')
})

describe('when a write fails for want of room', () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.door.close())

  const full = () => new Error('write', { cause: Object.assign(new Error('x'), { code: 'SQLITE_FULL' }) })

  test.each([
    ['id', 1, 'Beri tahu pengelola server'],
    ['en', 2, 'Tell whoever runs the server'],
  ])('publishing is 507 with what to do (%s)', async (language, number, words) => {
    const spy = vi.spyOn(opened.door.cms.payload.db, 'create').mockRejectedValue(full())
    const answer = await asks(opened).publish(number, { 'Accept-Language': language })
    spy.mockRestore()
    expect(answer.status).toBe(507)
    expect(JSON.stringify(await answer.json())).toContain(words)
    expect((await asks(opened).publish(number)).status).toBe(201)
  })

  test('signing in is 507 with what to do, and a page', async () => {
    const db = opened.door.cms.payload.db
    const spies = (['create', 'updateOne', 'upsert'] as const).map(name =>
      vi.spyOn(db, name).mockRejectedValue(full()),
    )
    const answer = await asks(opened).signIn('salah')
    for (const spy of spies) spy.mockRestore()
    expect(answer.status).toBe(507)
    expect(answer.body).toContain('Beri tahu pengelola server')
  })

  test('a folder has room for a file when it can be written and the file fits', async () => {
    const { folder } = opened.door.cms
    const room = [
      await hasRoomFor(folder, 1000),
      await hasRoomFor(folder, Number.MAX_SAFE_INTEGER),
      await hasRoomFor(path.join(folder, 'tidak-ada'), 1000),
    ]
    expect(room).toEqual([true, false, false])
  })

  test('a file that is no picture stays a 400', async () => {
    const broken = { ...opened, png: Buffer.concat([opened.png.subarray(0, 200), Buffer.alloc(500)]) }
    expect((await asks(broken).upload()).status).toBe(400)
  })

  test('health names what cannot be written, and readiness is 503', async () => {
    const { env } = opened.door.cms
    rmSync(env.mediaDir, { recursive: true })
    writeFileSync(env.mediaDir, '')
    await new Promise(resolve => setTimeout(resolve, 1100))
    const places = await unwritable(storageFolders(env))
    const [health, ready] = await Promise.all(
      ['/healthz', '/readyz'].map(async address => (await fetch(opened.door.origin + address)).json()),
    )
    rmSync(env.mediaDir)
    mkdirSync(env.mediaDir)
    expect([places, health.unwritable, ready.unwritable]).toEqual([['media'], ['media'], ['media']])
  })
})

/** A small disk of its own, where this account may mount one; null elsewhere. */
function smallDisk(): string | null {
  if (process.platform !== 'linux' || database.engine !== 'sqlite') return null
  const folder = mkdtempSync(path.join(tmpdir(), 'berangkat-aman-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', folder], { stdio: 'ignore' })
    return folder
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
}
const disk = smallDisk()
if (!disk) console.log('The test on a disk that is really full is skipped: this account may not mount one.')

describe.skipIf(!disk)('on a disk that is really full', () => {
  let opened: Opened
  const before = process.env.TMPDIR
  beforeAll(async () => {
    process.env.TMPDIR = disk ?? ''
    opened = await open()
  })
  afterAll(async () => {
    await opened.door.close()
    process.env.TMPDIR = before ?? '/tmp'
    execFileSync('umount', [disk ?? ''])
    rmSync(disk ?? '', { recursive: true })
  })

  test('everything that writes is 507, nothing acknowledged is lost, and it recovers by itself', async () => {
    const { cms } = opened.door
    const call = asks(opened)
    const filler = path.join(disk ?? '', 'penuh')
    const { bavail, bsize } = statfsSync(disk ?? '')
    // Room for some more writes: the disk fills up in the middle of them.
    writeFileSync(filler, Buffer.alloc(bavail * bsize - 600_000))
    const stored: string[] = []
    let status = 201
    for (let number = 0; status === 201 && number < 500; number += 1) {
      const answer = await call.publish(number)
      status = answer.status
      if (status === 201) stored.push((await answer.json()).doc.id)
    }
    expect(status).toBe(507)
    // To the last byte.
    try {
      for (;;) writeFileSync(`${filler}-${readdirSync(disk ?? '').length}`, Buffer.alloc(4096))
    } catch {}
    const answers = [await call.report(), await call.upload(), await call.publish(900)].map(one => one.status)
    expect(answers).toEqual([507, 507, 507])
    // So small a row may still fit into what the database's log has already.
    expect([401, 507]).toContain((await call.signIn('salah')).status)
    const ids = async () => {
      const { docs } = await cms.payload.find({
        collection: collections.banners,
        pagination: false,
        overrideAccess: true,
      })
      return docs.map(({ id }) => id).sort()
    }
    expect(await ids()).toEqual([...stored].sort())

    for (const name of readdirSync(disk ?? '').filter(one => one.startsWith('penuh')))
      rmSync(path.join(disk ?? '', name))
    const after = [await call.report(), await call.upload(), await call.publish(901)].map(one => one.status)
    expect(after).toEqual([201, 201, 201])
    expect((await ids()).length).toBe(stored.length + 1)
    const { client } = cms.payload.db as unknown as {
      client: { execute: (sql: string) => Promise<{ rows: { integrity_check: string }[] }> }
    }
    expect((await client.execute('PRAGMA integrity_check')).rows[0]?.integrity_check).toBe('ok')
  }, 240_000)
})
