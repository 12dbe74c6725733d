import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { filePolicy, policyOf } from './page-policy.ts'

const compress = promisify(brotliCompress)
const compressible = new Set([
  '.html',
  '.css',
  '.js',
  '.mjs',
  '.svg',
  '.json',
  '.csv',
  '.xml',
  '.txt',
  '.atom',
  '.webmanifest',
  '.wasm',
])
const smallestToCompress = 512

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
    if (previous && (await isLinked(file, path.join(previous, address), bytes))) return
    if (!compressible.has(path.extname(file)) || bytes.length < smallestToCompress) return
    const options = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    await writeFile(`${file}.br`, await compress(bytes, { params: options }))
  })
  await inTurns(work, 4)
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
  for (const address of assets.flatMap(name => [name, `${name}.br`])) {
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
  const names = new Set(kept.flat())
  for (const file of await filesUnder(assetsFolder)) {
    const address = `/${path.relative(assetsFolder, file).split(path.sep).join('/')}`.replace(/\.br$/, '')
    const { mtimeMs } = await stat(file)
    if (!names.has(address) && now - mtimeMs > keptForMs) await rm(file, { force: true })
  }
}
const keptForMs = 24 * 60 * 60 * 1000

async function isLinked(file: string, earlier: string, bytes: Buffer): Promise<boolean> {
  if (!existsSync(earlier) || digest(await readFile(earlier)) !== digest(bytes)) return false
  for (const ending of ['', '.br']) {
    if (!existsSync(earlier + ending)) continue
    await rm(file + ending, { force: true })
    await link(earlier + ending, file + ending)
  }
  return true
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name))
}

async function inTurns(work: readonly (() => Promise<void>)[], width: number): Promise<void> {
  const queue = [...work]
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await next()
  }
  await Promise.all(Array.from({ length: width }, worker))
}
