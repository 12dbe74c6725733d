import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { backUp } from '#cms/backup/back-up.ts'
import { endGap } from '#cms/backup/end-gap.ts'
import type { RestoreReport } from '#cms/backup/restore.ts'
import { settled } from '#cms/backup/settle.ts'
import { readFigures } from '#cms/endpoints/figure-releases.ts'
import { isListPinned, listInForce, readPin } from '#cms/endpoints/report-keys.ts'
import type { Env } from '#cms/env.ts'
import { waitingRows } from '#cms/jobs/outbox-rows.ts'
import { lockFile, takeLock } from '#cms/lock.ts'
import { linkFor } from '#cms/staff-link.ts'
import { jakartaDay } from '#src/calendar.ts'
import { type Identity, newIdentity, recipientOf } from '#src/crypto/age.ts'
import { keyListHash } from '#src/crypto/key-list.ts'
import { backupSecret, newFolder, openCms, restoreInto, settingsIn } from '#tests/helpers/backup.ts'
import { storeReport } from '#tests/helpers/store-report.ts'
import { database } from '#tests/helpers/database.ts'
import { openTestInbox } from '#tests/helpers/inbox.ts'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'
import { makeStaff, signIn } from '#tests/helpers/staff.ts'
import { officeFigure } from '../unit/stats/figures.ts'

const { folder: out, remove } = newFolder()
const file = path.join(out, 'berangkat-aman-uji.tar.age')
let cms: TestCms
let identity: Identity
let count = 0
let env: Env
/** The pin as members published it, at the backup and after one more inbox. */
let published: string
let later: string
let laterList: string
const reports: Record<'open' | 'due' | 'held', string> = { open: '', due: '', held: '' }
const today = jakartaDay()

beforeAll(async () => {
  cms = await startTestCms({ PAYLOAD_SECRET: backupSecret })
  const { payload } = cms
  await makeStaff(cms)
  await openTestInbox(cms)
  published = readPin(cms.env.KEYLIST_PIN_FILE) ?? ''
  reports.open = await storeReport(cms, 'terbuka-'.repeat(40))
  reports.due = await storeReport(cms, 'habis-'.repeat(40), today)
  reports.held = await storeReport(cms, 'ditahan-'.repeat(40), today, true)
  await payload.kv.set('first-account-link', { hash: 'x', expires: 0 })
  const { docs } = await payload.find({ collection: 'staff-keys', limit: 1, overrideAccess: true })
  await payload.update({
    collection: 'staff-keys',
    id: docs[0]?.id ?? '',
    data: { secondFactor: 'x', secondFactorStep: 5 },
    overrideAccess: true,
  })
  await payload.create({
    collection: 'figures',
    data: {
      slug: 'uji-cadangan',
      subject: { kind: 'kanim', name: 'Uji Cadangan' },
      measure: 'ditolak',
      reasonScope: 'semua',
      period: { start: '2026-02-01T12:00:00.000Z', end: '2026-02-28T12:00:00.000Z' },
      count: 40,
      provenance: 'kantor',
      sources: [{ title: 'Kantor Imigrasi Uji' }],
      _status: 'published',
    },
    overrideAccess: true,
  })
  writeFileSync(path.join(cms.env.mediaDir, 'foto.webp'), 'gambar')
  identity = await newIdentity()
  await backUp({ env: cms.env, file, recipients: [await recipientOf(identity)] })
  await openTestInbox(cms)
  later = readPin(cms.env.KEYLIST_PIN_FILE) ?? ''
  laterList = JSON.stringify({ list: await listInForce(payload, cms.env) })
})
afterAll(async () => {
  await cms.close()
  remove()
})
beforeEach(() => {
  env = settingsIn(path.join(out, `data ${++count}`))
})

const restored = (more: Parameters<typeof restoreInto>[2] = {}) =>
  restoreInto(env, file, { identities: [identity], askHash: async () => published, ...more })

describe.skipIf(database.engine !== 'sqlite')('a restore into an empty folder', () => {
  let payload: Payload
  let report: RestoreReport
  let there: Env
  beforeAll(async () => {
    there = settingsIn(path.join(out, 'data dengan spasi'))
    const given = { identities: [identity], askHash: async () => published }
    report = await restoreInto(there, file, given)
    payload = await openCms(there)
  })
  afterAll(() => payload.destroy())

  test('brings back uploads, secret, and the pin that was typed', async () => {
    expect(report).toMatchObject({ media: 1, deletedReports: 1, accounts: 8, isListAdded: false })
    expect(readFileSync(path.join(there.mediaDir, 'foto.webp'), 'utf8')).toBe('gambar')
    expect(readFileSync(path.join(there.dataDir, 'payload-secret'), 'utf8').trim()).toBe(backupSecret)
    expect(readPin(there.KEYLIST_PIN_FILE)).toBe(published)
    expect(await isListPinned(payload, there)).toBe(true)
    const modes = ['berangkat-aman.db', 'payload-secret', 'keylist.pin'].map(
      name => statSync(path.join(there.dataDir, name)).mode & 0o777,
    )
    expect(modes).toEqual([0o600, 0o600, 0o600])
    expect(readdirSync(there.dataDir).filter(name => /part|pulih|sebelum/.test(name))).toEqual([])
  })

  test('brings back reports, but for those whose day has come, of which no byte is left', async () => {
    const { docs } = await payload.find({ collection: 'sealed-reports', overrideAccess: true })
    expect(docs.map(({ id }) => id).sort()).toEqual([reports.open, reports.held].sort())
    const bytes = readFileSync(path.join(there.dataDir, 'berangkat-aman.db'))
    expect(['habis-', 'terbuka-'].map(mark => bytes.includes(mark.repeat(9)))).toEqual([false, true])
  })

  test('lets nobody in who could sign in before, until a link is made', async () => {
    const { docs } = await payload.find({
      collection: 'users',
      showHiddenFields: true,
      overrideAccess: true,
    })
    expect(docs.flatMap(({ hash, sessions }) => [hash, ...(sessions ?? [])]).filter(Boolean)).toEqual([])
    await expect(signIn({ ...cms, payload, env: there }, 'admin@uji.example')).rejects.toThrow('wrong')
    expect((await linkFor(payload, 'Admin@uji.example', there.adminUrl))?.url).toContain('/sandi/')
    expect(await linkFor(payload, 'tak-ada@uji.example', there.adminUrl)).toBeNull()
  })

  test('counts codes of second factors as used, and forgets the link of the first account', async () => {
    const { docs } = await payload.find({
      collection: 'staff-keys',
      where: { secondFactor: { exists: true } },
      overrideAccess: true,
    })
    expect(docs.map(({ secondFactorStep }) => Number(secondFactorStep) > 50_000_000)).toEqual([true])
    expect(await payload.kv.has('first-account-link')).toBe(false)
  })

  test('holds what offices had not given out yet, and asks for a build', async () => {
    const { held, shown } = await readFigures(payload)
    expect([held, shown]).toEqual([[{ id: 'uji-cadangan', why: 'gap' }], []])
    expect((await waitingRows(payload)).map(({ label }) => label)).toContain('Pemulihan dari cadangan')
  })

  test('gives them out once it is told what had been, where they fit beside it', async () => {
    const copy = officeFigure({
      id: 'hilang',
      count: 35,
      subject: { kind: 'kanim', name: 'Uji Cadangan', office: null, provinceCode: null },
      period: { start: '2026-02-01', end: '2026-02-14' },
    })
    expect(await endGap(payload, [[copy]])).toBe(1)
    expect((await readFigures(payload)).held).toEqual([{ id: 'uji-cadangan', why: 'beside' }])
    await expect(endGap(payload, [])).rejects.toThrow(/Tidak ada celah/)
  })

  test('decides on every collection', () => {
    const slugs = cms.payload.config.collections.map(({ slug }) => slug)
    expect(Object.keys(settled).sort()).toEqual(slugs.sort())
  })
})

describe.skipIf(database.engine !== 'sqlite')('the key list after a restore', () => {
  const stand = (pin: string) => {
    mkdirSync(env.dataDir)
    writeFileSync(env.KEYLIST_PIN_FILE, `${pin}\n`)
  }
  const release = () => {
    const folder = path.join(env.releasesDir, '20260105-000000-aaaa')
    mkdirSync(path.join(folder, 'lapor'), { recursive: true })
    writeFileSync(path.join(folder, 'lapor', 'kunci.json'), laterList)
    writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Beranda</title>')
    const manifest = {
      id: '20260105-000000-aaaa',
      built: new Date().toISOString(),
      sources: '',
      pages: 1,
      policies: {},
      filePolicy: '',
      assets: [],
    }
    writeFileSync(path.join(env.releasesDir, '20260105-000000-aaaa.json'), JSON.stringify(manifest))
    writeFileSync(path.join(env.dataDir, 'CURRENT'), '20260105-000000-aaaa\n')
  }
  const listed = async () => {
    const payload = await openCms(env)
    const list = await listInForce(payload, env)
    const isPinned = await isListPinned(payload, env)
    await payload.destroy()
    return [list && keyListHash(list), isPinned]
  }

  test('comes from the last release when the pin that stands is newer than the backup', async () => {
    stand(later)
    release()
    expect(await restored({ askHash: () => Promise.reject(new Error('asked')) })).toMatchObject({
      isListAdded: true,
    })
    expect(await listed()).toEqual([later, true])
    expect(existsSync(path.join(env.releasesDir, '20260105-000000-aaaa', 'lapor', 'kunci.json'))).toBe(true)
  })

  test('is not put in force when it is older than what was published, and the folder stays empty', async () => {
    const problem = await restored({ askHash: async () => later }).then(() => '', String)
    expect(problem).toMatch(/bukan yang diumumkan.*not the one that members published/s)
    expect(problem).not.toContain(published)
    expect(readdirSync(env.dataDir).filter(name => !name.endsWith('.lock'))).toEqual([])
  })
})

describe.skipIf(database.engine !== 'sqlite')(
  'a restore is refused in words, and leaves the folder as it was,',
  () => {
    const changed = (name: string, change: (bytes: Buffer) => Buffer) => {
      const other = path.join(out, name)
      writeFileSync(other, change(readFileSync(file)))
      return other
    }
    const flipped = (bytes: Buffer) => {
      const at = bytes.length >> 1
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
      return bytes
    }
    test.each([
      [
        'that was cut',
        () => changed('cut', bytes => bytes.subarray(0, bytes.length - 100_000)),
        /terpotong.*cut or changed/s,
      ],
      [
        'cut at the edge of a sealed step',
        () => changed('edge', bytes => bytes.subarray(0, bytes.length - (bytes.length % 65_552))),
        /terpotong/,
      ],
      ['with one changed byte', () => changed('changed', flipped), /terpotong atau berubah/],
      [
        'that is no backup',
        () => changed('other', () => Buffer.from('bukan cadangan'.repeat(200))),
        /bukan cadangan.*no backup/s,
      ],
      ['that is empty', () => changed('empty', () => Buffer.alloc(0)), /bukan cadangan/],
      ['that is not there', () => path.join(out, 'tak-ada'), /Tidak ada berkas.*no such file/s],
    ])('a file %s', async (_, make, words) => {
      await expect(restoreInto(env, make(), { identities: [identity] })).rejects.toThrow(words)
      const left = existsSync(env.dataDir) ? readdirSync(env.dataDir) : []
      expect(left.filter(name => !name.endsWith('.lock'))).toEqual([])
    })

    test('with the key of another', async () => {
      await expect(restored({ identities: [await newIdentity()] })).rejects.toThrow(
        /tidak membuka.*not open/s,
      )
      await expect(restored({ identities: null })).rejects.toThrow(/--kunci.*identity file/s)
    })

    test('where something stands, which stays as it is', async () => {
      mkdirSync(env.dataDir)
      writeFileSync(path.join(env.dataDir, 'berangkat-aman.db'), 'punya orang')
      await expect(restored()).rejects.toThrow(/tidak kosong: berangkat-aman.db.*not empty/s)
      expect(readFileSync(path.join(env.dataDir, 'berangkat-aman.db'), 'utf8')).toBe('punya orang')
    })

    test('where a log of another database was left beside the file', async () => {
      const elsewhere = path.join(out, 'elsewhere')
      mkdirSync(elsewhere)
      writeFileSync(path.join(elsewhere, 'x.db-wal'), 'punya orang')
      const there = { ...env, databaseUrl: `file:${path.join(elsewhere, 'x.db')}` }
      await expect(restoreInto(there, file, { identities: [identity] })).rejects.toThrow(/x\.db-wal/)
    })

    test('while a server runs', async () => {
      const lock = takeLock(lockFile(env))
      await expect(restored()).rejects.toThrow(/sedang dipakai server.*Stop it first/s)
      lock?.release()
    })

    test('from a version that is newer', async () => {
      const source = path.join(out, 'newer')
      mkdirSync(source)
      cpSync(path.join(cms.folder, 'test.db'), path.join(source, 'berangkat-aman.db'))
      const newer = new DatabaseSync(path.join(source, 'berangkat-aman.db'))
      newer.exec("INSERT INTO payload_migrations (id, name, batch) VALUES ('x', '20990101_000000_later', 9)")
      newer.close()
      const archive = path.join(out, 'berangkat-aman-newer.tar')
      await backUp({ env: settingsIn(source), file: archive, recipients: null })
      await expect(restoreInto(env, archive)).rejects.toThrow(
        /lebih baru \(20990101_000000_later\).*newer version/s,
      )
    })

    test('under another secret than that of the backup', async () => {
      env = settingsIn(env.dataDir, { PAYLOAD_SECRET: 'another secret of thirty-two letters' })
      await expect(restored()).rejects.toThrow(/PAYLOAD_SECRET.*Leave it out/s)
    })

    test('after 30 days, unless it goes without its reports', async () => {
      const now = new Date(Date.now() + 31 * 86_400_000)
      await expect(restored({ now })).rejects.toThrow(/lebih tua daripada 30 hari.*WITHOUT reports/s)
      expect(await restored({ now, mayBeTooOld: true })).toMatchObject({ deletedReports: 3 })
    })

    test('but one that was killed before the end is taken up again', async () => {
      mkdirSync(path.join(env.dataDir, 'pemulihan-ab12.part'), { recursive: true })
      mkdirSync(env.mediaDir)
      writeFileSync(path.join(env.dataDir, 'berangkat-aman.db.pulih'), 'setengah')
      await restored()
      expect(readdirSync(env.mediaDir)).toEqual(['foto.webp'])
      rmSync(env.dataDir, { recursive: true })
    })
  },
)
