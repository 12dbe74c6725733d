import type { Atom } from '#src/stats/disclosure.ts'
import { byOffice, quarterTotals, yearTotals } from '#src/stats/aggregate.ts'
import { contiguousRuns, nextMonth, quarterOf } from '#src/stats/months.ts'
import { releasedFigures } from '#src/stats/released-figures.ts'
import { figureSchema, type Reason } from '#src/content/figure.ts'
import { describe, expect, it } from 'vitest'

const reasons = ['pmi-nonprosedural', 'duplikasi', 'teknis'] as const satisfies readonly Reason[]
const atom = (
  first: string,
  last: string,
  count: number,
  office = 'blitar',
  group: readonly Reason[] = reasons,
): Atom => ({
  office,
  measure: 'ditolak',
  first,
  last,
  reasons: group,
  count,
})

describe('totals of released figures', () => {
  it('make a quarter of its months and say that it is complete', () => {
    const atoms = [atom('2026-01', '2026-02', 14), atom('2026-03', '2026-03', 20)]
    expect(quarterTotals(atoms, byOffice)).toMatchObject([
      { group: 'blitar', count: 34, complete: true, period: { start: '2026-01-01', end: '2026-03-31' } },
    ])
  })

  it('are a lower bound while a month is held', () => {
    expect(yearTotals([atom('2026-01', '2026-01', 14)], byOffice)).toMatchObject([
      { count: 14, complete: false },
    ])
  })

  it('leave a span that crosses the end of a year out of both years', () => {
    expect(yearTotals([atom('2025-12', '2026-01', 14)], byOffice)).toEqual([])
  })

  it('count an office once although its reasons were released apart', () => {
    const parts = [
      atom('2026-01', '2026-12', 30, 'blitar', ['pmi-nonprosedural']),
      atom('2026-01', '2026-12', 12, 'blitar', ['duplikasi', 'teknis']),
    ]
    expect(yearTotals(parts, byOffice)).toMatchObject([{ count: 42, complete: true }])
  })

  it('need every office of a province to be complete', () => {
    const atoms = [atom('2026-01', '2026-12', 30), atom('2026-01', '2026-11', 12, 'kediri')]
    const province = { groupOf: () => '35', officesIn: () => ['blitar', 'kediri'] }
    expect(yearTotals(atoms, province)).toMatchObject([{ group: '35', count: 42, complete: false }])
  })
})

describe('months', () => {
  it('follow one another across the year', () => {
    expect([nextMonth('2025-11'), nextMonth('2025-12')]).toEqual(['2025-12', '2026-01'])
  })

  it('fall into runs without a gap', () => {
    expect(contiguousRuns(['2026-02', '2025-12', '2026-01', '2026-04', '2026-04'])).toEqual([
      ['2025-12', '2026-01', '2026-02'],
      ['2026-04'],
    ])
  })

  it('belong to calendar quarters', () => {
    expect(['2026-01', '2026-03', '2026-04', '2026-12'].map(quarterOf)).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
    ])
  })
})

describe('released figures in the public shape', () => {
  const office = {
    slug: 'tanjung-balai-karimun',
    name: 'Kantor Imigrasi Tanjung Balai Karimun',
    provinceCode: '21',
  }

  it('fit the schema of figures, with the longest names', () => {
    const long = {
      ...atom('2025-12', '2026-01', 22, office.slug, ['pmi-nonprosedural']),
      measure: 'keberangkatan-ditunda' as const,
    }
    const rest = { ...long, reasons: ['duplikasi', 'teknis'] as const, count: 11 }
    const figures = releasedFigures([long, rest], office, reasons)
    expect(figures.map(figure => figureSchema.parse(figure).count)).toEqual([33, 22, 11])
  })

  it('mark the groups of reasons as parts of the whole', () => {
    const parts = [
      atom('2026-01', '2026-02', 30, office.slug, ['pmi-nonprosedural']),
      atom('2026-01', '2026-02', 12, office.slug, ['duplikasi', 'teknis']),
    ]
    const [whole, ...rest] = releasedFigures(parts, office, reasons)
    expect(whole?.id).toBe('tanjung-balai-karimun-2026-01-sd-02-ditolak-kantor')
    expect(rest.map(figure => figure.subsetOf)).toEqual([whole?.id, whole?.id])
    expect(rest.map(figure => figure.reasonScope)).toEqual(['pmi-nonprosedural', 'semua'])
  })
})
