import { readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { replaceFile } from './replace-file.ts'

/** How long an announced take-down may take to be committed: longer than the longest transaction. Milliseconds. */
const announcedForMs = 60_000
const againMs = 2000

/**
 * What was taken down, on disk beside `CURRENT`, so that a server that starts anew serves the last release without it before
 * the database is open. The outbox stays the truth: this file is written from it, and read only until it can be asked.
 */
const withdrawnSchema = z.object({
  gone: z.array(z.string()),
  /** Take-downs whose transaction was under way: a server killed right after its commit has noted them. */
  announced: z.array(z.object({ at: z.number(), paths: z.array(z.string()) })),
})
type Withdrawn = z.infer<typeof withdrawnSchema>

/** Every address that must not be served, or null where the file is missing or damaged: then nothing tells what may be. */
export function readWithdrawn(file: string): string[] | null {
  const known = read(file)
  return known && [...known.gone, ...known.announced.flatMap(({ paths }) => paths)]
}

/**
 * Notes a take-down before its commit.
 * @throws the error of the file system; the list is as it was, and the take-down must not be committed.
 */
export function announceWithdrawal(file: string, paths: readonly string[], now = Date.now()): void {
  const known = read(file)
  // Without the rest, one take-down would look like all of them.
  if (!known || paths.length === 0) return
  const announced = [...young(known, now), { at: now, paths: [...paths] }]
  replaceFile(file, JSON.stringify({ ...known, announced } satisfies Withdrawn))
}

/**
 * Writes what the outbox says. Returns in how many milliseconds to write it again, because what was announced may not have
 * been committed, or because it could not be written; null when it is settled.
 */
export function writeWithdrawn(file: string, gone: readonly string[], now = Date.now()): number | null {
  const announced = young(read(file), now)
  if (!write(file, { gone: [...gone], announced })) return againMs
  return announced.length > 0 ? announcedForMs : null
}

const young = (known: Withdrawn | null, now: number) =>
  (known?.announced ?? []).filter(({ at }) => now - at < announcedForMs)

function read(file: string): Withdrawn | null {
  try {
    return withdrawnSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** A list that cannot be brought up to date goes: a start without it waits for the database and shows nothing withdrawn. */
function write(file: string, known: Withdrawn): boolean {
  try {
    replaceFile(file, JSON.stringify(known))
    return true
  } catch {
    rmSync(file, { force: true })
    return false
  }
}
