import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { close, createIndex } from 'pagefind'
import { routes } from '#site/routes.ts'

/** Never searchable: tips, the check and its result, search itself, error pages. In every language. */
const hidden = [routes.report, routes.check, routes.search, '/404']

const isHidden = (path: string) =>
  hidden.some(prefix => path.startsWith(prefix) || path.startsWith(`/en${prefix}`))

/** Ready-made interfaces that Pagefind writes beside the index: the site has its own. */
const notUsed = /^pagefind-(?:component-ui|modular-ui|ui|highlight)\.(?:css|js)$/

/** Address of a built HTML file, from its path under the site folder: `desa/index.html` → `/desa/`. */
function address(file: string): string {
  return `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`
}

/**
 * Writes the search index of a built site into `<siteDir>/pagefind/`, for the browser to load on `/cari/` only. Runs after
 * `astro build` and before the release is served or compressed. Only `<main data-pagefind-body>` is read.
 * @returns the number of pages indexed.
 * @throws Error naming the page or step that Pagefind refused.
 */
export async function buildSearchIndex(siteDir: string): Promise<{ pages: number }> {
  const { index, errors } = await createIndex({ excludeSelectors: ['svg', '[data-no-search]'] })
  if (!index) throw new Error(`search index: ${errors.join('; ')}`)
  try {
    const files = (await readdir(siteDir, { recursive: true })).filter(file => file.endsWith('.html')).sort()
    let pages = 0
    for (const file of files) {
      const url = address(file)
      if (isHidden(url)) continue
      const content = await readFile(join(siteDir, file), 'utf8')
      if (!content.includes('data-pagefind-body')) continue
      const added = await index.addHTMLFile({ url, content })
      if (added.errors.length > 0) throw new Error(`search index, ${url}: ${added.errors.join('; ')}`)
      pages += 1
    }
    const folder = join(siteDir, 'pagefind')
    const written = await index.writeFiles({ outputPath: folder })
    if (written.errors.length > 0) throw new Error(`search index: ${written.errors.join('; ')}`)
    for (const name of await readdir(folder)) if (notUsed.test(name)) await rm(join(folder, name))
    return { pages }
  } finally {
    await close()
  }
}
