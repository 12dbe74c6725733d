import { describe, expect, test } from 'vitest'
import { type ListSources, restoredList } from '#cms/backup/restored-list.ts'
import { type KeyList, keyListHash, nextKeyList } from '#src/crypto/key-list.ts'

const first = nextKeyList(null, [])
const second = nextKeyList(first, [])
const third = nextKeyList(second, [])
const never = () => Promise.reject(new Error('asked'))
const typed = (list: KeyList) => () => Promise.resolve(keyListHash(list))
const decide = (given: Partial<ListSources>) =>
  restoredList({ standing: null, backedUp: first, others: [], askHash: never, ...given })

describe('the key list after a restore', () => {
  test('is that of a pin that stands, and nobody is asked', async () => {
    expect(await decide({ standing: keyListHash(first) })).toEqual({ pin: keyListHash(first), added: null })
  })

  test('is the later one that a standing pin names, wherever it lay', async () => {
    const decided = await decide({ standing: keyListHash(third), others: [second, third] })
    expect(decided).toEqual({ pin: keyListHash(third), added: third })
  })

  test('needs the hash that members published where no pin stands', async () => {
    expect(await decide({ askHash: typed(first) })).toEqual({ pin: keyListHash(first), added: null })
    expect(await decide({ askHash: typed(second), others: [second] })).toMatchObject({ added: second })
    await expect(decide({})).rejects.toThrow('asked')
  })

  test('reads that hash with capitals, spaces and line breaks', async () => {
    const hash = keyListHash(first)
      .toUpperCase()
      .replace(/(.{8})/g, '$1 ')
    expect(await decide({ askHash: async () => `${hash}\n` })).toMatchObject({ pin: keyListHash(first) })
  })

  test.each([
    ['an older one than the pin that stands', { standing: keyListHash(second) }, /bukan yang disematkan/],
    ['an older one than was published', { askHash: typed(second) }, /bukan yang diumumkan/],
    ['one that nobody published', { askHash: async () => 'b'.repeat(64) }, /bukan yang diumumkan/],
    ['none, because no hash was typed', { askHash: async () => 'belum tahu' }, /64 angka/],
    [
      'a later one than the pin that stands',
      { standing: keyListHash(first), backedUp: second, others: [first] },
      /lebih baru daripada pin/,
    ],
    ['none, while a pin stands', { standing: keyListHash(first), backedUp: null }, /bukan yang disematkan/],
  ] satisfies [string, Partial<ListSources>, RegExp][])('is never %s', async (_, given, words) => {
    const problem = await decide(given).then(() => '', String)
    expect(problem).toMatch(words)
    expect(problem).not.toContain(keyListHash(first))
  })

  test('is none where no inbox ever was', async () => {
    expect(await decide({ backedUp: null })).toEqual({ pin: null, added: null })
  })
})
