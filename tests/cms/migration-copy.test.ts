import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Client } from '@libsql/client'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dropOldCopies, migrateSafely } from '#cms/db/migrate-safely.ts'
import type { Migrations } from '#cms/db/sqlite.ts'
import { createSqliteClient } from '#cms/db/sqlite-client.ts'

let folder: string
let file: string
let client: Client
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'berangkat-aman-copy-'))
  file = path.join(folder, 'x.db')
  client = await createSqliteClient(file)
  await client.executeMultiple('CREATE TABLE payload_migrations (name TEXT); CREATE TABLE laporan (isi TEXT)')
})
afterEach(() => {
  client.close()
  rmSync(folder, { recursive: true, force: true })
})

const nothing = async () => {}
const list = [{ name: 'satu', up: nothing, down: nothing }] as unknown as Migrations
const migrate = (over: Partial<Client> = {}, work: () => Promise<void> = nothing) =>
  migrateSafely({ client: { ...client, ...over } } as unknown as SQLiteAdapter, file, list, work)
const copies = () => readdirSync(folder).filter(name => name.includes('sebelum-migrasi'))

test('the copy holds what only the write-ahead log holds, and only its own account may read it', async () => {
  await client.execute("INSERT INTO laporan VALUES ('baru')")
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(0)
  await migrate()
  const copy = path.join(folder, 'x.db.sebelum-migrasi-satu')
  const database = new DatabaseSync(copy, { readOnly: true })
  const rows = database.prepare('SELECT isi FROM laporan').all()
  const [sound] = database.prepare('PRAGMA integrity_check').all()
  database.close()
  expect(rows.map(({ isi }) => isi)).toEqual(['baru'])
  expect(sound).toEqual({ integrity_check: 'ok' })
  expect(statSync(copy).mode & 0o777).toBe(0o600)
})

test('a disk that is full stops the update before anything is changed, says what to do, and keeps no half copy', async () => {
  let isMigrated = false
  const full: Client['execute'] = async (statement: unknown) => {
    if (JSON.stringify(statement).includes('VACUUM'))
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    return client.execute(statement as string)
  }
  const work = async () => {
    isMigrated = true
  }
  await expect(migrate({ execute: full }, work)).rejects.toThrow(
    /SQLITE_FULL[\s\S]*Sediakan ruang[\s\S]*Make room/,
  )
  expect([isMigrated, copies()]).toEqual([false, []])
})

test('a half copy of a start that was killed goes with the next start', async () => {
  writeFileSync(path.join(folder, 'x.db.sebelum-migrasi-lama.part'), 'x')
  await migrate()
  expect(copies()).toEqual(['x.db.sebelum-migrasi-satu'])
})

test('a copy is there for 30 days and no longer, also while the server runs', async () => {
  await migrate()
  const copy = path.join(folder, copies()[0] ?? '')
  const day = 24 * 60 * 60 * 1000
  const made = statSync(copy).mtimeMs
  dropOldCopies(file, made + 30 * day)
  const before = existsSync(copy)
  dropOldCopies(file, made + 30 * day + 1000)
  expect([before, existsSync(copy)]).toEqual([true, false])
})
