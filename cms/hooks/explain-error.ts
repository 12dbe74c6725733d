import { type AfterErrorHook, FileUploadError, Forbidden, type PayloadRequest } from 'payload'
import { hasRoomFor, isStorageFull } from '#cms/storage.ts'
import { frontErrors } from '#cms/endpoints/front-errors.ts'
import { collections } from '#src/slugs.ts'
import { say, type Words } from './say.ts'

const problems = {
  constraint: {
    id: 'Data ini bertentangan dengan data yang sudah ada, atau menunjuk ke sesuatu yang tidak ada.',
    en: 'These data conflict with what is there, or point to something that is not.',
  },
  value: {
    id: 'Kiriman ini memuat nilai yang tidak dapat dibaca.',
    en: 'The request holds a value that cannot be read.',
  },
  form: {
    id: 'Formulir yang dikirim tidak lengkap atau rusak.',
    en: 'The form that was sent is incomplete or broken.',
  },
  full: frontErrors['storage-full'],
  failed: {
    id: 'Server sedang bermasalah. Coba lagi sebentar lagi.',
    en: 'Something is wrong on the server. Try again in a moment.',
  },
} satisfies Record<string, Words>

/** For who is not signed in, or not any more: the form that was sent is still on the screen. */
const signedOut: Words = {
  id: 'Anda belum masuk, atau sesi Anda sudah berakhir. Masuk di tab lain, lalu ulangi di sini: yang Anda tulis masih ada.',
  en: 'You are not signed in, or your session has ended. Sign in in another tab, then try again here: what you wrote is still there.',
}

type Told = { code?: unknown; name?: unknown; message?: unknown; cause?: unknown }

/** What a caller did to bring about an error that Payload does not explain; null for a fault of ours. */
export function blameOf(error: unknown): Words | null {
  if (typeof error !== 'object' || error === null) return null
  const { cause, code, message, name } = error as Told
  const text = String(message)
  if (String(code).startsWith('SQLITE_CONSTRAINT') || code === 11000) return problems.constraint
  if (/^SQLITE_(?:MISMATCH|TOOBIG|RANGE)/.test(String(code))) return problems.value
  if (
    /too many SQL variables|pattern too complex|datatype mismatch|malformed JSON|JSON path|parser stack overflow|cannot be passed as argument to the database|Expression tree is too large/i.test(
      text,
    )
  )
    return problems.value
  if (
    ['CastError', 'BSONError', 'StrictModeError', 'URIError', 'SyntaxError', 'RangeError'].includes(
      String(name),
    )
  )
    return problems.value
  if (
    /multipart|boundary|unexpected end of form|malformed part header|not eligible for file upload/i.test(text)
  )
    return problems.form
  return blameOf(cause)
}

/** True when a condition names a path into a rich text or a group, for which there is no column. */
function isOddQuery(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  return /no such column/i.test(String((error as Told).message)) || isOddQuery((error as Told).cause)
}

/** Sentences that Payload has in English only. */
const untranslated: readonly [RegExp, string][] = [
  [/^The following paths? cannot be queried: (.+)$/s, 'Tidak dapat mencari menurut: $1'],
  [/^The following fields? (?:is|are) invalid: (.+)$/s, 'Isian berikut tidak benar: $1'],
  [/^Missing email\.$/, 'Tulis alamat surel.'],
  [/^Missing required data\.$/, 'Data yang diminta belum lengkap.'],
  [/^Token is either invalid or has expired\.$/, 'Tautan ini tidak berlaku atau sudah lewat waktunya.'],
  [/^No User$/, 'Tidak ada yang sedang masuk.'],
  [/^Missing 'where' query.*$/s, 'Sebutkan dokumen mana yang dimaksud (where).'],
  [
    /^File size limit has been reached$/,
    'Berkas terlalu besar. Paling besar 8 MB. Perkecil dulu, lalu unggah lagi.',
  ],
  [/^No files were uploaded\.$/, 'Pilih berkas untuk diunggah.'],
]

function translate(message: string): string {
  const known = untranslated.find(([pattern]) => pattern.test(message))
  return known ? message.replace(...known) : message
}

/** Payload says the same of a file that cannot be read and of a disk without room for it. */
async function isUploadWithoutRoom(error: unknown, req: PayloadRequest): Promise<boolean> {
  if (!(error instanceof FileUploadError) || !req.file) return false
  const { upload } = req.payload.collections[collections.media].config
  return !(await hasRoomFor(String(upload.staticDir), req.file.size))
}

/**
 * Turns what Payload would answer as 500 into a 400 where the request was the cause, into a 507 where nothing more can be stored,
 * and says either in the caller's language.
 */
export const explainError: AfterErrorHook = async ({ error, req, result }) => {
  if (isStorageFull(error) || (await isUploadWithoutRoom(error, req)))
    return { status: 507, response: { errors: [{ message: say(req, problems.full) }] } }
  const isExplained = 'status' in error && Number(error.status) < 500
  if (error instanceof Forbidden && !req.user)
    return { response: { errors: [{ message: say(req, signedOut) }] } }
  if (isExplained && req.i18n?.language === 'en') return { response: result }
  if (isExplained) {
    const errors = (result?.errors ?? []).map(problem => ({
      ...problem,
      message: translate(problem.message ?? ''),
    }))
    return { response: { ...result, errors } }
  }
  const blame = req.query?.where !== undefined && isOddQuery(error) ? problems.value : blameOf(error)
  const words = blame ?? problems.failed
  return { status: blame ? 400 : 500, response: { errors: [{ message: say(req, words) }] } }
}
