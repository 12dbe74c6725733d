import type { Payload } from 'payload'
import { z } from 'zod'

const key = 'figure-gap'
const gapSchema = z.object({ from: z.iso.datetime(), until: z.iso.date() })

/**
 * A span in which figures may have been given out that nobody here remembers, because the database was restored from a backup:
 * from the moment of the backup until the day of the restore (in Jakarta).
 */
export type FigureGap = z.infer<typeof gapSchema>

/** The gap that is still open, or null. */
export async function readGap(payload: Payload): Promise<FigureGap | null> {
  const stored = await payload.kv.get<FigureGap>(key)
  return stored === null ? null : gapSchema.parse(stored)
}

/** Opens a gap, or widens the one that is open. */
export async function markGap(payload: Payload, gap: FigureGap): Promise<void> {
  const before = await readGap(payload)
  const from = before && before.from < gap.from ? before.from : gap.from
  const until = before && before.until > gap.until ? before.until : gap.until
  await payload.kv.set(key, { from, until })
}

/** Closes the gap: whoever calls has added what was given out in it. */
export async function closeGap(payload: Payload): Promise<void> {
  await payload.kv.delete(key)
}
