import { readdirSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { backupLifeMs, isAnyBackupName, parts } from './format.ts'
import { isSealed } from './read-archive.ts'

/**
 * Removes backups of ours in `folder` that are older than reporters are promised: files whose name and beginning say that they
 * are ours. Returns the names of those that went.
 */
export async function removeExpired(folder: string, now: Date): Promise<string[]> {
  const gone: string[] = []
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    // A run that was killed leaves the same name with `.part` behind it.
    const name = entry.name.replace(/\.part$/, '')
    const file = path.join(folder, entry.name)
    if (!entry.isFile() || !isAnyBackupName(name)) continue
    if (now.getTime() - statSync(file).mtimeMs <= backupLifeMs) continue
    if (!(await isOurs(file, name.endsWith('.age')))) continue
    rmSync(file)
    gone.push(entry.name)
  }
  return gone
}

async function isOurs(file: string, isSealedName: boolean): Promise<boolean> {
  if (isSealedName) return isSealed(file)
  const mark = Buffer.from(`${parts.first}\0`)
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(mark.length), 0, mark.length, 0)
    return bytesRead === mark.length && buffer.equals(mark)
  } finally {
    await handle.close()
  }
}
