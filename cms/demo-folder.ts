import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { takeLock } from './lock.ts'

const prefix = 'berangkat-aman-demo-'
const databaseName = 'berangkat-aman.db'
/** A demo takes its lock seconds after it made its folder. Milliseconds. */
const grace = 60 * 60_000

/**
 * Points this process at a new empty data folder and marks it as a demo. Removes those of demos that were killed. Returns what
 * removes the folder again.
 */
export function makeDemoFolder(): () => void {
  dropAbandonedDemos(tmpdir())
  const folder = mkdtempSync(path.join(tmpdir(), prefix))
  delete process.env.DATABASE_URL
  Object.assign(process.env, { DATA_DIR: folder, DEMO: 'true' })
  return () => rmSync(folder, { recursive: true, force: true })
}

/** Removes the folders of demos that no server uses. Those of other accounts stay. */
export function dropAbandonedDemos(parent: string, now = Date.now()): void {
  for (const name of readdirSync(parent).filter(entry => entry.startsWith(prefix))) {
    const folder = path.join(parent, name)
    try {
      if (now - statSync(folder).mtimeMs < grace) continue
      const lock = takeLock(path.join(folder, `${databaseName}.lock`))
      lock?.release()
      if (lock) rmSync(folder, { recursive: true, force: true })
    } catch {
      // Not ours to remove, or gone meanwhile.
    }
  }
}
