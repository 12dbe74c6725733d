import type { CollectionSlug } from 'payload'
import type { TestCms } from '#tests/helpers/payload.ts'

const noon = '2025-06-01T12:00:00.000Z'
const sources = [{ title: 'Sumber uji', url: 'https://contoh.example/' }]
let serial = 0

/** The least that a document of each content collection needs to be published. */
export const contentData = {
  banners: () => ({
    title: 'Uji',
    message: 'Pesan',
    action: { label: 'Periksa', href: '/periksa/' },
    pattern: 'ombak' as const,
  }),
  articles: () => ({ title: 'Uji', summary: 'Ringkasan', topic: 'kabar' as const, published: noon }),
  activities: () => ({ title: 'Uji', kind: 'sosialisasi' as const, summary: 'Ringkasan', sources }),
  programmes: () => ({
    name: 'Uji',
    kind: 'desa-binaan' as const,
    area: { level: 'desa' as const, name: 'Uji', regency: 'Kabupaten Uji', province: 'Jawa Tengah' },
    summary: 'Ringkasan',
    sources,
  }),
  figures: () => ({
    subject: { kind: 'kanim' as const, name: 'Uji' },
    measure: 'ditolak' as const,
    reasonScope: 'semua' as const,
    period: { start: noon, end: noon },
    count: 5,
    provenance: 'pers' as const,
    sources,
  }),
} satisfies Partial<Record<CollectionSlug, () => object>>
export type ContentSlug = keyof typeof contentData
export const contentSlugs = Object.keys(contentData) as ContentSlug[]

/** Data of a new document with a slug of its own. */
export function freshData(collection: ContentSlug, status: 'draft' | 'published') {
  serial += 1
  return { ...contentData[collection](), slug: `uji-${serial}`, _status: status }
}

/** Makes a document of `office` past all access rules. Returns its id. */
export async function makeDocument(
  cms: TestCms,
  collection: ContentSlug,
  status: 'draft' | 'published',
  office: string,
): Promise<string> {
  const data = { ...freshData(collection, status), office }
  const { id } = await cms.payload.create({ collection, data: data as never, overrideAccess: true })
  return id
}

/** Id of the newest version of a document. */
export async function newestVersion(cms: TestCms, collection: ContentSlug, id: string): Promise<string> {
  const { docs } = await cms.payload.findVersions({
    collection,
    where: { parent: { equals: id } },
    sort: '-updatedAt',
    limit: 1,
    overrideAccess: true,
  })
  return String(docs[0]?.id)
}
