import { collections } from '#src/slugs.ts'
import { deskCollection } from './desk-base.ts'

/**
 * Tries of passwords and codes, and what counts once: a row is made before the try is checked, and its unique place is what
 * makes the count hold for requests at once, over several processes and without transactions. `subject` names who or what
 * under a key of the server: no e-mail, account or device can be read here. Rows go by themselves at `until`.
 */
export const SignInTries = deskCollection(
  collections.signInTries,
  {
    singular: { id: 'Percobaan masuk', en: 'Sign-in try' },
    plural: { id: 'Percobaan masuk', en: 'Sign-in tries' },
  },
  [
    { name: 'subject', type: 'text', required: true, maxLength: 64 },
    { name: 'number', type: 'number', required: true },
    // Milliseconds since 1970: when it was made, and until when it counts.
    { name: 'at', type: 'number', required: true },
    { name: 'until', type: 'number', required: true, index: true },
  ],
  ['subject', 'number'],
)
