import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { close, createIndex, type PagefindIndex } from 'pagefind'
import { routes } from '#site/routes.ts'
import { type SearchedPage, searchWords } from '#site/search/page-words.ts'
import type { OfficeAreaTable } from '#site/search/places.ts'

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
 * Pagefind leads to a part of a page only by a heading with an id: where the id is on the element around, such as a sign in
 * a list, the copy that is indexed has it on the first heading inside.
 */
function nameHeadings(document: Document): void {
  for (const element of document.querySelectorAll('main li[id], main section[id], main article[id]')) {
    const heading = element.querySelector('h2, h3, h4')
    if (!heading || heading.id) continue
    heading.id = element.id
    element.removeAttribute('id')
  }
}

async function addPages(index: PagefindIndex, pages: readonly SearchedPage[]): Promise<void> {
  for (const { address: url, document } of pages) {
    nameHeadings(document)
    const { errors } = await index.addHTMLFile({ url, content: document.toString() })
    if (errors.length > 0) throw new Error(`search index, ${url}: ${errors.join('; ')}`)
  }
}

/**
 * Writes the search index of a built site into `<siteDir>/pagefind/`, for the browser to load on `/cari/` only, and beside it
 * `kata.json`: synonyms, first pages and known words. Runs after `astro build` and before the release is served or
 * compressed. Only `<main data-pagefind-body>` is read.
 * @returns the number of pages indexed.
 * @throws Error naming the page or step that Pagefind refused.
 */
export async function buildSearchIndex(siteDir: string): Promise<{ pages: number }> {
  const files = (await readdir(siteDir, { recursive: true })).filter(file => file.endsWith('.html')).sort()
  const pages = await Promise.all(
    files.map(async (file): Promise<SearchedPage> => {
      const content = await readFile(join(siteDir, file), 'utf8')
      const url = address(file)
      const isSearched = !isHidden(url) && content.includes('data-pagefind-body')
      return { address: url, document: parseHTML(content).document as unknown as Document, isSearched }
    }),
  )
  const searched = pages.filter(page => page.isSearched)
  const table = await readFile(join(siteDir, routes.checkOffices), 'utf8').catch(() => null)
  const areas = table === null ? null : (JSON.parse(table) as OfficeAreaTable)
  const words = searchWords(
    pages.filter(page => page.document.documentElement.lang !== 'en'),
    areas,
  )
  const { index, errors } = await createIndex({ excludeSelectors: ['svg', '[data-no-search]'] })
  if (!index) throw new Error(`search index: ${errors.join('; ')}`)
  try {
    await addPages(index, searched)
    const folder = join(siteDir, 'pagefind')
    const written = await index.writeFiles({ outputPath: folder })
    if (written.errors.length > 0) throw new Error(`search index: ${written.errors.join('; ')}`)
    for (const name of await readdir(folder)) if (notUsed.test(name)) await rm(join(folder, name))
    await writeFile(join(folder, 'kata.json'), JSON.stringify(words))
    return { pages: searched.length }
  } finally {
    await close()
  }
}
