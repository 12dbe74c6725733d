import { collections } from '#src/slugs.ts'
import { deskCollection } from './desk-base.ts'

/**
 * Who can open an inbox: one row for each way, with the inbox's secret key sealed for it. `user` is an account id, or
 * `pemulihan` for the recovery phrase on paper. A founder counts once `approved` is set.
 */
export const InboxMembers = deskCollection(
  collections.inboxMembers,
  {
    singular: { id: 'Anggota kotak', en: 'Inbox member' },
    plural: { id: 'Anggota kotak', en: 'Inbox members' },
  },
  [
    { name: 'inbox', type: 'text', required: true, maxLength: 36 },
    { name: 'user', type: 'text', required: true, maxLength: 36, index: true },
    { name: 'approved', type: 'checkbox', required: true, defaultValue: false },
    // The member's signature over the inbox's entry of the key list, until the entry is in the list.
    { name: 'signature', type: 'text', maxLength: 86 },
    { name: 'wrapped', type: 'textarea', required: true, maxLength: 16_000 },
    // The members' public keys under a MAC that only who holds the inbox's key can make.
    { name: 'roster', type: 'textarea', required: true, maxLength: 60_000 },
  ],
  ['inbox', 'user'],
)
