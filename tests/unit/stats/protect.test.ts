import type { Figure } from '#src/content/figure.ts'
import { figureSchema } from '#src/content/figure.ts'
import { parsePublic } from '#src/content/public-api.ts'
import seed from '#src/content/seed/figures.json' with { type: 'json' }
import { disclosureThreshold } from '#src/stats/disclosure.ts'
import { isWithin } from '#src/stats/periods.ts'
import { placeOf } from '#src/stats/place.ts'
import { protectFigures } from '#src/stats/protect.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { month, officeFigure } from './figures.ts'
import { type Equation, knownRange } from './linear-attack.ts'

const pmi: Pick<Figure, 'reasonScope' | 'reasons'> = {
  reasonScope: 'pmi-nonprosedural',
  reasons: ['pmi-nonprosedural'],
}
const province = {
  subject: { kind: 'kanwil', name: 'Jawa Timur', office: null, provinceCode: '35' },
} as const
const kediri = { subject: { kind: 'kanim', name: 'Kediri', office: 'kediri', provinceCode: '35' } } as const
const shown = (figures: readonly Figure[]) =>
  protectFigures(figures).shown.map(figure => [figure.id, figure.count])

describe('figures of the press', () => {
  it('come out as they were published, also the small ones', () => {
    const press = parsePublic('figures', seed)
    expect(protectFigures(press)).toEqual({ shown: press, held: [], fresh: [] })
  })
})

describe('figures that an office entered', () => {
  it('come out as they are from the threshold on', () => {
    const figure = officeFigure({ id: 'januari', count: 10, note: 'catatan' })
    expect(protectFigures([figure])).toMatchObject({ shown: [figure], held: [] })
  })

  it('are held below it and joined with the next months', () => {
    const months = [
      officeFigure({ id: 'jan', count: 4 }),
      officeFigure({ id: 'feb', count: 0, period: month('02') }),
    ]
    expect(protectFigures(months)).toMatchObject({
      shown: [],
      held: [
        { id: 'jan', why: 'small' },
        { id: 'feb', why: 'small' },
      ],
    })
    const joined = protectFigures([
      ...months,
      officeFigure({ id: 'mar', count: 7, period: month('03'), note: 'Maret 7' }),
    ])
    expect(joined.shown).toMatchObject([
      { id: 'jan-sd-2026-03-31', count: 11, period: { start: '2026-01-01', end: '2026-03-31' } },
    ])
    expect(joined.held.map(({ why }) => why)).toEqual(['joined', 'joined', 'joined'])
    expect(JSON.stringify(joined.shown)).not.toContain('Maret 7')
    expect(figureSchema.safeParse(joined.shown[0]).success).toBe(true)
  })

  it('are not joined across a month that was not entered', () => {
    expect(
      shown([
        officeFigure({ id: 'jan', count: 6 }),
        officeFigure({ id: 'mar', count: 6, period: month('03') }),
      ]),
    ).toEqual([])
  })

  it('keep what came out when a later month is added', () => {
    const early = [
      officeFigure({ id: 'jan', count: 6 }),
      officeFigure({ id: 'feb', count: 6, period: month('02') }),
    ]
    const before = shown(early)
    expect(shown([...early, officeFigure({ id: 'mar', count: 3, period: month('03') })])).toEqual(before)
  })

  it('do not stand beside another figure of the same days', () => {
    const quarter = officeFigure({
      id: 'triwulan',
      count: 60,
      period: { start: '2026-01-01', end: '2026-03-31' },
    })
    expect(shown([officeFigure({ id: 'jan', count: 52 }), quarter])).toEqual([['jan', 52]])
  })

  it('are of one office however its name is typed, and of two checkpoints by their names', () => {
    const named = (name: string, kind: 'kanim' | 'tpi') => ({
      subject: { ...officeFigure({ id: 'x', count: 0 }).subject, name, kind },
    })
    const at = (kind: 'kanim' | 'tpi') => [
      officeFigure({ id: 'a', count: 30, ...named('Blitar', kind) }),
      officeFigure({ id: 'b', count: 26, ...named('Kantor Blitar', kind) }),
    ]
    expect(shown(at('kanim'))).toEqual([['a', 30]])
    expect(shown(at('tpi'))).toEqual([
      ['a', 30],
      ['b', 26],
    ])
  })

  it('hold a narrower count when the rest of all reasons would be small', () => {
    const all = officeFigure({ id: 'semua', count: 46 })
    expect(shown([all, officeFigure({ id: 'pmi', count: 40, ...pmi })])).toEqual([['semua', 46]])
    expect(shown([all, officeFigure({ id: 'pmi', count: 36, ...pmi })])).toEqual([
      ['pmi', 36],
      ['semua', 46],
    ])
  })

  it('show a part only while the rest of its whole is large enough', () => {
    const whole = officeFigure({ id: 'utuh', count: 40 })
    const part = (count: number) =>
      officeFigure({ id: 'bagian', count, subsetOf: 'utuh', reasons: ['duplikasi'] })
    expect(shown([whole, part(30)])).toEqual([
      ['bagian', 30],
      ['utuh', 40],
    ])
    expect(shown([whole, part(31)])).toEqual([['utuh', 40]])
    expect(shown([whole, part(9)])).toEqual([['utuh', 40]])
  })

  it('hold a province that would give away the office that is held', () => {
    const offices = [
      officeFigure({ id: 'blitar', count: 30 }),
      officeFigure({ id: 'kediri', count: 4, ...kediri }),
    ]
    expect(shown([...offices, officeFigure({ id: 'jatim', count: 34, ...province })])).toEqual([
      ['blitar', 30],
    ])
    expect(shown([...offices, officeFigure({ id: 'jatim', count: 90, ...province })])).toEqual([
      ['blitar', 30],
      ['jatim', 90],
    ])
  })

  it('hold a mixed count where one of its outcomes is counted apart', () => {
    const mixed = officeFigure({ id: 'gabungan', count: 25, measure: 'gabungan' })
    expect(shown([mixed, officeFigure({ id: 'ditolak', count: 20 })])).toEqual([['ditolak', 20]])
  })

  it('tell the numbers of a large correction only when both were given out', () => {
    const change = (text: string) => ({ date: '2026-02-01', change: text, reason: 'salah hitung' })
    const figure = officeFigure({
      id: 'jan',
      count: 46,
      revisions: [change('jumlah 4 → 44'), change('jumlah 44 → 46'), change('jumlah 20 → 46')],
    })
    expect(protectFigures([figure]).shown[0]?.revisions.map(revision => revision.change)).toEqual([
      'jumlah diperbaiki',
      'jumlah diperbaiki',
      'jumlah diperbaiki',
    ])
    const given = [{ place: placeOf(figure, false), counts: [20] as const }]
    expect(protectFigures([figure], given).shown[0]?.revisions.at(-1)?.change).toBe('jumlah 20 → 46')
  })
})

const offices = ['blitar', 'kediri', 'madiun'] as const
const months = ['01', '02', '03', '04'] as const
const kinds = ['pmi', 'ganda', 'lain'] as const
const cells = offices.flatMap(office =>
  months.flatMap(number => kinds.map(kind => ({ office, number, kind }))),
)
const count = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 40 }))
const world = fc.record({
  values: fc.array(count, { minLength: cells.length, maxLength: cells.length }),
  entered: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
})
type Entry = { figure: Figure; cells: number[] }

/** What offices and the province enter of a random truth; Madiun enters nothing itself. */
function enter({ values, entered }: { values: number[]; entered: boolean[] }): Entry[] {
  const of = (isIn: (cell: (typeof cells)[number]) => boolean) =>
    cells.flatMap((cell, index) => (isIn(cell) ? [index] : []))
  const sum = (list: number[]) => list.reduce((total, index) => total + (values[index] ?? 0), 0)
  const entry = (list: number[], change: Partial<Figure> & { id: string }) => ({
    figure: officeFigure({ count: sum(list), ...change }),
    cells: list,
  })
  const ofOffices = offices.slice(0, 2).flatMap(office =>
    months.flatMap(number => {
      const subject = { kind: 'kanim' as const, name: office, office, provinceCode: '35' }
      const base = { subject, period: month(number) }
      const here = (kind?: string) =>
        of(
          cell =>
            cell.office === office && cell.number === number && (kind === undefined || cell.kind === kind),
        )
      return [
        entry(here(), { ...base, id: `${office}-${number}` }),
        entry(here('pmi'), {
          ...base,
          ...pmi,
          id: `${office}-${number}-pmi`,
          subsetOf: `${office}-${number}`,
        }),
        entry(here('ganda'), {
          ...base,
          id: `${office}-${number}-ganda`,
          subsetOf: `${office}-${number}`,
          reasons: ['duplikasi'],
        }),
      ]
    }),
  )
  const ofProvince = [
    ...months.map(number =>
      entry(
        of(cell => cell.number === number),
        { ...province, id: `jatim-${number}`, period: month(number) },
      ),
    ),
    entry(
      of(cell => cell.number !== '04'),
      { ...province, id: 'jatim-triwulan', period: { start: '2026-01-01', end: '2026-03-31' } },
    ),
    entry(
      of(cell => cell.kind === 'pmi'),
      { ...province, ...pmi, id: 'jatim-pmi', period: { start: '2026-01-01', end: '2026-04-30' } },
    ),
  ]
  return [...ofOffices, ...ofProvince].filter((_, index) => entered[index] !== false)
}

/** A shown figure as a sum of cells: those of the entries that it was made of. */
function equationsOf(entries: readonly Entry[]): Equation[] {
  return protectFigures(entries.map(entry => entry.figure)).shown.map(figure => {
    const parts = entries.filter(({ figure: other }) => isMadeOf(figure, other))
    return { cells: parts.flatMap(part => part.cells), sum: figure.count }
  })
}

const isMadeOf = (figure: Figure, other: Figure) =>
  JSON.stringify([figure.subject, figure.reasonScope, figure.reasons]) ===
    JSON.stringify([other.subject, other.reasonScope, other.reasons]) &&
  isWithin(figure.period, other.period) &&
  (figure.id === other.id || (figure.id.startsWith(other.id.slice(0, 6)) && figure.id.includes('-sd-')))

describe('what an attacker can work out from office figures', () => {
  it('never narrows a figure below the threshold to less than the threshold', () => {
    fc.assert(
      fc.property(world, truth => {
        const entries = enter(truth)
        const equations = equationsOf(entries)
        for (const { figure, cells: target } of entries.filter(
          entry => entry.figure.count < disclosureThreshold,
        )) {
          const [low, high] = knownRange(equations, cells.length, target)
          expect(high - low, figure.id).toBeGreaterThanOrEqual(disclosureThreshold - 1e-6)
        }
      }),
      { numRuns: process.env.SLOW === '1' ? 2000 : 80 },
    )
  }, 60_000)

  it('shows no number below the threshold, and only figures that fit the schema', () => {
    fc.assert(
      fc.property(world, truth => {
        for (const figure of protectFigures(enter(truth).map(entry => entry.figure)).shown) {
          expect(figure.count).toBeGreaterThanOrEqual(disclosureThreshold)
          expect(figureSchema.parse(figure)).toEqual(figure)
        }
      }),
    )
  })
})
