import type { PayloadRequest } from 'payload'
import { who } from '#cms/access/who.ts'
import { collections } from '#src/slugs.ts'

const drafted = [
  collections.figures,
  collections.banners,
  collections.activities,
  collections.programmes,
  collections.articles,
] as const
/** Only administrators may see versions of these. */
const draftedByAdmins = [...drafted, collections.helpChannels] as const
const SHOWN = 8

export type Draft = {
  collection: string
  collectionLabel: Record<string, string>
  id: string
  title: string
  changed: string
  isPublished: boolean
}

/** The newest drafts that the caller may work on: of the own office, or of all for administrators. */
export async function readDrafts(req: PayloadRequest): Promise<{ drafts: Draft[]; total: number }> {
  const person = who(req)
  if (!person || (person.role !== 'admin' && !person.office)) return { drafts: [], total: 0 }
  const found = await Promise.all(
    (person.role === 'admin' ? draftedByAdmins : drafted).map(async collection => {
      const { docs, totalDocs } = await req.payload.findVersions({
        collection,
        where: { and: [{ latest: { equals: true } }, { 'version._status': { equals: 'draft' } }] },
        sort: '-updatedAt',
        limit: SHOWN,
        depth: 0,
        overrideAccess: false,
        req,
      })
      const ids = docs.map(({ parent }) => String(parent))
      const published = await req.payload.find({
        collection,
        where: { and: [{ id: { in: ids } }, { _status: { equals: 'published' } }] },
        select: { slug: true },
        depth: 0,
        pagination: false,
        overrideAccess: false,
        req,
      })
      const live = new Set(published.docs.map(({ id }) => id))
      const { labels } = req.payload.collections[collection].config
      const drafts = docs.map(({ parent, updatedAt, version }): Draft => {
        const told = version as { title?: string; name?: string; slug?: string }
        return {
          collection,
          collectionLabel: labels.singular as Record<string, string>,
          id: String(parent),
          title: told.title || told.name || told.slug || '…',
          changed: updatedAt,
          isPublished: live.has(String(parent)),
        }
      })
      return { drafts, totalDocs }
    }),
  )
  const drafts = found.flatMap(({ drafts: part }) => part).sort((a, b) => b.changed.localeCompare(a.changed))
  return { drafts: drafts.slice(0, SHOWN), total: found.reduce((sum, { totalDocs }) => sum + totalDocs, 0) }
}
