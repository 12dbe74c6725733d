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
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { backUp } from '#cms/backup/back-up.ts'
import { settled } from '#cms/backup/settle.ts'
import { totpStep } from '#cms/endpoints/desk-totp.ts'
import { readFigures } from '#cms/endpoints/figure-releases.ts'
import { isListPinned, listInForce, readPin } from '#cms/endpoints/report-keys.ts'
import type { Env } from '#cms/env.ts'
import { waitingRows } from '#cms/jobs/outbox-rows.ts'
import { lockFile, takeLock } from '#cms/lock.ts'
import { linkFor } from '#cms/staff-link.ts'
import { jakartaDay } from '#src/calendar.ts'
import { type Identity, newIdentity, recipientOf } from '#src/crypto/age.ts'
import { keyListHash } from '#src/crypto/key-list.ts'
import {
  backupSecret,
  newFolder,
  restoreInto,
  settingsIn,
  storeReport,
  withCms,
} from '#tests/helpers/backup.ts'
import { database } from '#tests/helpers/database.ts'
import { openTestInbox } from '#tests/helpers/inbox.ts'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'
import { makeStaff, signIn } from '#tests/helpers/staff.ts'

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
  test('brings back rows, uploads, secret and the pin that was typed', async () => {
    const spaced = published.replace(/(.{8})/g, '$1 ').toUpperCase()
    const report = await restored({ askHash: async () => spaced })
    expect(report).toMatchObject({ media: 1, deletedReports: 1, accounts: 8, isListAdded: false })
    expect(readFileSync(path.join(env.mediaDir, 'foto.webp'), 'utf8')).toBe('gambar')
    expect(readFileSync(path.join(env.dataDir, 'payload-secret'), 'utf8').trim()).toBe(backupSecret)
    expect(readPin(env.KEYLIST_PIN_FILE)).toBe(published)
    const modes = ['test.db', 'berangkat-aman.db', 'payload-secret', 'keylist.pin']
      .map(name => path.join(env.dataDir, name))
      .filter(existsSync)
      .map(name => statSync(name).mode & 0o777)
    expect(modes).toEqual([0o600, 0o600, 0o600])
    expect(readdirSync(env.dataDir).filter(name => /part|pulih|sebelum/.test(name))).toEqual([])
    await withCms(env, async payload => {
      expect(await isListPinned(payload, env)).toBe(true)
      const { docs } = await payload.find({ collection: 'sealed-reports', overrideAccess: true })
      expect(docs.map(({ id }) => id).sort()).toEqual([reports.open, reports.held].sort())
    })
    const bytes = readFileSync(path.join(env.dataDir, 'berangkat-aman.db'))
    expect(['habis-', 'terbuka-'].map(mark => bytes.includes(mark.repeat(9)))).toEqual([false, true])
  })

  test('lets nobody in who could sign in before, until a link is made', async () => {
    await restored()
    await withCms(env, async payload => {
      const { docs } = await payload.find({
        collection: 'users',
        showHiddenFields: true,
        overrideAccess: true,
      })
      expect(docs.flatMap(({ hash, sessions }) => [hash, ...(sessions ?? [])]).filter(Boolean)).toEqual([])
      const restoredCms = { ...cms, payload, env }
      await expect(signIn(restoredCms, 'admin@uji.example')).rejects.toThrow('wrong')
      expect((await linkFor(payload, 'Admin@uji.example', env.adminUrl))?.url).toContain('/sandi/')
      expect(await linkFor(payload, 'tak-ada@uji.example', env.adminUrl)).toBeNull()
      const keys = await payload.find({
        collection: 'staff-keys',
        where: { secondFactor: { exists: true } },
        overrideAccess: true,
      })
      expect(keys.docs[0]?.secondFactorStep).toBeGreaterThanOrEqual(totpStep(Date.now()))
      expect(await payload.kv.has('first-account-link')).toBe(false)
    })
  })

  test('holds what offices had not given out yet, and asks for a build', async () => {
    await restored()
    await withCms(env, async payload => {
      const { held, shown } = await readFigures(payload)
      expect(held).toEqual([{ id: 'uji-cadangan', why: 'gap' }])
      expect(shown).toEqual([])
      expect((await waitingRows(payload)).map(({ label }) => label)).toContain('Pemulihan dari cadangan')
    })
  })

  test('decides on every collection', async () => {
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
    const folder = path.join(env.releasesDir, 'r1')
    mkdirSync(path.join(folder, 'lapor'), { recursive: true })
    writeFileSync(path.join(folder, 'lapor', 'kunci.json'), laterList)
    const manifest = {
      id: 'r1',
      built: new Date().toISOString(),
      sources: '',
      pages: 1,
      policies: {},
      filePolicy: '',
      assets: [],
    }
    writeFileSync(path.join(env.releasesDir, 'r1.json'), JSON.stringify(manifest))
    writeFileSync(path.join(env.dataDir, 'CURRENT'), 'r1\n')
  }
  const listed = () =>
    withCms(env, async payload => {
      const list = await listInForce(payload, env)
      return [list && keyListHash(list), await isListPinned(payload, env)]
    })

  test('is that of a pin that stands, and nobody is asked', async () => {
    stand(published)
    await restored({ askHash: () => Promise.reject(new Error('asked')) })
    expect(await listed()).toEqual([published, true])
  })

  test('comes from the last release when the pin that stands is newer than the backup', async () => {
    stand(later)
    release()
    expect(await restored({ askHash: () => Promise.reject(new Error('asked')) })).toMatchObject({
      isListAdded: true,
    })
    expect(await listed()).toEqual([later, true])
    expect(existsSync(path.join(env.releasesDir, 'r1', 'lapor', 'kunci.json'))).toBe(true)
  })

  test('comes from a file where another one was published than the backup has', async () => {
    const listFile = path.join(out, 'kunci.json')
    writeFileSync(listFile, laterList)
    await restored({ askHash: async () => later, listFile })
    expect(await listed()).toEqual([later, true])
  })

  test.each([
    [
      'an older one than was published',
      () => later,
      /bukan yang diumumkan.*not the one that members published/s,
    ],
    ['one that nobody published', () => 'b'.repeat(64), /bukan yang diumumkan/],
    ['no hash', () => 'belum tahu', /64 angka.*64 digits/s],
  ])('is not put in force when it is %s', async (_, typed, words) => {
    const problem = await restored({ askHash: async () => typed() }).then(() => '', String)
    expect(problem).toMatch(words)
    expect(problem).not.toContain(published)
    expect(readdirSync(env.dataDir).filter(name => !name.endsWith('.lock'))).toEqual([])
  })

  test('is not put in force against a pin that stands, whatever is typed', async () => {
    stand('c'.repeat(64))
    await expect(restored()).rejects.toThrow(/bukan yang disematkan.*not the one pinned/s)
    expect(readPin(env.KEYLIST_PIN_FILE)).toBe('c'.repeat(64))
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
