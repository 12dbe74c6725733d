import { createHmac, hkdfSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Identity } from '#src/crypto/age.ts'
import { channelOf } from '#src/crypto/channel.ts'
import { fromBase64url, fromHex, sha256Hex, utf8 } from '#src/crypto/bytes.ts'
import { canonical } from '#src/crypto/canonical.ts'
import { deriveReporterKeys } from '#src/crypto/derive.ts'
import { RECORD_FILE_BYTES } from '#src/crypto/file-shape.ts'
import { verifyKeyList } from '#src/crypto/key-list.ts'
import { openRecord, recipientHash } from '#src/crypto/record.ts'
import { openNote } from '#src/crypto/report.ts'
import { fromWire } from '#src/crypto/wire.ts'
import vector from '../../fixtures/crypto/record-v1.json' with { type: 'json' }
import first from '../../fixtures/crypto/v1.json' with { type: 'json' }

const keys = await deriveReporterKeys(fromHex(first.secret))

describe('the record, version 1, pinned', () => {
  test('has a key of its own from the receipt', () => {
    const salt = 'berangkat-aman/lapor/v1'
    const derived = Buffer.from(hkdfSync('sha256', fromHex(first.secret), salt, 'record', 32))
    expect([keys.recordKey, derived.toString('base64url')]).toEqual([vector.recordKey, vector.recordKey])
  })

  test('opens for the holder of the code, from a file of the one length', async () => {
    const file = fromBase64url(vector.file)
    expect(file).toHaveLength(RECORD_FILE_BYTES)
    expect(await openRecord(file, keys)).toEqual(vector.record)
  })

  test('carries an HMAC of its canonical text without the MAC', () => {
    const { mac, ...record } = JSON.parse(vector.text)
    const hmac = createHmac('sha256', Buffer.from(vector.recordKey, 'base64url'))
    hmac.update(`berangkat-aman/catatan-pelapor/v1\0${canonical(record)}`)
    expect([hmac.digest('base64url'), record]).toEqual([mac, vector.record])
  })

  test('names a recipient by a hash under a label of its own', () => {
    const hash = sha256Hex(utf8(`berangkat-aman/penerima/v1\0${first.recipient}`))
    expect([recipientHash(first.recipient as never), hash]).toEqual([
      vector.recipientHash,
      vector.recipientHash,
    ])
  })

  test('is what an answer is compared by: it names the same recipient', async () => {
    const { note } = await openNote(fromWire(vector.answer), keys.identity, 'reporter')
    expect(note.recipient).toBe(vector.recipientHash)
  })

  test('opens the channel to the inbox of the pinned list', async () => {
    const channel = await channelOf({
      inbox: first.inbox,
      own: [{ seq: 0, hash: first.hashes[0] as string, record: fromBase64url(vector.file) }],
      answers: [],
      list: verifyKeyList(first.keyList, first.keyListHash),
      keys,
    })
    expect(channel).toMatchObject({ state: 'open', inbox: { id: first.inbox } })
  })

  test('answers of before name no recipient, and open', async () => {
    const answer = first.messages.map(fromWire).find(message => message.reporterKey !== null)
    const { note } = await openNote(answer as never, first.identity as Identity, 'inbox')
    expect(note.recipient).toBeNull()
  })
})
