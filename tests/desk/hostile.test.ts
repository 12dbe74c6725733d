import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SealedLink, SealedThread, Vault } from '#desk/vault/protocol.ts'
import { codeOf, createVault } from '#desk/vault/vault.ts'
import type { Recipient } from '#src/crypto/age.ts'
import { deriveReporterKeys, type ReporterKeys } from '#src/crypto/derive.ts'
import { messageHash, type SealedMessage } from '#src/crypto/message.ts'
import { newReceipt } from '#src/crypto/receipt.ts'
import { openNote, type Report, sealReply, sealReport } from '#src/crypto/report.ts'
import { checkThread, type Link } from '#src/crypto/thread.ts'
import { fromWire, toWire, type WireMessage } from '#src/crypto/wire.ts'
import { type Hostile, sealHostile, unusableRecipients } from '#tests/helpers/hostile.ts'

const inboxId = 'kotak-1'
const secret = newReceipt()
const report: Report = {
  v: 1,
  subject: 'perekrut',
  what: 'Paspor ditahan',
  where: 'Batam',
  when: '',
  who: '',
  knowledge: 'melihat',
  language: 'id',
}
const note = { v: 1, text: 'x', state: null }

let vault: Vault
let recipient: Recipient
let keys: ReporterKeys
let honest: SealedMessage

const link = (seq: number, message: SealedMessage): SealedLink => ({
  seq,
  direction: 'masuk',
  day: '2026-11-20',
  ...toWire(message),
})
const threadOf = (...messages: SealedMessage[]): SealedThread => ({
  id: 'laporan-1',
  inbox: inboxId,
  messages: messages.map((message, seq) => link(seq, message)),
  events: [],
})
/** What the reporter gets to see: the answers, and what is wrong with the thread. Own messages are hashes only. */
async function asReporter(
  messages: readonly (Pick<SealedLink, 'seq' | 'direction'> & WireMessage)[],
  own: ReporterKeys,
) {
  const texts: string[] = []
  const links: Link[] = []
  for (const { seq, direction, ...wire } of messages) {
    const sealed = fromWire(wire)
    const answer = direction === 'keluar' ? await openNote(sealed, own.identity, 'reporter') : null
    if (answer !== null) texts.push(answer.note.text)
    links.push({ seq, direction, hash: messageHash(sealed), manifest: answer?.opened.manifest ?? null })
  }
  return { texts, problem: checkThread(links, own) }
}
const failure = (work: Promise<unknown>) => work.then(() => 'done', codeOf)
const event = { kind: 'note', text: 'catatan', day: '2026-11-20', author: 'a' } as const

const replyOf = ({ thread, recipient: to, macIn, macOut }: ReporterKeys) => ({
  thread,
  recipient: to,
  macIn,
  macOut,
})
/** The manifest of an honest report, to be made hostile. */
const reportManifest = (reply: Record<string, unknown> = {}) => ({
  v: 1,
  kind: 'laporan',
  inbox: inboxId,
  thread: keys.thread,
  direction: 'masuk',
  seq: 0,
  prev: null,
  reply: { ...replyOf(keys), ...reply },
  mac: null,
})
const messageManifest = (seq = 1, changes: Record<string, unknown> = {}) => ({
  ...reportManifest(),
  kind: 'pesan',
  seq,
  prev: messageHash(honest),
  reply: null,
  mac: 'A'.repeat(43),
  ...changes,
})
const hostile = (manifest: Hostile['manifest'], content: unknown = note, key?: string) =>
  sealHostile(recipient, { manifest, content, ...(key !== undefined && { key }) })

beforeAll(async () => {
  vault = createVault(6)
  const own = await vault.makeKeys('satu dua tiga')
  const founders = ['a', 'b'].map(user => ({ user, name: `${user}@uji.example`, ...own }))
  const members = founders.map(({ user, name, recipient: to, signer }) => ({
    user,
    name,
    recipient: to,
    signer,
  }))
  const inbox = await vault.makeInbox(members)
  recipient = inbox.recipient
  await vault.addInbox({
    id: inboxId,
    recipient,
    wrapped: inbox.wraps[0]?.wrapped ?? '',
    roster: inbox.roster,
  })
  keys = await deriveReporterKeys(secret)
  honest = (await sealReport({ report, inbox: { id: inboxId, recipient }, secret })).message
})

describe('a report that answers cannot reach', () => {
  const changes: [string, Record<string, unknown>][] = [
    ['a short key for its own messages', { macIn: 'A' }],
    ['a short key for answers', { macOut: 'A' }],
    ['no recipient', { recipient: 'age1pq1x' }],
    ['the name of another thread', { thread: 'A'.repeat(22) }],
    ['a name that is no name', { thread: 'A' }],
  ]
  test.each(changes)('because of %s is read, noted, and not answered', async (_, change) => {
    const thread = threadOf(await hostile(reportManifest(change), report))
    const read = await vault.readThread(thread)
    expect(read.report?.what).toBe('Paspor ditahan')
    expect([read.noAnswer, read.fault]).toEqual(['keys', null])
    expect(await failure(vault.sealAnswer(thread, 'x', null))).toBe('recipient')
    expect(await failure(vault.sealEvent(thread, event))).toBe('done')
  })

  test('because nothing can be sealed to its recipient is read, and not answered', async () => {
    const reads = []
    for (const [, to] of unusableRecipients(recipient)) {
      const thread = threadOf(await hostile(reportManifest({ recipient: to }), report))
      const { noAnswer } = await vault.readThread(thread)
      reads.push([noAnswer, await failure(vault.sealAnswer(thread, 'x', null))])
    }
    expect(reads).toEqual(unusableRecipients(recipient).map(() => ['keys', 'recipient']))
  })

  test('shows what follows it as not to be trusted, since nothing can check it', async () => {
    const first = await hostile(reportManifest({ macIn: 'A' }), report)
    const read = await vault.readThread(threadOf(first, await hostile(messageManifest())))
    expect(read.fault).toEqual({ seq: 1, problem: 'forged' })
    expect(read.messages.map(message => message.isFaulty)).toEqual([false, true])
  })
})

describe('a bad message after a good report', () => {
  const bad: [string, () => Promise<SealedMessage>, string][] = [
    ['a short MAC', () => hostile(messageManifest(1, { mac: 'A' })), 'unreadable'],
    ['a wrong MAC', () => hostile(messageManifest()), 'forged'],
    [
      'a MAC in another spelling',
      () => hostile(messageManifest(1, { mac: `${'A'.repeat(42)}B` })),
      'unreadable',
    ],
    ['no MAC', () => hostile(messageManifest(1, { mac: null })), 'forged'],
    ['keys of its own', () => hostile(messageManifest(1, { reply: replyOf(keys) })), 'unreadable'],
    ['fractions', () => hostile(messageManifest(1, { seq: 1.5 })), 'unreadable'],
    [
      'no key in its key file',
      () => hostile(messageManifest(), note, 'AGE-SECRET-KEY-PQ-1QQQ'),
      'unreadable',
    ],
    ['nothing that is a note', () => hostile(messageManifest(), [[[]]]), 'unreadable'],
  ]
  test.each(bad)('with %s is marked; the report shows and is answered', async (_, make, problem) => {
    const thread = threadOf(honest, await make())
    const read = await vault.readThread(thread)
    expect(read.fault).toEqual({ seq: 1, problem })
    expect([read.report?.what, read.noAnswer]).toEqual(['Paspor ditahan', null])
    expect(await failure(vault.sealAnswer(thread, 'x', null))).toBe('done')
    expect(await failure(vault.sealEvent(thread, event))).toBe('done')
  })

  test('does not keep the reporter from the answer after it, nor from writing on', async () => {
    const thread = threadOf(honest, await hostile(messageManifest(1, { mac: 'A' })))
    const { seq, ...answer } = await vault.sealAnswer(thread, 'Terima kasih', 'dibaca')
    expect(seq).toBe(2)
    expect(await asReporter([...thread.messages, { ...answer, seq, direction: 'keluar' }], keys)).toEqual({
      texts: ['Terima kasih'],
      problem: null,
    })
    const further = await sealReply({
      note: { v: 1, text: 'Masih di sana', state: null },
      kind: 'pesan',
      inbox: { id: inboxId, recipient },
      keys,
      place: { seq: 3, prev: messageHash(fromWire(answer)) },
    })
    const messages = [...thread.messages, { ...link(seq, fromWire(answer)), direction: 'keluar' as const }]
    const read = await vault.readThread({ ...thread, messages: [...messages, link(3, further)] })
    expect(read.messages.at(-1)).toMatchObject({ text: 'Masih di sana', isFaulty: true })
  })

  test('leaves the answer after it, and all that follows, marked at the desk', async () => {
    const thread = threadOf(honest, await hostile(messageManifest(1, { mac: 'A' })))
    const { seq, ...answer } = await vault.sealAnswer(thread, 'Terima kasih', null)
    const longer = {
      ...thread,
      messages: [...thread.messages, { seq, direction: 'keluar' as const, day: '2026-11-20', ...answer }],
    }
    const read = await vault.readThread(longer)
    expect(read.messages.map(message => [message.text, message.isFaulty])).toEqual([
      ['Paspor ditahan', false],
      ['', true],
      ['Terima kasih', true],
    ])
    expect(await failure(vault.sealAnswer(longer, 'x', null))).toBe('done')
  })
})

describe('what the server garbles', () => {
  test('in one file is that message only', async () => {
    const thread = threadOf(honest, honest)
    const garbled = ['A', '', '!', 'Zm9v'].map(manifest => ({
      ...thread,
      messages: [thread.messages[0], { ...thread.messages[1], manifest }] as SealedLink[],
    }))
    const reads = await Promise.all(garbled.map(one => vault.readThread(one)))
    expect(reads.map(read => [read.report?.what, read.fault?.seq])).toEqual(
      garbled.map(() => ['Paspor ditahan', 1]),
    )
  })

  test('at the end of a thread leaves nothing that an answer or a note could follow, and says so', async () => {
    const thread = threadOf(honest, honest)
    const garbled = {
      ...thread,
      messages: [thread.messages[0], { ...thread.messages[1], manifest: 'A' }] as SealedLink[],
    }
    expect((await vault.readThread(garbled)).noAnswer).toBe('place')
    expect(await failure(vault.sealAnswer(garbled, 'x', null))).toBe('damaged')
    expect(await failure(vault.sealEvent(garbled, event))).toBe('damaged')
  })

  test('in an event is that event only', async () => {
    const thread = threadOf(honest)
    const { sealed } = await vault.sealEvent(thread, event)
    const read = await vault.readThread({ ...thread, events: [sealed, 'A', '', '!'] })
    expect(read.events.map(found => found.fault)).toEqual([null, 'unreadable', 'unreadable', 'unreadable'])
  })
})

describe('whatever a sealed message holds', () => {
  const odd = fc.oneof(
    fc.constantFrom<unknown>(
      'A',
      'AB',
      '',
      'age1pq1x',
      -0,
      1.5,
      Number.MAX_VALUE,
      2 ** 53,
      null,
      true,
      {},
      [],
    ),
    fc.string({ unit: 'binary' }),
    fc.jsonValue(),
  )
  const fields = [
    'v',
    'kind',
    'inbox',
    'thread',
    'direction',
    'seq',
    'prev',
    'reply',
    'mac',
    'parts',
  ] as const
  const replyFields = ['thread', 'recipient', 'macIn', 'macOut'] as const
  const changes = fc.record(
    {
      manifest: fc.dictionary(fc.constantFrom(...fields), odd, { maxKeys: 2 }),
      reply: fc.dictionary(fc.constantFrom(...replyFields), odd, { maxKeys: 2 }),
      content: fc.option(odd, { freq: 3, nil: undefined }),
      extra: fc.option(
        fc.integer({ min: 0, max: 9000 }).map(depth => `"x":${'['.repeat(depth)}0${']'.repeat(depth)}`),
        { nil: undefined },
      ),
      key: fc.option(fc.constantFrom('AGE-SECRET-KEY-PQ-1QQQ', '', 'x'), { freq: 8, nil: undefined }),
      isReport: fc.boolean(),
    },
    { noNullPrototype: true },
  )

  test('reading never throws, and answering and noting do what the reading says', async () => {
    const property = fc.asyncProperty(changes, async ({ manifest, reply, content, extra, key, isReport }) => {
      const base = isReport ? reportManifest(reply) : messageManifest()
      const sealed = await sealHostile(recipient, {
        manifest: { ...base, ...manifest },
        content: content ?? (isReport ? report : note),
        ...(key !== undefined && { key }),
        ...(extra !== undefined && { extra }),
      })
      const thread = isReport ? threadOf(sealed) : threadOf(honest, sealed)
      const read = await vault.readThread(thread)
      expect(structuredClone(read)).toEqual(read)
      const answered = await failure(vault.sealAnswer(thread, 'x', null))
      expect(answered).toBe(
        { keys: 'recipient', unreadable: 'damaged', place: 'damaged' }[String(read.noAnswer)] ?? 'done',
      )
      expect(await failure(vault.sealEvent(thread, event))).toBe('done')
    })
    await fc.assert(property, { numRuns: process.env.SLOW ? 1000 : 30 })
  })
})

describe('fields that no version knows', () => {
  const deep = `"x":${'['.repeat(8000)}${']'.repeat(8000)},"__proto__":{"y":1}`

  test('do not leave the vault, so that a report with any of them reaches the page', async () => {
    const sealed = await sealHostile(recipient, { manifest: reportManifest(), content: report, extra: deep })
    const read = await vault.readThread(threadOf(sealed))
    expect(Object.keys(read.report ?? {}).toSorted()).toEqual(Object.keys(report).toSorted())
    expect(structuredClone(read)).toEqual(read)
  })

  test('do not leave the reading of an answer either', async () => {
    const header = messageManifest(1, { kind: 'jawaban', direction: 'keluar' })
    const sealed = await sealHostile(keys.recipient, { manifest: header, content: note, extra: deep })
    const answer = { ...sealed, reporterKey: sealed.inboxKey }
    const opened = await openNote(answer, keys.identity, 'reporter')
    expect(opened.note).toEqual({ ...note, recipient: null })
  })
})

describe('a row that holds another thread than before', () => {
  test('is answered with the keys of the thread at hand, never with those of the one before', async () => {
    const other = newReceipt()
    const otherKeys = await deriveReporterKeys(other)
    const inbox = { id: inboxId, recipient }
    const { message } = await sealReport({ report, inbox, secret: other })
    await vault.readThread(threadOf(honest))
    const { seq, ...answer } = await vault.sealAnswer(threadOf(message), 'Untuk Anda', null)
    const messages = [link(0, message), { ...answer, seq, direction: 'keluar' as const }]
    expect(await asReporter(messages, otherKeys)).toEqual({ texts: ['Untuk Anda'], problem: null })
    await expect(asReporter(messages, keys)).rejects.toMatchObject({ code: 'wrong-key' })
  })

  test('is not answered at all when the report in it does not open', async () => {
    const broken = await hostile(messageManifest(0))
    await vault.readThread(threadOf(honest))
    expect(await failure(vault.sealAnswer(threadOf(broken), 'x', null))).toBe('damaged')
  })
})

describe('what others wrote', () => {
  test('comes out of the vault shown, not obeyed', async () => {
    const turned = '\u202Egnay'
    const inbox = { id: inboxId, recipient }
    const { message } = await sealReport({
      report: { ...report, what: turned, where: turned, when: turned, who: turned },
      inbox,
      secret,
    })
    const place = { seq: 1, prev: messageHash(message) }
    const further = await sealReply({
      note: { v: 1, text: turned, state: null },
      kind: 'pesan',
      inbox,
      keys,
      place,
    })
    const thread = threadOf(message, further)
    const { sealed } = await vault.sealEvent(thread, { ...event, text: turned })
    const read = await vault.readThread({ ...thread, events: [sealed] })
    const said = [read.report?.what, read.report?.where, read.report?.when, read.report?.who]
    const rest = [...read.messages.map(one => one.text), read.events[0]?.event?.text]
    expect([...said, ...rest]).toEqual(Array(7).fill('⟦U+202E⟧gnay'))
  })
})
