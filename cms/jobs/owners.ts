import { existsSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { replaceFile } from './replace-file.ts'

/**
 * Which pages show a file that is not theirs by its address: the picture of a shared link, the entry of the search, a medium.
 * Kept on disk, because hashed files outlive the releases that made them.
 */
export type Owners = ReadonlyMap<string, readonly string[]>

const ownersSchema = z.record(z.string(), z.array(z.string()))
const shown = /\/(?:_a\/kartu-[\da-f]+\.png|media\/[\w.-]+)/g
const fragments = 'pagefind/fragment'

/** Reads a built site for what belongs to which page. */
export async function ownersIn(folder: string): Promise<Owners> {
  const owners = new Map<string, string[]>()
  const add = (file: string, page: string) => {
    const pages = owners.get(file) ?? []
    if (!pages.includes(page)) owners.set(file, [...pages, page])
  }
  const names = await readdir(folder, { recursive: true })
  for (const name of names.filter(file => file.endsWith('.html'))) {
    const page = `/${name.split(path.sep).join('/')}`.replace(/index\.html$/, '')
    const html = await readFile(path.join(folder, name), 'utf8')
    for (const [file] of html.matchAll(shown)) add(file, page)
  }
  const entries = existsSync(path.join(folder, fragments)) ? await readdir(path.join(folder, fragments)) : []
  for (const name of entries.filter(file => file.endsWith('.pf_fragment'))) {
    const page = pageOfFragment(await readFile(path.join(folder, fragments, name)))
    if (page) add(`/${fragments}/${name}`, page)
  }
  return owners
}

/** The page that an entry of the search index is about: gzip, a mark, then JSON. Null where it cannot be read. */
function pageOfFragment(bytes: Buffer): string | null {
  try {
    const text = gunzipSync(bytes).toString('utf8')
    const entry: unknown = JSON.parse(text.slice(text.indexOf('{')))
    return z.object({ url: z.string() }).parse(entry).url
  } catch {
    return null
  }
}

/** What a new release says counts; of earlier ones stays what `isKept` still wants to know. */
export function mergeOwners(before: Owners, fresh: Owners, isKept: (file: string) => boolean): Owners {
  return new Map([...[...before].filter(([file]) => isKept(file)), ...fresh])
}

/** An empty map where nothing readable is there. */
export function readOwners(file: string): Owners {
  try {
    return new Map(Object.entries(ownersSchema.parse(JSON.parse(readFileSync(file, 'utf8')))))
  } catch {
    return new Map()
  }
}

export function writeOwners(file: string, owners: Owners): void {
  replaceFile(file, JSON.stringify(Object.fromEntries(owners)))
}
