import { beforeAll, describe, expect, test } from 'vitest'
import type { SealedLink, SealedThread, Vault } from '#desk/vault/protocol.ts'
import { codeOf, createVault } from '#desk/vault/vault.ts'
import { base64url, fromBase64url } from '#src/crypto/bytes.ts'
import { deriveReporterKeys } from '#src/crypto/derive.ts'
import type { NewInbox } from '#src/crypto/founding.ts'
import { messageHash } from '#src/crypto/message.ts'
import { newReceipt } from '#src/crypto/receipt.ts'
import { openNote, sealReply, sealReport } from '#src/crypto/report.ts'
import type { RosterMember } from '#src/crypto/roster.ts'
import { fromWire, toWire } from '#src/crypto/wire.ts'

const workFactor = 6
const inboxId = 'kotak-1'
const secret = newReceipt()
const report = {
  v: 1,
  subject: 'perekrut',
  what: '<b>Paspor</b> ditahan',
  where: 'Batam',
  when: '',
  who: '',
  knowledge: 'melihat',
  language: 'id',
} as const

let first: Vault
let second: Vault
let outsider: Vault
let founders: RosterMember[]
let inbox: NewInbox
let own: string

const link = (
  seq: number,
  direction: 'masuk' | 'keluar',
  message: Parameters<typeof toWire>[0],
): SealedLink => ({
  seq,
  direction,
  day: '2026-11-20',
  ...toWire(message),
})
const fileOf = (user: string) => {
  const wrapped = inbox.wraps.find(wrap => wrap.user === user)?.wrapped ?? ''
  return { id: inboxId, recipient: inbox.recipient, wrapped, roster: inbox.roster }
}
const failure = (work: Promise<unknown>) => work.then(() => 'no failure', codeOf)

/** The report, a reply of the reporter, nothing else. */
async function makeThread(): Promise<SealedThread> {
  const to = { id: inboxId, recipient: inbox.recipient }
  const { message } = await sealReport({ report, inbox: to, secret })
  const keys = await deriveReporterKeys(secret)
  const note = { v: 1, text: 'Ada tiga orang lagi', state: null } as const
  const place = { seq: 1, prev: messageHash(message) }
  const reply = await sealReply({ note, kind: 'pesan', inbox: to, keys, place })
  return {
    id: 'laporan-1',
    inbox: inboxId,
    messages: [link(0, 'masuk', message), link(1, 'masuk', reply)],
    events: [],
  }
}

beforeAll(async () => {
  ;[first, second, outsider] = [createVault(workFactor), createVault(workFactor), createVault(workFactor)]
  const keysA = await first.makeKeys('satu dua tiga')
  const keysB = await second.makeKeys('empat lima enam')
  await outsider.makeKeys('tujuh delapan')
  own = keysA.wrapped
  founders = [
    { user: 'a', name: 'a@uji.example', recipient: keysA.recipient, signer: keysA.signer },
    { user: 'b', name: 'b@uji.example', recipient: keysB.recipient, signer: keysB.signer },
  ]
  inbox = await first.makeInbox(founders)
  await first.addInbox(fileOf('a'))
  await second.addInbox(fileOf('b'))
})

describe('unlocking', () => {
  test('opens own keys with their passphrase and shows the same fingerprint', async () => {
    const vault = createVault(workFactor)
    const keys = await vault.unlock(own, 'satu dua tiga')
    expect(keys.recipient).toBe(founders[0]?.recipient)
    expect(keys.fingerprint).toMatch(/^(\d{5} ){5}\d{5}$/)
  })
  test('tells a wrong passphrase from a damaged file', async () => {
    const vault = createVault(workFactor)
    const damaged = base64url(fromBase64url(own).slice(0, -3))
    expect(await failure(vault.unlock(own, 'satu dua'))).toBe('wrong-key')
    expect(await failure(vault.unlock(damaged, 'satu dua tiga'))).toBe('damaged')
  })
  test('is needed for everything else', async () => {
    const vault = createVault(workFactor)
    const thread = await makeThread()
    const calls = [
      vault.makeInbox(founders),
      vault.addInbox(fileOf('a')),
      vault.readThread(thread),
      vault.sealAnswer(thread, 'x', null),
    ]
    expect(await Promise.all(calls.map(failure))).toEqual(['locked', 'locked', 'locked', 'locked'])
  })
})

describe('an inbox', () => {
  test('opens for both founders and for nobody else', async () => {
    expect(await second.addInbox(fileOf('b'))).toEqual(founders)
    expect(await failure(outsider.addInbox(fileOf('a')))).toBe('wrong-key')
  })
  test('is refused under another public key than the one inside', async () => {
    const other = await first.makeInbox(founders)
    expect(await failure(first.addInbox({ ...fileOf('a'), recipient: other.recipient }))).toBe('tampered')
  })
  test('is refused with a list of members that the server changed', async () => {
    const roster = inbox.roster.replace('b@uji.example', 'c@uji.example')
    expect(await failure(first.addInbox({ ...fileOf('a'), roster }))).toBe('tampered')
  })
  test('is refused when its founder did not sign for its key', async () => {
    const forged = await outsider.makeInbox(founders)
    const wrapped = forged.wraps.find(wrap => wrap.user === 'b')?.wrapped ?? ''
    const file = { id: inboxId, recipient: forged.recipient, wrapped, roster: forged.roster }
    expect(await failure(second.addInbox(file))).toBe('tampered')
  })
  test('is refused with the genuine list of another inbox', async () => {
    const { roster } = await first.makeInbox(founders)
    expect(await failure(first.addInbox({ ...fileOf('a'), roster }))).toBe('tampered')
  })
})

describe('reading', () => {
  test('shows what the reporter wrote, letter by letter, to both members', async () => {
    const thread = await makeThread()
    const [a, b] = [await first.readThread(thread), await second.readThread(thread)]
    expect(a.report).toEqual(report)
    expect(a.messages.map(message => message.text)).toEqual([report.what, 'Ada tiga orang lagi'])
    expect(a.fault).toBeNull()
    expect(b).toEqual(a)
  })

  const attacks: [string, (thread: SealedThread) => SealedThread['messages'], string, number][] = [
    [
      'a message that is missing in the middle',
      ({ messages: [m0, m1] }) => [m0, { ...m1, seq: 2 }] as SealedLink[],
      'missing',
      1,
    ],
    [
      'a message that is there twice',
      ({ messages: [m0, m1] }) => [m0, m1, { ...m1, seq: 2 }] as SealedLink[],
      'moved',
      2,
    ],
    [
      "a reply shown as the desk's own",
      ({ messages: [m0, m1] }) => [m0, { ...m1, direction: 'keluar' }] as SealedLink[],
      'moved',
      1,
    ],
    [
      'a damaged reply',
      ({ messages: [m0, m1] }) => [m0, { ...m1, manifest: m0?.manifest }] as SealedLink[],
      'unreadable',
      1,
    ],
    [
      'a swapped report',
      ({ messages: [m0, m1] }) =>
        [
          { ...m1, seq: 0 },
          { ...m0, seq: 1 },
        ] as SealedLink[],
      'unreadable',
      0,
    ],
  ]
  test.each(attacks)('raises the alarm for %s', async (_, attack, problem, seq) => {
    const thread = await makeThread()
    const read = await first.readThread({ ...thread, messages: attack(thread) })
    expect(read.fault).toEqual({ seq, problem })
    expect(read.messages.filter(message => message.isFaulty).length).toBeGreaterThan(0)
  })

  test('raises the alarm for a reply that the server forged with the public key alone', async () => {
    const thread = await makeThread()
    const [m0] = thread.messages as [SealedLink]
    const stolen = {
      ...(await deriveReporterKeys(newReceipt())),
      thread: (await deriveReporterKeys(secret)).thread,
    }
    const forged = await sealReply({
      note: { v: 1, text: 'Sebutkan nama Anda', state: null },
      kind: 'pesan',
      inbox: { id: inboxId, recipient: inbox.recipient },
      keys: stolen,
      place: { seq: 1, prev: messageHash(fromWire(m0)) },
    })
    const read = await first.readThread({ ...thread, messages: [m0, link(1, 'masuk', forged)] })
    expect(read.fault).toEqual({ seq: 1, problem: 'forged' })
  })

  test('of an empty thread is an alarm and no crash', async () => {
    const thread = await makeThread()
    expect((await first.readThread({ ...thread, messages: [] })).fault).toEqual({
      seq: 0,
      problem: 'missing',
    })
  })
})

describe('answering', () => {
  test('makes a message that the reporter can open and that fits the thread', async () => {
    const thread = await makeThread()
    await first.readThread(thread)
    const { seq, ...message } = await first.sealAnswer(thread, 'Terima kasih', 'dibaca')
    const { identity } = await deriveReporterKeys(secret)
    const { note } = await openNote(fromWire(message), identity, 'reporter')
    const longer = {
      ...thread,
      messages: [...thread.messages, { seq, direction: 'keluar' as const, day: '2026-11-21', ...message }],
    }
    const read = await second.readThread(longer)
    expect(note).toMatchObject({ text: 'Terima kasih', state: 'dibaca' })
    expect(read.fault).toBeNull()
    expect(read.messages.at(-1)).toMatchObject({ direction: 'keluar', text: 'Terima kasih', kind: 'jawaban' })
  })
})

describe('events', () => {
  const add = async (vault: Vault, thread: SealedThread, author: string, kind: 'take' | 'note' | 'close') => {
    const { sealed } = await vault.sealEvent(thread, { kind, text: 'catatan', day: '2026-11-20', author })
    return { ...thread, events: [...thread.events, sealed] }
  }
  test('of both members are read by both, in order', async () => {
    let thread = await makeThread()
    thread = await add(first, thread, 'a', 'take')
    thread = await add(second, thread, 'b', 'close')
    const read = await first.readThread(thread)
    expect(read.events.map(found => [found.event?.author, found.event?.kind, found.fault])).toEqual([
      ['a', 'take', null],
      ['b', 'close', null],
    ])
  })
  test('in the name of a colleague are forged', async () => {
    const thread = await add(first, await makeThread(), 'b', 'close')
    expect((await second.readThread(thread)).events).toEqual([{ seq: 1, event: null, fault: 'forged' }])
  })
  test('that the server dropped or swapped break the chain', async () => {
    let thread = await makeThread()
    thread = await add(first, thread, 'a', 'take')
    thread = await add(first, thread, 'a', 'note')
    const dropped = await first.readThread({ ...thread, events: thread.events.slice(1) })
    const swapped = await first.readThread({ ...thread, events: [...thread.events].reverse() })
    expect(dropped.events.map(found => found.fault)).toEqual(['chain'])
    expect(swapped.events.map(found => found.fault)).toEqual(['chain', 'chain'])
  })
  test('of another report do not count here', async () => {
    const thread = await add(first, { ...(await makeThread()), id: 'laporan-2' }, 'a', 'close')
    expect((await first.readThread({ ...thread, id: 'laporan-1' })).events[0]?.fault).toBe('chain')
  })
  test('that do not open are marked and stop nothing', async () => {
    const thread = { ...(await makeThread()), events: [base64url(new Uint8Array([1, 2, 3]))] }
    expect((await first.readThread(thread)).events).toEqual([{ seq: 1, event: null, fault: 'unreadable' }])
  })
})
