import { randomUUID } from 'node:crypto'
import { APIError, type CollectionBeforeOperationHook } from 'payload'
import sharp from 'sharp'
import { say, type Words } from './say.ts'

/** Largest upload in bytes; below the 10 MiB at which Next cuts a body. */
export const MAX_UPLOAD_BYTES = 8 * 1024 * 1024
/** Largest picture in pixels: a small file can unpack to gigabytes. */
const MAX_PIXELS = 50_000_000

const kinds = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', pdf: 'application/pdf' } as const
type Kind = keyof typeof kinds
const extensions: Record<Kind, string> = { jpeg: 'jpg', png: 'png', webp: 'webp', pdf: 'pdf' }

const problems = {
  kind: {
    id: 'Hanya JPG, PNG, WebP, atau PDF yang dapat diunggah. Berkas ini bukan salah satunya.',
    en: 'Only JPG, PNG, WebP or PDF can be uploaded. This file is none of them.',
  },
  large: { id: 'Berkas terlalu besar. Paling besar 8 MB.', en: 'The file is too large. 8 MB at most.' },
  broken: {
    id: 'Gambar rusak atau terlalu besar untuk dibuka.',
    en: 'The picture is broken, or too large to open.',
  },
} satisfies Record<string, Words>

/** What a file is by its content; null for anything that we do not take. */
export async function kindOf(bytes: Buffer): Promise<Kind | null> {
  if (bytes.length === 0) return null
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf'
  const format = await sharp(bytes, { limitInputPixels: MAX_PIXELS })
    .metadata()
    .then(
      metadata => metadata.format,
      () => null,
    )
  return format === 'jpeg' || format === 'png' || format === 'webp' ? format : null
}

/**
 * Takes an upload by what it contains, not by what it is called, and gives it a name of our own: names of files tell about
 * people ("foto KTP Siti.jpg").
 */
export const checkUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const file = req.file
  if (!file || (operation !== 'create' && operation !== 'update')) return args
  const refuse = (words: Words) => new APIError(say(req, words), 400, null, true)
  if (file.size > MAX_UPLOAD_BYTES || file.data.length > MAX_UPLOAD_BYTES) throw refuse(problems.large)
  const kind = await kindOf(file.data)
  if (kind === null) throw refuse(problems.kind)
  if (kind !== 'pdf') {
    // Decodes it whole, so that a cut file is refused here and not half-way through a save.
    await sharp(file.data, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .stats()
      .catch(() => {
        throw refuse(problems.broken)
      })
  }
  file.mimetype = kinds[kind]
  file.name = `${randomUUID()}.${extensions[kind]}`
  return args
}
