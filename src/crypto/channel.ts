import { SealingError } from './errors.ts'
import { type KeyList, keyListHash, type ListedInbox } from './key-list.ts'
import type { ReporterKeys } from './derive.ts'
import { openRecord, recipientHash, type SendingRecord } from './record.ts'

/**
 * Where the next message of a thread may be sealed to. `closed`: its inbox is not in the key list any more.
 * `mismatch`: the server's word and the reporter's own records differ, or a record is missing; nothing may be sealed. `why` is
 * for developers: `record` (missing, forged, or of another message), `inbox`, `list` (older or another one), `key`.
 */
export type Channel =
  | { readonly state: 'open'; readonly inbox: ListedInbox }
  | { readonly state: 'closed' }
  | { readonly state: 'mismatch'; readonly why: 'record' | 'inbox' | 'list' | 'key' }

/** An own message by the server's word, with the record that came with it. */
export type OwnMessage = { readonly seq: number; readonly hash: string; readonly record: Uint8Array | null }

/** What an answer that passed `checkThread` names: the inbox of its manifest, the recipient of its note. */
export type Named = { readonly inbox: string; readonly recipient: string | null }

/**
 * Holds the server to what the reporter noted and the inbox answered.
 * @param input.inbox the inbox of the thread as the server names it.
 * @param input.list the key list in force, verified.
 */
export async function channelOf(input: {
  inbox: string
  own: readonly OwnMessage[]
  answers: readonly Named[]
  list: KeyList
  keys: Pick<ReporterKeys, 'thread' | 'identity' | 'recordKey'>
}): Promise<Channel> {
  const { inbox, own, answers, list, keys } = input
  const records: SendingRecord[] = []
  for (const message of own) {
    const record = await recordOf(message, keys)
    if (record === null) return { state: 'mismatch', why: 'record' }
    records.push(record)
  }
  if (records.length === 0) return { state: 'mismatch', why: 'record' }
  if ([...records, ...answers].some(named => named.inbox !== inbox))
    return { state: 'mismatch', why: 'inbox' }
  if (!records.every(record => isLater(list, record))) return { state: 'mismatch', why: 'list' }

  const entry = list.inboxes.find(listed => listed.id === inbox)
  if (entry === undefined) return { state: 'closed' }
  const recipient = recipientHash(entry.recipient)
  const isNamed = [...records, ...answers].some(named => named.recipient === recipient)
  const isReplaced = records.some(
    ({ keyVersion, recipient: noted }) =>
      entry.keyVersion < keyVersion || (entry.keyVersion === keyVersion && recipient !== noted),
  )
  return isNamed && !isReplaced ? { state: 'open', inbox: entry } : { state: 'mismatch', why: 'key' }
}

/** Whether `list` can follow the one of the record, as far as the two hashes tell. */
function isLater(list: KeyList, { serial, list: noted }: SendingRecord): boolean {
  if (list.serial === serial) return keyListHash(list) === noted
  return list.serial === serial + 1 ? list.prev === noted : list.serial > serial
}

async function recordOf(
  message: OwnMessage,
  keys: Pick<ReporterKeys, 'thread' | 'identity' | 'recordKey'>,
): Promise<SendingRecord | null> {
  if (message.record === null) return null
  try {
    const record = await openRecord(message.record, keys)
    const isOfMessage =
      record.thread === keys.thread && record.seq === message.seq && record.message === message.hash
    return isOfMessage ? record : null
  } catch (error) {
    if (error instanceof SealingError) return null
    throw error
  }
}
