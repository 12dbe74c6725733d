import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { newIdentity, type Recipient, recipientOf, seal } from '#src/crypto/age.ts'
import { base64url } from '#src/crypto/bytes.ts'
import { deriveReporterKeys, type ReporterKeys } from '#src/crypto/derive.ts'
import { RECORD_FILE_BYTES } from '#src/crypto/file-shape.ts'
import { type KeyList, nextKeyList } from '#src/crypto/key-list.ts'
import { messageHash } from '#src/crypto/message.ts'
import { newReceipt } from '#src/crypto/receipt.ts'
import { sealAnswer } from '#src/crypto/report.ts'
import { fromWire, toWire } from '#src/crypto/wire.ts'
import { openThread, sealFollowUp, sealForSending, type ThreadMessage } from '#site/islands/tip/sealing.ts'

vi.mock('#src/crypto/age.ts', async original => {
  const whole = await original<typeof import('#src/crypto/age.ts')>()
  return { ...whole, seal: vi.fn(whole.seal) }
})

const report = {
  v: 1,
  subject: 'perekrut',
  what: 'x',
  where: '',
  when: '',
  who: '',
  knowledge: 'melihat',
  language: 'id',
} as const
const listed = (id: string, recipient: Recipient) => ({
  id,
  kind: 'umum' as const,
  name: { id: 'Kotak', en: 'Inbox' },
  readers: { id: 'dua penelaah', en: 'two handlers' },
  keyVersion: 1,
  recipient,
})

let list: KeyList
let keys: ReporterKeys
let messages: ThreadMessage[]

beforeAll(async () => {
  const recipients = await Promise.all([0, 1].map(async () => recipientOf(await newIdentity())))
  list = nextKeyList(null, [
    listed('kotak-1', recipients[0] as Recipient),
    listed('kotak-2', recipients[1] as Recipient),
  ])
  const secret = newReceipt()
  keys = await deriveReporterKeys(secret)
  const { message, record } = await sealForSending({ report, list, inbox: 'kotak-1', secret })
  const hash = messageHash(fromWire(message))
  const answer = await sealAnswer({
    note: { v: 1, text: 'Terima kasih.', state: 'dibaca' },
    inbox: { id: 'kotak-1', recipient: recipients[0] as Recipient },
    keys,
    place: { seq: 1, prev: hash },
  })
  messages = [
    { seq: 0, direction: 'masuk', day: '2026-11-20', hash, message: null, record },
    {
      seq: 1,
      direction: 'keluar',
      day: '2026-11-21',
      hash: messageHash(answer),
      message: toWire(answer),
      record: null,
    },
  ]
})
beforeEach(() => {
  vi.mocked(seal).mockClear()
})

const opened = (told: Partial<{ inbox: string; messages: ThreadMessage[] }> = {}) =>
  openThread({ inbox: 'kotak-1', messages, ...told }, keys, list)
const withRecord = (record: string | null) =>
  messages.map(message => (message.seq === 0 ? { ...message, record } : message))

describe('a thread on the phone', () => {
  test('leads to the inbox that its report was sealed to', async () => {
    const { channel, problem } = await opened()
    expect([problem, channel]).toEqual([null, { state: 'open', inbox: list.inboxes[0] }])
  })

  test('goes on with a further message, whose record keeps the channel open', async () => {
    const { next } = await opened()
    const inbox = list.inboxes[0] as KeyList['inboxes'][number]
    const sent = await sealFollowUp({ text: 'lagi', kind: 'pesan', inbox, list, keys, place: next })
    const own: ThreadMessage = {
      seq: sent.seq,
      direction: 'masuk',
      day: '2026-11-22',
      hash: messageHash(fromWire(sent.message)),
      message: null,
      record: sent.record,
    }
    expect((await opened({ messages: [...messages, own] })).channel.state).toBe('open')
  })

  test.each([
    ['the server names another inbox', () => ({ inbox: 'kotak-2' })],
    ['its record is missing', () => ({ messages: withRecord(null) })],
    ['its record is not base64url', () => ({ messages: withRecord('<script>') })],
    ['its record is a key file', () => ({ messages: withRecord(messages[1]?.message?.inboxKey ?? '') })],
    [
      'its report has another hash',
      () => ({ messages: [{ ...messages[0], hash: 'f'.repeat(64) } as ThreadMessage] }),
    ],
  ])('leads nowhere and seals nothing when %s', async (_, told) => {
    const { channel } = await opened(told())
    expect(channel.state).toBe('mismatch')
    expect(channel).not.toHaveProperty('inbox')
    expect(seal).not.toHaveBeenCalled()
  })

  test('keeps its authentic answers readable when it leads nowhere', async () => {
    const { notes, problem } = await opened({ inbox: 'kotak-2' })
    expect([problem, notes.get(1)?.text]).toEqual([null, 'Terima kasih.'])
  })

  test('leads nowhere when an answer is forged', async () => {
    const forged = {
      ...(messages[1] as ThreadMessage),
      message: { ...messages[1]?.message, parts: ['AAAA'] },
    }
    const { channel, problem, notes } = await opened({ messages: [messages[0], forged] as ThreadMessage[] })
    expect([channel.state, problem?.problem, notes.size]).toEqual(['mismatch', 'forged', 0])
  })
})

describe('a report on the phone', () => {
  test('is sent with a record of one length, which only the code opens', async () => {
    const secret = newReceipt()
    const { record, message } = await sealForSending({ report, list, inbox: 'kotak-1', secret })
    expect(record).toHaveLength(base64url(new Uint8Array(RECORD_FILE_BYTES)).length)
    expect(fromWire(message).inboxKey).not.toEqual(record)
  })
})
