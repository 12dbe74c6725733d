import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { extract as newExtract } from 'tar-stream'
import { openStream } from '#src/crypto/age-stream.ts'
import { SealingError } from '#src/crypto/errors.ts'
import {
  type First,
  firstSchema,
  isPartName,
  type Manifest,
  manifestSchema,
  type Part,
  parts,
} from './format.ts'
import { BackupProblem, explained } from './problem.ts'

const sealedMark = Buffer.from('age-encryption.org/v1\n')
/** What describes an archive is read into memory, so it has an end. Bytes. */
const longestText = 256 << 20

const damaged = () =>
  new BackupProblem(
    'Cadangan ini terpotong atau berubah. Pakai cadangan lain.',
    'This backup was cut or changed. Use another one.',
  )
const foreign = () =>
  new BackupProblem(
    'Berkas ini bukan cadangan dari npm run backup, atau dibuat versi yang lebih baru.',
    'This file is no backup made by npm run backup, or a newer version made it.',
  )

/** Whether a file begins as a sealed one. */
export async function isSealed(file: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const read = await handle.read(Buffer.alloc(sealedMark.length), 0, sealedMark.length, 0)
    return read.bytesRead === sealedMark.length && read.buffer.equals(sealedMark)
  } finally {
    await handle.close()
  }
}

/**
 * Reads an archive, sealed or open. `place` says where the content of a part is written (mode 0600, must not exist). Returns
 * what it says of itself; every part was compared with the hash and the length in its manifest.
 * @throws BackupProblem for another key, another file, and one that was cut or changed. What was written until then stays.
 */
export async function readArchive(
  file: string,
  identities: readonly string[] | null,
  place: (part: string, first: First) => string,
): Promise<{ first: First; manifest: Manifest }> {
  const bytes = createReadStream(file, { highWaterMark: 1 << 18 })
  try {
    return await readParts((await isSealed(file)) ? await unsealed(bytes, identities) : bytes, place)
  } catch (error) {
    if (error instanceof SealingError) throw error.code === 'wrong-key' ? wrongKey() : damaged()
    throw explained(error)
  } finally {
    bytes.destroy()
  }
}

const wrongKey = () =>
  new BackupProblem(
    'Kunci ini tidak membuka cadangan itu. Pakai berkas kunci yang penerimanya dipakai waktu mencadangkan.',
    'This key does not open that backup. Use the identity file whose recipient it was made for.',
  )

async function unsealed(bytes: Readable, identities: readonly string[] | null): Promise<Readable> {
  if (identities === null)
    throw new BackupProblem(
      'Cadangan ini tersegel. Tambahkan --kunci dan berkas kuncinya.',
      'This backup is sealed. Add --kunci and the identity file.',
    )
  const file = Readable.toWeb(bytes) as unknown as ReadableStream<Uint8Array>
  return Readable.fromWeb((await openStream(file, identities)) as never)
}

async function readParts(bytes: Readable, place: (part: string, first: First) => string) {
  const tar = newExtract()
  const fed = pipeline(bytes, tar as unknown as NodeJS.WritableStream)
  fed.catch(() => undefined)
  const seen = new Map<string, Part>()
  let first: First | null = null
  let manifest: Manifest | null = null
  try {
    for await (const entry of tar) {
      const { name, size = 0, type } = entry.header
      const isNext = first === null ? name === parts.first : isPartName(name) && name !== parts.first
      if (!isNext || type !== 'file' || seen.has(name) || manifest !== null)
        throw first ? damaged() : foreign()
      const hash = createHash('sha256')
      if (name === parts.first || name === parts.manifest) {
        if (size > longestText) throw damaged()
        const text = await buffer(entry as AsyncIterable<Uint8Array>)
        hash.update(text)
        if (name === parts.first) first = parsed(text, firstSchema, foreign)
        else manifest = parsed(text, manifestSchema, damaged)
      } else if (first) {
        const target = createWriteStream(place(name, first), { flags: 'wx', mode: 0o600, flush: true })
        await pipeline(
          hashing(entry as AsyncIterable<Uint8Array>, chunk => hash.update(chunk)),
          target,
        )
      }
      if (name !== parts.manifest) seen.set(name, { name, size, sha256: hash.digest('hex') })
    }
    await fed
  } catch (error) {
    const cause = await settled(fed)
    throw isTarProblem(cause ?? error) ? (first ? damaged() : foreign()) : (cause ?? error)
  }
  if (first === null) throw foreign()
  if (manifest === null || !isSame(manifest.parts, seen)) throw damaged()
  return { first, manifest }
}

/** Why the bytes stopped coming, where that is what went wrong; null when they came or nobody knows yet. */
function settled(fed: Promise<unknown>): Promise<unknown> {
  const later = new Promise<null>(resolve => setImmediate(() => resolve(null)))
  const why = fed.then(
    () => null,
    (error: unknown) => (error instanceof SealingError || hasCode(error) ? error : null),
  )
  return Promise.race([why, later])
}

const hasCode = (error: unknown) =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string'

/** The library has no error class: all that is neither ours nor the system's is what it says of the bytes. */
const isTarProblem = (error: unknown) =>
  !(error instanceof BackupProblem) && !(error instanceof SealingError) && !hasCode(error)

async function* hashing(chunks: AsyncIterable<Uint8Array>, note: (chunk: Uint8Array) => void) {
  for await (const chunk of chunks) {
    note(chunk)
    yield chunk
  }
}

function parsed<T>(text: Buffer, schema: { parse: (value: unknown) => T }, problem: () => Error): T {
  try {
    return schema.parse(JSON.parse(text.toString('utf8')))
  } catch {
    throw problem()
  }
}

const isSame = (wanted: readonly Part[], seen: ReadonlyMap<string, Part>): boolean =>
  wanted.length === seen.size &&
  wanted.every(({ name, sha256, size }) => {
    const found = seen.get(name)
    return found?.sha256 === sha256 && found.size === size
  })
