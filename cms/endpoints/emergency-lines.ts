import type { Payload } from 'payload'
import { collections } from '#src/slugs.ts'

/** Whether readers in Indonesia find a number for an emergency: a published line of that kind with a telephone. */
export async function hasEmergencyLine(payload: Payload): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: collections.helpChannels,
    where: {
      and: [
        { _status: { equals: 'published' } },
        { where: { equals: 'indonesia' } },
        { kind: { equals: 'darurat' } },
        { tel: { exists: true } },
      ],
    },
    // Published lines are public: the site shows them to everybody, and the dashboard asks for no account in particular.
    overrideAccess: true,
  })
  return totalDocs > 0
}
