import { handleEndpoints, type SanitizedConfig } from 'payload'
import type { Words } from '#cms/hooks/say.ts'
import { isStorageFull } from '#cms/storage.ts'
import { languages } from '#src/slugs.ts'
import { frontErrors } from './front-errors.ts'

/** Largest JSON body in bytes: the help lines in both languages are about 40 kB. */
const MAX_JSON_BYTES = 1024 * 1024
/** Largest body of any kind: an upload and its fields. */
const MAX_BODY_BYTES = 9 * 1024 * 1024

const problems = {
  address: { id: 'Alamat permintaan tidak dapat dibaca.', en: 'The address of the request cannot be read.' },
  large: {
    id: 'Kiriman terlalu besar. Berkas paling besar 8 MB: perkecil dulu, lalu unggah lagi.',
    en: 'The request is too large. A file has 8 MB at most: make it smaller and upload it again.',
  },
  json: { id: 'Isi kiriman bukan objek JSON yang benar.', en: 'The body is not a JSON object.' },
  type: { id: 'Kirim sebagai JSON atau formulir berkas.', en: 'Send JSON or a form with files.' },
  unknown: { id: 'Alamat ini tidak ada.', en: 'There is no such address.' },
  language: {
    id: 'Bahasa ini tidak ada di situs: pilih id atau en.',
    en: 'The site has no such language: use id or en.',
  },
  failed: {
    id: 'Server sedang bermasalah. Coba lagi sebentar lagi.',
    en: 'Something is wrong on the server. Try again in a moment.',
  },
} satisfies Record<string, Words>

function answer(request: Request, status: number, words: Words): Response {
  const isEnglish = /^\s*en\b/i.test(request.headers.get('accept-language') ?? '')
  return Response.json(
    { errors: [{ message: isEnglish ? words.en : words.id }] },
    { status, headers: { 'Cache-Control': 'no-store' } },
  )
}

/** True for a path that decodes and names nothing that every JavaScript object has. */
function isUsablePath(pathname: string): boolean {
  try {
    const parts = decodeURIComponent(pathname).split('/')
    return !parts.some(part => part.includes('\0') || part in Object.prototype)
  } catch {
    return false
  }
}

/** False for a language to publish that the site does not have: a database may take it for the name of a field. */
function hasKnownLanguage(url: URL): boolean {
  const known: readonly string[] = languages
  return url.searchParams.getAll('publishSpecificLocale').every(name => known.includes(name))
}

const isJson = (request: Request) =>
  (request.headers.get('content-type') ?? '').startsWith('application/json')

/** Forms with files, and the long queries that the admin sends as a form instead of in the address. */
function isForm(request: Request): boolean {
  const isQuery =
    (request.headers.get('x-http-method-override') ??
      request.headers.get('x-payload-http-method-override')) === 'GET'
  return isQuery || (request.headers.get('content-type') ?? '').startsWith('multipart/form-data')
}

/** A POST without a body as one without fields, so that the answer says which are missing. */
function withEmptyBody(request: Request): Request {
  if (request.method === 'DELETE' || request.method === 'OPTIONS') return request
  const headers = new Headers(request.headers)
  headers.set('Content-Type', 'application/json')
  return new Request(request.url, { method: request.method, headers, body: '{}', signal: request.signal })
}

/** The request with its body read and checked; an answer where the body is not usable. */
async function withBody(request: Request): Promise<Request | Response> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES)
    return answer(request, 413, problems.large)
  // Next hands over a stream also where nothing was sent.
  if (!request.headers.has('content-type')) {
    const isEmpty = !request.body || (await request.clone().arrayBuffer()).byteLength === 0
    return isEmpty ? withEmptyBody(request) : answer(request, 415, problems.type)
  }
  if (!isJson(request)) return isForm(request) ? request : answer(request, 415, problems.type)
  if (!request.body) return request
  const bytes = Buffer.from(await request.arrayBuffer())
  if (bytes.length > MAX_JSON_BYTES) return answer(request, 413, problems.large)
  // A DELETE or a login form may come with the JSON type and without a body.
  const copy = () =>
    new Request(request.url, {
      method: request.method,
      headers: request.headers,
      body: bytes.length > 0 ? bytes : null,
      signal: request.signal,
    })
  if (bytes.length === 0) return copy()
  try {
    const data: unknown = JSON.parse(bytes.toString('utf8'))
    const isObject = typeof data === 'object' && data !== null && !Array.isArray(data)
    return isObject ? copy() : answer(request, 400, problems.json)
  } catch {
    return answer(request, 400, problems.json)
  }
}

type Call = {
  config: Promise<SanitizedConfig> | SanitizedConfig
  request: Request
  payloadInstanceCacheKey?: string
}

/**
 * Payload's REST API behind checks of address and body, so that what cannot be meant is refused before anything is looked up.
 * Every answer without content is in the caller's language; nothing thrown ever leaves as a stack.
 */
export async function handleRest({ request, ...call }: Call): Promise<Response> {
  const url = new URL(request.url)
  if (!isUsablePath(url.pathname)) return answer(request, 400, problems.address)
  if (!hasKnownLanguage(url)) return answer(request, 400, problems.language)
  const usable = request.method === 'GET' || request.method === 'HEAD' ? request : await withBody(request)
  if (usable instanceof Response) return usable
  try {
    const response = await handleEndpoints({ ...call, request: usable })
    // Payload answers 500 for a file that is not there.
    const isMissingFile = response.status === 500 && url.pathname.startsWith('/api/media/file/')
    const isUnknown =
      isMissingFile ||
      response.status === 501 ||
      (response.status === 404 && (await hasOnlyMessage(response)))
    return isUnknown ? answer(request, 404, problems.unknown) : response
  } catch (error) {
    if (isStorageFull(error)) return answer(request, 507, frontErrors['storage-full'])
    return error instanceof SyntaxError || error instanceof URIError
      ? answer(request, 400, problems.json)
      : answer(request, 500, problems.failed)
  }
}

/** Payload's own answer for a route that does not exist: `{ message }`, in English, with the whole address. */
async function hasOnlyMessage(response: Response): Promise<boolean> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  return (
    typeof body === 'object' &&
    body !== null &&
    'message' in body &&
    !('errors' in body) &&
    Object.keys(body).length === 1
  )
}
