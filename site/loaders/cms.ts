import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Loader } from 'astro/loaders'
import { type PublicName, parsePublic } from '#src/content/public-api.ts'

const FETCH_TIMEOUT_MS = 30_000

/**
 * Loads one public collection: from `${CMS_URL}/api/publik/<name>` when `CMS_URL` is set, else, in `astro dev` and in a
 * build with `CONTENT=seed`, from the seed files. Any other build stops: a release is never made from samples unnoticed.
 * An entry's id is the item's `slug` or `id`; the operator is the one entry `operator`.
 * @throws Error naming collection, item and field when an item does not fit its schema.
 */
export function cmsLoader(name: PublicName, isDev: boolean): Loader {
  return {
    name: `publik-${name}`,
    async load({ store, generateDigest, watcher }) {
      const items = parsePublic(name, await readAnswer(name, isDev))
      store.clear()
      for (const item of items) {
        store.set({ id: itemId(name, item), data: item, digest: generateDigest(item) })
      }
      watcher?.add(seedFile(name))
    },
  }
}

function itemId(name: PublicName, item: object): string {
  if ('slug' in item) return String(item.slug)
  if ('id' in item) return String(item.id)
  return name
}

function seedFile(name: PublicName): string {
  return path.resolve('src/content/seed', `${name}.json`)
}

async function readAnswer(name: PublicName, isDev: boolean): Promise<unknown> {
  const cms = process.env.CMS_URL
  if (cms) return await fetchAnswer(new URL(`/api/publik/${name}`, cms))
  if (isDev || process.env.CONTENT === 'seed') return JSON.parse(await readFile(seedFile(name), 'utf8'))
  throw new Error('No content: set CMS_URL to the CMS, or CONTENT=seed to build from the starting content.')
}

async function fetchAnswer(url: URL): Promise<unknown> {
  const response = await fetch(url, {
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
  })
  if (!response.ok) throw new Error(`${url} answered ${response.status}; expected 200 with { items: [...] }`)
  return await response.json()
}
