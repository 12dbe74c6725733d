import type { CollectionConfig } from 'payload'
import { collections } from '#src/slugs.ts'

const never = () => false

/** One row for each build of the site: what the dashboard shows. Written by the publisher only, read through `getBuildState`. */
export const Builds: CollectionConfig = {
  slug: collections.builds,
  labels: {
    singular: { id: 'Pembaruan situs', en: 'Site build' },
    plural: { id: 'Pembaruan situs', en: 'Site builds' },
  },
  admin: { hidden: true },
  access: { create: never, read: never, update: never, delete: never, unlock: never, readVersions: never },
  lockDocuments: false,
  endpoints: false,
  fields: [
    { name: 'state', type: 'select', required: true, options: ['running', 'live', 'failed'] },
    { name: 'release', type: 'text', required: true, maxLength: 60 },
    { name: 'started', type: 'date', required: true, index: true },
    { name: 'finished', type: 'date' },
    { name: 'reason', type: 'text', maxLength: 300 },
    { name: 'changes', type: 'number', required: true, min: 0 },
    { name: 'pages', type: 'number', min: 0 },
    { name: 'error', type: 'textarea', maxLength: 4000 },
  ],
}
