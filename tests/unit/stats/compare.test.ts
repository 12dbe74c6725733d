import { parsePublic } from '#src/content/public-api.ts'
import seed from '#src/content/seed/figures.json' with { type: 'json' }
import { areComparable, areSummable, whyNotSummable } from '#src/stats/compare.ts'
import { contradictionGroups } from '#src/stats/contradictions.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const figures = parsePublic('figures', seed)
const byId = new Map(figures.map(figure => [figure.id, figure]))
const why = (a: string, b: string) => {
  const [one, other] = [byId.get(a), byId.get(b)]
  expect([one, other]).not.toContain(undefined)
  return whyNotSummable(one as NonNullable<typeof one>, other as NonNullable<typeof other>)
}

describe('adding figures', () => {
  it.each([
    ['pati-2018-ditolak-pmi', 'pati-2019-ditolak-pmi', null],
    ['pati-2019-ditolak-pmi', 'karawang-2019-ditolak-pmi', null],
    ['karawang-2019-ditolak-pmi', 'karawang-2019-sd-02-07-ditolak-pmi', 'overlap'],
    ['cilacap-2023-ditolak-pmi', 'jakarta-selatan-2025-sd-09-gabungan-pmi', 'mixed'],
    ['cilacap-2023-ditolak-pmi', 'manado-2019-sd-09-ditunda-pmi', 'measure'],
    ['cilacap-2023-ditolak-pmi', 'malang-2023-sd-12-20-ditolak-semua', 'scope'],
    ['cilacap-2023-ditolak-pmi', 'malang-2023-sd-12-20-ditolak-pmi', 'subset'],
    ['blitar-2023-ditolak-pmi', 'cilacap-2023-ditolak-pmi', 'contradiction'],
    ['denpasar-2025-sd-01-24-ditolak-pmi', 'medan-2025-sd-08-ditolak-pmi', 'approximate'],
    ['nasional-2017-sd-02-17-ditolak-pmi', 'medan-2017-sd-12-19-ditolak-pmi', 'overlap'],
    [
      'tpi-batam-2023-sd-07-24-keberangkatan-ditunda-pmi',
      'tpi-batam-center-2022-04-sd-2022-08-keberangkatan-ditunda-pmi',
      null,
    ],
  ] as const)('%s and %s: %s', (a, b, reason) => {
    expect(why(a, b)).toBe(reason)
  })

  it('does not depend on the order of the two', () => {
    const any = fc.constantFrom(...figures)
    fc.assert(fc.property(any, any, (a, b) => whyNotSummable(a, b) === whyNotSummable(b, a)))
  })

  it('never allows a figure to be added to itself, to its whole, or to what contradicts it', () => {
    const bound = figures.flatMap(figure =>
      [figure.id, figure.subsetOf, ...figure.contradicts].map(id => [figure, byId.get(id ?? '')] as const),
    )
    const allowed = bound.filter(([a, b]) => b !== undefined && whyNotSummable(a, b) === null)
    expect(allowed.map(([figure]) => figure.id)).toEqual([])
  })

  it('allows a list only when each pair may be added', () => {
    const pati = figures.filter(figure => figure.subject.office === 'pati')
    expect(areSummable(pati)).toBe(true)
    expect(areSummable([...pati, ...pati])).toBe(false)
    expect(areSummable([])).toBe(true)
  })
})

describe('comparing figures', () => {
  it('puts whole years of one kind side by side, and not a year beside eight months', () => {
    const [a, b, part] = [
      'pati-2019-ditolak-pmi',
      'karawang-2019-ditolak-pmi',
      'medan-2025-sd-08-ditolak-pmi',
    ].map(id => byId.get(id))
    expect(a && b && areComparable(a, b)).toBe(true)
    expect(a && part && areComparable(a, part)).toBe(false)
  })
})

describe('contradictions', () => {
  it('are grouped so that each disputed figure is in exactly one group', () => {
    const groups = contradictionGroups(figures)
    const disputed = figures.filter(figure => figure.contradicts.length > 0).map(figure => figure.id)
    expect(groups).toHaveLength(3)
    expect(
      groups
        .flat()
        .map(figure => figure.id)
        .sort(),
    ).toEqual(disputed.sort())
  })

  it('join a chain into one group and pass over a figure that is gone', () => {
    const link = (id: string, contradicts: string[]) => ({
      id,
      contradicts,
      period: { start: '2023-01-01', end: '2023-12-31' },
    })
    const groups = contradictionGroups([
      link('a', ['b']),
      link('b', ['a', 'c']),
      link('c', ['b', 'gone']),
      link('d', ['gone']),
    ])
    expect(groups.map(group => group.map(figure => figure.id))).toEqual([['a', 'b', 'c']])
  })
})
