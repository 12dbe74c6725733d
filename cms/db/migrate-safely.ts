import { readdirSync, rmSync, statSync } from 'node:fs'
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
 * `PRAGMA foreign_keys` has no effect inside the transaction in which Payload runs a migration. So: copy the file, switch the
 * keys off on the writer, migrate, prove that no row refers to nothing, switch them on again.
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

  const copy = `${file}${COPY_MARK}${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`
  if (!isNew) await client.execute({ sql: 'VACUUM INTO ?', args: [copy] })
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

function dropOldCopies(file: string) {
  const folder = path.dirname(file)
  const prefix = `${path.basename(file)}${COPY_MARK}`
  for (const name of readdirSync(folder).filter(entry => entry.startsWith(prefix))) {
    const copy = path.join(folder, name)
    if (Date.now() - statSync(copy).mtimeMs > COPY_LIFE_MS) rmSync(copy)
  }
}
