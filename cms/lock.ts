import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export type Lock = { release: () => void }

/**
 * Takes an exclusive lock on `file` (made if absent), or returns null when another process holds it. The operating system
 * keeps the lock, through SQLite's own file locking: it ends with the process, also after `kill -9`, so none is ever stale.
 */
export function takeLock(file: string): Lock | null {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    database.exec('PRAGMA journal_mode = OFF; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if ((error as { errcode?: number }).errcode === 5) return null
    throw error
  }
  return { release: () => database.close() }
}

/** Waits until `file` can be locked, asking every half second; `onWait` is called once if it cannot at first. */
export async function waitForLock(file: string, onWait: () => void): Promise<Lock> {
  let lock = takeLock(file)
  if (!lock) onWait()
  while (!lock) {
    await new Promise(resolve => setTimeout(resolve, 500))
    lock = takeLock(file)
  }
  return lock
}

/** The file whose lock says "this database is served": beside a SQLite file, else in the data folder. */
export function lockFile(env: { databaseUrl: string; dataDir: string }): string {
  if (!env.databaseUrl.startsWith('file:')) return path.join(env.dataDir, 'server.lock')
  return `${env.databaseUrl.slice('file:'.length)}.lock`
}
