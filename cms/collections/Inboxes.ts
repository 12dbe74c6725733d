import { inboxKinds } from '#src/crypto/key-list.ts'
import { collections } from '#src/slugs.ts'
import { deskCollection } from './desk-base.ts'

/**
 * A channel for reports as its founder sent it. Reporters see what the key list says, never a row; `state` only tells an
 * inbox that is being founded from one that was in the list. The secret key is in no row here: see InboxMembers.
 */
export const Inboxes = deskCollection(
  collections.inboxes,
  { singular: { id: 'Kotak laporan', en: 'Inbox' }, plural: { id: 'Kotak laporan', en: 'Inboxes' } },
  [
    // Made at the founder's desk, a version 4 UUID: the founder signs it before the server has it.
    { name: 'id', type: 'text', required: true, maxLength: 36 },
    { name: 'kind', type: 'select', required: true, options: [...inboxKinds] },
    { name: 'state', type: 'select', required: true, options: ['founding', 'open', 'closed'], index: true },
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    { name: 'nameEn', type: 'text', required: true, maxLength: 120 },
    // Who can read, by function, never by name: reporters choose by it.
    { name: 'readers', type: 'textarea', required: true, maxLength: 400 },
    { name: 'readersEn', type: 'textarea', required: true, maxLength: 400 },
    { name: 'keyVersion', type: 'number', required: true, min: 1, defaultValue: 1 },
    { name: 'recipient', type: 'textarea', required: true, maxLength: 4000 },
  ],
  ['recipient'],
)
