import { collections } from '#src/slugs.ts'
import { deskCollection } from './desk-base.ts'

/** Every key list that was ever in force, as canonical text. The newest counts, and only if the pin file names its hash. */
export const KeyLists = deskCollection(
  collections.keyLists,
  { singular: { id: 'Daftar kunci', en: 'Key list' }, plural: { id: 'Daftar kunci', en: 'Key lists' } },
  [
    { name: 'serial', type: 'number', required: true, min: 1 },
    { name: 'hash', type: 'text', required: true, maxLength: 64 },
    { name: 'list', type: 'textarea', required: true, maxLength: 1_000_000 },
  ],
  ['serial'],
)
