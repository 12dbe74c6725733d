import type { Reason } from '#src/content/figure.ts'
import { bySeries, quarterTotals, yearTotals } from '#src/stats/aggregate.ts'
import {
  type Atom,
  type Cell,
  disclosureThreshold,
  isInside,
  publishableCorrections,
  release,
} from '#src/stats/disclosure.ts'
import { lastDayOf } from '#src/stats/format.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Equation, knownRange } from './linear-attack.ts'

const reasons = [
  'pmi-nonprosedural',
  'dokumen-tidak-lengkap',
  'duplikasi',
] as const satisfies readonly Reason[]
const cell = (month: string, reason: Reason, count: number, series = 'cilacap'): Cell => ({
  series,
  period: { start: `${month}-01`, end: lastDayOf(month) },
  reason,
  count,
})
const inWords = (atoms: readonly Atom[]) =>
  atoms.map(({ period, reasons: group, count }) => [
    period.start.slice(0, 7),
    period.end.slice(0, 7),
    group.join('+'),
    count,
  ])

describe('release of office figures', () => {
  it('shows a month and a reason that both reach the threshold', () => {
    const cells = [
      cell('2026-01', 'pmi-nonprosedural', 46),
      cell('2026-01', 'duplikasi', 12),
      cell('2026-01', 'dokumen-tidak-lengkap', 11),
    ]
    expect(inWords(release(cells, [], reasons).atoms)).toEqual([
      ['2026-01', '2026-01', 'pmi-nonprosedural', 46],
      ['2026-01', '2026-01', 'duplikasi', 12],
      ['2026-01', '2026-01', 'dokumen-tidak-lengkap', 11],
    ])
  })

  it('holds a month below the threshold and joins it with the next', () => {
    const january = [cell('2026-01', 'pmi-nonprosedural', 9)]
    expect(release(january, [], reasons)).toMatchObject({
      atoms: [],
      held: [{ period: { start: '2026-01-01', end: '2026-01-31' } }],
    })
    const both = release([...january, cell('2026-02', 'pmi-nonprosedural', 1)], [], reasons)
    expect(inWords(both.atoms)).toEqual([['2026-01', '2026-02', reasons.join('+'), 10]])
    expect(both.held).toEqual([])
  })

  it('joins a small reason with the smallest other one, so that the rest of the total does not show it', () => {
    const cells = [
      cell('2026-01', 'pmi-nonprosedural', 40),
      cell('2026-01', 'duplikasi', 15),
      cell('2026-01', 'dokumen-tidak-lengkap', 3),
    ]
    expect(inWords(release(cells, [], reasons).atoms)).toEqual([
      ['2026-01', '2026-01', 'pmi-nonprosedural', 40],
      ['2026-01', '2026-01', 'duplikasi+dokumen-tidak-lengkap', 18],
    ])
  })

  it('gives no reasons when all but one are below the threshold together', () => {
    const cells = [cell('2026-01', 'pmi-nonprosedural', 40), cell('2026-01', 'duplikasi', 3)]
    expect(inWords(release(cells, [], reasons).atoms)).toEqual([
      ['2026-01', '2026-01', 'pmi-nonprosedural+duplikasi+dokumen-tidak-lengkap', 43],
    ])
  })

  it('joins nothing across a month that was not entered', () => {
    const cells = [cell('2026-01', 'pmi-nonprosedural', 6), cell('2026-03', 'pmi-nonprosedural', 6)]
    expect(release(cells, [], reasons)).toMatchObject({
      atoms: [],
      held: [{ period: { start: '2026-01-01' } }, { period: { start: '2026-03-01' } }],
    })
  })

  it('keeps a released number when the office changes a month of it, and offers only a large change as a revision', () => {
    const { atoms } = release([cell('2026-01', 'pmi-nonprosedural', 40)], [], reasons)
    const slightly = [cell('2026-01', 'pmi-nonprosedural', 42)]
    expect(release(slightly, atoms, reasons).atoms).toEqual(atoms)
    expect(publishableCorrections(slightly, atoms)).toEqual([])
    expect(publishableCorrections([cell('2026-01', 'pmi-nonprosedural', 52)], atoms)).toMatchObject([
      { count: 52 },
    ])
  })

  it('refuses a month that is entered twice and a count that is not whole', () => {
    const twice = [cell('2026-01', 'duplikasi', 4), cell('2026-01', 'duplikasi', 5)]
    expect(() => release(twice, [], reasons)).toThrow('overlaps another entry')
    expect(() => release([cell('2026-01', 'duplikasi', -1)], [], reasons)).toThrow('whole count')
  })
})

const offices = ['blitar', 'kediri'] as const
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'] as const
const keys = offices.flatMap(office =>
  months.flatMap(month => reasons.map(reason => ({ office, month, reason }))),
)
const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 30 })), {
  minLength: keys.length,
  maxLength: keys.length,
})
const grouping = { groupOf: () => 'jawa-timur', seriesIn: () => offices }

/** Everything that goes out when the months are entered one after the other, as sums of cells. */
function publishMonthByMonth(values: readonly number[]) {
  const cells = keys.map((key, index) => cell(key.month, key.reason, values[index] ?? 0, key.office))
  const equations: Equation[] = []
  const add = (isIn: (cell: Cell) => boolean, sum: number) =>
    equations.push({ cells: cells.flatMap((entry, index) => (isIn(entry) ? [index] : [])), sum })
  let atoms: readonly Atom[] = []
  const steps = months.map(month => {
    const before = atoms
    atoms = release(
      cells.filter(entry => entry.period.start <= `${month}-01`),
      before,
      reasons,
    ).atoms
    const totals = [bySeries, grouping].flatMap(by =>
      [...yearTotals(atoms, by), ...quarterTotals(atoms, by)].map(total => ({ by, total })),
    )
    for (const { by, total } of totals) {
      const inside = atoms.filter(
        atom =>
          by.groupOf(atom.series) === total.group &&
          atom.period.start >= total.period.start &&
          atom.period.end <= total.period.end,
      )
      add(entry => inside.some(atom => isInside(entry, atom)), total.count)
    }
    return { before, after: atoms }
  })
  for (const atom of atoms) add(entry => isInside(entry, atom), atom.count)
  return { cells, atoms, steps, equations: dedupe(equations) }
}

const dedupe = (equations: readonly Equation[]) => [
  ...new Map(equations.map(e => [e.cells.join(), e])).values(),
]

/** The widths of what is known of every hidden cell and of every hidden month of an office. */
function hiddenWidths(cells: readonly Cell[], equations: readonly Equation[]): number[] {
  const shown = new Set(equations.map(equation => equation.cells.join()))
  const months = offices.flatMap(office =>
    [...new Set(cells.map(entry => entry.period.start))].map(month =>
      cells.flatMap((entry, index) =>
        entry.series === office && entry.period.start === month ? [index] : [],
      ),
    ),
  )
  const singles = cells.map((_, index) => [index])
  const isShown = (target: readonly number[]) => shown.has(target.join()) || isSumOfShown(target, equations)
  return [...singles, ...months]
    .filter(target => !isShown(target))
    .map(target => {
      const [low, high] = knownRange(equations, cells.length, target)
      return high - low
    })
}

/** A month whose reasons were all released apart is not hidden: its total is their sum. */
const isSumOfShown = (target: readonly number[], equations: readonly Equation[]) =>
  equations
    .filter(e => e.cells.every(index => target.includes(index)))
    .reduce((n, e) => n + e.cells.length, 0) >= target.length

const runs = process.env.SLOW === '1' ? 2000 : 60

describe('what an attacker can work out', () => {
  it('never narrows a hidden cell or month to less than the threshold, over all releases together', () => {
    fc.assert(
      fc.property(counts, values => {
        const { cells, equations } = publishMonthByMonth(values)
        for (const width of hiddenWidths(cells, equations))
          expect(width).toBeGreaterThanOrEqual(disclosureThreshold - 1e-6)
      }),
      { numRuns: runs },
    )
  }, 60_000)

  it('is broken for a publication that only blanks the small cells, so the attack can succeed', () => {
    const cells = [
      cell('2026-01', 'pmi-nonprosedural', 40),
      cell('2026-01', 'duplikasi', 15),
      cell('2026-01', 'dokumen-tidak-lengkap', 3),
    ]
    const naive: Equation[] = [
      { cells: [0], sum: 40 },
      { cells: [1], sum: 15 },
      { cells: [0, 1, 2], sum: 58 },
    ]
    const [low, high] = knownRange(naive, cells.length, [2])
    expect([Math.round(low), Math.round(high)]).toEqual([3, 3])
  })
})

describe('every release', () => {
  it('shows no number below the threshold', () => {
    fc.assert(
      fc.property(counts, values => {
        const { atoms } = publishMonthByMonth(values)
        expect(atoms.every(atom => atom.count >= disclosureThreshold)).toBe(true)
      }),
    )
  })

  it('keeps what was released before, number for number', () => {
    fc.assert(
      fc.property(counts, values => {
        for (const { before, after } of publishMonthByMonth(values).steps)
          expect(after.slice(0, before.length)).toEqual(before)
      }),
    )
  })

  it('holds each cell at most once', () => {
    fc.assert(
      fc.property(counts, values => {
        const { cells, atoms } = publishMonthByMonth(values)
        for (const entry of cells)
          expect(atoms.filter(atom => isInside(entry, atom)).length).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('adds up to what was entered in the months that it covers', () => {
    fc.assert(
      fc.property(counts, values => {
        const { cells, atoms } = publishMonthByMonth(values)
        const covered = cells.filter(entry => atoms.some(atom => isInside(entry, atom)))
        const total = (list: readonly { count: number }[]) => list.reduce((sum, item) => sum + item.count, 0)
        expect(total(atoms)).toBe(total(covered))
      }),
    )
  })
})
