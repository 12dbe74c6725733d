import { collections } from '#src/slugs.ts'
import type { TestCms } from './payload.ts'

/** Stores a report with a message of these bytes. Returns its id. */
export async function storeReport(
  { payload }: Pick<TestCms, 'payload'>,
  mark: string,
  deleteAfter: string | null = null,
  hold = false,
): Promise<string> {
  const day = '2026-11-20'
  const report = await payload.create({
    collection: collections.sealedReports,
    data: {
      inbox: 'kotak',
      keyVersion: 1,
      bucket: 4096,
      day,
      lookupHash: mark.slice(0, 64),
      deleteAfter,
      hold,
    },
    overrideAccess: true,
  })
  await payload.create({
    collection: collections.sealedMessages,
    data: {
      report: report.id,
      seq: 0,
      direction: 'masuk',
      inboxKey: 'a',
      manifest: 'b',
      parts: mark,
      bucket: 4096,
      day,
      sending: mark.slice(0, 64),
    },
    overrideAccess: true,
  })
  return report.id
}
