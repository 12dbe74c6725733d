import { existsSync } from 'node:fs'
import { link, mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { compressions, filesUnder, formsOf, inTurns, isCompressible } from './compress.ts'
import { filePolicy, policyOf } from './page-policy.ts'

/** Pages without which a build is not a site. */
const required = ['index.html', '404.html', 'periksa/index.html', 'lapor/index.html', 'bantuan/index.html']

/** What a finished folder tells its manifest. */
export type FinishedRelease = {
  pages: number
  policies: Record<string, string>
  filePolicy: string
  assets: string[]
}

/**
 * Makes a freshly built folder ready to serve: checks that it is a whole site, computes each page's policy, and compresses.
 * What is byte for byte as in `previous` becomes a hard link to it: no second compression, and caches keep their ETag.
 * @throws Error naming what is missing; what `signal` was ended with, once it is.
 */
export async function finishRelease(
  folder: string,
  previous: string | null,
  signal?: AbortSignal,
): Promise<FinishedRelease> {
  const missing = required.filter(name => !existsSync(path.join(folder, name)))
  if (missing.length > 0) throw new Error(`The build lacks ${missing.join(', ')}.`)
  const files = await filesUnder(folder)
  const policies: Record<string, string> = {}
  const work = files.map(file => async () => {
    signal?.throwIfAborted()
    const bytes = await readFile(file)
    const address = `/${path.relative(folder, file).split(path.sep).join('/')}`
    const policy = policyOf(address, () => bytes.toString('utf8'))
    if (policy) policies[address] = policy
    const earlier = previous && path.join(previous, address)
    const before = earlier && (await isSame(earlier, bytes)) ? earlier : null
    if (before) await linkTo(before, file)
    if (!isCompressible(file, bytes.length)) return
    for (const [ending, compress] of Object.entries(compressions)) {
      if (before && existsSync(before + ending)) await linkTo(before + ending, file + ending)
      else await writeFile(file + ending, await compress(bytes))
    }
  })
  await inTurns(work)
  const assets = files
    .map(file => `/${path.relative(folder, file).split(path.sep).join('/')}`)
    .filter(address => /^\/(?:_a|pagefind\/(?:fragment|index))\//.test(address))
  const pages = files.filter(file => file.endsWith('.html')).length
  return { pages, policies, filePolicy, assets }
}

/** Puts a release's hashed files into the shared folder from which they are served, and marks them as seen now. */
export async function keepAssets(
  folder: string,
  assets: readonly string[],
  assetsFolder: string,
): Promise<void> {
  const now = new Date()
  for (const address of assets.flatMap(formsOf)) {
    const from = path.join(folder, address)
    const to = path.join(assetsFolder, address)
    if (!existsSync(from)) continue
    await mkdir(path.dirname(to), { recursive: true })
    if (!existsSync(to)) await link(from, to)
    await utimes(to, now, now)
  }
}

/** Removes hashed files that none of the `kept` lists names and that no release used for `days` days. */
export async function pruneAssets(
  assetsFolder: string,
  kept: readonly (readonly string[])[],
  now: number,
): Promise<void> {
  if (!existsSync(assetsFolder)) return
  const names = new Set(kept.flat().flatMap(formsOf))
  for (const file of await filesUnder(assetsFolder)) {
    const address = `/${path.relative(assetsFolder, file).split(path.sep).join('/')}`
    const { mtimeMs } = await stat(file)
    if (!names.has(address) && now - mtimeMs > keptForMs) await rm(file, { force: true })
  }
}
const keptForMs = 24 * 60 * 60 * 1000

async function isSame(earlier: string, bytes: Buffer): Promise<boolean> {
  return existsSync(earlier) && (await readFile(earlier)).equals(bytes)
}

async function linkTo(earlier: string, file: string): Promise<void> {
  await rm(file, { force: true })
  await link(earlier, file)
}
