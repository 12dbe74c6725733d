import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { vi } from 'vitest'
import { type Engine, findPages } from '#site/search/find.ts'
import type { SearchWords } from '#site/search/query.ts'

type Pagefind = Engine & {
  options(options: { basePath: string; noWorker: boolean }): Promise<void>
  init(language: string): Promise<void>
}

/** Answers Pagefind's requests from the folder of a built site. */
async function readAsAnswer(address: string | URL): Promise<Response> {
  const file = String(address)
    .replace(/^file:\/\//, '')
    .replace(/\?.*$/, '')
  return new Response(new Uint8Array(await readFile(file)))
}

/**
 * Opens the search of a built site as the browser does, without a worker. The answer is a function that gives the addresses
 * found for what a person types, best first, at most `most`.
 */
export async function openSearch(
  siteDir: string,
): Promise<(typed: string, most?: number) => Promise<string[]>> {
  const folder = path.join(siteDir, 'pagefind')
  vi.stubGlobal('window', globalThis)
  vi.stubGlobal('location', new URL('http://localhost/'))
  vi.stubGlobal('document', { querySelector: () => null })
  vi.stubGlobal('fetch', readAsAnswer)
  const engine = (await import(
    /* @vite-ignore */ pathToFileURL(path.join(folder, 'pagefind.js')).href
  )) as Pagefind
  await engine.options({ basePath: `${folder}/`, noWorker: true })
  await engine.init('id')
  const words = JSON.parse(await readFile(path.join(folder, 'kata.json'), 'utf8')) as SearchWords
  return async (typed, most = 5) => {
    const { named, answers, hits } = await findPages(typed, words, engine)
    const pages = await Promise.all(hits.slice(0, most).map(hit => hit.data()))
    const urls = [...(named ? [named] : []), ...answers, ...pages].map(page => page.url.replace(siteDir, ''))
    return [...new Set(urls)].slice(0, most)
  }
}
