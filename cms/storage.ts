import { randomUUID } from 'node:crypto'
import { open, rm, statfs } from 'node:fs/promises'
import path from 'node:path'
import type { Env } from './env.ts'
import { sqliteFile } from './db/sqlite-file.ts'

/** Codes of SQLite, of the file system (full, quota, read-only, device) and of MongoDB that say: nothing more can be stored. */
const fullCodes =
  /^(?:SQLITE_(?:FULL|READONLY\w*|IOERR_(?:WRITE|FSYNC|DIR_FSYNC|TRUNCATE|SHMSIZE|SHMOPEN|SHMMAP))|ENOSPC|EDQUOT|EROFS|EIO|14031)$/

/** Whether an error, or what caused it, says that nothing more can be stored. */
export function isStorageFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, cause } = error as Error & { code?: unknown }
  return fullCodes.test(String(code)) || isStorageFull(cause)
}

/** What may be impossible to write: the database file, media, and the built site with what is kept beside it. */
export type Place = 'database' | 'media' | 'site'

/** The folder of each place that is on this machine. */
export type StorageFolders = Readonly<Partial<Record<Place, string>>>

/** A database on a server of its own has no folder here. */
export function storageFolders(env: Pick<Env, 'databaseUrl' | 'mediaDir' | 'dataDir'>): StorageFolders {
  const isFile = env.databaseUrl.startsWith('file:')
  return {
    ...(isFile && { database: path.dirname(sqliteFile(env.databaseUrl)) }),
    media: env.mediaDir,
    site: env.dataDir,
  }
}

/** As much as a report with its files of the database's log needs, in bytes. */
const probeBytes = 256 * 1024
const keptMs = 1000
const known = new Map<string, { at: number; isWritable: Promise<boolean> }>()

/** The places that cannot be written now, each tried with a small file. One try a second at most, whoever asks. */
export async function unwritable(folders: StorageFolders): Promise<Place[]> {
  const places = Object.keys(folders) as Place[]
  const results = await Promise.all(places.map(place => isWritable(folders[place] ?? '')))
  return places.filter((_, index) => !results[index])
}

function isWritable(folder: string): Promise<boolean> {
  const last = known.get(folder)
  if (last && Date.now() - last.at < keptMs) return last.isWritable
  const fresh = { at: Date.now(), isWritable: canWrite(folder) }
  known.set(folder, fresh)
  return fresh.isWritable
}

async function canWrite(folder: string): Promise<boolean> {
  const file = path.join(folder, `.tulis-uji-${randomUUID()}`)
  try {
    const handle = await open(file, 'w', 0o600)
    try {
      const { bytesWritten } = await handle.write(Buffer.alloc(probeBytes))
      return bytesWritten === probeBytes
    } finally {
      await handle.close()
    }
  } catch {
    return false
  } finally {
    await rm(file, { force: true }).catch(() => undefined)
  }
}

/** Whether a file of so many bytes would fit into `folder` now. */
export async function hasRoomFor(folder: string, bytes: number): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize > bytes && (await canWrite(folder))
  } catch {
    return false
  }
}

const roomAgainMs = 5000

/** Does the work as soon as there is room for it: says once that there is none, and tries again. Other errors are thrown on. */
export async function whenThereIsRoom<T>(work: () => Promise<T>, say: (line: string) => void): Promise<T> {
  for (let isTold = false; ; isTold = true) {
    try {
      return await work()
    } catch (error) {
      if (!isStorageFull(error)) throw error
      if (!isTold)
        say('Tempat penyimpanan penuh atau tidak dapat ditulisi. Beri ruang; server mencoba lagi sendiri.')
      await new Promise(resolve => setTimeout(resolve, roomAgainMs))
    }
  }
}
