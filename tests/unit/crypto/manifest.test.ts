import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { utf8 } from '#src/crypto/bytes.ts'
import { type Canonical, canonical } from '#src/crypto/canonical.ts'
import { SealingError } from '#src/crypto/errors.ts'
import { decodeManifest, isAuthentic, type Manifest } from '#src/crypto/manifest.ts'
import { checkThread } from '#src/crypto/thread.ts'
import vector from '../../fixtures/crypto/v1.json' with { type: 'json' }

const { thread, recipient, macIn, macOut } = vector.keys
const keys = { thread, macIn, macOut }
const part = { id: 'AAAAAAAAAAAA', order: 0, length: 1, type: 'a/b', sha256: '0'.repeat(64) }
const base = {
  v: 1,
  kind: 'pesan',
  inbox: 'kotak',
  thread,
  direction: 'masuk',
  seq: 1,
  prev: '0'.repeat(64),
  parts: [part],
  reply: null,
  mac: 'A'.repeat(43),
}
const report = { ...base, kind: 'laporan', seq: 0, prev: null, mac: null, reply: { ...keys, recipient } }

const read = (manifest: unknown): Manifest | null => {
  try {
    return decodeManifest(utf8(canonical(manifest as Canonical)))
  } catch (error) {
    if (error instanceof SealingError) return null
    throw error
  }
}

describe('a manifest', () => {
  test('is read as it was written', () => {
    expect([read(base), read(report)]).toEqual([base, report])
  })

  const refused: [string, Record<string, unknown>][] = [
    ['a MAC of one letter', { mac: 'A' }],
    ['a MAC of 31 bytes', { mac: 'A'.repeat(42) }],
    ['a MAC in a second spelling', { mac: `${'A'.repeat(42)}B` }],
    ['a thread of 15 bytes', { thread: 'A'.repeat(20) }],
    ['a thread in a second spelling', { thread: `${'A'.repeat(21)}B` }],
    ['a part id of 8 bytes', { parts: [{ ...part, id: 'A'.repeat(11) }] }],
    ['reply keys in a later message', { reply: report.reply }],
  ]
  test.each(refused)('is refused with %s', (_, change) => {
    expect(read({ ...base, ...change })).toBeNull()
  })

  const unusable: [string, Record<string, unknown>][] = [
    ['a short MAC key', { macIn: 'A' }],
    ['a long MAC key', { macOut: 'A'.repeat(44) }],
    ['another thread', { thread: 'A'.repeat(22) }],
    ['no recipient', { recipient: 'age1pq1x' }],
  ]
  test.each(unusable)('of a report whose reply keys hold %s is read without them', (_, change) => {
    expect(read({ ...report, reply: { ...report.reply, ...change } })).toEqual({ ...report, reply: null })
  })

  test('that was accepted makes no check throw', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'AQgw-_'), maxLength: 44 })
    const change = fc.record(
      {
        mac: fc.oneof(letters, fc.constant(base.mac), fc.constant(null)),
        thread: fc.oneof(letters, fc.constant(thread)),
        direction: fc.constantFrom('masuk', 'keluar'),
        kind: fc.constantFrom('pesan', 'tarik', 'jawaban', 'laporan'),
      },
      { requiredKeys: [] },
    )
    const property = fc.property(change, changed => {
      const manifest = read({ ...base, ...changed })
      const direction = manifest?.direction ?? 'masuk'
      const first = { seq: 0, direction: 'masuk' as const, hash: base.prev, manifest: null }
      const links = manifest === null ? [first] : [first, { seq: 1, direction, hash: '', manifest }]
      expect(() => checkThread(links, keys)).not.toThrow()
      expect(manifest !== null && isAuthentic(manifest, macIn)).toBe(false)
    })
    fc.assert(property, { numRuns: 500 })
  })
})
