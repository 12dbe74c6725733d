import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { askedCards, type Card } from '../cards/card.ts'
import { isWholePng } from '../cards/png.ts'

/**
 * Draws the pictures that shared links show, at the end of every build. A picture is drawn once: it lies in the cache by the
 * hash of what is on it, which also is its name, and what no page shows any more leaves the cache. Where a picture cannot be
 * drawn the link shows the general one, with a warning: no picture keeps a number from being published.
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
        const { drawn, general, kept } = await writeCards({
          root: fileURLToPath(dir),
          cache,
          asked: askedCards(),
          draw: async card => (await import('../cards/draw.ts')).drawCard(card),
          warn: line => logger.warn(line),
        })
        const rest = general > 0 ? `, ${general} replaced by the general one` : ''
        logger.info(`${drawn} pictures of links drawn, ${kept} kept${rest}`)
      },
    },
  }
}

/** After so many faults it is the drawing itself that fails, not a picture: no more are tried. */
const mostFaults = 3

type Task = {
  /** Folder of the build; `kartu.png` in it is the general picture. */
  root: string
  cache: string
  /** Cards by the address of their picture. */
  asked: ReadonlyMap<string, Card>
  draw: (card: Card) => Promise<Buffer>
  warn: (line: string) => void
}

/**
 * Writes the asked pictures into the build, from the cache where they lie there whole. Without a cache that can be written it
 * draws them all.
 */
export async function writeCards({ asked, cache, draw, root, warn }: Task) {
  await mkdir(join(root, '_a'), { recursive: true })
  let isKept = await mkdir(cache, { recursive: true }).then(
    () => true,
    () => false,
  )
  const count = { drawn: 0, kept: 0, general: 0 }
  const faults: unknown[] = []
  for (const [address, card] of asked) {
    const name = address.slice(address.lastIndexOf('/') + 1)
    const known = await readFile(join(cache, name)).catch(() => null)
    if (known && isWholePng(known)) {
      count.kept += 1
      await writeFile(join(root, address), known)
      continue
    }
    const picture =
      faults.length < mostFaults ? await draw(card).catch(error => void faults.push(error)) : null
    if (!picture) {
      count.general += 1
      await copyFile(join(root, 'kartu.png'), join(root, address))
      continue
    }
    count.drawn += 1
    await writeFile(join(root, address), picture)
    isKept &&= await keep(join(cache, name), picture)
  }
  if (faults.length > 0)
    warn(`Pictures of links cannot be drawn; ${count.general} show the general one. ${reasonOf(faults[0])}`)
  if (!isKept) warn(`The pictures of links cannot be kept in ${cache}: each build draws them anew.`)
  await dropUnasked(cache, asked)
  return count
}

/** Puts a picture into the cache in one step: a build that is killed leaves no half of one. Whether that worked. */
async function keep(file: string, picture: Buffer): Promise<boolean> {
  const part = `${file}.${process.pid}.part`
  try {
    await writeFile(part, picture)
    await rename(part, file)
    return true
  } catch {
    await rm(part, { force: true }).catch(() => undefined)
    return false
  }
}

async function dropUnasked(cache: string, asked: ReadonlyMap<string, Card>) {
  const names = new Set([...asked.keys()].map(address => address.slice(address.lastIndexOf('/') + 1)))
  for (const name of await readdir(cache).catch(() => []))
    if (!names.has(name)) await rm(join(cache, name), { force: true }).catch(() => undefined)
}

const reasonOf = (fault: unknown) =>
  (fault instanceof Error ? fault.message : String(fault)).split('\n')[0] ?? ''
