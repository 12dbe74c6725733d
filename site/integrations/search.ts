import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { buildSearchIndex } from '../search-index.ts'

/** Writes the search index at the end of every build. It comes last: it reads the pages as they are served. */
export function search(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { pages } = await buildSearchIndex(fileURLToPath(dir))
        logger.info(`${pages} pages can be searched`)
      },
    },
  }
}
