import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { BackupProblem } from './problem.ts'

/** How long another process may hold what a connection needs. Milliseconds. */
const busyMs = 30_000

/**
 * Copies a database that is in use into `copy` (mode 0600): all that was committed before the call, in one piece, and no byte of
 * rows that were deleted. Writers go on meanwhile.
 */
export function takeSnapshot(file: string, copy: string): void {
  if (!existsSync(file))
    throw new BackupProblem(
      `Tidak ada basis data ${file}. Periksa DATA_DIR dan DATABASE_URL: pakai setelan yang sama dengan server.`,
      'There is no such database. Use the same settings as the server.',
    )
  writeFileSync(copy, '', { mode: 0o600, flag: 'wx' })
  const database = new DatabaseSync(file, { timeout: busyMs })
  try {
    database.prepare('VACUUM INTO ?').run(copy)
  } finally {
    database.close()
  }
}

/** Rows of each table of a database that nobody uses. */
export function countRows(file: string): Record<string, number> {
  return withDatabase(file, database => {
    const tables = database
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .all()
    const count = (name: string) =>
      Number(database.prepare(`SELECT count(*) AS n FROM "${name.replaceAll('"', '""')}"`).get()?.n)
    return Object.fromEntries(tables.map(({ name }) => [String(name), count(String(name))]))
  })
}

/** What is wrong with a database file: SQLite's own check, and references that lead nowhere. Empty when it is sound. */
export function faultsOf(file: string): string[] {
  try {
    return withDatabase(file, database => {
      const found = database
        .prepare('PRAGMA integrity_check')
        .all()
        .map(row => String(row.integrity_check))
      const broken = database
        .prepare('PRAGMA foreign_key_check')
        .all()
        .map(row => String(row.table))
      return [...found.filter(line => line !== 'ok'), ...new Set(broken)]
    })
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

/** The names of the migrations that a database has had. */
export function migrationsIn(file: string): string[] {
  return withDatabase(file, database =>
    database
      .prepare('SELECT name FROM payload_migrations')
      .all()
      .map(row => String(row.name)),
  )
}

function withDatabase<T>(file: string, read: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file, { readOnly: true, timeout: busyMs })
  try {
    return read(database)
  } finally {
    database.close()
  }
}

const blank = Buffer.alloc(1 << 20)

/**
 * Removes a file whose bytes must not stay on the disk: a snapshot holds reports that are deleted later. Overwrites it first,
 * which is as much as `secure_delete` does for the database itself. Does nothing where there is none.
 */
export function wipe(file: string): void {
  if (!existsSync(file)) return
  const { size } = statSync(file)
  const handle = openSync(file, 'r+')
  try {
    for (let at = 0; at < size; at += blank.length)
      writeSync(handle, blank, 0, Math.min(blank.length, size - at), at)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
    rmSync(file, { force: true })
  }
}
