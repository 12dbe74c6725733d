import type { CollectionConfig } from 'payload'
import { collections } from '#src/slugs.ts'

const never = () => false

/** What both databases take in one row and more than `releaseFigures` writes there, ten times over. Characters. */
const MOST_TEXT = 12_000_000

/**
 * What anybody can have seen of the figures that offices enter: one row for each time that something new was given out. Rows
 * are only added. Written and read by `releaseFigures` alone; no request of any role reaches it.
 */
export const FigureReleases: CollectionConfig = {
  slug: collections.figureReleases,
  labels: {
    singular: { id: 'Angka yang pernah terbit', en: 'Figures given out' },
    plural: { id: 'Angka yang pernah terbit', en: 'Figures given out' },
  },
  admin: { hidden: true },
  access: { create: never, read: never, update: never, delete: never, unlock: never, readVersions: never },
  lockDocuments: false,
  endpoints: false,
  fields: [
    // 1, 2, 3 …: of two servers that release at once only one can write the next row.
    { name: 'serial', type: 'number', required: true, unique: true, index: true, min: 1 },
    // A list of places and counts as JSON; a JSON field would bring a code editor from a foreign host.
    { name: 'numbers', type: 'textarea', required: true, maxLength: MOST_TEXT },
  ],
}
