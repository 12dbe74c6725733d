import { randomUUID } from 'node:crypto'
import type { CollectionConfig, Plugin } from 'payload'

const idField = {
  name: 'id',
  type: 'text',
  required: true,
  maxLength: 36,
  admin: { hidden: true, disableListColumn: true, disableListFilter: true },
  defaultValue: () => randomUUID(),
  // Nobody chooses an id: whatever came with a new document is replaced.
  hooks: { beforeValidate: [({ operation, value }) => (operation === 'create' ? randomUUID() : value)] },
} satisfies CollectionConfig['fields'][number]

/**
 * Gives every collection without an id field of its own text UUIDs on MongoDB, whose own ids would be ObjectIds; SQLite's
 * adapter makes the same by itself. Thus a link between documents is the same kind of value in both.
 */
export const textIds: Plugin = config => ({
  ...config,
  collections: (config.collections ?? []).map(collection => {
    const hasOwn = collection.fields.some(field => 'name' in field && field.name === 'id')
    return hasOwn ? collection : { ...collection, fields: [idField, ...collection.fields] }
  }),
})
