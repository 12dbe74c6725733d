import { collections } from '#src/slugs.ts'
import { deskCollection } from './desk-base.ts'

/** What handlers did with a report: sealed to the inbox, signed by its author, chained by hash. The server reads none of it. */
export const InboxEvents = deskCollection(
  collections.inboxEvents,
  { singular: { id: 'Catatan meja', en: 'Desk event' }, plural: { id: 'Catatan meja', en: 'Desk events' } },
  [
    { name: 'report', type: 'text', required: true, maxLength: 36, index: true },
    { name: 'seq', type: 'number', required: true, min: 1, max: 10_000 },
    { name: 'sealed', type: 'textarea', required: true, maxLength: 120_000 },
  ],
  ['report', 'seq'],
)
