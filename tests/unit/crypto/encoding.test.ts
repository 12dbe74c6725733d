import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newIdentity, recipientOf } from '#src/crypto/age.ts'
import { base64url, equal, fromBase64url, isBase64url } from '#src/crypto/bytes.ts'
import { canonical } from '#src/crypto/canonical.ts'
import { SealingError } from '#src/crypto/errors.ts'
import { isKeyList, keyListHash, type ListedInbox, nextKeyList, verifyKeyList } from '#src/crypto/key-list.ts'
import { decodeManifest } from '#src/crypto/manifest.ts'
import { buckets, pad, unpad } from '#src/crypto/padding.ts'

const inbox = async (id: string): Promise<ListedInbox> => ({
  id,
  kind: 'umum',
  name: { id: 'Kotak', en: 'Inbox' },
  readers: { id: 'dua penelaah', en: 'two handlers' },
  keyVersion: 1,
  recipient: await recipientOf(await newIdentity()),
})

describe('padding', () => {
  test('comes off again and leaves only bucket lengths', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), bytes => {
        const padded = pad(bytes)
        expect(buckets).toContain(padded.length)
        expect(unpad(padded)).toEqual(bytes)
      }),
    )
  })

  test('is refused when it is not zero, not a bucket, or shorter than it says', () => {
    const padded = pad(new Uint8Array(10))
    expect(() => unpad(padded.map((byte, at) => (at === 500 ? 1 : byte)))).toThrow('padding')
    expect(() => unpad(padded.subarray(0, 1000))).toThrow('length')
    expect(() => unpad(padded.map((byte, at) => (at === 1 ? 255 : byte)))).toThrow('length')
  })
})

describe('the canonical encoding', () => {
  test('does not depend on the order of keys', () => {
    expect(canonical({ b: 1, a: [null, 'ä'] })).toBe('{"a":[null,"ä"],"b":1}')
    expect(canonical({ a: [null, 'ä'], b: 1 })).toBe(canonical({ b: 1, a: [null, 'ä'] }))
  })

  test.each([[1.5], [Number.NaN], [2 ** 60]])('refuses %s', value => {
    expect(() => canonical(value)).toThrow(TypeError)
  })

  test('of what nests deeper than any format is refused as damaged', () => {
    const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)
    expect(() => canonical(deep)).toThrow(SealingError)
  })

  test('is the only one that a manifest is read from', () => {
    expect(() => decodeManifest(new TextEncoder().encode('{"v": 1}'))).toThrow('manifest')
  })
})

describe('bytes', () => {
  test('survive base64url, and a second spelling of them is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array(), bytes => {
        expect(fromBase64url(base64url(bytes))).toEqual(bytes)
      }),
    )
    expect(() => fromBase64url('AB')).toThrow()
    expect(() => fromBase64url('AA==')).toThrow()
  })

  test('are said to be decodable exactly where they are', () => {
    const decodes = (text: string) => {
      try {
        return fromBase64url(text).length >= 0
      } catch {
        return false
      }
    }
    const letters = fc.string({ unit: fc.constantFrom(...'AQgw01-_=+'), maxLength: 9 })
    fc.assert(
      fc.property(letters, text => {
        expect(isBase64url(text)).toBe(decodes(text))
      }),
    )
    expect([isBase64url('AAAA', 3), isBase64url('AAAA', 4), isBase64url(null)]).toEqual([true, false, false])
  })

  test('compare by content', () => {
    expect([
      equal(Uint8Array.of(1, 2), Uint8Array.of(1, 2)),
      equal(Uint8Array.of(1), Uint8Array.of(2)),
    ]).toEqual([true, false])
  })
})

describe('the key list', () => {
  test('is accepted under its own hash only, and not without a pin', async () => {
    const list = nextKeyList(null, [await inbox('a')])
    expect(verifyKeyList(list, keyListHash(list))).toBe(list)
    expect(() => verifyKeyList(list, '0'.repeat(64))).toThrow('pinned')
    expect(() => verifyKeyList(list, null)).toThrow('pinned')
  })

  test('with a field of its own, wherever it stands, is none', async () => {
    const list = nextKeyList(null, [await inbox('a')])
    const [first] = list.inboxes as [ListedInbox]
    const x = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)
    const signed = { key: 'k', signature: 's' }
    const entries = [
      { ...first, x },
      { ...first, name: { ...first.name, x } },
      { ...first, readers: { ...first.readers, x: 1.5 } },
      { ...first, signatures: [{ ...signed, x }] },
    ]
    const lists = [
      ...entries.map(entry => ({ ...list, inboxes: [entry] })),
      { ...list, x },
      { ...list, signatures: [{ ...signed, x }] },
    ]
    expect(isKeyList({ ...list, inboxes: [{ ...first, signatures: [signed] }], signatures: [signed] })).toBe(
      true,
    )
    expect(lists.filter(isKeyList)).toEqual([])
  })

  test('changes its hash with every change but a signature', async () => {
    const list = nextKeyList(null, [await inbox('a')])
    const [first] = list.inboxes as [ListedInbox]
    const readers = { ...first.readers, id: 'orang lain' }
    const changed = [
      { ...list, serial: 2 },
      { ...list, prev: '0'.repeat(64) },
      { ...list, inboxes: [] },
      { ...list, inboxes: [{ ...first, readers }] },
      { ...list, inboxes: [{ ...first, keyVersion: 2 }] },
    ]
    expect(changed.filter(other => keyListHash(other) === keyListHash(list))).toEqual([])
    expect(keyListHash({ ...list, signatures: [{ key: 'k', signature: 's' }] })).toBe(keyListHash(list))
  })

  test('follows the one before by serial and hash', async () => {
    const first = nextKeyList(null, [await inbox('b'), await inbox('a')])
    const second = nextKeyList(first, first.inboxes)
    expect(first.inboxes.map(item => item.id)).toEqual(['a', 'b'])
    expect([second.serial, second.prev]).toEqual([2, keyListHash(first)])
  })

  test('refuses a classic recipient and two inboxes of one id', async () => {
    const item = await inbox('a')
    const list = nextKeyList(null, [item])
    expect(isKeyList({ ...list, inboxes: [{ ...item, recipient: 'age1qqqq' }] })).toBe(false)
    expect(isKeyList({ ...list, inboxes: [item, item] })).toBe(false)
  })
})
