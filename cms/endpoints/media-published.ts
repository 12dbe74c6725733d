import type { Payload, PayloadRequest } from 'payload'
import { collections, globals } from '#src/slugs.ts'

const illustrated = [
  collections.banners,
  collections.articles,
  collections.programmes,
  collections.activities,
] as const

/** True when a published document, or the operator's entry, shows the file with this id. */
export async function isMediaUsed(payload: Payload, id: string, req?: PayloadRequest): Promise<boolean> {
  for (const collection of illustrated) {
    const { totalDocs } = await payload.count({
      collection,
      where: { and: [{ image: { equals: id } }, { _status: { equals: 'published' } }] },
      overrideAccess: true,
      req,
    })
    if (totalDocs > 0) return true
  }
  const operator = await payload.findGlobal({ slug: globals.operator, depth: 0, overrideAccess: true, req })
  return operator.logo === id
}

/**
 * True when the public may fetch `/media/<filename>`: the file exists here and something published shows it. A picture of a
 * draft is not public, although its name could be known.
 */
export async function isMediaPublished(payload: Payload, filename: string): Promise<boolean> {
  const { docs } = await payload.find({
    collection: collections.media,
    where: { filename: { equals: filename } },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
  })
  const [file] = docs
  return file !== undefined && (await isMediaUsed(payload, file.id))
}
