import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Points this process at a new empty data folder and marks it as a demo. Returns what removes the folder again. */
export function makeDemoFolder(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'berangkat-aman-demo-'))
  delete process.env.DATABASE_URL
  Object.assign(process.env, { DATA_DIR: folder, DEMO: 'true' })
  return () => rmSync(folder, { recursive: true, force: true })
}
