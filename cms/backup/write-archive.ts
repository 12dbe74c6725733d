import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Pack, pack as newPack } from 'tar-stream'
import { sealStream } from '#src/crypto/age-stream.ts'
import { SealingError } from '#src/crypto/errors.ts'
import type { Part } from './format.ts'
import { BackupProblem } from './problem.ts'

/** What goes into an archive: bytes, or a file that nobody changes meanwhile. */
export type Content = { readonly name: string; readonly from: Uint8Array | { readonly file: string } }

const entryOf = (name: string, size: number, mtime: Date) => ({ name, size, mtime, mode: 0o600 })

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
  const tar = newPack()
  const now = new Date()
  const failure = Promise.withResolvers<never>()
  failure.promise.catch(() => undefined)

  const fill = async () => {
    const written: Part[] = []
    for await (const content of contents) written.push(await addTo(tar, content, now, failure.promise))
    await addTo(tar, last(written), now, failure.promise)
    tar.finalize()
  }
  const drain = async () => {
    const bytes = Readable.from(tar as unknown as AsyncIterable<Uint8Array>, { objectMode: false })
    const sealed = recipients && (await seal(bytes, recipients))
    const target = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true })
    await pipeline(sealed ? Readable.fromWeb(sealed as never) : bytes, target)
  }
  const fail = (error: unknown) => {
    failure.reject(error)
    tar.destroy(error instanceof Error ? error : new Error(String(error)))
    throw error
  }
  const [filled, drained] = await Promise.allSettled([fill().catch(fail), drain().catch(fail)])
  // What went wrong first: the other only says that its stream ended early.
  if (filled.status === 'rejected' || drained.status === 'rejected') await failure.promise
}

async function seal(bytes: Readable, recipients: readonly string[]): Promise<ReadableStream<Uint8Array>> {
  try {
    return await sealStream(Readable.toWeb(bytes) as unknown as ReadableStream<Uint8Array>, recipients)
  } catch (error) {
    if (!(error instanceof SealingError)) throw error
    throw new BackupProblem(
      'Penerima tidak dapat dipakai. Yang dicari: age1pq1… utuh, seperti ditulis npm run backup:key.',
      'Unusable recipient. Expected a whole age1pq1…, as npm run backup:key writes it.',
    )
  }
}

async function addTo(tar: Pack, { from, name }: Content, now: Date, failed: Promise<never>): Promise<Part> {
  const hash = createHash('sha256')
  const size = from instanceof Uint8Array ? from.length : (await stat(from.file)).size
  const chunks = from instanceof Uint8Array ? [from] : createReadStream(from.file, { highWaterMark: 1 << 18 })
  const done = Promise.withResolvers<void>()
  const entry = tar.entry(entryOf(name, size, now), error => (error ? done.reject(error) : done.resolve()))
  for await (const chunk of chunks as AsyncIterable<Uint8Array>) {
    hash.update(chunk)
    const drained = new Promise<void>(resolve => entry.once('drain', () => resolve()))
    if (!entry.write(chunk)) await Promise.race([drained, failed])
  }
  entry.end()
  await Promise.race([done.promise, failed])
  return { name, size, sha256: hash.digest('hex') }
}

/** Makes sure that a rename in `folder` is on the disk. File systems that cannot are left alone. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(path.resolve(folder), 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
