import type { Stats } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { LRUCache } from 'lru-cache'
import { lookup } from 'mrmime'
import Negotiator from 'negotiator'
import { parse as parseRange } from 'range-parser'
import { refuse } from './front.ts'

/** The codings a file may lie beside itself in, by the ending of their names; the first is sent where a client takes all alike. */
export const codings = { br: '.br', gzip: '.gz' } as const
type Coding = keyof typeof codings | 'identity'

/** The bytes of a file in one coding. */
type Form = {
  path: string
  /** Path and tag: another file at the same path is another one. */
  key: string
  size: number
  etag: string
  /** When it was last changed, as HTTP writes it: to the second. */
  modified: string
}

/** A file that can be sent: its media type, and its forms. */
export type ServedFile = { type: string; forms: Partial<Record<Coding, Form>>; isCoded: boolean }

/** Files up to this many bytes are sent from memory; longer ones are read while they are sent. */
const longestKept = 1024 * 1024
/** Bytes of files that are kept in memory, in the whole process. Those that were asked for last stay. */
const keptBytes = 64 * 1024 * 1024

const kept = new LRUCache<string, Buffer>({
  maxSize: keptBytes,
  sizeCalculation: bytes => bytes.length + 1,
})

/** A file as it lies on disk, without the forms beside it. */
export function servedFile(file: string, stats: Stats): ServedFile {
  return { type: mediaType(file), forms: { identity: formOf(file, stats) }, isCoded: false }
}

/** What `stats` of the file at `path` tell a client. Hard links of one file have one tag. */
export function formOf(file: string, { size, mtime }: Stats): Form {
  const etag = `"${mtime.getTime().toString(36)}-${size.toString(36)}"`
  return { path: file, key: file + etag, size, etag, modified: mtime.toUTCString() }
}

/** The media type of a file by its name, with the encoding where it is text. */
export function mediaType(file: string): string {
  const type = ownTypes[path.extname(file)] ?? lookup(file) ?? 'application/octet-stream'
  return /^text\/|[/+](?:javascript|json|xml)$/.test(type) ? `${type}; charset=utf-8` : type
}
const ownTypes: Readonly<Record<string, string>> = { '.atom': 'application/atom+xml' }

/**
 * Answers a GET or HEAD with a file and the headers in `own`: the form that the client likes best, 304 where it has it, the
 * part that it asks for. A `status` other than 200 sends the whole file as the page of a refusal, without a tag. Resolves to false, and has not
 * answered, where the file is gone from the disk. Whatever a client does, every file that was opened is closed again.
 * @throws FrontError 406 for a client that refuses every form there is.
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: ServedFile,
  own: Readonly<Record<string, string>>,
  status = 200,
): Promise<boolean> {
  const coding = codingFor(file, request.headers['accept-encoding'])
  const form = coding && file.forms[coding]
  if (!form) throw refuse('not-acceptable')
  const isWhole = status !== 200
  const headers: OutgoingHttpHeaders = isWhole ? { ...own } : { ...own, ETag: form.etag }
  if (file.isCoded) headers.Vary = 'Accept-Encoding'
  if (!isWhole && isKnown(request, form)) {
    response.writeHead(304, headers).end()
    return true
  }
  const range = isWhole ? null : rangeFor(request, form)
  if (range === 'none') {
    response
      .writeHead(416, {
        ...own,
        'Cache-Control': 'no-store',
        'Content-Range': `bytes */${form.size}`,
        'Content-Length': 0,
      })
      .end()
    return true
  }
  const { start, end } = range ?? { start: 0, end: form.size - 1 }
  headers['Content-Type'] = file.type
  headers['Content-Length'] = end - start + 1
  if (coding !== 'identity') headers['Content-Encoding'] = coding
  if (!isWhole) {
    headers['Accept-Ranges'] = 'bytes'
    headers['Last-Modified'] = form.modified
  }
  if (range) headers['Content-Range'] = `bytes ${start}-${end}/${form.size}`
  const begin = () => response.writeHead(range ? 206 : status, headers)
  if (request.method === 'HEAD') begin().end()
  else if (form.size > longestKept) return stream(response, form, { start, end }, begin)
  else {
    const bytes = kept.get(form.key) ?? (await read(form))
    if (!bytes) return false
    begin().end(range ? bytes.subarray(start, end + 1) : bytes)
  }
  return true
}

/** Reads a short file into memory. */
async function read(form: Form): Promise<Buffer | null> {
  const bytes = await orGone(readFile(form.path))
  if (bytes) kept.set(form.key, bytes)
  return bytes
}

/** Sends a long file piece by piece. `pipeline` ends the reading also when the client leaves, which is no error of ours. */
async function stream(
  response: ServerResponse,
  form: Form,
  part: { start: number; end: number },
  begin: () => void,
): Promise<boolean> {
  const handle = await orGone(open(form.path))
  if (!handle) return false
  begin()
  const reader = handle.createReadStream(part)
  await pipeline(reader, response)
    .catch(() => response.destroy())
    .finally(() => reader.destroy())
  return true
}

/** Null for a file that is gone. What else goes wrong with the disk is told without the name of the file. */
function orGone<T>(work: Promise<T>): Promise<T | null> {
  return work.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new Error(`A file that is served cannot be read (${error.code}).`)
  })
}

/** Whether the client has the form already, by its tag (RFC 9110, 13.1.2) or else by its day. */
function isKnown({ headers }: IncomingMessage, form: Form): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined)
    return tags.split(',').some(tag => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === form.etag)
  return Date.parse(headers['if-modified-since'] ?? '') >= Date.parse(form.modified)
}

/**
 * The one part that is asked for; null for the whole file, also where what is asked for makes no sense, is several parts, or
 * belongs to another version; `none` where nothing is there (RFC 9110, 14.2).
 */
function rangeFor(
  { method, headers }: IncomingMessage,
  form: Form,
): { start: number; end: number } | 'none' | null {
  const { range: wanted, 'if-range': version } = headers
  if (method !== 'GET' || wanted === undefined) return null
  if (version !== undefined && version !== form.etag && version !== form.modified) return null
  const { code, type, ranges } = parseRange(form.size, wanted)
  if (type !== 'bytes' || (code & 1) !== 0) return null
  if (ranges.length === 0) return 'none'
  return ranges.length === 1 ? (ranges[0] ?? null) : null
}

/** The codings that a client takes, best first, by its header: a few browsers write the same few. */
const wishes = new LRUCache<string, Coding[]>({ max: 100, memoMethod: readWishes })

function readWishes(header: string): Coding[] {
  const known: Coding[] = ['br', 'gzip', 'identity']
  const negotiator = new Negotiator({ headers: { 'accept-encoding': header } })
  // Its types do not know yet what decides between codings that are wished for alike.
  const encodings: (known: Coding[], options: { preferred: Coding[] }) => string[] =
    negotiator.encodings.bind(negotiator)
  return encodings(known, { preferred: known }) as Coding[]
}

/** The coding to send `file` in; null where the client refuses all there are. Without a header: as it is. */
function codingFor(file: ServedFile, header: string | undefined): Coding | null {
  if (header === undefined) return 'identity'
  return wishes.memo(header.slice(0, 200)).find(coding => file.forms[coding]) ?? null
}
