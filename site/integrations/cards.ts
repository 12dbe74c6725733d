import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { askedCards } from '../cards/card.ts'

/**
 * Draws the pictures that shared links show, at the end of every build. A picture is drawn once: it lies in the cache by the
 * hash of what is on it, which also is its name, and what no page shows any more leaves the cache.
 */
export function cards(): AstroIntegration {
  let cache = ''
  return {
    name: 'cards',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = join(fileURLToPath(config.cacheDir), 'kartu')
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir)
        const { drawn, kept } = await writeCards(root, cache)
        logger.info(`${drawn} pictures of links drawn, ${kept} kept`)
      },
    },
  }
}

/** Writes the asked pictures into the build in `root`, from the cache where they are there. */
async function writeCards(root: string, cache: string): Promise<{ drawn: number; kept: number }> {
  await mkdir(cache, { recursive: true })
  await mkdir(join(root, '_a'), { recursive: true })
  const names = new Set<string>()
  let drawn = 0
  for (const [address, card] of askedCards()) {
    const name = address.slice(address.lastIndexOf('/') + 1)
    names.add(name)
    const known = await readFile(join(cache, name)).catch(() => null)
    const picture = known ?? (await (await import('../cards/draw.ts')).drawCard(card))
    if (!known) {
      drawn += 1
      await writeFile(join(cache, name), picture)
    }
    await writeFile(join(root, address), picture)
  }
  for (const name of await readdir(cache)) if (!names.has(name)) await rm(join(cache, name), { force: true })
  return { drawn, kept: names.size - drawn }
}
