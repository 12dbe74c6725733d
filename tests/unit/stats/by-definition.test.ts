import type { Figure } from '#src/content/figure.ts'
import { placeKey } from '#src/stats/place.ts'
import { protectFigures } from '#src/stats/protect.ts'
import type { ReleasedNumber } from '#src/stats/standing.ts'
import { protectByDefinition } from '#tests/helpers/protect-by-definition.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { officeFigure } from './figures.ts'

const office = (kind: 'kanim' | 'tpi', name: string, provinceCode: string) => ({
  kind,
  name,
  office: name,
  provinceCode,
})
/** Also what cannot be: an office that was entered in two provinces. */
const subjects: Figure['subject'][] = [
  office('kanim', 'blitar', '35'),
  office('kanim', 'blitar', '33'),
  office('kanim', 'kediri', '35'),
  office('kanim', 'cilacap', '33'),
  office('tpi', 'juanda', '35'),
  { kind: 'kanwil', name: 'Jawa Timur', office: null, provinceCode: '35' },
  { kind: 'kanwil', name: 'Jawa Tengah', office: null, provinceCode: '33' },
  { kind: 'kanwil', name: 'Tanpa kode', office: null, provinceCode: null },
  { kind: 'nasional', name: 'Indonesia', office: null, provinceCode: null },
]
const periods = [
  ...['01', '02', '03', '04'].map(month => ({ start: `2026-${month}-01`, end: `2026-${month}-28` })),
  { start: '2026-01-01', end: '2026-01-31' },
  { start: '2026-02-01', end: '2026-03-28' },
  { start: '2026-01-29', end: '2026-01-31' },
  { start: '2026-01-15', end: '2026-02-14' },
  { start: '2026-01-01', end: '2026-12-31' },
  { start: '2025-07-01', end: '2026-06-30' },
]
const slots = 24
const figure = fc.record({
  subject: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...subjects) },
    { weight: 1, arbitrary: fc.constant(subjects[0] as Figure['subject']) },
  ),
  measure: fc.constantFrom('ditolak' as const, 'ditolak' as const, 'ditunda' as const, 'gabungan' as const),
  reasonScope: fc.constantFrom('semua' as const, 'semua' as const, 'pmi-nonprosedural' as const),
  reasons: fc.constantFrom<Figure['reasons']>(
    ['duplikasi'],
    ['teknis'],
    ['tidak-dirinci'],
    ['duplikasi', 'teknis'],
    [],
  ),
  period: fc.constantFrom(...periods),
  subsetOf: fc.option(fc.nat({ max: slots - 1 }), { freq: 2 }),
  provenance: fc.constantFrom('kantor' as const, 'kantor' as const, 'kantor' as const, 'pers' as const),
  received: fc.option(fc.nat({ max: 500 })),
})
const count = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 200 }))
/** In each step some figures are published, some with another count than before. */
const step = fc.array(fc.record({ isIn: fc.boolean(), count, changes: fc.boolean() }), {
  minLength: slots,
  maxLength: slots,
})
const story = fc.record({
  figures: fc.array(figure, { minLength: slots, maxLength: slots }),
  // One part for each whole is common, and shares its subject and period.
  follows: fc.array(fc.boolean(), { minLength: slots, maxLength: slots }),
  steps: fc.array(step, { minLength: 4, maxLength: 4 }),
})
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never

/** The tables of a story, one for each step. */
function tablesOf({ figures, follows, steps }: Story): Figure[][] {
  const id = (index: number) => `angka-${String(index).padStart(2, '0')}`
  const counts: number[] = []
  return steps.map(entries =>
    entries.flatMap(({ changes, count: next, isIn }, index) => {
      const one = figures[index]
      const whole = one?.subsetOf == null ? undefined : figures[one.subsetOf]
      if (changes || counts[index] === undefined) counts[index] = next
      if (!isIn || one === undefined) return []
      const like = follows[index] && whole
      const { measure, period, reasonScope, subject } = like ? whole : one
      return [
        officeFigure({
          ...one,
          ...{ measure, period, reasonScope, subject },
          id: id(index),
          subsetOf: one.subsetOf === null ? null : id(one.subsetOf),
          contradicts: one.subsetOf === null ? [] : [id((index + 1) % slots)],
          count: counts[index] ?? 0,
          revisions: [{ date: '2026-05-01', change: 'jumlah 12 → 40', reason: 'salah hitung' }],
        }),
      ]
    }),
  )
}

it('protects any table, over releases with additions, take-downs and corrections, as the rule reads', () => {
  fc.assert(
    fc.property(story, told => {
      const numbers = new Map<string, ReleasedNumber>()
      for (const table of tablesOf(told)) {
        const released = [...numbers.values()]
        const result = protectFigures(table, released)
        expect(result).toEqual(protectByDefinition(table, released))
        for (const { count: given, place } of result.fresh) {
          const before = numbers.get(placeKey(place))
          numbers.set(placeKey(place), { place, counts: before ? [...before.counts, given] : [given] })
        }
      }
    }),
    { numRuns: process.env.SLOW === '1' ? 20_000 : 300 },
  )
}, 600_000)
