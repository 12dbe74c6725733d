import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * Keeps in the page's content policy only the hashes of inline styles and scripts that the page really has. Astro lists
 * those of the whole site, which costs every page 1.4 kB.
 */
export function pruneHashes(html: string): string {
  const inline = html.matchAll(/<(style|script)(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/\1>/g)
  const present = new Set([...inline].map(match => hashOf(match[2] ?? '')))
  return html.replace(/<meta http-equiv="content-security-policy" content="[^"]*"/i, meta =>
    meta.replace(/ 'sha256-[^']+'/g, hash => (present.has(hash.trim()) ? hash : '')),
  )
}

/**
 * Addresses of every chunk that the given entries load, statically or by `import()`.
 * @param read source of a chunk by its address (`/_a/name.js`), or null when there is none
 */
export async function chunksOf(
  entries: readonly string[],
  read: (address: string) => Promise<string | null>,
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
      queue.push(folder + match[1])
  }
  return [...seen]
}

/** Adds `modulepreload` for every chunk of the page's module scripts: half a second on a slow link. */
async function addPreloads(html: string, read: (address: string) => Promise<string | null>): Promise<string> {
  const entries = [...html.matchAll(/<script[^>]*type="module"[^>]*\ssrc="(\/[^"]+\.js)"/g)].map(
    match => match[1] ?? '',
  )
  const islands = [...html.matchAll(/(?:component-url|renderer-url)="(\/[^"]+\.js)"/g)].map(
    match => match[1] ?? '',
  )
  const chunks = await chunksOf([...entries, ...islands], read)
  if (chunks.length === 0) return html
  return html.replace(
    '</head>',
    `${chunks.map(href => `<link rel="modulepreload" href="${href}">`).join('')}</head>`,
  )
}

/** After the build: lean content policies, and preloads where a page has script. */
export function leanPages(): AstroIntegration {
  return {
    name: 'lean-pages',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        const read = (address: string) => readFile(join(root, address), 'utf8').catch(() => null)
        const files = (await readdir(root, { recursive: true })).filter(name => name.endsWith('.html'))
        await Promise.all(
          files.map(async name => {
            const file = join(root, name)
            const html = await readFile(file, 'utf8')
            const lean = await addPreloads(pruneHashes(html), read)
            if (lean !== html) await writeFile(file, lean)
          }),
        )
      },
    },
  }
}
