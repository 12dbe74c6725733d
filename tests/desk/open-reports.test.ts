import { describe, expect, test, vi } from 'vitest'
import { call, DeskError } from '#desk/api.ts'
import { keyFileMessageOf, messageOf } from '#desk/messages.ts'
import {
  type Envelope,
  isStale,
  listSchema,
  openCase,
  openInTurn,
  type Opener,
  sealedThreadSchema,
  unopened,
} from '#desk/state/open-reports.ts'
import { dayInWords, daysAgo, texts } from '#desk/texts.ts'
import type { ReadThread, VaultErrorCode } from '#desk/vault/protocol.ts'
import { VaultError } from '#desk/vault/vault-error.ts'

const envelope: Envelope = {
  id: 'satu',
  day: '2026-11-20',
  bucket: 4096,
  messages: 1,
  events: 0,
  deleteAfter: null,
}
const thread = { id: 'satu', inbox: 'kotak', messages: [], events: [] }
const read = { id: 'satu' } as ReadThread
const opens: Opener = { fetch: async () => thread, read: async () => read }
const fails = (error: unknown): Opener => ({
  ...opens,
  fetch: async () => {
    throw error
  },
})

describe('opening a report', () => {
  test('keeps what was read, with the counts of what was read', async () => {
    const one = await openCase(unopened(envelope), envelope, opens)
    expect(one).toEqual({ envelope: { ...envelope, messages: 0 }, thread, read, problem: null })
  })

  const own: [string, unknown, string][] = [
    ['the vault refuses', new VaultError('damaged'), texts.errors.damaged],
    ['the vault breaks', new VaultError('failed'), texts.errors.unexpected],
    ['the server refuses', new DeskError('refused', 'Tidak ada.', 404), 'Tidak ada.'],
    ['the server breaks', new DeskError('broken', texts.errors.broken, 500), texts.errors.broken],
    ['something unforeseen is thrown', new TypeError('x'), texts.errors.unexpected],
  ]
  test.each(own)('says why, and throws nothing, when %s', async (_, error, problem) => {
    expect(await openCase(unopened(envelope), envelope, fails(error))).toEqual({
      ...unopened(envelope),
      problem,
    })
  })

  test('keeps what was open before when its newest state does not open, and tries again', async () => {
    const old = await openCase(unopened(envelope), envelope, opens)
    const one = await openCase(old, envelope, fails(new VaultError('failed')))
    expect([one.read, one.problem]).toEqual([read, texts.errors.unexpected])
    expect(isStale(one, envelope)).toBe(true)
  })

  const ending: [string, unknown][] = [
    ['the session is over', new DeskError('ended', '', 401)],
    ['nobody answers', new DeskError('offline', '')],
    ['the keys are gone', new VaultError('locked')],
  ]
  test.each(ending)('throws on when %s', async (_, error) => {
    await expect(openCase(unopened(envelope), envelope, fails(error))).rejects.toBe(error)
  })

  test('is done again for what is new, grew, or failed, and for nothing else', () => {
    const opened = { envelope, thread, read, problem: null }
    const grown = [
      { ...envelope, messages: 2 },
      { ...envelope, events: 1 },
    ]
    expect([isStale(undefined, envelope), isStale({ ...opened, problem: 'x' }, envelope)]).toEqual([
      true,
      true,
    ])
    expect(grown.map(one => isStale(opened, one))).toEqual([true, true])
    expect(isStale(opened, { ...envelope, deleteAfter: '2027-01-01' })).toBe(false)
  })

  test('is still offered where the server garbled its row in the list, and all others with it', () => {
    const garbled = { id: 'dua', day: null, bucket: 'x', deleteAfter: 7 }
    expect(listSchema.parse({ reports: [envelope, garbled] }).reports).toEqual([
      envelope,
      { id: 'dua', day: '', bucket: 0, messages: 0, events: 0, deleteAfter: null },
    ])
  })

  test('is a row of its own where its id is none, and one row where it stands twice', () => {
    const odd = ['../saya', '', 7, null, 'x'.repeat(65), '\uD800']
    const rows = [...odd.map(id => ({ ...envelope, id })), null, envelope, { ...envelope, events: 2 }]
    const ids = listSchema.parse({ reports: rows }).reports.map(row => row.id)
    expect(ids).toEqual(['?0', '?1', '?2', '?3', '?4', '?5', '?6', 'satu'])
  })

  test.each([[null], [{}], [{ ...thread, id: '../saya' }], [{ ...thread, messages: 'x' }]])(
    'takes no garbage for a thread: %j',
    garbage => {
      expect(sealedThreadSchema.safeParse(garbage).success).toBe(false)
    },
  )

  test('keeps a garbled message and a garbled event in their places, beside the others', () => {
    const whole = {
      seq: 0,
      direction: 'masuk',
      day: '2026-11-20',
      inboxKey: 'AAAA',
      reporterKey: null,
      manifest: 'AAAA',
      parts: ['AAAA'],
    }
    const read = sealedThreadSchema.parse({
      ...thread,
      messages: [{ ...whole, day: 7 }, null, { ...whole, parts: 'x', seq: 'x' }],
      events: ['AAAA', 1],
    })
    expect(read.messages.map(message => [message.seq, message.manifest, message.parts.length])).toEqual([
      [0, 'AAAA', 1],
      [-1, '?', 0],
      [-1, 'AAAA', 0],
    ])
    expect(read.events).toEqual(['AAAA', ''])
  })
})

describe('reports in turn', () => {
  const one = { envelope, thread, read, problem: null }
  const turns = async (open: (id: string) => Promise<typeof one | null>) => {
    const seen: string[] = []
    await openInTurn(['satu', 'dua', 'tiga'], {
      open,
      landed: ({ envelope: { id } }) => seen.push(`buka ${id}`),
      late: id => seen.push(`lama ${id}`),
      patience: 20,
    })
    return seen
  }
  const opened = async (id: string) => ({ ...one, envelope: { ...envelope, id } })

  test('are all opened although one never answers', async () => {
    const seen = await turns(id => (id === 'satu' ? new Promise<never>(() => undefined) : opened(id)))
    expect(seen).toEqual(['lama satu', 'buka dua', 'buka tiga'])
  })

  test('land late when they take long, and are not lost', async () => {
    const slow = (id: string) =>
      new Promise<typeof one>(done => setTimeout(() => done({ ...one, envelope: { ...envelope, id } }), 60))
    const seen = await turns(id => (id === 'satu' ? slow(id) : opened(id)))
    await vi.waitFor(() => expect(seen).toContain('buka satu'))
    expect(seen.slice(0, 3)).toEqual(['lama satu', 'buka dua', 'buka tiga'])
  })

  test('end with the first that says that nothing else would open', async () => {
    const ended = new DeskError('ended', '', 401)
    await expect(turns(() => Promise.reject(ended))).rejects.toBe(ended)
  })
})

test.each(['/../saya', '/%2e%2e', '/?x=1', '//x', '/\uD800'] as const)(
  'an id that leads elsewhere is a broken answer and is asked of nobody: %j',
  async tail => {
    const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError())
    await expect(call(`/api/desk/laporan${tail}`)).rejects.toMatchObject({ code: 'broken' })
    expect(fetch).not.toHaveBeenCalled()
    fetch.mockRestore()
  },
)

describe('a fault', () => {
  const codes: VaultErrorCode[] = [
    'locked',
    'wrong-key',
    'damaged',
    'tampered',
    'recipient',
    'too-large',
    'failed',
  ]
  test('has words of its own', () => {
    const words = codes.map(code => messageOf(new VaultError(code)))
    expect(new Set(words).size).toBe(codes.length)
  })

  test('is one of the passphrase or of the key file only where these are opened', () => {
    const own = [texts.errors.passphrase, texts.errors.keyFile]
    expect(codes.map(code => own.includes(messageOf(new VaultError(code))))).not.toContain(true)
    expect(keyFileMessageOf(new VaultError('wrong-key'))).toBe(texts.errors.passphrase)
    expect(keyFileMessageOf(new VaultError('damaged'))).toBe(texts.errors.keyFile)
  })
})

test('a day of the server that is none is unknown and stops no page', () => {
  const days = ['', 'x', '2026-99-99', '20-11-2026']
  expect(days.map(dayInWords)).toEqual(days.map(() => texts.list.unknownDay))
  expect(days.map(day => daysAgo(day, '2026-11-21'))).toEqual(days.map(() => texts.list.unknownDay))
  expect(dayInWords('2026-11-20')).toContain('2026')
})
