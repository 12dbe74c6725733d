import { describe, expect, test } from 'vitest'
import type { Figure } from '#src/content/figure.ts'
import { chartsAcross, chartsOverTime } from '#site/components/data/chart-sets.ts'
import { measureGroups } from '#site/components/data/groups.ts'

/** A figure of one office and year, with what a test needs changed. */
function figure(id: string, year: string, count: number, change: Partial<Figure> = {}): Figure {
  return {
    id,
    subject: { kind: 'kanim', name: 'Contoh', office: 'contoh', provinceCode: '35' },
    measure: 'ditolak',
    reasonScope: 'semua',
    period: { start: `${year}-01-01`, end: `${year}-12-31` },
    count,
    approximate: false,
    subsetOf: null,
    contradicts: [],
    reasons: [],
    reasonAsPublished: null,
    provenance: 'pers',
    received: null,
    sources: [{ title: 'Koran', url: null, published: null, checked: null, note: null }],
    note: null,
    revisions: [],
    ...change,
  }
}

const years = [figure('a', '2021', 10), figure('b', '2022', 20), figure('c', '2023', 30)]
const ids = (figures: readonly Figure[]) => figures.map(({ id }) => id)
const at = (name: string): Partial<Figure> => ({
  subject: { kind: 'kanim', name, office: name.toLowerCase(), provinceCode: '35' },
})

describe('charts over time', () => {
  test('are drawn from three years of one kind and one scope', () => {
    expect(chartsOverTime(years).map(set => ids(set.figures))).toEqual([['a', 'b', 'c']])
  })

  test('are not drawn from two years and a rival count of one of them', () => {
    const rival = figure('b2', '2022', 5, { contradicts: ['b'] })
    expect(chartsOverTime([...years.slice(0, 2), rival])).toEqual([])
  })

  test('keep both of two contradicting figures', () => {
    const rival = figure('b2', '2022', 5, { contradicts: ['b'] })
    expect(chartsOverTime([...years, rival])[0]?.figures).toHaveLength(4)
  })

  test('take the longest of several running totals of one year', () => {
    const earlier = figure('c-sd-08', '2023', 12, { period: { start: '2023-01-01', end: '2023-08-31' } })
    expect(chartsOverTime([...years, earlier]).map(set => ids(set.figures))).toEqual([['a', 'b', 'c']])
  })

  test('never put two scopes into one picture', () => {
    const other = figure('c', '2023', 30, { reasonScope: 'pmi-nonprosedural' })
    expect(chartsOverTime([...years.slice(0, 2), other])).toEqual([])
  })
})

describe('charts across places', () => {
  const places = ['Satu', 'Dua', 'Tiga'].map((name, index) => figure(name, '2023', index + 1, at(name)))

  test('show the largest first', () => {
    expect(chartsAcross(places).map(set => ids(set.figures))).toEqual([['Tiga', 'Dua', 'Satu']])
  })

  test('leave out provinces, the nation and mixed counts', () => {
    const nation = figure('n', '2023', 99, {
      subject: { kind: 'nasional', name: 'N', office: null, provinceCode: null },
    })
    const mixed = figure('m', '2023', 99, { ...at('Empat'), measure: 'gabungan' })
    expect(chartsAcross([...places.slice(0, 2), nation, mixed])).toEqual([])
  })
})

describe('the rows of a table', () => {
  test('put a part right under its whole', () => {
    const part = figure('part', '2023', 3, { ...at('Zulu'), subsetOf: 'c' })
    const [group] = measureGroups([part, ...years], [part, ...years])
    const rows = group?.clusters.flatMap(cluster => cluster.rows) ?? []
    expect(rows.map(row => [row.figure.id, row.depth])).toEqual([
      ['a', 0],
      ['b', 0],
      ['c', 0],
      ['part', 1],
    ])
  })

  test('name the whole of a part that stands on another page', () => {
    const part = figure('part', '2023', 3, { subsetOf: 'a' })
    const [group] = measureGroups([part], [part, ...years])
    expect(group?.clusters[0]?.rows[0]?.whole?.id).toBe('a')
  })

  test('lose no figure when parts name each other in a circle', () => {
    const circle = [figure('x', '2023', 1, { subsetOf: 'y' }), figure('y', '2023', 1, { subsetOf: 'x' })]
    const rows = measureGroups(circle, circle).flatMap(group =>
      group.clusters.flatMap(cluster => cluster.rows),
    )
    expect(ids(rows.map(row => row.figure)).sort()).toEqual(['x', 'y'])
  })

  test('show what an office entered and what the press published alike', () => {
    const office = figure('k', '2023', 12, { provenance: 'kantor' })
    expect(measureGroups([office, ...years], [office, ...years])[0]?.count).toBe(4)
  })
})
