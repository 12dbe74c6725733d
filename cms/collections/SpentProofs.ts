import { collections } from '#src/slugs.ts'
import { deskCollection } from './desk-base.ts'

/** Proofs of work that were used, by hash, so that none counts twice. Rows of past days are removed: their challenges have expired. */
export const SpentProofs = deskCollection(
  collections.spentProofs,
  {
    singular: { id: 'Bukti kerja terpakai', en: 'Spent proof' },
    plural: { id: 'Bukti kerja terpakai', en: 'Spent proofs' },
  },
  [
    { name: 'proof', type: 'text', required: true, maxLength: 64 },
    // Hash of the sending key that it was spent on: for that one sending it goes on to count.
    { name: 'sending', type: 'text', maxLength: 64 },
    // Too cheap when it came: it bought a challenge with a promised price, and nothing else.
    { name: 'traded', type: 'checkbox' },
    { name: 'day', type: 'text', required: true, maxLength: 10, index: true },
  ],
  ['proof'],
)
