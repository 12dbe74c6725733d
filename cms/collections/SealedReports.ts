import { collections } from '#src/slugs.ts'
import { deskCollection } from './desk-base.ts'

/**
 * A thread: the clear envelope of a report (inbox, key version, size bucket, day) and what finds it again (the hash of the
 * lookup id). `deleteAfter` and `hold` are the desk's, the only other clear fields. The report itself is message 0.
 */
export const SealedReports = deskCollection(
  collections.sealedReports,
  {
    singular: { id: 'Laporan tersegel', en: 'Sealed report' },
    plural: { id: 'Laporan tersegel', en: 'Sealed reports' },
  },
  [
    { name: 'inbox', type: 'text', required: true, maxLength: 36, index: true },
    { name: 'keyVersion', type: 'number', required: true, min: 1 },
    { name: 'bucket', type: 'number', required: true, min: 1 },
    // A day, never a time: YYYY-MM-DD in Western Indonesian civil time.
    { name: 'day', type: 'text', required: true, maxLength: 10 },
    { name: 'lookupHash', type: 'text', required: true, maxLength: 64 },
    { name: 'deleteAfter', type: 'text', maxLength: 10, index: true },
    { name: 'hold', type: 'checkbox', required: true, defaultValue: false },
  ],
  ['lookupHash'],
)
