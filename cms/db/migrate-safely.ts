import { readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Migrations } from './sqlite.ts'

/** Copies hold what was since deleted: they live no longer than any other backup. */
const COPY_LIFE_MS = 30 * 24 * 60 * 60 * 1000
const COPY_MARK = '.sebelum-migrasi-'

/**
 * Runs the pending migrations of an SQLite file so that none can lose rows.
 *
 * SQLite changes a column by making the table anew, and dropping the old one would delete every row that refers to it;
 * `PRAGMA foreign_keys` has no effect inside the transaction in which Payload runs a migration. So: copy the file (one
 * copy for each first pending migration, however often a start fails), switch the keys off on the writer, migrate, prove that no row refers to nothing, switch them on again.
 *
 * @throws Error naming the tables and the copy when a reference is broken afterwards.
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

/**
 * Copies the whole file to `copy`, over what an earlier start that failed left there: with the same migrations pending, the
 * file holds everything that the earlier copy holds.
 */
async function copyTo(copy: string, client: SQLiteAdapter['client']) {
  const part = `${copy}.part`
  rmSync(part, { force: true })
  await client.execute({ sql: 'VACUUM INTO ?', args: [part] })
  renameSync(part, copy)
}

function dropOldCopies(file: string) {
  const folder = path.dirname(file)
  const prefix = `${path.basename(file)}${COPY_MARK}`
  for (const name of readdirSync(folder).filter(entry => entry.startsWith(prefix))) {
    const copy = path.join(folder, name)
    if (Date.now() - statSync(copy).mtimeMs > COPY_LIFE_MS) rmSync(copy)
  }
}
