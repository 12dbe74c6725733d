import { existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { collections } from '#src/slugs.ts'

/** A file is written before its row is committed: a younger one may belong to an upload that is under way. Milliseconds. */
const grace = 60 * 60_000
/** How many names one query asks for. */
const atOnce = 200
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
  let deleted = 0
  for (const name of await withoutRow(
    payload,
    names.filter(name => ownName.test(name)),
  )) {
    const file = path.join(mediaDir, name)
    const { mtimeMs } = await stat(file)
    if (now - mtimeMs < grace) continue
    await rm(file, { force: true })
    deleted += 1
  }
  return { deleted, missing: await countMissing(payload, new Set(names)) }
}

/** Those of `names` that no row has, as its file or as another size of it. */
async function withoutRow(payload: Payload, names: readonly string[]): Promise<string[]> {
  const lost: string[] = []
  for (let from = 0; from < names.length; from += atOnce) {
    const some = names.slice(from, from + atOnce)
    const known = await filenames(payload, some.map(original))
    lost.push(...some.filter(name => !known.has(original(name))))
  }
  return lost
}

/** The file of a row, by its name or by the name of another size: sizes are not stored as rows. */
const original = (name: string) => name.replace(/-\d+x\d+(?=\.\w+$)/, '')

async function filenames(payload: Payload, wanted: readonly string[]): Promise<Set<string>> {
  const { docs } = await payload.find({
    collection: collections.media,
    where: { filename: { in: [...new Set(wanted)] } },
    select: { filename: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return new Set(docs.flatMap(({ filename }) => filename ?? []))
}

async function countMissing(payload: Payload, there: ReadonlySet<string>): Promise<number> {
  const { docs } = await payload.find({
    collection: collections.media,
    select: { filename: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs.filter(({ filename }) => filename && !there.has(filename)).length
}
