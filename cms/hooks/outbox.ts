import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  GlobalAfterChangeHook,
  PayloadRequest,
} from 'payload'
import { isMediaUsed } from '#cms/endpoints/media-published.ts'
import { enqueue } from '#cms/jobs/enqueue.ts'
import { collections } from '#src/slugs.ts'
import { pagePath } from './page-paths.ts'
import { type PublishedRow, publishedRow } from './published-row.ts'

type Doc = { id: string; slug?: unknown; title?: unknown; name?: unknown; image?: unknown; _status?: unknown }

// Not in `context`, which the rich text editor's hooks replace, nor by the request, which a restore copies: the headers are shared.
const publishedBefore = new WeakMap<PayloadRequest['headers'], Map<string, PublishedRow>>()
const keyOf = (collection: string, id: unknown) => `${collection}:${id}`
const labelOf = (doc: Doc) => String(doc.title ?? doc.name ?? doc.slug ?? doc.id)

/** The addresses that show the document itself. A picture that another published page shows stays. */
async function pathsOf(
  req: PayloadRequest,
  collection: string,
  doc: Doc,
  kind: 'publish' | 'takedown',
): Promise<string[]> {
  const page = pagePath(collection, doc.slug)
  const imageId = doc.image && typeof doc.image === 'object' && 'id' in doc.image ? doc.image.id : doc.image
  if (typeof imageId !== 'string') return page ? [page] : []
  const stays = kind === 'takedown' && (await isMediaUsed(req.payload, imageId, req))
  const file = await req.payload.findByID({
    collection: collections.media,
    id: imageId,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  return [...(page ? [page] : []), ...(file?.filename && !stays ? [`/media/${file.filename}`] : [])]
}

async function note(req: PayloadRequest, collection: string, doc: Doc, kind: 'publish' | 'takedown') {
  await enqueue(req, {
    kind,
    source: collection,
    docId: doc.id,
    label: labelOf(doc),
    paths: await pathsOf(req, collection, doc, kind),
  })
}

/** Remembers, within the request, what readers saw of the document before this change. */
export const rememberPublished: CollectionBeforeChangeHook = async ({
  collection,
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc?.id || context.seeding) return data
  const published = publishedBefore.get(req.headers) ?? new Map<string, PublishedRow>()
  const key = keyOf(collection.slug, originalDoc.id)
  const row = await publishedRow(req, collection.slug, originalDoc.id)
  if (row) published.set(key, row)
  else published.delete(key)
  publishedBefore.set(req.headers, published)
  return data
}

/** Tells the publisher when readers would see something else: a publish, a change of what is published, an unpublish. */
export const noteChange: CollectionAfterChangeHook = async ({ collection, context, doc, req }) => {
  if (context.seeding) return doc
  if (doc._status === 'published') {
    await note(req, collection.slug, doc, 'publish')
    return doc
  }
  const seen = publishedBefore.get(req.headers)?.get(keyOf(collection.slug, doc.id))
  // The newest draft may have another address and picture than what readers saw.
  if (seen && !(await publishedRow(req, collection.slug, doc.id)))
    await note(req, collection.slug, { ...doc, slug: seen.slug, image: seen.image }, 'takedown')
  return doc
}

/** Tells the publisher when a published document is deleted. */
export const noteDeletion: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  if (doc._status === 'published') await note(req, collection.slug, doc, 'takedown')
  return doc
}

/** Tells the publisher when a setting changes; settings are live as soon as they are saved. */
export const noteGlobalChange: GlobalAfterChangeHook = async ({ context, doc, global, req }) => {
  if (!context.seeding) {
    await enqueue(req, { kind: 'publish', source: global.slug, docId: null, label: global.slug, paths: [] })
  }
  return doc
}
