import { describe, expect, test } from 'vitest'
import { type Identity, identityFromSeed, open, type Recipient, recipientOf } from '#src/crypto/age.ts'
import { fromBase64url, fromHex, text } from '#src/crypto/bytes.ts'
import { deriveReporterKeys, lookupHash, type ReplyKeys } from '#src/crypto/derive.ts'
import { keyListHash, verifyKeyList } from '#src/crypto/key-list.ts'
import { messageHash } from '#src/crypto/message.ts'
import { parseReceipt, receiptDigits, receiptWords } from '#src/crypto/receipt.ts'
import { openNote, openReport } from '#src/crypto/report.ts'
import { checkThread } from '#src/crypto/thread.ts'
import { fromWire } from '#src/crypto/wire.ts'
import vector from '../../fixtures/crypto/v1.json' with { type: 'json' }

const identity = vector.identity as Identity
const secret = fromHex(vector.secret)
const messages = vector.messages.map(fromWire)

describe('format version 1, pinned', () => {
  test('grows the identity and the recipient from the seed', async () => {
    expect(identityFromSeed(fromHex(vector.seed))).toBe(vector.identity)
    expect(await recipientOf(identity)).toBe(vector.recipient as Recipient)
  })

  test('derives the same keys from the same receipt', async () => {
    expect(await deriveReporterKeys(secret)).toMatchObject(vector.keys)
    expect(lookupHash(fromBase64url(vector.keys.lookup))).toBe(vector.lookupHash)
  })

  test('writes and reads the same words and digits', () => {
    expect([receiptWords(secret).join(' '), receiptDigits(secret)]).toEqual([vector.words, vector.digits])
    expect([parseReceipt(vector.words), parseReceipt(vector.digits)]).toEqual([{ secret }, { secret }])
  })

  test('opens a file that age for Go wrote', async () => {
    expect(text(await open(fromBase64url(vector.goFile), identity))).toBe(vector.goText)
  })

  test('opens the report', async () => {
    const opened = await openReport(messages[0] as never, { id: vector.inbox, identity })
    expect(opened.report).toEqual(vector.report)
  })

  test('finds the thread whole, as the inbox and as the reporter', async () => {
    const { reply, opened } = await openReport(messages[0] as never, { id: vector.inbox, identity })
    const notes = await Promise.all(messages.slice(1).map(message => openNote(message, identity, 'inbox')))
    const manifests = [opened.manifest, ...notes.map(note => note.opened.manifest)]
    const links = manifests.map((manifest, seq) => ({
      seq,
      direction: manifest.direction,
      hash: messageHash(messages[seq] as never),
      manifest,
    }))
    expect(links.map(link => link.hash)).toEqual(vector.hashes)
    expect(checkThread(links, reply as ReplyKeys)).toBeNull()
    const asReporter = links.map(link => (link.direction === 'masuk' ? { ...link, manifest: null } : link))
    expect(checkThread(asReporter, await deriveReporterKeys(secret))).toBeNull()
  })

  test('hashes the key list to its pin', () => {
    const list = verifyKeyList(vector.keyList, vector.keyListHash)
    expect(keyListHash(list)).toBe(vector.keyListHash)
  })
})
