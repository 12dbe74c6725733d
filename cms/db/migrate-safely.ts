import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Migrations } from './sqlite.ts'

/** Copies hold what was since deleted: they live no longer than any other backup, which reporters are promised. */
const COPY_LIFE_MS = 30 * 24 * 60 * 60 * 1000
const COPY_MARK = '.sebelum-migrasi-'
const PART = '.part'

/**
 * Runs the pending migrations of an SQLite file so that none can lose rows.
 *
 * SQLite changes a column by making the table anew, and dropping the old one would delete every row that refers to it;
 * `PRAGMA foreign_keys` has no effect inside the transaction in which Payload runs a migration. So: copy the file (one
 * copy for each first pending migration, however often a start fails), switch the keys off on the writer, migrate, prove that no row refers to nothing, switch them on again.
 *
 * @throws Error before anything is changed when a newer version has migrated the file, or when there is no room for the copy;
 * naming the tables and the copy when a reference is broken afterwards.
 */
export async function migrateSafely(
  adapter: SQLiteAdapter,
  file: string,
  migrations: Migrations,
  migrate: () => Promise<void>,
): Promise<void> {
  const { client } = adapter
  dropOldCopies(file)
  const tables = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'payload_migrations'",
  )
  const isNew = tables.rows.length === 0
  const done = isNew
    ? []
    : (await client.execute('SELECT name FROM payload_migrations')).rows.map(row => String(row.name))
  refuseNewer(done, migrations)
  const pending = migrations.filter(migration => !done.includes(migration.name))
  if (pending.length === 0) return

  const copy = `${file}${COPY_MARK}${pending[0]?.name}`
  if (!isNew) await copyTo(copy, client)
  await client.execute('PRAGMA foreign_keys = OFF')
  try {
    await migrate()
    const broken = await client.execute('PRAGMA foreign_key_check')
    if (broken.rows.length > 0) {
      const names = [...new Set(broken.rows.map(row => String(row.table)))].join(', ')
      throw new Error(`The migration broke references in ${names}. Stop, and put back the copy: ${copy}`)
    }
  } finally {
    await client.execute('PRAGMA foreign_keys = ON')
  }
}

/** @throws Error when the file has migrations that this version does not know. */
export function refuseNewer(done: readonly string[], migrations: readonly { name: string }[]): void {
  const unknown = done.filter(name => !migrations.some(migration => migration.name === name))
  if (unknown.length === 0) return
  throw new Error(
    `Basis data ini sudah dipakai versi yang lebih baru (${unknown.join(', ')}). Pasang lagi versi itu, atau pulihkan cadangan dari sebelum pembaruan.\n(A newer version has migrated this database. Install that version again, or restore a backup from before the update.)`,
  )
}

/**
 * Copies the whole file, with what the write-ahead log holds, to `copy`, over what an earlier start that failed left there:
 * with the same migrations pending, the file holds everything that the earlier copy holds.
 */
async function copyTo(copy: string, client: SQLiteAdapter['client']) {
  const part = `${copy}${PART}`
  rmSync(part, { force: true })
  try {
    // SQLite takes an empty file; one that it makes itself could be read by every account of the machine.
    writeFileSync(part, '', { mode: 0o600, flag: 'wx' })
    await client.execute({ sql: 'VACUUM INTO ?', args: [part] })
    flush(part)
    renameSync(part, copy)
  } catch (error) {
    rmSync(part, { force: true })
    throw new Error(
      `Salinan sebelum pembaruan tidak dapat ditulis (${reasonOf(error)}); basis data belum diubah. Sediakan ruang sebesar berkas basis data di ${path.dirname(copy)}, lalu mulai lagi.\n(The copy before the update cannot be written; nothing was changed. Make room for as much as the database file there, and start again.)`,
    )
  }
}

const reasonOf = (error: unknown) =>
  (error as { code?: unknown }).code ?? (error instanceof Error ? error.message : error)

/** Brings what was written to the disk itself, which `VACUUM INTO` leaves to the system. */
function flush(file: string) {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Removes copies whose time is up, and what a start that was killed while it copied has left. Only while none is made. */
export function dropOldCopies(file: string, now = Date.now()): void {
  const folder = path.dirname(file)
  const prefix = `${path.basename(file)}${COPY_MARK}`
  for (const name of readdirSync(folder).filter(entry => entry.startsWith(prefix))) {
    const copy = path.join(folder, name)
    if (name.endsWith(PART) || now - statSync(copy).mtimeMs > COPY_LIFE_MS) rmSync(copy, { force: true })
  }
}
