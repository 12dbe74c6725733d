import type { CollectionConfig, Field } from 'payload'
import type { CollectionSlug } from '#src/slugs.ts'

const never = () => false

/**
 * A collection that only the desk's endpoints reach: every access is refused, and nothing beside the rows keeps a trace
 * of them (no REST, no versions, no locks, no timestamps). Links are plain ids, so that no query of another collection joins them.
 */
export const deskCollection = (
  slug: CollectionSlug,
  labels: NonNullable<CollectionConfig['labels']>,
  fields: Field[],
  unique: string[],
): CollectionConfig => ({
  slug,
  labels,
  admin: { hidden: true },
  access: { create: never, read: never, update: never, delete: never, unlock: never, readVersions: never },
  lockDocuments: false,
  endpoints: false,
  timestamps: false,
  disableDuplicate: true,
  indexes: [{ fields: unique, unique: true }],
  fields,
})
