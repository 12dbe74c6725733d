import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

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
/** From here on brotli's best level takes seconds a file, and saves little. */
const largeFrom = 512 * 1024

const brotli = (bytes: Buffer): Promise<Buffer> =>
  promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: bytes.length < largeFrom ? 11 : 9,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
const bestGzip = (bytes: Buffer): Promise<Buffer> => promisify(gzip)(bytes, { level: 9 })

/** The forms that lie beside a file, by the ending of their names: gzip for clients, proxies and WebViews without brotli. */
export const compressions: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  '.br': brotli,
  '.gz': bestGzip,
}

/** The addresses of a file and of its compressed forms. */
export const formsOf = (address: string): string[] =>
  ['', ...Object.keys(compressions)].map(ending => address + ending)

/** Whether a file of this name and length is sent compressed. */
export function isCompressible(name: string, length: number): boolean {
  return compressible.has(path.extname(name)) && length >= smallestToCompress
}

/** Lays the compressed forms beside each file of a folder. */
export async function compressFolder(folder: string): Promise<void> {
  await inTurns(
    (await filesUnder(folder)).map(file => async () => {
      const bytes = await readFile(file)
      if (!isCompressible(file, bytes.length)) return
      for (const [ending, compress] of Object.entries(compressions))
        await writeFile(file + ending, await compress(bytes))
    }),
  )
}

/** All files under a folder, however deep. */
export async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name))
}

/** Does the work two at a time: compression takes as many of Node's four threads, and readers of the site need the others. */
export async function inTurns(work: readonly (() => Promise<void>)[]): Promise<void> {
  const queue = [...work]
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await next()
  }
  await Promise.all([worker(), worker()])
}
