import { type Identity, open, type Recipient, seal } from './age.ts'
import { base64url, concat, equal, fromBase64url, mac, sha256Hex, text, utf8 } from './bytes.ts'
import { canonical } from './canonical.ts'
import { SealingError } from './errors.ts'
import { pad, unpad } from './padding.ts'

/** What a reporter notes of one own message, to hold the server to it later. */
export type SendingRecord = {
  readonly v: 1
  readonly thread: string
  readonly seq: number
  /** `messageHash` of the message. */
  readonly message: string
  /** Id of the inbox that it was sealed to. */
  readonly inbox: string
  readonly keyVersion: number
  /** `recipientHash` of that inbox. */
  readonly recipient: string
  /** Serial and `keyListHash` of the key list that named the inbox. */
  readonly serial: number
  readonly list: string
}

const MAC_LABEL = utf8('berangkat-aman/catatan-pelapor/v1\0')

/** Hex SHA-256 of a recipient's text under a label of its own. */
export function recipientHash(recipient: Recipient): string {
  return sha256Hex(utf8(`berangkat-aman/penerima/v1\0${recipient}`))
}

/**
 * Seals a record for whoever holds the code. Handlers know the recipient too; the MAC under `recordKey` (base64url), which only
 * the code gives, is what makes it the reporter's word.
 */
export async function sealRecord(
  record: SendingRecord,
  keys: { readonly recipient: Recipient; readonly recordKey: string },
): Promise<Uint8Array> {
  const signed = { ...record, mac: base64url(macOf(record, keys.recordKey)) }
  return seal(pad(utf8(canonical(signed))), [keys.recipient])
}

/**
 * Opens a record.
 * @throws SealingError `wrong-key`, `damaged` when it is not in the canonical form of version 1, `tampered` for another MAC.
 */
export async function openRecord(
  file: Uint8Array,
  keys: { readonly identity: Identity; readonly recordKey: string },
): Promise<SendingRecord> {
  const source = text(unpad(await open(file, keys.identity)))
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch {
    throw new SealingError('damaged', 'record: not json')
  }
  if (!isSigned(value) || canonical(value) !== source)
    throw new SealingError('damaged', 'record: not a record of version 1')
  const { mac: given, ...record } = value
  if (!equal(fromBase64url(given), macOf(record, keys.recordKey)))
    throw new SealingError('tampered', 'record: not written by the holder of the code')
  return record
}

function macOf(record: SendingRecord, key: string): Uint8Array {
  return mac(fromBase64url(key), concat(MAC_LABEL, utf8(canonical(record))))
}

const fields = 'inbox,keyVersion,list,mac,message,recipient,seq,serial,thread,v'

function isSigned(value: unknown): value is SendingRecord & { readonly mac: string } {
  if (typeof value !== 'object' || value === null || Object.keys(value).sort().join() !== fields) return false
  const { v, seq, keyVersion, serial, ...texts } = value as Record<string, unknown>
  return (
    v === 1 &&
    [seq, keyVersion, serial].every(count => Number.isSafeInteger(count) && (count as number) >= 0) &&
    Object.values(texts).every(item => typeof item === 'string')
  )
}
