import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { leanChunks } from './lean-chunks.ts'
import { pruneStyles, shortenMarks } from './lean-styles.ts'

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const hashesOf = (html: string, name: 'style' | 'script') => {
  const inline = html.matchAll(new RegExp(`<${name}(?![^>]*\\ssrc=)[^>]*>([\\s\\S]*?)</${name}>`, 'g'))
  return new Set([...inline].map(match => hashOf(match[1] ?? '')))
}

/**
 * The page's content policy for the inline styles and scripts that the page really has. Astro lists the hashes of the whole
 * site, which costs every page 1.4 kB; hashes of scripts are kept or dropped, those of styles are taken anew.
 */
export function pruneHashes(html: string): string {
  const scripts = hashesOf(html, 'script')
  const styles = [...hashesOf(html, 'style')].map(hash => ` ${hash}`).join('')
  return html.replace(/<meta http-equiv="content-security-policy" content="[^"]*"/i, meta =>
    meta
      .replace(/ 'sha256-[^']+'/g, hash => (scripts.has(hash.trim()) ? hash : ''))
      .replace(/style-src[^;"]*/, directive => directive + styles),
  )
}

const isWantedAtOnce = (name: string) => !name.startsWith('late-')

/**
 * Addresses of every chunk that the given entries load, statically or by `import()`; not of modules named `late-…`, which
 * the page can do without at first.
 * @param read source of a chunk by its address (`/_a/name.js`), or null when there is none
 * @param follows whether to take a chunk, by its name
 */
export async function chunksOf(
  entries: readonly string[],
  read: (address: string) => Promise<string | null>,
  follows: (name: string) => boolean = isWantedAtOnce,
): Promise<string[]> {
  const seen = new Set<string>()
  const queue = [...entries]
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    if (seen.has(address)) continue
    const source = await read(address)
    if (source === null) continue
    seen.add(address)
    const folder = address.slice(0, address.lastIndexOf('/') + 1)
    for (const match of source.matchAll(/(?:from|import)\s*\(?\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
      if (match[1] && follows(match[1])) queue.push(folder + match[1])
  }
  return [...seen]
}

/** Addresses of the page's module scripts and islands. */
function entriesOf(html: string): string[] {
  const entries = [...html.matchAll(/<script[^>]*type="module"[^>]*\ssrc="(\/[^"]+\.js)"/g)].map(
    match => match[1] ?? '',
  )
  const islands = [...html.matchAll(/(?:component-url|renderer-url)="(\/[^"]+\.js)"/g)].map(
    match => match[1] ?? '',
  )
  return [...entries, ...islands]
}

/** Adds `modulepreload` for these chunks, before the inline styles: half a second on a slow link. */
const addPreloads = (html: string, chunks: readonly string[]) =>
  html.replace(
    /<(?:link|style)\b/,
    first => chunks.map(href => `<link rel="modulepreload" href="${href}">`).join('') + first,
  )

/** Few chunks; after the build lean styles and content policies, and preloads where a page has script. */
export function leanPages(): AstroIntegration {
  return {
    name: 'lean-pages',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [leanChunks()] } })
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        const read = (address: string) => readFile(join(root, address), 'utf8').catch(() => null)
        const files = (await readdir(root, { recursive: true })).filter(name => name.endsWith('.html'))
        await Promise.all(
          files.map(async name => {
            const file = join(root, name)
            const html = await readFile(file, 'utf8')
            const entries = entriesOf(html)
            const all = await chunksOf(entries, read, () => true)
            const sources = await Promise.all(all.map(async chunk => (await read(chunk)) ?? ''))
            const dressed = shortenMarks(pruneStyles(html, sources))
            const lean = addPreloads(pruneHashes(dressed), await chunksOf(entries, read))
            if (lean !== html) await writeFile(file, lean)
          }),
        )
      },
    },
  }
}
