import { isRecipient } from './age.ts'
import { base64url, equal, fromBase64url, isBase64url, mac, text, utf8 } from './bytes.ts'
import { type Canonical, canonical } from './canonical.ts'
import type { ReplyKeys } from './derive.ts'
import { SealingError } from './errors.ts'

/** `masuk`: from the reporter to the inbox. `keluar`: from the inbox to the reporter. */
export const directions = ['masuk', 'keluar'] as const
export type Direction = (typeof directions)[number]

/** What a message is. `laporan` opens a thread; `pesan` and `tarik` (withdraw) follow from the reporter, `jawaban` from the inbox. */
export const messageKinds = ['laporan', 'pesan', 'tarik', 'jawaban'] as const
export type MessageKind = (typeof messageKinds)[number]

/** One sealed part as its manifest describes it. */
export type PartEntry = {
  /** Random name (base64url, 9 bytes). */
  readonly id: string
  /** Position, from 0. */
  readonly order: number
  /** Bytes of the content, before padding. */
  readonly length: number
  /** Media type of the content. */
  readonly type: string
  /** Hex SHA-256 of the part's ciphertext. */
  readonly sha256: string
}

/** The sealed table of contents of a message, and its place in the thread. */
export type Manifest = {
  readonly v: 1
  readonly kind: MessageKind
  /** The inbox it was written to: shows a report that was moved under another envelope. */
  readonly inbox: string
  readonly thread: string
  readonly direction: Direction
  /** Position in the thread, both directions counted together; the report is 0. */
  readonly seq: number
  /** `messageHash` of the message before, null for the report. */
  readonly prev: string | null
  readonly parts: readonly PartEntry[]
  /** The keys of the thread, in the report only; read as null where they cannot be used, which leaves the report readable. */
  readonly reply: ReplyKeys | null
  /** HMAC-SHA-256 of everything above (base64url), null in the report, which carries the keys itself. */
  readonly mac: string | null
}

const MAC_LABEL = utf8('berangkat-aman/mac/v1\0')

/** The bytes of a manifest. */
export function encodeManifest(manifest: Manifest): Uint8Array {
  return utf8(canonical(manifest as unknown as Canonical))
}

/**
 * Reads a manifest. Whatever it accepts, `isAuthentic` and sealing an answer with its reply keys do not throw.
 * @throws SealingError `damaged` when it is not in the canonical form of version 1.
 */
export function decodeManifest(bytes: Uint8Array): Manifest {
  const source = text(bytes)
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch {
    throw new SealingError('damaged', 'manifest: not json')
  }
  if (!isManifest(value) || canonical(value as unknown as Canonical) !== source) {
    throw new SealingError('damaged', 'manifest: not a manifest of version 1')
  }
  return hasUsableReply(value) ? value : { ...value, reply: null }
}

/** The manifest with its MAC under `key` (base64url). */
export function authenticate(manifest: Manifest, key: string): Manifest {
  return { ...manifest, mac: base64url(macOf(manifest, key)) }
}

/** Whether the manifest carries the right MAC under `key` (base64url, 32 bytes). */
export function isAuthentic(manifest: Manifest, key: string): boolean {
  return manifest.mac !== null && equal(utf8(manifest.mac), utf8(base64url(macOf(manifest, key))))
}

function macOf(manifest: Manifest, key: string): Uint8Array {
  const { mac: _, ...rest } = manifest
  const covered = new Uint8Array([...MAC_LABEL, ...utf8(canonical(rest as unknown as Canonical))])
  return mac(fromBase64url(key), covered)
}

const THREAD_BYTES = 16
const MAC_BYTES = 32
const PART_ID_BYTES = 9
const hash = /^[0-9a-f]{64}$/
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isText = (value: unknown, form: RegExp): value is string =>
  typeof value === 'string' && form.test(value)
const isOneOf = (value: unknown, list: readonly string[]) => list.some(item => item === value)
const hasKeys = (value: unknown, keys: string): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.keys(value).sort().join() === keys

function isManifest(value: unknown): value is Manifest {
  return (
    hasKeys(value, 'direction,inbox,kind,mac,parts,prev,reply,seq,thread,v') &&
    value.v === 1 &&
    isOneOf(value.kind, messageKinds) &&
    isOneOf(value.direction, directions) &&
    isText(value.inbox, /^[\w-]{1,64}$/) &&
    isBase64url(value.thread, THREAD_BYTES) &&
    isCount(value.seq) &&
    (value.prev === null || isText(value.prev, hash)) &&
    (value.mac === null || isBase64url(value.mac, MAC_BYTES)) &&
    (value.reply === null || (value.kind === 'laporan' && isReply(value.reply))) &&
    Array.isArray(value.parts) &&
    value.parts.every(isPart)
  )
}

function isReply(value: unknown): boolean {
  return (
    hasKeys(value, 'macIn,macOut,recipient,thread') &&
    Object.values(value).every(key => typeof key === 'string')
  )
}

/** Whether the reply keys, if there are any, are of this thread, authenticate, and can be sealed to. */
function hasUsableReply({ reply, thread }: Manifest): boolean {
  return (
    reply === null ||
    (reply.thread === thread &&
      isBase64url(reply.macIn, MAC_BYTES) &&
      isBase64url(reply.macOut, MAC_BYTES) &&
      isRecipient(reply.recipient))
  )
}

function isPart(value: unknown, index: number): boolean {
  return (
    hasKeys(value, 'id,length,order,sha256,type') &&
    isBase64url(value.id, PART_ID_BYTES) &&
    value.order === index &&
    isCount(value.length) &&
    isText(value.type, /^[a-z]+\/[\w.+-]+$/) &&
    isText(value.sha256, hash)
  )
}
