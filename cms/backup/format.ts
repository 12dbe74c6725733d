import { z } from 'zod'

/** The version of the layout below. A restore refuses others. */
export const formatVersion = 1

/** Reporters are promised that no backup lives longer. */
export const backupDays = 30
export const backupLifeMs = backupDays * 24 * 60 * 60 * 1000

/** By this name a later run knows a backup as ours and removes it in time: sealed `….tar.age`, open `….tar`. */
const fileName = /^berangkat-aman-[\w.-]*\.tar(\.age)?$/

export const isBackupName = (name: string, isSealed: boolean): boolean =>
  fileName.test(name) && name.endsWith('.age') === isSealed

/** Whether a name is one that a backup of ours can have, sealed or open. */
export const isAnyBackupName = (name: string): boolean => fileName.test(name)

/** Names inside the archive. `first` comes first, `manifest` last: without it an archive is not whole. */
export const parts = {
  first: 'cadangan.json',
  database: 'basis-data.db',
  secret: 'payload-secret',
  pin: 'keylist.pin',
  media: 'media/',
  manifest: 'manifest.json',
} as const

/** Whether an archive may hold a file of this name: no folder but `media/`, nothing that leads out of it. */
export function isPartName(name: string): boolean {
  const single: readonly string[] = [parts.first, parts.database, parts.secret, parts.pin, parts.manifest]
  if (single.includes(name)) return true
  const file = name.startsWith(parts.media) ? name.slice(parts.media.length) : ''
  return file !== '' && file !== '.' && file !== '..' && !/[/\\\0]/.test(file)
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What an archive says of itself before anything else. */
export const firstSchema = z.object({
  format: z.literal(formatVersion),
  /** When the backup began, ISO 8601: all that was acknowledged before is in it. */
  made: z.iso.datetime(),
  engine: z.enum(['sqlite', 'mongodb']),
})
export type First = z.infer<typeof firstSchema>

/** What an archive must hold, at its end. */
export const manifestSchema = z.object({
  parts: z.array(z.object({ name: z.string(), size: z.int().min(0), sha256 })),
  /** Rows of each table of the database; null on MongoDB, whose data is dumped by its own tools. */
  counts: z.record(z.string(), z.int().min(0)).nullable(),
})
export type Manifest = z.infer<typeof manifestSchema>
export type Part = Manifest['parts'][number]
