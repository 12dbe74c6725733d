import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { backUp } from '#cms/backup/back-up.ts'
import { decisionOn } from '#cms/backup/inventory.ts'
import { explained } from '#cms/backup/problem.ts'
import { faultsOf } from '#cms/backup/snapshot.ts'
import { type Identity, newIdentity, open, type Recipient, recipientOf } from '#src/crypto/age.ts'
import { collections } from '#src/slugs.ts'
import { backupSecret, command, newFolder } from '#tests/helpers/backup.ts'
import { storeReport } from '#tests/helpers/store-report.ts'
import { database } from '#tests/helpers/database.ts'
import { projectFiles, read } from '#tests/helpers/files.ts'
import { startTestCms, type TestCms } from '#tests/helpers/payload.ts'

const onSqlite = database.engine === 'sqlite'

let cms: TestCms
let identity: Identity
let recipient: Recipient
const { folder: out, remove } = newFolder()
let file = ''
beforeAll(async () => {
  cms = await startTestCms({ PAYLOAD_SECRET: backupSecret })
  identity = await newIdentity()
  recipient = await recipientOf(identity)
  writeFileSync(path.join(cms.env.mediaDir, 'foto dengan spasi.webp'), 'gambar')
  writeFileSync(cms.env.KEYLIST_PIN_FILE, `${'a'.repeat(64)}\n`)
})
afterAll(async () => {
  await cms.close()
  remove()
})
let count = 0
beforeEach(() => {
  file = path.join(out, `berangkat-aman-${++count}.tar`)
})

const openBackup = () => backUp({ env: cms.env, file, recipients: null })
const listed = (archive: string) =>
  execFileSync('tar', ['-tf', archive], { encoding: 'utf8' }).trim().split('\n')
/** Takes an open backup apart with the machine's own tar. */
function unpacked(archive: string): string {
  const folder = path.join(out, randomUUID())
  mkdirSync(folder)
  execFileSync('tar', ['-xf', archive, '-C', folder])
  return folder
}

describe('a backup', () => {
  test('holds database, uploads, pin and secret in a tar file that any tar opens', async () => {
    const report = await openBackup()
    const names = ['basis-data.db', 'cadangan.json', 'keylist.pin', 'manifest.json', 'payload-secret']
    expect(listed(file).sort()).toEqual([
      ...names.filter(name => onSqlite || name !== 'basis-data.db').slice(0, onSqlite ? 3 : 2),
      ...['manifest.json', 'media/foto dengan spasi.webp', 'payload-secret'],
    ])
    expect(report).toMatchObject({ media: 1, unknown: [] })
    expect(readFileSync(path.join(unpacked(file), 'payload-secret'), 'utf8').trim()).toBe(backupSecret)
  })

  test('is readable by its owner only, and leaves nothing beside it', async () => {
    await openBackup()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const left = [...readdirSync(out), ...readdirSync(cms.folder)].filter(name => name.endsWith('.part'))
    expect(left).toEqual([])
  })

  test('sealed to a recipient is an age file that the identity opens, with the same tar in it', async () => {
    const sealed = `${file}.age`
    await backUp({ env: cms.env, file: sealed, recipients: [recipient] })
    const bytes = readFileSync(sealed)
    expect(bytes.subarray(0, 22).toString()).toBe('age-encryption.org/v1\n')
    expect(bytes.includes(backupSecret)).toBe(false)
    writeFileSync(file, await open(bytes, identity))
    expect(listed(file)).toContain('media/foto dengan spasi.webp')
  })

  test.skipIf(!onSqlite)('holds no byte of a report that was deleted', async () => {
    const gone = 'sudah-dihapus-'.repeat(40)
    const kept = 'masih-ada-'.repeat(40)
    const id = await storeReport(cms, gone)
    await storeReport(cms, kept)
    const where = { report: { equals: id } }
    await cms.payload.delete({ collection: collections.sealedMessages, where, overrideAccess: true })
    await cms.payload.delete({ collection: collections.sealedReports, id, overrideAccess: true })
    await openBackup()
    const bytes = readFileSync(file)
    expect([bytes.includes(gone.slice(0, 60)), bytes.includes(kept.slice(0, 60))]).toEqual([false, true])
  })

  test.skipIf(!onSqlite)(
    'taken by the command while the server writes holds all that was acknowledged before',
    async () => {
      const acknowledged: string[] = []
      let isOver = false
      const writer = async () => {
        while (!isOver) acknowledged.push(await storeReport(cms, randomUUID().repeat(30)))
      }
      const writers = [writer(), writer(), writer()]
      while (acknowledged.length < 30) await new Promise(resolve => setTimeout(resolve, 10))
      const before = [...acknowledged]
      const env = { DATA_DIR: cms.folder, DATABASE_URL: cms.env.databaseUrl }
      const { code, output } = await command('cms/backup/run-backup.ts', [file, '--terbuka'], env)
      const after = acknowledged.length
      isOver = true
      await Promise.all(writers)
      expect([code, output]).toEqual([0, expect.stringContaining('Tersimpan')])
      expect(after).toBeGreaterThan(before.length)
      const snapshot = path.join(unpacked(file), 'basis-data.db')
      expect(faultsOf(snapshot)).toEqual([])
      const rows = new DatabaseSync(snapshot, { readOnly: true })
      const found = new Set(
        rows
          .prepare('SELECT id FROM sealed_reports')
          .all()
          .map(({ id }) => id),
      )
      rows.close()
      expect(before.filter(id => !found.has(id))).toEqual([])
    },
  )

  test.skipIf(onSqlite)('of a MongoDB leaves the database to its own tools', async () => {
    expect((await openBackup()).rows).toBeNull()
  })
})

describe('a backup is refused in words, and nothing is left,', () => {
  test('without a recipient, and the command says how to get one', async () => {
    const { code, output } = await command('cms/backup/run-backup.ts', [file], { DATA_DIR: cms.folder })
    expect([code, output, existsSync(file)]).toEqual([
      1,
      expect.stringMatching(/--kepada .*backup:key/s),
      false,
    ])
  })

  const dataFile = () => path.join(cms.folder, 'media', 'berangkat-aman-x.tar')
  test.each([
    ['inside the data folder', () => dataFile(), /di dalam folder data.*inside the data folder/s],
    [
      'in a folder that is not there',
      () => path.join(out, 'tak-ada', 'berangkat-aman-x.tar'),
      /tidak ada.*no such folder/s,
    ],
    [
      'under a name by which it would not expire',
      () => path.join(out, 'simpan.tar'),
      /berangkat-aman-….tar.*30 days/s,
    ],
    [
      'under the name of a sealed one when it is open',
      () => path.join(out, 'berangkat-aman-x.tar.age'),
      /….tar:/,
    ],
  ])('%s', async (_, name, words) => {
    await expect(backUp({ env: cms.env, file: name(), recipients: null })).rejects.toThrow(words)
    expect(existsSync(name())).toBe(false)
  })

  test('where a file stands already, which stays as it is', async () => {
    writeFileSync(file, 'punya orang')
    await expect(openBackup()).rejects.toThrow(/tidak ditimpa.*not overwritten/s)
    expect(readFileSync(file, 'utf8')).toBe('punya orang')
  })

  test.each([['age1yw0tt25z7xg4m3wvr3u3pfzmjqmpqvyklnxdu9xrq3z7vunhvfyqjsr5tw'], ['age1pq1terpotong']])(
    'to the recipient %s',
    async given => {
      await expect(backUp({ env: cms.env, file: `${file}.age`, recipients: [given] })).rejects.toThrow(
        /age1pq1… utuh.*whole age1pq1/s,
      )
      expect(readdirSync(out).filter(name => name.startsWith(path.basename(file)))).toEqual([])
    },
  )

  test.each([
    ['a full disk', { code: 'ENOSPC' }, /Diska penuh.*disk is full/s],
    ['a full disk under SQLite', { errcode: 13 }, /Diska penuh.*disk is full/s],
    [
      'a folder that may not be written',
      { code: 'EACCES', path: '/srv' },
      /Tidak diizinkan \(\/srv\).*Not permitted/s,
    ],
    ['a database that cannot be opened', { errcode: 14 }, /Tidak diizinkan.*Not permitted/s],
  ])('with %s', (_, problem, words) => {
    expect(String(explained(Object.assign(new Error('x'), problem)))).toMatch(words)
  })
})

describe('older backups in the folder', () => {
  test('go after 30 days, if name and beginning say that they are ours', async () => {
    const old = (name: string, text: string, days: number) => {
      const given = path.join(out, name)
      writeFileSync(given, text)
      const then = new Date(Date.now() - days * 86_400_000)
      utimesSync(given, then, then)
    }
    old('berangkat-aman-lama.tar.age', 'age-encryption.org/v1\n-> x', 31)
    old('berangkat-aman-lama.tar', `cadangan.json\0`, 31)
    old('berangkat-aman-setengah.tar.age.part', 'age-encryption.org/v1\n-> x', 31)
    old('berangkat-aman-baru.tar.age', 'age-encryption.org/v1\n-> x', 29)
    old('berangkat-aman-asing.tar', 'bukan cadangan', 31)
    old('lain.tar.age', 'age-encryption.org/v1\n-> x', 31)
    const { expired } = await openBackup()
    expect([...expired].sort()).toEqual([
      'berangkat-aman-lama.tar',
      'berangkat-aman-lama.tar.age',
      'berangkat-aman-setengah.tar.age.part',
    ])
    expect(readdirSync(out)).toEqual(
      expect.arrayContaining(['berangkat-aman-asing.tar', 'berangkat-aman-baru.tar.age', 'lain.tar.age']),
    )
  })
})

describe('every file of the data folder', () => {
  test('that the code names is decided on', () => {
    const names = projectFiles(/^cms\/.*\.ts$/)
      .flatMap(source => [...read(source).matchAll(/dataDir, ['`]([^'`$]+)['`]/g)])
      .map(([, name]) => name ?? '')
    expect(names.length).toBeGreaterThan(8)
    const env = { dataDir: '/data', databaseUrl: 'file:/data/berangkat-aman.db' }
    expect(names.filter(name => decisionOn(name, env) === 'unknown')).toEqual([])
  })

  test('that a running CMS has is decided on, and one that nobody decided on is named', async () => {
    writeFileSync(path.join(cms.folder, 'berkas-baru'), '')
    expect((await openBackup()).unknown).toEqual(['berkas-baru'])
  })
})
