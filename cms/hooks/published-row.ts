import type { CollectionSlug, PayloadRequest } from 'payload'

export type PublishedRow = { id: string; slug?: unknown; image?: unknown }

/** The document as readers see it now, whatever newer draft lies over it; null when it is not published. */
export async function publishedRow(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string | number,
): Promise<PublishedRow | null> {
  const { docs } = await req.payload.find({
    collection,
    where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return (docs[0] as unknown as PublishedRow | undefined) ?? null
}
