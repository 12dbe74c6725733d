import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionSlug,
  GlobalAfterChangeHook,
  PayloadRequest,
} from 'payload'
import { isMediaUsed } from '#cms/endpoints/media-published.ts'
import { enqueue } from '#cms/jobs/enqueue.ts'
import { collections } from '#src/slugs.ts'
import { pagePath } from './page-paths.ts'

type Doc = { id: string; slug?: unknown; title?: unknown; name?: unknown; image?: unknown; _status?: unknown }

// Not in `context`, which the rich text editor's hooks replace, nor by the request, which a restore copies: the headers are shared.
const publishedBefore = new WeakMap<PayloadRequest['headers'], Set<string>>()
const keyOf = (collection: string, id: unknown) => `${collection}:${id}`
const labelOf = (doc: Doc) => String(doc.title ?? doc.name ?? doc.slug ?? doc.id)

/** Whether the document as readers see it is published now: a newer draft does not count. */
async function isPublished(req: PayloadRequest, collection: CollectionSlug, id: string): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection,
    where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
    overrideAccess: true,
    req,
  })
  return totalDocs > 0
}

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

/** Remembers, within the request, whether the document was published before this change. */
export const rememberPublished: CollectionBeforeChangeHook = async ({
  collection,
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc?.id || context.seeding) return data
  const published = publishedBefore.get(req.headers) ?? new Set()
  const key = keyOf(collection.slug, originalDoc.id)
  if (await isPublished(req, collection.slug, originalDoc.id)) published.add(key)
  else published.delete(key)
  publishedBefore.set(req.headers, published)
  return data
}

/** Tells the publisher when readers would see something else: a publish, a change of what is published, an unpublish. */
export const noteChange: CollectionAfterChangeHook = async ({ collection, context, doc, req }) => {
  if (context.seeding) return doc
  if (doc._status === 'published') await note(req, collection.slug, doc, 'publish')
  else if (
    publishedBefore.get(req.headers)?.has(keyOf(collection.slug, doc.id)) &&
    !(await isPublished(req, collection.slug, doc.id))
  ) {
    await note(req, collection.slug, doc, 'takedown')
  }
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
