import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SealedThread } from '#desk/vault/protocol.ts'
import { readThread } from '#desk/vault/read-thread.ts'
import { openThread, type ThreadMessage } from '#site/islands/tip/sealing.ts'
import { type Identity, newIdentity, type Recipient, recipientOf } from '#src/crypto/age.ts'
import { fromBase64url } from '#src/crypto/bytes.ts'
import { type KeyList, nextKeyList } from '#src/crypto/key-list.ts'
import { messageHash } from '#src/crypto/message.ts'
import {
  forgedRow,
  mixing,
  type Row,
  textAt,
  type WholeThread,
  wholeThread,
} from '#tests/helpers/mixed-threads.ts'

const id = 'kotak-1'
const day = '2026-11-20'
const numRuns = process.env.SLOW ? 5000 : 60

let identity: Identity
let recipient: Recipient
let list: KeyList
let a: WholeThread
let b: WholeThread
let forged: Row
let stock: Row[]

beforeAll(async () => {
  identity = await newIdentity()
  recipient = await recipientOf(identity)
  const name = { id: 'Kotak', en: 'Inbox' }
  list = nextKeyList(null, [{ id, kind: 'umum', name, readers: name, keyVersion: 1, recipient }])
  a = await wholeThread('A', { id, recipient }, list)
  b = await wholeThread('B', { id, recipient }, list)
  forged = await forgedRow({ id, recipient }, a, 1)
  stock = [...a.rows, ...b.rows, forged]
})

const threadOf = (rows: readonly Row[]): SealedThread => ({
  id: 'laporan-1',
  inbox: id,
  messages: rows.map(({ seq, direction, wire }) => ({ seq, direction, day, ...wire })),
  events: [],
})
const atDesk = (rows: readonly Row[]) => readThread(threadOf(rows), { id, identity })
const hashOf = ({ wire }: Row) => messageHash({ manifest: fromBase64url(wire.manifest) })
const onPhone = (rows: readonly Row[]) => {
  const messages = rows.map((row): ThreadMessage => {
    const isAnswer = row.direction === 'keluar'
    return {
      seq: row.seq,
      direction: row.direction,
      day,
      hash: hashOf(row),
      message: isAnswer ? row.wire : null,
      record: isAnswer ? null : row.record,
    }
  })
  return openThread({ inbox: id, messages }, a.keys, list)
}

describe('a row that the database holds twice', () => {
  test('is marked where it stands, with what follows, although its number stood before', async () => {
    const rows = [...a.rows.slice(0, 2), forged, ...a.rows.slice(2)]
    const read = await atDesk(rows)
    expect(read.fault).toEqual({ seq: 2, problem: 'forged' })
    expect(read.messages.map(message => message.isFaulty)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
      true,
    ])
    expect(read.messages.map(message => message.seq)).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  test('as a second report is a message that does not open, and is not left out', async () => {
    const read = await atDesk([...a.rows.slice(0, 1), ...b.rows.slice(0, 1)])
    expect(read.messages.map(message => message.problem)).toEqual([null, 'unreadable'])
  })

  test('says of each message what is wrong with it, past the first bad one too', async () => {
    const rows = [...a.rows.slice(0, 2), ...b.rows.slice(2, 3), ...a.rows.slice(3, 4), { ...forged, seq: 4 }]
    const read = await atDesk(rows)
    expect(read.messages.map(message => message.problem)).toEqual([null, null, 'moved', 'broken', 'forged'])
  })
})

describe('whatever a server mixes out of two threads and a forgery', () => {
  test('the desk leaves no message unmarked that was not written in that place of that thread', async () => {
    const property = fc.asyncProperty(mixing(a.rows, stock), async rows => {
      const { report, messages } = await atDesk(rows)
      const trusted = messages.filter(message => !message.isFaulty)
      const name = report?.what.slice(0, 1) ?? ''
      expect(trusted.map(message => message.text)).toEqual(trusted.map((_, place) => textAt(name, place)))
      expect(trusted.map(message => [message.seq, message.direction])).toEqual(
        trusted.map((_, place) => [place, place % 2 === 0 ? 'masuk' : 'keluar']),
      )
    })
    await fc.assert(property, { numRuns })
  })

  test('the phone shows no answer that was not written in that place, and goes on only after a whole thread', async () => {
    const property = fc.asyncProperty(mixing(a.rows, stock), async rows => {
      const { notes, channel } = await onPhone(rows)
      expect([...notes].map(([, note]) => note.text)).toEqual([...notes].map(([place]) => textAt('A', place)))
      const isWhole = rows.every(
        (row, place) => row.seq === place && hashOf(row) === hashOf(a.rows[place] as Row),
      )
      expect([isWhole, false]).toContain(channel.state === 'open')
    })
    await fc.assert(property, { numRuns })
  })
})
