import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Pack, pack as newPack } from 'tar-stream'
import { sealStream } from '#src/crypto/age-stream.ts'
import type { Part } from './format.ts'

/** What goes into an archive: bytes, or a file that nobody changes meanwhile. */
export type Content = { readonly name: string; readonly from: Uint8Array | { readonly file: string } }

/**
 * Writes a tar file (ustar, pax for long names), sealed to `recipients` unless that is null, and makes sure that it is on the disk.
 * Memory holds no more than one of the contents that are given as bytes. `last` makes the last content out of all parts before.
 * The file must not exist; mode 0600. Whoever calls removes it when this fails.
 */
export async function writeArchive(
  file: string,
  recipients: readonly string[] | null,
  contents: AsyncIterable<Content>,
  last: (parts: readonly Part[]) => Content,
): Promise<void> {
  const bytes = tarOf(contents, last)
  const written = recipients === null ? bytes : sealed(bytes, recipients)
  await pipeline(written, createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }))
}

async function* sealed(bytes: AsyncIterable<Uint8Array>, recipients: readonly string[]) {
  const source = Readable.toWeb(Readable.from(bytes)) as unknown as ReadableStream<Uint8Array>
  yield* Readable.fromWeb((await sealStream(source, recipients)) as never) as AsyncIterable<Uint8Array>
}

/** The bytes of the tar. Ending the iteration early ends what fills it. */
async function* tarOf(
  contents: AsyncIterable<Content>,
  last: (parts: readonly Part[]) => Content,
): AsyncGenerator<Uint8Array> {
  const tar = newPack()
  const fill = async () => {
    const written: Part[] = []
    for await (const content of contents) written.push(await addTo(tar, content))
    await addTo(tar, last(written))
    tar.finalize()
  }
  // A failure ends the iteration below, and is thrown after it.
  const filled = fill().then(
    () => null,
    (error: unknown) => {
      tar.destroy(null)
      return { error }
    },
  )
  try {
    for await (const chunk of tar) yield chunk as Uint8Array
  } catch (error) {
    throw (await filled)?.error ?? error
  } finally {
    tar.destroy(null)
    await filled
  }
  const failure = await filled
  if (failure) throw failure.error
}

async function addTo(tar: Pack, { from, name }: Content): Promise<Part> {
  const hash = createHash('sha256')
  const size = from instanceof Uint8Array ? from.length : (await stat(from.file)).size
  const chunks = from instanceof Uint8Array ? [from] : createReadStream(from.file, { highWaterMark: 1 << 18 })
  const header = { name, size, mtime: new Date(), mode: 0o600 }
  await new Promise<void>((resolve, reject) => {
    const entry = tar.entry(header, error => (error ? reject(error) : resolve()))
    const add = async () => {
      for await (const chunk of chunks as AsyncIterable<Uint8Array>) {
        hash.update(chunk)
        if (!entry.write(chunk)) await new Promise<void>(drained => entry.once('drain', () => drained()))
      }
      entry.end(undefined)
    }
    entry.on('error', reject)
    entry.on('close', () => reject(new Error('the archive was given up')))
    add().catch(reject)
  })
  return { name, size, sha256: hash.digest('hex') }
}

/** Makes sure that a rename in `folder` is on the disk. File systems that cannot are left alone. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(path.resolve(folder), 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
