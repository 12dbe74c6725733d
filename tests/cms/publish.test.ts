import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createLocalReq, initTransaction, killTransaction } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { buildSite } from '#cms/jobs/build-site.ts'
import { onceEach, shortenOutput } from '#cms/jobs/build-site.ts'
import { getBuildState } from '#cms/jobs/build-state.ts'
import { enqueue, type OutboxEntry } from '#cms/jobs/enqueue.ts'
import { BuildFailure } from '#cms/jobs/failure.ts'
import { pruneAssets } from '#cms/jobs/finish-release.ts'
import type { ReleaseManifest } from '#cms/jobs/manifest.ts'
import { type Publisher, startPublisher } from '#cms/jobs/publisher.ts'
import { currentRelease, newReleaseId, pruneReleases, releasePaths } from '#cms/jobs/releases.ts'
import { readWithdrawn } from '#cms/jobs/withdrawn.ts'
import { root } from '#cms/env.ts'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'
import { makeStaff, type Staff } from '#tests/helpers/staff.ts'
import { database } from '#tests/helpers/database.ts'
import { putRelease, wholeSite } from '#tests/helpers/release.ts'

let cms: TestCms
let staff: Staff
let publisher: Publisher
const live: ReleaseManifest[] = []
const logged: string[] = []
/** What the next builds do: their promise ends when the test says so. */
let buildWith: typeof buildSite

const entry: OutboxEntry = {
  kind: 'publish',
  source: 'banners',
  docId: 'x',
  label: 'Spanduk uji',
  paths: ['/kampanye/uji/', '/media/uji.webp'],
}
const commit = async (change: Partial<OutboxEntry>) =>
  enqueue(await createLocalReq({}, cms.payload), { ...entry, ...change })
const waiting = { timeout: 30_000, interval: 50 }

let today = '2026-11-28'

const goodBuild: typeof buildSite = (id, _env, paths) => ({
  done: putRelease(paths, id, wholeSite),
  stop: () => undefined,
})

beforeAll(async () => {
  cms = await startTestCms()
  staff = await makeStaff(cms)
  await cms.payload.delete({ collection: 'outbox', where: {}, overrideAccess: true })
  buildWith = goodBuild
  publisher = await startPublisher({
    env: cms.env,
    payload: cms.payload,
    onLive: release => live.push(release),
    log: line => logged.push(line),
    buildWith: (...args) => buildWith(...args),
    today: () => today,
  })
  publisher.watch()
})
afterEach(() => {
  buildWith = goodBuild
})
afterAll(async () => {
  await publisher.stop()
  await cms.close()
})

describe('the publisher', () => {
  test('builds what was committed and says that it is live', async () => {
    const before = live.length
    await commit({})
    await vi.waitFor(async () => expect((await getBuildState(cms.payload)).state).toBe('live'), waiting)
    await vi.waitFor(() => expect(live.length).toBe(before + 1), waiting)
    await vi.waitFor(
      async () => expect(await getBuildState(cms.payload)).toMatchObject({ waiting: 0, error: null }),
      waiting,
    )
    expect(currentRelease(releasePaths(cms.env))?.id).toBe(live.at(-1)?.id)
  })

  test('makes one build of many changes', async () => {
    const before = live.length
    for (const label of ['satu', 'dua', 'tiga']) await commit({ label })
    await vi.waitFor(async () => expect((await getBuildState(cms.payload)).waiting).toBe(0), waiting)
    expect(live.length).toBe(before + 1)
  })

  test('builds once when a new day begins, though nothing changed', async () => {
    await vi.waitFor(async () => expect((await getBuildState(cms.payload)).waiting).toBe(0), waiting)
    const before = live.length
    today = '2026-11-29'
    await vi.waitFor(() => expect(live.length).toBe(before + 1), waiting)
    await new Promise(resolve => setTimeout(resolve, 1500))
    expect(live.length).toBe(before + 1)
  })

  test('says after each build that no emergency number is published, until one is', async () => {
    const warning = expect.stringContaining('tidak ada nomor darurat')
    await publisher.buildNow('Uji')
    expect(logged).toEqual(expect.arrayContaining([warning]))
    await cms.payload.create({
      collection: 'help-channels',
      data: {
        slug: 'uji-110',
        name: 'Polisi 110',
        purpose: 'Bahaya',
        where: 'indonesia',
        kind: 'darurat',
        identity: 'belum-diketahui',
        tel: '110',
        source: { title: 'Sumber uji' },
        _status: 'published',
      },
      overrideAccess: true,
    })
    await vi.waitFor(async () => expect((await getBuildState(cms.payload)).waiting).toBe(0), waiting)
    logged.length = 0
    await publisher.buildNow('Uji')
    expect(logged).not.toEqual(expect.arrayContaining([warning]))
  })

  test('passes on what a build warns of', async () => {
    buildWith = (id, env, paths, warn) => {
      warn?.('UU 1/2000: should have been reviewed')
      return goodBuild(id, env, paths)
    }
    await publisher.buildNow('Uji')
    expect(logged).toContain('UU 1/2000: should have been reviewed')
  })

  test('counts a new day from the start of the build that is served', async () => {
    await vi.waitFor(async () => expect((await getBuildState(cms.payload)).waiting).toBe(0), waiting)
    const paths = releasePaths(cms.env)
    const { id } = currentRelease(paths) ?? { id: '' }
    const manifest = JSON.parse(readFileSync(paths.manifest(id), 'utf8'))
    // Begun at 23.59 in Jakarta, finished after midnight.
    const times = { begun: '2026-11-29T16:59:30.000Z', built: '2026-11-29T17:00:30.000Z' }
    writeFileSync(paths.manifest(id), JSON.stringify({ ...manifest, ...times }))
    let builds = 0
    const next = await startPublisher({
      env: cms.env,
      payload: cms.payload,
      onLive: () => {
        builds += 1
      },
      log: () => undefined,
      buildWith: goodBuild,
      today: () => '2026-11-30',
    })
    next.watch()
    await vi.waitFor(() => expect(builds).toBe(1), waiting)
    await next.stop()
  })

  test.skipIf(!database.transactions)('does not see a change that is taken back', async () => {
    const before = live.length
    const req = await createLocalReq({}, cms.payload)
    await initTransaction(req)
    await enqueue(req, { ...entry, kind: 'takedown', paths: ['/desa/dibatalkan/'] })
    await killTransaction(req)
    await new Promise(resolve => setTimeout(resolve, 1800))
    expect(live.length).toBe(before)
    expect(publisher.gone.has('/desa/dibatalkan/')).toBe(false)
  })

  test('a take-down is gone before the build, and "everywhere" after it', async () => {
    let open = () => {}
    const gate = new Promise<void>(resolve => {
      open = resolve
    })
    buildWith = (id, _env, paths) => ({
      done: gate.then(() => putRelease(paths, id, wholeSite)),
      stop: () => undefined,
    })
    await commit({
      kind: 'takedown',
      label: 'Desa ditarik',
      paths: ['/desa/ditarik/', '/media/ditarik.webp'],
    })
    await vi.waitFor(() => expect(publisher.gone.has('/media/ditarik.webp')).toBe(true), waiting)
    expect((await getBuildState(cms.payload)).takedowns[0]).toMatchObject({
      label: 'Desa ditarik',
      everywhere: false,
    })
    open()
    await vi.waitFor(
      async () => expect((await getBuildState(cms.payload)).takedowns[0]).toMatchObject({ everywhere: true }),
      waiting,
    )
    expect(publisher.gone.has('/desa/ditarik/')).toBe(true)
  })

  test('its files go from every release that is kept, at once, and are not brought back by the build that runs', async () => {
    await vi.waitFor(async () => expect((await getBuildState(cms.payload)).waiting).toBe(0), waiting)
    const paths = releasePaths(cms.env)
    const page = 'kampanye/hapus/index.html'
    const site = { ...wholeSite, [page]: '<!doctype html><title>Hapus</title>' }
    const isIn = (id: string) => existsSync(path.join(paths.folder(id), page))
    const first = await putRelease(paths, newReleaseId(new Date()), site)
    const second = await putRelease(paths, newReleaseId(new Date()), site)
    let open = () => {}
    const gate = new Promise<void>(resolve => {
      open = resolve
    })
    let isBuilding = false
    buildWith = (id, _env, ofBuild) => {
      isBuilding = true
      return { done: gate.then(() => putRelease(ofBuild, id, site)), stop: () => undefined }
    }
    const before = live.length
    await commit({ label: 'Membangun' })
    await vi.waitFor(() => expect(isBuilding).toBe(true), waiting)
    buildWith = goodBuild
    await commit({ kind: 'takedown', paths: ['/kampanye/hapus/'] })
    await vi.waitFor(() => expect([isIn(first.id), isIn(second.id)]).toEqual([false, false]), waiting)
    expect(readWithdrawn(paths.withdrawn)).toContain('/kampanye/hapus')
    open()
    await vi.waitFor(() => expect(live.length).toBeGreaterThan(before), waiting)
    expect(isIn(live[before]?.id ?? '')).toBe(false)
    expect(publisher.gone.has('/kampanye/hapus/')).toBe(true)
  })

  test('a take-down is noted on disk before its commit, for a server that is killed right after it', async () => {
    const file = releasePaths(cms.env).withdrawn
    const req = await createLocalReq({}, cms.payload)
    await initTransaction(req)
    await enqueue(req, { ...entry, kind: 'takedown', paths: ['/desa/sekejap/'] })
    expect(readWithdrawn(file)).toContain('/desa/sekejap/')
    await killTransaction(req)
  })

  test('publishing it again lifts the take-down', async () => {
    await commit({ kind: 'takedown', paths: ['/desa/kembali/'] })
    await vi.waitFor(() => expect(publisher.gone.has('/desa/kembali/')).toBe(true), waiting)
    await commit({ kind: 'publish', paths: ['/desa/kembali/'] })
    await vi.waitFor(() => expect(publisher.gone.has('/desa/kembali/')).toBe(false), waiting)
  })

  test('a new start still knows what was taken down', async () => {
    await commit({ kind: 'takedown', paths: ['/desa/lama/'] })
    const second = await startPublisher({
      env: cms.env,
      payload: cms.payload,
      onLive: () => undefined,
      log: () => undefined,
    })
    await second.stop()
    expect(second.gone.has('/desa/lama/')).toBe(true)
  })

  test('a failed build leaves the release, shows its reason, and the next change cures it', async () => {
    await vi.waitFor(async () => expect((await getBuildState(cms.payload)).waiting).toBe(0), waiting)
    const served = currentRelease(releasePaths(cms.env))?.id
    buildWith = () => ({
      done: Promise.reject(new BuildFailure('content', 'offices "x" does not fit its schema')),
      stop: () => undefined,
    })
    await commit({ label: 'Rusak' })
    await vi.waitFor(
      async () =>
        expect(await getBuildState(cms.payload)).toMatchObject({
          state: 'failed',
          waiting: 1,
          error: {
            kind: 'content',
            subject: 'offices/x',
            detail: 'offices "x" does not fit its schema',
          },
        }),
      waiting,
    )
    expect(currentRelease(releasePaths(cms.env))?.id).toBe(served)
    buildWith = goodBuild
    await commit({ label: 'Diperbaiki' })
    await vi.waitFor(
      async () => expect(await getBuildState(cms.payload)).toMatchObject({ state: 'live', waiting: 0 }),
      waiting,
    )
  })
})

describe('stopping', () => {
  const start = (build: typeof buildSite) =>
    startPublisher({
      env: cms.env,
      payload: cms.payload,
      onLive: () => undefined,
      log: line => logged.push(line),
      buildWith: build,
    })

  test('while a build fails ends it, begins no other, and blames nobody', async () => {
    logged.length = 0
    let builds = 0
    let fail = (_error: Error) => {}
    const second = await start(() => {
      builds += 1
      return {
        done: new Promise((_resolve, reject) => {
          fail = reject
        }),
        stop: () => fail(new BuildFailure('memory', 'killed')),
      }
    })
    const building = second.buildNow('Uji').catch((error: Error) => error.message)
    await vi.waitFor(() => expect(builds).toBe(1), waiting)
    second.watch()
    await second.stop()
    expect(await building).toBe('killed')
    await expect(second.buildNow('Lagi')).rejects.toThrow('stopped')
    expect(builds).toBe(1)
    expect(logged).toEqual([])
  })
})

describe('GET and POST /api/build-state', () => {
  test.each([
    ['nobody', 401],
    ['handler', 401],
    ['editor', 200],
    ['publisher', 200],
    ['admin', 200],
  ] as const)('%s gets %i', async (caller, status) => {
    expect((await cms.rest('GET', '/build-state', { token: staff.tokens[caller] })).status).toBe(status)
  })

  test.each([
    ['nobody', 401],
    ['handler', 401],
    ['editor', 403],
    ['publisher', 202],
  ] as const)('asked for a new build, %s gets %i', async (caller, status) => {
    expect((await cms.rest('POST', '/build-state', { token: staff.tokens[caller] })).status).toBe(status)
  })

  test('outbox and builds are closed to REST even for the admin', async () => {
    for (const address of ['/outbox', '/builds']) {
      const { status } = await cms.rest('GET', address, { token: staff.tokens.admin })
      expect(status).toBeGreaterThanOrEqual(400)
    }
  })
})

describe('releases', () => {
  const paths = () =>
    releasePaths({ dataDir: path.join(cms.folder, 'r'), releasesDir: path.join(cms.folder, 'r/releases') })

  test('three are kept, with the current one; half-built folders are removed', async () => {
    for (const number of [1, 2, 3, 4]) await putRelease(paths(), `2026010${number}-000000-aaaa`, wholeSite)
    mkdirSync(paths().part('20260105-000000-bbbb'), { recursive: true })
    const kept = pruneReleases(paths()).map(release => release.id)
    expect(kept).toEqual(['20260104-000000-aaaa', '20260103-000000-aaaa', '20260102-000000-aaaa'])
    expect(existsSync(paths().part('20260105-000000-bbbb'))).toBe(false)
    expect(existsSync(paths().folder('20260101-000000-aaaa'))).toBe(false)
  })

  test('a build without its most needed pages is refused by name', async () => {
    const { 'lapor/index.html': _, ...rest } = wholeSite
    await expect(putRelease(paths(), '20260106-000000-cccc', rest)).rejects.toThrow('lapor/index.html')
  })

  test('an unchanged page is not compressed again and keeps its date', async () => {
    const page = `<!doctype html>${'kata '.repeat(400)}`
    await putRelease(paths(), '20260107-000000-dddd', { ...wholeSite, 'index.html': page })
    const first = path.join(paths().folder('20260107-000000-dddd'), 'index.html')
    utimesSync(first, 1000, 1000)
    await putRelease(paths(), '20260108-000000-eeee', { ...wholeSite, 'index.html': page })
    const second = path.join(paths().folder('20260108-000000-eeee'), 'index.html')
    const { statSync } = await import('node:fs')
    expect(statSync(second).mtimeMs).toBe(1_000_000)
    expect(readFileSync(`${second}.br`)).toEqual(readFileSync(`${first}.br`))
  })

  test('hashed files stay while a kept release names them or a day has not passed', async () => {
    const assets = path.join(cms.folder, 'assets-test')
    mkdirSync(path.join(assets, '_a'), { recursive: true })
    for (const name of ['named.js', 'fresh.js', 'old.js']) writeFileSync(path.join(assets, '_a', name), 'x')
    const now = Date.now()
    const yesterday = (now - 25 * 60 * 60 * 1000) / 1000
    for (const name of ['named.js', 'old.js']) utimesSync(path.join(assets, '_a', name), yesterday, yesterday)
    await pruneAssets(assets, [['/_a/named.js']], now)
    expect(['named.js', 'fresh.js', 'old.js'].map(name => existsSync(path.join(assets, '_a', name)))).toEqual(
      [true, true, false],
    )
  })
})

test('the reason of a failed build has neither stack nor path of this machine', () => {
  const output = `[ERROR] figures "x" does not fit\n    at parse (${root}/src/x.ts:1:1)\n  Location: ${root}/site/y.ts\n`
  expect(shortenOutput(output)).toBe('[ERROR] figures "x" does not fit\n  Location: site/y.ts')
})

test('the same line of a build, at whatever time, is told once', () => {
  const told: string[] = []
  const tell = onceEach(line => told.push(line))
  for (const line of ['10:00:01 [WARN] satu', '10:00:02 [WARN] satu', '10:00:02 [WARN] dua']) tell(line)
  expect(told).toEqual(['[WARN] satu', '[WARN] dua'])
})
