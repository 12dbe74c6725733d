import type { CollectionConfig } from 'payload'
import { collections } from '#src/slugs.ts'

const never = () => false

/**
 * One row for each change that the site must show, written in the transaction of the change itself. Only the publisher
 * reads it; no request of any role reaches it.
 */
export const Outbox: CollectionConfig = {
  slug: collections.outbox,
  labels: {
    singular: { id: 'Antrean terbit', en: 'Outbox row' },
    plural: { id: 'Antrean terbit', en: 'Outbox' },
  },
  admin: { hidden: true },
  access: { create: never, read: never, update: never, delete: never, unlock: never, readVersions: never },
  lockDocuments: false,
  endpoints: false,
  fields: [
    { name: 'kind', type: 'select', required: true, options: ['publish', 'takedown'] },
    { name: 'source', type: 'text', required: true, maxLength: 60 },
    { name: 'docId', type: 'text', maxLength: 60 },
    { name: 'label', type: 'text', maxLength: 300 },
    // Addresses of the item's own page and files, one a line: a JSON field would bring a code editor from a foreign host.
    { name: 'paths', type: 'textarea', maxLength: 4000 },
    // The build that carried it to the site; empty until that build is live.
    { name: 'build', type: 'text', index: true, maxLength: 60 },
  ],
}
