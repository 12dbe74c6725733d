import type { Payload, Where } from 'payload'
import { collections } from '#src/slugs.ts'

export type OutboxRow = {
  id: string
  kind: 'publish' | 'takedown'
  label: string
  paths: string[]
  /** A live build carries it. */
  isLive: boolean
}

/** Committed changes that no live build carries yet, oldest first. */
export function waitingRows(payload: Payload): Promise<OutboxRow[]> {
  return rowsWhere(payload, { build: { exists: false } })
}

/** Every change so far of something with an address of its own, oldest first: what the gone addresses are made from. */
export function allWithPaths(payload: Payload): Promise<OutboxRow[]> {
  return rowsWhere(payload, { paths: { exists: true } })
}

/** Notes that the build `id` carries these changes. */
export async function markLive(payload: Payload, rows: readonly OutboxRow[], id: string): Promise<void> {
  for (const row of rows) {
    await payload.db.updateOne({
      collection: collections.outbox,
      id: row.id,
      data: { build: id },
      returning: false,
    })
  }
}

async function rowsWhere(payload: Payload, where: Where): Promise<OutboxRow[]> {
  const { docs } = await payload.find({
    collection: collections.outbox,
    where,
    sort: 'createdAt',
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return docs.map(doc => ({
    id: String(doc.id),
    kind: doc.kind,
    label: doc.label ?? '',
    paths: (doc.paths ?? '').split('\n').filter(Boolean),
    isLive: Boolean(doc.build),
  }))
}
