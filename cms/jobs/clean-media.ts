import { existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { readAll } from '#cms/endpoints/public-rows.ts'
import { collections } from '#src/slugs.ts'

/** A file is written before its row is committed: a younger one may belong to an upload that is under way. Milliseconds. */
const grace = 60 * 60_000
/** The names that `checkUpload` gives, and Payload to other sizes of them. Anything else was put there by somebody. */
const ownName = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?:-\d+x\d+)?\.(?:webp|jpg|png|pdf)$/

/**
 * Deletes files of uploads that never got a row (a crash, a full disk, a hook that failed) or lost it, once they are an hour
 * old. Drafts and versions name the row and not the file, so the row alone counts.
 * @returns how many files were deleted, and how many rows name a file that is not there.
 */
export async function cleanMedia(
  payload: Payload,
  mediaDir: string,
  now = Date.now(),
): Promise<{ deleted: number; missing: number }> {
  if (!existsSync(mediaDir)) return { deleted: 0, missing: 0 }
  const names = await readdir(mediaDir)
  const rows = await readAll(payload, collections.media, { select: { filename: true } })
  const known = new Set(rows.flatMap(({ filename }) => filename ?? []))
  let deleted = 0
  for (const name of names.filter(file => ownName.test(file) && !known.has(original(file)))) {
    const file = path.join(mediaDir, name)
    const { mtimeMs } = await stat(file)
    if (now - mtimeMs < grace) continue
    await rm(file, { force: true })
    deleted += 1
  }
  const there = new Set(names)
  const missing = rows.filter(({ filename }) => filename && !there.has(filename)).length
  return { deleted, missing }
}

/** The file of a row, by its name or by the name of another size: sizes are not stored as rows. */
const original = (name: string) => name.replace(/-\d+x\d+(?=\.\w+$)/, '')
