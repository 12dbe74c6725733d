import type { PayloadRequest } from 'payload'
import { collections } from '#src/slugs.ts'
import { announceWithdrawal } from './withdrawn.ts'

export type OutboxEntry = {
  /** `takedown` makes `paths` answer 410 as soon as the change is committed; `publish` lifts that with the build that carries it. */
  kind: 'publish' | 'takedown'
  /** Slug of the collection or global that changed. */
  source: string
  docId: string | null
  /** What an editor calls it, for the dashboard. */
  label: string
  /** Addresses of the item's own page and files: `/desa/nama/`, `/media/berkas.webp`. Empty where it has none. */
  paths: readonly string[]
}

/**
 * Notes a change for the publisher, in the transaction of `req`: the row appears with the commit and not before, and a
 * change that fails leaves none.
 */
export async function enqueue(req: PayloadRequest, entry: OutboxEntry): Promise<void> {
  await req.payload.create({
    collection: collections.outbox,
    data: { ...entry, label: entry.label.slice(0, 300), paths: entry.paths.join('\n') },
    overrideAccess: true,
    req,
  })
  // Before the commit: a server that is killed right after it must not show the page again when it starts.
  const { withdrawn } = req.payload.config.custom as { withdrawn?: string }
  if (entry.kind === 'takedown' && withdrawn) announceWithdrawal(withdrawn, entry.paths)
}
