import { getCollection } from 'astro:content'
import type { Figure } from '#src/content/figure.ts'

/** All published figures, as the pages and the downloads show them. */
export async function publishedFigures(): Promise<Figure[]> {
  return (await getCollection('figures')).map(entry => entry.data)
}

/** The address of the site without a slash at its end. */
export function siteOrigin(site: URL | undefined): string {
  if (!site) throw new Error('`site` is not set in astro.config.mjs')
  return site.href.replace(/\/$/, '')
}
