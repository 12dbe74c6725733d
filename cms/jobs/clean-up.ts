import { existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { dropOldCopies } from '#cms/db/migrate-safely.ts'
import { sqliteFile } from '#cms/db/sqlite-file.ts'
import { type Env, root } from '#cms/env.ts'
import { cleanMedia } from './clean-media.ts'

/** No build takes so long: a working folder this old was left by a server that was killed. Milliseconds. */
const abandonedAfter = 24 * 60 * 60_000

/**
 * What removes, each time that it is called, what crashes leave behind while the server runs: files of uploads without a row,
 * copies of the database whose time is up, working folders of builds. The whole list is in docs/decisions/015.
 */
export function createCleanUp(
  payload: Payload,
  env: Pick<Env, 'mediaDir' | 'databaseUrl'>,
  log: (line: string) => void = console.log,
): () => Promise<void> {
  let told = 0
  return async () => {
    if (env.databaseUrl.startsWith('file:')) dropOldCopies(sqliteFile(env.databaseUrl))
    await dropAbandonedBuilds(path.join(root, '.build'))
    const { deleted, missing } = await cleanMedia(payload, env.mediaDir)
    if (deleted > 0)
      log(`Berkas unggahan tanpa data dihapus: ${deleted}. (Files of uploads without a row were deleted.)`)
    if (missing > 0 && missing !== told)
      log(
        `Berkas unggahan yang hilang dari ${env.mediaDir}: ${missing}. Pulihkan dari cadangan, atau unggah lagi di CMS. (Uploaded files are missing: restore them, or upload them again.)`,
      )
    told = missing
  }
}

/** Removes working folders of builds (`site-…`) that nobody works in any more. */
export async function dropAbandonedBuilds(folder: string, now = Date.now()): Promise<void> {
  if (!existsSync(folder)) return
  for (const name of (await readdir(folder)).filter(entry => entry.startsWith('site-'))) {
    const work = path.join(folder, name)
    if (now - (await stat(work)).mtimeMs > abandonedAfter) await rm(work, { recursive: true, force: true })
  }
}
