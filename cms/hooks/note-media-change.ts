import type { CollectionAfterChangeHook } from 'payload'
import { isMediaUsed } from '#cms/endpoints/media-published.ts'
import { enqueue } from '#cms/jobs/enqueue.ts'
import type { Media } from '#cms/payload-types.ts'
import { collections } from '#src/slugs.ts'

/** Tells the publisher when a picture that readers see gets other words or another file. */
export const noteMediaChange: CollectionAfterChangeHook<Media> = async ({ context, doc, operation, req }) => {
  if (operation !== 'update' || context.seeding || !(await isMediaUsed(req.payload, doc.id, req))) return doc
  await enqueue(req, {
    kind: 'publish',
    source: collections.media,
    docId: doc.id,
    label: doc.alt,
    paths: [],
  })
  return doc
}
