import { beforeAll, describe, expect, test } from 'vitest'
import { type Identity, newIdentity, type Recipient, recipientOf } from '#src/crypto/age.ts'
import { deriveReporterKeys, type ReporterKeys } from '#src/crypto/derive.ts'
import { messageHash, openMessage, type SealedMessage } from '#src/crypto/message.ts'
import { newReceipt } from '#src/crypto/receipt.ts'
import { openNote, openReport, sealAnswer, sealReply, sealReport } from '#src/crypto/report.ts'
import { checkThread, type Link } from '#src/crypto/thread.ts'

const id = 'kotak-contoh'
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
const note = (text: string) => ({ v: 1, text, state: null }) as const

let identity: Identity
let recipient: Recipient
let keys: ReporterKeys
let sealed: SealedMessage[]
let links: Link[]

async function toLink(message: SealedMessage): Promise<Link> {
  const { manifest } = await openMessage(message, identity, 'inbox')
  return { seq: manifest.seq, direction: manifest.direction, hash: messageHash(message), manifest }
}

beforeAll(async () => {
  identity = await newIdentity()
  recipient = await recipientOf(identity)
  const secret = newReceipt()
  keys = await deriveReporterKeys(secret)
  const inbox = { id, recipient }
  const first = (await sealReport({ report, inbox, secret })).message
  const place = (seq: number, before: SealedMessage) => ({ seq, prev: messageHash(before) })
  const answer = await sealAnswer({ note: note('jawaban'), inbox, keys, place: place(1, first) })
  const reply = await sealReply({
    note: note('balasan'),
    kind: 'pesan',
    inbox,
    keys,
    place: place(2, answer),
  })
  const last = await sealReply({ note: note(''), kind: 'tarik', inbox, keys, place: place(3, reply) })
  sealed = [first, answer, reply, last]
  links = await Promise.all(sealed.map(toLink))
})

describe('a thread', () => {
  test('is whole as it was written', () => {
    expect(checkThread(links, keys)).toBeNull()
  })

  test('without a message in between is missing one', () => {
    expect(checkThread(links.toSpliced(1, 1), keys)).toEqual({ seq: 1, problem: 'missing' })
  })

  test('with a gap that was renumbered shows the move', () => {
    const renumbered = links.toSpliced(1, 1).map((link, seq) => ({ ...link, seq }))
    expect(checkThread(renumbered, keys)).toEqual({ seq: 1, problem: 'moved' })
  })

  test('with two messages swapped shows the move', () => {
    const [a, b, c, d] = links as [Link, Link, Link, Link]
    expect(checkThread([a, { ...c, seq: 1 }, { ...b, seq: 2 }, d], keys)?.problem).toBe('moved')
  })

  test('with an answer under the wrong key is forged', async () => {
    const forger = await deriveReporterKeys(newReceipt())
    const place = { seq: 1, prev: links[0]?.hash ?? '' }
    const forged = await sealAnswer({
      note: note('palsu'),
      inbox: { id, recipient },
      keys: { ...forger, thread: keys.thread, recipient: keys.recipient },
      place,
    })
    expect(checkThread([links[0] as Link, await toLink(forged)], keys)).toEqual({ seq: 1, problem: 'forged' })
  })

  test('does not take a message of the reporter for an answer', async () => {
    const reflected = { ...(links[2] as Link), direction: 'keluar' as const }
    expect(checkThread([links[0] as Link, links[1] as Link, reflected], keys)?.problem).toBe('moved')
  })

  test('whose first message was replaced is broken at the next', async () => {
    const other = (await sealReport({ report, inbox: { id, recipient }, secret: newReceipt() })).message
    const swapped = [{ ...(links[0] as Link), hash: messageHash(other), manifest: null }, ...links.slice(1)]
    expect(checkThread(swapped, keys)).toEqual({ seq: 1, problem: 'broken' })
  })

  test('is checked by the reporter who cannot open the own messages', () => {
    const own = links.map(link => (link.direction === 'masuk' ? { ...link, manifest: null } : link))
    expect(checkThread(own, keys)).toBeNull()
  })
})

describe('messages', () => {
  test('tell the inbox that the reporter withdraws', async () => {
    expect((await openNote(sealed[3] as SealedMessage, identity, 'inbox')).kind).toBe('tarik')
  })

  test('open for the reporter when they are answers, and not when they are the report', async () => {
    expect((await openNote(sealed[1] as SealedMessage, keys.identity, 'reporter')).note.text).toBe('jawaban')
    await expect(openMessage(sealed[0] as SealedMessage, keys.identity, 'reporter')).rejects.toMatchObject({
      code: 'wrong-key',
    })
  })

  test('refuse a part of another message', async () => {
    const mixed = { ...(sealed[1] as SealedMessage), parts: (sealed[2] as SealedMessage).parts }
    await expect(openMessage(mixed, identity, 'inbox')).rejects.toMatchObject({ code: 'tampered' })
  })

  test('refuse a part too few', async () => {
    const cut = { ...(sealed[1] as SealedMessage), parts: [] }
    await expect(openMessage(cut, identity, 'inbox')).rejects.toMatchObject({ code: 'tampered' })
  })

  test('refuse the manifest of another message under their key', async () => {
    const mixed = { ...(sealed[1] as SealedMessage), manifest: (sealed[2] as SealedMessage).manifest }
    await expect(openMessage(mixed, identity, 'inbox')).rejects.toMatchObject({ code: 'wrong-key' })
  })

  test('refuse a report that was moved to another inbox', async () => {
    await expect(
      openReport(sealed[0] as SealedMessage, { id: 'kotak-lain', identity }),
    ).rejects.toMatchObject({ code: 'tampered' })
  })

  test('are of one size for a word and for a page', async () => {
    const inbox = { id, recipient }
    const sizes = await Promise.all(
      ['x', 'x'.repeat(3000)].map(async what => {
        const { message } = await sealReport({ report: { ...report, what }, inbox, secret: newReceipt() })
        return [message.inboxKey.length, message.manifest.length, ...message.parts.map(part => part.length)]
      }),
    )
    expect(sizes[0]).toEqual(sizes[1])
  })
})
