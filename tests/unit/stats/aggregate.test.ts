import { bySeries, quarterTotals, yearTotals } from '#src/stats/aggregate.ts'
import type { Atom } from '#src/stats/disclosure.ts'
import type { Reason } from '#src/content/figure.ts'
import { adjacentRuns, covers, dayAfter } from '#src/stats/periods.ts'
import { lastDayOf } from '#src/stats/format.ts'
import { describe, expect, it } from 'vitest'

const reasons = ['pmi-nonprosedural', 'duplikasi', 'teknis'] as const satisfies readonly Reason[]
const atom = (
  first: string,
  last: string,
  count: number,
  series = 'blitar',
  group: readonly Reason[] = reasons,
): Atom => ({ series, period: { start: `${first}-01`, end: lastDayOf(last) }, reasons: group, count })

describe('totals of released figures', () => {
  it('make a quarter of its months and say that it is complete', () => {
    const atoms = [atom('2026-01', '2026-02', 14), atom('2026-03', '2026-03', 20)]
    expect(quarterTotals(atoms, bySeries)).toMatchObject([
      { group: 'blitar', count: 34, complete: true, period: { start: '2026-01-01', end: '2026-03-31' } },
    ])
  })

  it('are a lower bound while a month is held', () => {
    expect(yearTotals([atom('2026-01', '2026-01', 14)], bySeries)).toMatchObject([
      { count: 14, complete: false },
    ])
  })

  it('leave a span that crosses the end of a year out of both years', () => {
    expect(yearTotals([atom('2025-12', '2026-01', 14)], bySeries)).toEqual([])
  })

  it('count an office once although its reasons were released apart', () => {
    const parts = [
      atom('2026-01', '2026-12', 30, 'blitar', ['pmi-nonprosedural']),
      atom('2026-01', '2026-12', 12, 'blitar', ['duplikasi', 'teknis']),
    ]
    expect(yearTotals(parts, bySeries)).toMatchObject([{ count: 42, complete: true }])
  })

  it('need every office of a province to be complete', () => {
    const atoms = [atom('2026-01', '2026-12', 30), atom('2026-01', '2026-11', 12, 'kediri')]
    const province = { groupOf: () => '35', seriesIn: () => ['blitar', 'kediri'] }
    expect(yearTotals(atoms, province)).toMatchObject([{ group: '35', count: 42, complete: false }])
  })
})

describe('periods', () => {
  const month = (name: string) => ({ start: `${name}-01`, end: lastDayOf(name) })

  it('follow one another across the year', () => {
    expect([dayAfter('2025-12-31'), dayAfter('2028-02-28')]).toEqual(['2026-01-01', '2028-02-29'])
  })

  it('fall into runs without a gap', () => {
    const runs = adjacentRuns(['2026-02', '2025-12', '2026-01', '2026-04', '2026-04'].map(month))
    expect(runs.map(run => run.map(period => period.start.slice(0, 7)))).toEqual([
      ['2025-12', '2026-01', '2026-02'],
      ['2026-04'],
    ])
  })

  it('cover a range only when no day is left out', () => {
    const quarter = { start: '2026-01-01', end: '2026-03-31' }
    expect(covers(quarter, ['2026-01', '2026-02', '2026-03'].map(month))).toBe(true)
    expect(covers(quarter, ['2026-01', '2026-03'].map(month))).toBe(false)
    expect(covers(quarter, [])).toBe(false)
  })
})
