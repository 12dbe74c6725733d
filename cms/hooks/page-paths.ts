import { type CollectionSlug, collections } from '#src/slugs.ts'

const pages: Partial<Record<CollectionSlug, (slug: string) => string>> = {
  [collections.offices]: slug => `/kantor/${slug}/`,
  [collections.programmes]: slug => `/desa/${slug}/`,
  [collections.articles]: slug => `/kampanye/${slug}/`,
}

/** The address of a document's own page on the site; null for what only appears within other pages. */
export function pagePath(collection: string, slug: unknown): string | null {
  return typeof slug === 'string' ? (pages[collection as CollectionSlug]?.(slug) ?? null) : null
}
