import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { jakartaDay } from '#src/calendar.ts'
import { strings } from '#src/i18n/t.ts'
import type { Language } from '#src/slugs.ts'
import { dayText } from '../format.ts'
import { idleWorker, onePageWorker } from '../offline/one-page.ts'
import { keptData, keptIfBuilt, keptPages, scopes, workerAddress } from '../offline/scopes.ts'
import { localized, routes } from '../routes.ts'

const template = new URL('../offline/worker.js', import.meta.url)
const onePage = new URL('../offline/one-page.js', import.meta.url)
/** A registration of this one alone keeps every other worker away from the pages below it: it listens to nothing. */
const idle = '// Listens to nothing: what is requested below goes to the server.\n'

/** Scripts and styles that a page or a chunk names, as addresses. Fonts and pictures are left to the line. */
export function assetsIn(source: string): string[] {
  const full = [...source.matchAll(/\/_a\/[\w.-]+?\.(?:js|css)\b/g)].map(([address]) => address)
  const near = [...source.matchAll(/["'`](?:\.\/|_a\/)([\w.-]+\.(?:js|css))["'`]/g)].map(
    ([, name]) => `/_a/${name}`,
  )
  return [...new Set([...full, ...near])]
}

/**
 * Everything that the pages kept for offline use need, each with the first 16 hex digits of the SHA-256 of its bytes.
 * @throws Error when one of them is not in the build.
 */
export async function keptFiles(root: string): Promise<[address: string, hash: string][]> {
  const found = new Map<string, string>()
  const more = keptIfBuilt.filter(address => existsSync(join(root, address)))
  const queue: string[] = [...keptPages, ...keptData, ...more]
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    if (found.has(address)) continue
    const bytes = await readFile(join(root, address.endsWith('/') ? `${address}index.html` : address))
    found.set(address, createHash('sha256').update(bytes).digest('hex').slice(0, 16))
    if (/(?:\/|\.js)$/.test(address)) queue.push(...assetsIn(bytes.toString('utf8')))
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1))
}

/** What the worker shows in place of a country's page, beside the table of numbers. */
function countryPages(language: Language) {
  const address = (path: string) => localized(path, language) ?? path
  const { country, countries, needs } = strings(language, 'help')
  return {
    help: address(routes.help),
    table: address(routes.helpCountries),
    elsewhere: address(routes.helpElsewhere),
    text: {
      title: country.title,
      anywhere: country.anywhere,
      all: countries.all,
      needs,
    },
  }
}

/** The worker of one release. `day` is the day of its build, `2026-11-22`. */
export async function workerSource(kept: readonly (readonly string[])[], day: string): Promise<string> {
  const updated = {
    id: `Salinan di ponsel ini, diperbarui pada ${dayText(day, 'id')}.`,
    en: `The copy on this phone, updated on ${dayText(day, 'en')}.`,
  }
  const places = { worker: workerAddress, without: routes.checkOffline, offices: routes.checkOffices }
  const countries = { id: countryPages('id'), en: countryPages('en') }
  const head = Object.entries({ kept, updated, places, countries }).map(
    ([name, value]) => `const ${name} = ${JSON.stringify(value)}\n`,
  )
  return head.join('') + (await readFile(template, 'utf8'))
}

/** The worker of a page that a reader chose to keep. */
async function onePageSource(): Promise<string> {
  const places = { without: routes.checkOffline, parts: scopes }
  return `const places = ${JSON.stringify(places)}\n${await readFile(onePage, 'utf8')}`
}

/** Writes the workers at the end of every build, after the pages have got their last shape. */
export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir)
        const kept = await keptFiles(root)
        const day = jakartaDay()
        await writeFile(join(root, workerAddress), await workerSource(kept, day))
        await writeFile(join(root, onePageWorker), await onePageSource())
        await writeFile(join(root, idleWorker), idle)
        logger.info(`${kept.length} files can be read without a connection`)
      },
    },
  }
}
