import { directions } from '#src/crypto/manifest.ts'
import { collections } from '#src/slugs.ts'
import { deskCollection } from './desk-base.ts'

const FILE = 16_000
const PARTS = 1_000_000

/** One sealed message of a thread: age files in base64url, see docs/protocol.md. */
export const SealedMessages = deskCollection(
  collections.sealedMessages,
  {
    singular: { id: 'Pesan tersegel', en: 'Sealed message' },
    plural: { id: 'Pesan tersegel', en: 'Sealed messages' },
  },
  [
    { name: 'report', type: 'text', required: true, maxLength: 36, index: true },
    { name: 'seq', type: 'number', required: true, min: 0, max: 10_000 },
    { name: 'direction', type: 'select', required: true, options: [...directions] },
    { name: 'inboxKey', type: 'textarea', required: true, maxLength: FILE },
    { name: 'reporterKey', type: 'textarea', maxLength: FILE },
    { name: 'manifest', type: 'textarea', required: true, maxLength: 100_000 },
    // One file a line, in the order of the manifest.
    { name: 'parts', type: 'textarea', required: true, maxLength: PARTS },
    // The reporter's own record of the message, sealed to the reporter. Given back to the code alone, never to the desk.
    { name: 'record', type: 'textarea', maxLength: FILE },
    { name: 'bucket', type: 'number', required: true, min: 1 },
    { name: 'day', type: 'text', required: true, maxLength: 10 },
    // Hash of the sender's random key for this sending: the same sending twice is one message.
    { name: 'sending', type: 'text', required: true, unique: true, maxLength: 64 },
  ],
  ['report', 'seq'],
)
