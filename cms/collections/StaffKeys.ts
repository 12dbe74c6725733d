import { collections } from '#src/slugs.ts'
import { deskCollection } from './desk-base.ts'

/**
 * What is known of an account of staff: the second factor (sealed with the server's secret) and, of handlers, the own keys, of
 * which the server holds the public halves and a file that only the handler's passphrase opens.
 */
export const StaffKeys = deskCollection(
  collections.staffKeys,
  {
    singular: { id: 'Kunci penelaah', en: 'Handler key' },
    plural: { id: 'Kunci penelaah', en: 'Handler keys' },
  },
  [
    { name: 'user', type: 'text', required: true, maxLength: 36 },
    { name: 'secondFactor', type: 'text', maxLength: 200 },
    // The last time step whose code was taken: no code counts twice.
    { name: 'secondFactorStep', type: 'number', defaultValue: 0 },
    { name: 'recipient', type: 'textarea', maxLength: 4000 },
    { name: 'signer', type: 'text', maxLength: 100 },
    { name: 'wrapped', type: 'textarea', maxLength: 8000 },
  ],
  ['user'],
)
