import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Identity, newIdentity, type Recipient, recipientOf, seal } from '#src/crypto/age.ts'
import { base64url, mac, random, utf8 } from '#src/crypto/bytes.ts'
import { canonical } from '#src/crypto/canonical.ts'
import { type Channel, channelOf } from '#src/crypto/channel.ts'
import { deriveReporterKeys, type ReporterKeys } from '#src/crypto/derive.ts'
import { SealingError } from '#src/crypto/errors.ts'
import { type KeyList, keyListHash, type ListedInbox, nextKeyList } from '#src/crypto/key-list.ts'
import { openMessage } from '#src/crypto/message.ts'
import { pad } from '#src/crypto/padding.ts'
import { newReceipt } from '#src/crypto/receipt.ts'
import { openRecord, recipientHash, sealRecord, type SendingRecord } from '#src/crypto/record.ts'
import { sealReport } from '#src/crypto/report.ts'

const id = 'kotak-1'
const hashes = ['a'.repeat(64), 'b'.repeat(64)] as const

let keys: ReporterKeys
let recipients: Recipient[]
let list: KeyList
let record: SendingRecord

const entry = (over: Partial<ListedInbox> = {}): ListedInbox => ({
  id,
  kind: 'umum',
  name: { id: 'Kotak', en: 'Inbox' },
  readers: { id: 'dua penelaah', en: 'two handlers' },
  keyVersion: 1,
  recipient: recipients[0] as Recipient,
  ...over,
})
const other = () => entry({ id: 'kotak-2', recipient: recipients[1] as Recipient })

beforeAll(async () => {
  keys = await deriveReporterKeys(newReceipt())
  recipients = await Promise.all([0, 1, 2].map(async () => recipientOf(await newIdentity())))
  list = nextKeyList(nextKeyList(null, [other()]), [entry(), other()])
  record = {
    v: 1,
    thread: keys.thread,
    seq: 0,
    message: hashes[0],
    inbox: id,
    keyVersion: 1,
    recipient: recipientHash(recipients[0] as Recipient),
    serial: list.serial,
    list: keyListHash(list),
  }
})

type Given = Omit<Parameters<typeof channelOf>[0], 'keys'>

/** The channel of a thread of one own message and one answer, with what the server or the inbox says changed. */
async function channel(over: Partial<Given> = {}): Promise<Channel> {
  return channelOf({
    inbox: id,
    own: [{ seq: 0, hash: hashes[0], record: await sealRecord(record, keys) }],
    answers: [{ inbox: id, recipient: null }],
    list,
    keys,
    ...over,
  })
}
const ownWith = async (over: Partial<SendingRecord>, by = keys) => [
  {
    seq: 0,
    hash: hashes[0],
    record: await sealRecord({ ...record, ...over }, { ...by, recipient: keys.recipient }),
  },
]

describe('a channel', () => {
  test('is open to the inbox of the record under the list of the record', async () => {
    expect(await channel()).toEqual({ state: 'open', inbox: entry() })
  })

  test('stays open under a later list with other inboxes', async () => {
    const later = nextKeyList(list, [
      entry(),
      other(),
      entry({ id: 'kotak-3', recipient: recipients[2] as never }),
    ])
    const last = nextKeyList(later, [entry()])
    expect([(await channel({ list: later })).state, (await channel({ list: last })).state]).toEqual([
      'open',
      'open',
    ])
  })

  test('is closed once the inbox has left the list, and leads nowhere', async () => {
    expect(await channel({ list: nextKeyList(list, [other()]) })).toEqual({ state: 'closed' })
  })

  test('follows a new key that an authentic answer named', async () => {
    const rotated = nextKeyList(list, [
      entry({ keyVersion: 2, recipient: recipients[2] as Recipient }),
      other(),
    ])
    const answers = [{ inbox: id, recipient: recipientHash(recipients[2] as Recipient) }]
    expect((await channel({ list: rotated, answers })).state).toBe('open')
  })

  test('follows a new key that a later own record named', async () => {
    const rotated = nextKeyList(list, [
      entry({ keyVersion: 2, recipient: recipients[2] as Recipient }),
      other(),
    ])
    const second = {
      ...record,
      seq: 1,
      message: hashes[1],
      keyVersion: 2,
      recipient: recipientHash(recipients[2] as Recipient),
      serial: rotated.serial,
      list: keyListHash(rotated),
    }
    const own = [...(await ownWith({})), { seq: 1, hash: hashes[1], record: await sealRecord(second, keys) }]
    expect((await channel({ list: rotated, own })).state).toBe('open')
  })
})

describe('a mismatch', () => {
  const why = async (over: Partial<Given>) => {
    const found = await channel(over)
    return found.state === 'mismatch' ? found.why : found.state
  }

  test('is an inbox that the server put in the place of the recorded one', async () => {
    expect(await why({ inbox: 'kotak-2' })).toBe('inbox')
  })

  test('is an authentic answer that was written in another inbox', async () => {
    expect(await why({ answers: [{ inbox: 'kotak-2', recipient: null }] })).toBe('inbox')
  })

  test('is a thread without own messages', async () => {
    expect(await why({ own: [] })).toBe('record')
  })

  test('is a missing record, also of one message among several', async () => {
    expect(await why({ own: [{ seq: 0, hash: hashes[0], record: null }] })).toBe('record')
    const own = [...(await ownWith({})), { seq: 1, hash: hashes[1], record: null }]
    expect(await why({ own })).toBe('record')
  })

  test('is a record that a handler wrote, who knows the recipient and not the code', async () => {
    const forger = { ...(await deriveReporterKeys(newReceipt())), thread: keys.thread }
    expect(await why({ own: await ownWith({ inbox: id }, forger) })).toBe('record')
  })

  test.each([
    ['another thread', { thread: 'lain' }],
    ['another place', { seq: 2 }],
    ['another message', { message: 'c'.repeat(64) }],
  ])('is a record of %s', async (_, over) => {
    expect(await why({ own: await ownWith(over) })).toBe('record')
  })

  test('is a record that holds no sealed file', async () => {
    expect(await why({ own: [{ seq: 0, hash: hashes[0], record: random(100) }] })).toBe('record')
  })

  test('is the order of own messages that the server changed', async () => {
    const second = await sealRecord({ ...record, seq: 1, message: hashes[1] }, keys)
    const swapped = [
      { seq: 0, hash: hashes[1], record: second },
      { seq: 1, hash: hashes[0], record: await sealRecord(record, keys) },
    ]
    expect(await why({ own: swapped })).toBe('record')
  })

  test('is a list of an older serial', async () => {
    expect(await why({ own: await ownWith({ serial: list.serial + 1 }) })).toBe('list')
  })

  test('is another list of the same serial', async () => {
    expect(await why({ own: await ownWith({ list: 'd'.repeat(64) }) })).toBe('list')
  })

  test('is a next list that does not follow the recorded one', async () => {
    const fork = nextKeyList(nextKeyList(null, [entry()]), [entry()])
    expect(await why({ own: await ownWith({ serial: fork.serial - 1 }), list: fork })).toBe('list')
  })

  test('is another recipient under the recorded key version', async () => {
    const laundered = nextKeyList(list, [entry({ recipient: recipients[2] as Recipient })])
    const answers = [{ inbox: id, recipient: recipientHash(recipients[2] as Recipient) }]
    expect(await why({ list: laundered, answers })).toBe('key')
  })

  test('is a new key that no authentic answer named', async () => {
    const laundered = nextKeyList(list, [entry({ keyVersion: 2, recipient: recipients[2] as Recipient })])
    expect(await why({ list: laundered })).toBe('key')
  })

  test('is a lower key version than the recorded one', async () => {
    expect(await why({ own: await ownWith({ keyVersion: 2 }) })).toBe('key')
  })
})

describe('a record', () => {
  test('does not give its key to the inbox', async () => {
    const secret = newReceipt()
    const identity: Identity = await newIdentity()
    const inbox = { id, recipient: await recipientOf(identity) }
    const report = {
      v: 1,
      subject: 'lainnya',
      what: 'x',
      where: '',
      when: '',
      who: '',
      knowledge: 'mendengar',
      language: 'id',
    } as const
    const { message } = await sealReport({ report, inbox, secret })
    const { manifest } = await openMessage(message, identity, 'inbox')
    expect(Object.keys(manifest.reply ?? {}).sort()).toEqual(['macIn', 'macOut', 'recipient', 'thread'])
  })

  test('is of one length whatever it names', async () => {
    const long = { ...record, inbox: 'x'.repeat(64), serial: Number.MAX_SAFE_INTEGER, keyVersion: 1_000_000 }
    const files = await Promise.all([sealRecord(record, keys), sealRecord(long, keys)])
    expect(files[0]?.length).toBe(files[1]?.length)
  })

  test('is refused with a reason, whatever text is sealed in its place', async () => {
    const sealed = (source: string) => seal(pad(utf8(source)), [keys.recipient])
    const near = fc.record(
      {
        v: fc.constantFrom(1, 2, '1'),
        thread: fc.string(),
        seq: fc.oneof(fc.integer(), fc.double(), fc.string()),
        message: fc.string(),
        inbox: fc.anything(),
        keyVersion: fc.double(),
        recipient: fc.string(),
        serial: fc.integer(),
        list: fc.string(),
        mac: fc.string(),
      },
      { requiredKeys: [] },
    )
    const text = fc.oneof(
      fc.string(),
      fc.json({ maxDepth: 2 }),
      near.map(value => JSON.stringify(value) ?? ''),
    )
    await fc.assert(
      fc.asyncProperty(text, async source => {
        const file = await sealed(source.slice(0, 900))
        await expect(openRecord(file, keys)).rejects.toBeInstanceOf(SealingError)
      }),
      { numRuns: 60 },
    )
  })

  test.each(['A', '', '!', 'AAAA', base64url(random(32))])('is refused when its MAC is %j', async given => {
    const source = canonical({ ...record, mac: given })
    const file = await seal(pad(utf8(source)), [keys.recipient])
    await expect(openRecord(file, keys)).rejects.toBeInstanceOf(SealingError)
  })

  test('is refused under the MAC of a message', async () => {
    const source = canonical({ ...record, mac: base64url(mac(utf8(keys.macIn), utf8(canonical(record)))) })
    const file = await seal(pad(utf8(source)), [keys.recipient])
    await expect(openRecord(file, keys)).rejects.toMatchObject({ code: 'tampered' })
  })
})
