import { isRecipient, type Recipient } from './age.ts'
import { sha256Hex, utf8 } from './bytes.ts'
import { type Canonical, canonical } from './canonical.ts'
import { SealingError } from './errors.ts'

/** `umum`: any report. `petugas`: reports about officials; its readers are outside the office concerned. */
export const inboxKinds = ['umum', 'petugas'] as const
export type InboxKind = (typeof inboxKinds)[number]

/** A member's Ed25519 signature over one entry, see `entryText` in list-change.ts. Key and signature are base64url. */
export type EntrySignature = { readonly key: string; readonly signature: string }

/** One open inbox as reporters see it. */
export type ListedInbox = {
  readonly id: string
  readonly kind: InboxKind
  readonly name: { readonly id: string; readonly en: string }
  /** Who can read, by function, never by name of a person. */
  readonly readers: { readonly id: string; readonly en: string }
  /** Counts up with each rotation of the key, from 1. */
  readonly keyVersion: number
  readonly recipient: Recipient
  /** Of members, sorted by key, each key once. Absent in entries that nobody signed. */
  readonly signatures?: readonly EntrySignature[]
  /** Of a member of another entry who let this one in, see `signVoucher` in list-change.ts. Absent where none was needed. */
  readonly voucher?: EntrySignature
}

/** An Ed25519 signature over `keyListHash` by a member of the list before. Empty in this version: the pin stands in. */
export type KeyListSignature = { readonly key: string; readonly signature: string }

/** The list of inboxes that site and desk accept. */
export type KeyList = {
  readonly v: 1
  /** From 1, one more with each change. */
  readonly serial: number
  /** `keyListHash` of the list before, null for the first. */
  readonly prev: string | null
  /** Sorted by id. May be empty once all inboxes are closed. */
  readonly inboxes: readonly ListedInbox[]
  readonly signatures: readonly KeyListSignature[]
}

/** Hex SHA-256 of a list without its signatures, in the canonical encoding under a label of its own. This is what gets pinned. */
export function keyListHash(list: KeyList): string {
  const { signatures: _, ...signed } = list
  return sha256Hex(utf8(`berangkat-aman/daftar-kunci/v1\0${canonical(signed as unknown as Canonical)}`))
}

/** The list that follows `before` (null: the first) with these inboxes. */
export function nextKeyList(before: KeyList | null, inboxes: readonly ListedInbox[]): KeyList {
  return {
    v: 1,
    serial: (before?.serial ?? 0) + 1,
    prev: before === null ? null : keyListHash(before),
    inboxes: [...inboxes].sort((a, b) => (a.id < b.id ? -1 : 1)),
    signatures: [],
  }
}

/**
 * The list, once its hash is the pinned one.
 * @param pin hex hash from outside the database, see docs/protocol.md.
 * @throws SealingError `tampered` when the pin is missing or another, `damaged` when it is not a key list. Never seal after it.
 */
export function verifyKeyList(value: unknown, pin: string | null): KeyList {
  if (!isKeyList(value)) throw new SealingError('damaged', 'not a key list of version 1')
  if (pin === null || keyListHash(value) !== pin)
    throw new SealingError('tampered', 'the key list is not the pinned one')
  return value
}

/** Whether `value` has the shape of a key list, with hybrid recipients only. */
export function isKeyList(value: unknown): value is KeyList {
  if (!hasKeys(value, 'inboxes,prev,serial,signatures,v') || value.v !== 1 || !isCount(value.serial))
    return false
  if (value.prev !== null && !(typeof value.prev === 'string' && /^[0-9a-f]{64}$/.test(value.prev)))
    return false
  if (!Array.isArray(value.inboxes) || !Array.isArray(value.signatures)) return false
  if (!value.signatures.every(isSignature)) return false
  const ids = value.inboxes.map(inbox => (isRecord(inbox) ? inbox.id : null))
  return value.inboxes.every(isListedInbox) && isEachOnce(ids)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 1
/** Whether it has these keys and no others, so that nothing unknown is hashed, stored or handed on. */
const hasKeys = (value: unknown, keys: string): value is Record<string, unknown> =>
  isRecord(value) && Object.keys(value).sort().join() === keys
const isTexts = (value: unknown) =>
  hasKeys(value, 'en,id') && [value.id, value.en].every(text => typeof text === 'string' && text !== '')

const isEachOnce = (values: readonly unknown[]) => new Set(values).size === values.length

const isSignature = (value: unknown): value is EntrySignature =>
  hasKeys(value, 'key,signature') && typeof value.key === 'string' && typeof value.signature === 'string'

function isSignatures(value: unknown): value is EntrySignature[] {
  if (!Array.isArray(value)) return false
  return (
    value.every(isSignature) &&
    value.every((one, place) => place === 0 || (value[place - 1]?.key ?? '') < one.key)
  )
}

/** Whether `value` has the shape of an entry. Its signatures are not verified, see list-change.ts. */
export function isListedInbox(value: unknown): value is ListedInbox {
  const optional = isRecord(value) ? ['signatures', 'voucher'].filter(key => value[key] !== undefined) : []
  return (
    hasKeys(value, ['id,keyVersion,kind,name,readers,recipient', ...optional].join()) &&
    typeof value.id === 'string' &&
    inboxKinds.some(kind => kind === value.kind) &&
    isTexts(value.name) &&
    isTexts(value.readers) &&
    isCount(value.keyVersion) &&
    typeof value.recipient === 'string' &&
    isRecipient(value.recipient) &&
    (value.signatures === undefined || isSignatures(value.signatures)) &&
    (value.voucher === undefined || isSignature(value.voucher))
  )
}
