import { randomUUID } from 'node:crypto'
import { fromFigure } from '#cms/seed-shapes.ts'
import type { Figure } from '#src/content/figure.ts'
import type { TestCms } from './payload.ts'

/** Puts many published figures into the database at once, as one change: without the checks that each would pass by itself. */
export async function addFigures({ payload }: TestCms, figures: readonly Figure[]): Promise<void> {
  const now = new Date().toISOString()
  // One transaction: each commit would wait for the disk.
  const transactionID = (await payload.db.beginTransaction()) ?? undefined
  for (const figure of figures) {
    const row = fromFigure(figure, () => null)
    const withId = (entry: object) => ({ ...entry, id: randomUUID() })
    const lists = { sources: row.sources.map(withId), revisions: row.revisions.map(withId) }
    const data = { id: randomUUID(), ...row, ...lists, createdAt: now, updatedAt: now }
    await payload.db.create({ collection: 'figures', data, req: { transactionID } as never })
  }
  if (transactionID !== undefined) await payload.db.commitTransaction(transactionID)
  await noteChange({ payload })
}

/** Tells the publisher that something changed. */
export async function noteChange({ payload }: Pick<TestCms, 'payload'>): Promise<void> {
  await payload.create({
    collection: 'outbox',
    data: { kind: 'publish', source: 'figures', label: 'Uji' },
    overrideAccess: true,
  })
}
