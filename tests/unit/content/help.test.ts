import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countries, countryOf, mostAsked } from '#src/content/countries.ts'
import {
  contradict,
  countryHelp,
  datedOn,
  helpAnywhere,
  homeEmergencies,
  misfitsOf,
  shownLines,
  standingOf,
} from '#src/content/help.ts'
import { parsePublic } from '#src/content/public-api.ts'
import { type HelpLine, helpGrades, helpLineSchema } from '#src/content/settings.ts'

const seed = parsePublic('help-lines', JSON.parse(readFileSync('src/content/seed/help-lines.json', 'utf8')))
const today = '2026-11-28'

type Parts = Partial<Omit<HelpLine, 'source'>> & { published?: string | null }
function line({ published = null, ...parts }: Parts = {}): HelpLine {
  return helpLineSchema.parse({
    id: 'uji',
    name: { id: 'Uji', en: 'Test' },
    purpose: { id: 'Untuk uji', en: 'For tests' },
    where: 'luar-negeri',
    tel: '999',
    telShown: null,
    whatsapp: null,
    url: null,
    hours: null,
    identity: 'belum-diketahui',
    kind: 'darurat',
    country: 'kh',
    grade: 'B',
    source: { title: 'Sumber', url: null, published, checked: null, note: null },
    checkedBy: null,
    checked: null,
    ...parts,
  })
}

describe('the standing of a number', () => {
  it.each([
    ['B', '2025-12-08', 'baru'],
    ['A', '2024-11-28', 'baru'],
    ['A', '2026-11-28', 'baru'],
    ['A', '2026-11-29', 'lama'],
    ['B', '2206-01-01', 'lama'],
    ['B', '2024-11-27', 'lama'],
    ['A', '2018-12-19', 'lama'],
    ['A', null, 'tanpa-tanggal'],
    ['B', null, 'tanpa-tanggal'],
    ['C', '2026-11-01', 'belum-diperiksa'],
    ['C', '2016-07-05', 'belum-diperiksa'],
    ['C', null, null],
    [null, '2025-04-10', 'baru'],
    [null, null, 'tanpa-tanggal'],
  ] as const)('of grade %s, dated %s, is %s', (grade, published, standing) => {
    expect(standingOf(line({ grade, published }), today)).toBe(standing)
  })

  it('counts a month from its first day, and says no more than the month', () => {
    const month = line({ month: '2024-11' })
    expect([standingOf(month, '2026-11-01'), standingOf(month, '2026-11-02'), datedOn(month)]).toEqual([
      'baru',
      'lama',
      '2024-11',
    ])
  })

  it('says of a line without any way to reach it that none is known', () => {
    expect(standingOf(line({ tel: null, body: 'polisi' }), today)).toBe('tanpa-nomor')
  })

  it('is new when a named person has checked it, of whatever grade, and only then', () => {
    const old = { grade: 'C', published: '2016-07-05', checked: '2026-11-01' } as const
    expect(standingOf(line({ ...old, checkedBy: 'KBRI' }), today)).toBe('baru')
    expect(standingOf(line(old), today)).toBe('belum-diperiksa')
    expect(datedOn(line({ ...old, checkedBy: 'KBRI' }))).toBe('2026-11-01')
  })
})

const dayArb = fc
  .date({ min: new Date('2010-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map(day => day.toISOString().slice(0, 10))
const lineArb = fc.record({
  id: fc.integer({ min: 0, max: 12 }).map(n => `baris-${n}`),
  grade: fc.constantFrom(...helpGrades, null),
  published: fc.option(dayArb),
  month: fc.option(dayArb.map(day => day.slice(0, 7))),
  tel: fc.constantFrom('999', '+6281290070027', null),
  checkedBy: fc.option(fc.constant('Petugas')),
  checked: fc.option(dayArb),
  body: fc.constantFrom('kbri', 'kjri', 'polisi', 'darurat', 'lsm', null),
  contradicts: fc.uniqueArray(
    fc.integer({ min: 0, max: 12 }).map(n => `baris-${n}`),
    { maxLength: 2 },
  ),
})
const linesArb = fc
  .uniqueArray(lineArb, { selector: ({ id }) => id, maxLength: 12 })
  .map(all => all.map(line))

describe('the lines that are shown', () => {
  it('are all lines but those of grade C without a day or without number and body, each once, whatever the day', () => {
    fc.assert(
      fc.property(linesArb, dayArb, (lines, day) => {
        const shown = shownLines(lines, day).map(item => item.line.id)
        const may = lines.filter(
          item =>
            (item.tel || item.body) &&
            (item.grade !== 'C' || datedOn(item) !== null || (item.checkedBy && item.checked)),
        )
        expect(shown.toSorted()).toEqual(may.map(item => item.id).toSorted())
      }),
    )
  })

  it('never grow newer as days go by', () => {
    const order = ['baru', 'lama']
    fc.assert(
      fc.property(lineArb, dayArb, dayArb, (parts, a, b) => {
        const [before, after] = [a, b].toSorted() as [string, string]
        // A day to come is a slip of whoever wrote it.
        fc.pre((datedOn(line(parts)) ?? '') <= before)
        const [first, second] = [standingOf(line(parts), before), standingOf(line(parts), after)]
        if (first !== second) expect([first, second]).toEqual(order)
      }),
    )
  })

  it('stand best first, but for those that contradict one before them', () => {
    fc.assert(
      fc.property(linesArb, dayArb, (lines, day) => {
        const rank = ['baru', 'lama', 'tanpa-tanggal', 'belum-diperiksa', 'tanpa-nomor']
        const free = shownLines(
          lines.map(item => ({ ...item, contradicts: [] })),
          day,
        ).map(({ standing }) => rank.indexOf(standing))
        expect(free).toEqual(free.toSorted((a, b) => a - b))
      }),
    )
  })

  it('keep what contradicts each other side by side', () => {
    const shown = shownLines(
      [
        line({ id: 'a', published: '2026-01-01' }),
        line({ id: 'b', grade: 'C', published: '2016-01-01', contradicts: ['a'] }),
        line({ id: 'c', published: '2025-12-01' }),
      ],
      today,
    )
    expect(shown.map(item => item.line.id)).toEqual(['a', 'b', 'c'])
  })

  it('do not depend on the order in which they come', () => {
    fc.assert(
      fc.property(linesArb, dayArb, (lines, day) => {
        const ids = (list: readonly HelpLine[]) => shownLines(list, day).map(item => item.line.id)
        expect(ids(lines.toReversed())).toEqual(ids(lines))
      }),
    )
  })
})

describe('where a line is shown', () => {
  it.each([
    [{ where: 'indonesia', country: 'sa' }, false],
    [{ where: 'indonesia', country: null, body: 'kbri' }, false],
    [{ where: 'indonesia', country: null, body: 'polisi' }, true],
    [{ where: 'indonesia', country: null, body: 'bp3mi', areas: ['33'] }, true],
    [{ country: 'sa', areas: ['33'] }, false],
    [{ country: 'sa', body: 'bp3mi' }, false],
    [{ country: 'sa', body: 'kjri' }, true],
    [{ country: null, body: 'kbri' }, false],
    [{ country: null, body: 'polisi' }, false],
    [{ country: null, body: null }, true],
    [{ country: null, body: 'aplikasi' }, true],
    [{ country: null, body: 'aplikasi', tel: null }, true],
    [{ country: null, body: null, tel: null }, false],
    [{ where: 'indonesia', country: null, body: 'bp3mi', tel: null, kind: 'pekerja-migran' }, true],
    [{ where: 'indonesia', country: null, body: 'polisi', tel: null }, false],
  ] as const)('of an entry that says %j: somewhere is %s', (parts, isShown) => {
    const item = line({ ...parts, areas: 'areas' in parts ? [...parts.areas] : [], published: '2026-01-01' })
    expect(misfitsOf(item)).toHaveLength(isShown ? 0 : 1)
    expect(shownLines([item], today)).toHaveLength(isShown ? 1 : 0)
  })

  it('puts what can be called before what can only be read', () => {
    const help = countryHelp(
      [
        line({ id: 'situs', body: 'kbri', tel: null, url: 'https://example.com', published: '2026-02-01' }),
        line({ id: 'nomor', body: 'kjri', published: '2026-01-01' }),
      ],
      'kh',
      today,
    )
    expect(help.missions.map(({ line: { id } }) => id)).toEqual(['nomor', 'situs'])
    expect(help.isSure).toBe(true)
  })

  it('knows no sure number of a mission that is old, undated, not checked or a site', () => {
    const isSure = (parts: Parts) => countryHelp([line({ body: 'kbri', ...parts })], 'kh', today).isSure
    expect(isSure({ published: '2024-11-27' })).toBe(false)
    expect(isSure({})).toBe(false)
    expect(isSure({ grade: 'C', published: '2026-11-01' })).toBe(false)
    expect(isSure({ tel: null, url: 'https://example.com', published: '2026-11-01' })).toBe(false)
    expect(isSure({ published: '2026-11-01' })).toBe(true)
  })

  it('in Timor-Leste names the embassy before an office without a day', () => {
    const ids = countryHelp(seed, 'tl', today).missions.map(({ line: { id } }) => id)
    expect(ids).toEqual(['kbri-dili', 'kbri-oecusse'])
  })
})

describe('the starting content', () => {
  const abroad = seed.filter(item => item.country !== null)

  it('knows the country of each line, and has lines for every country with a page', () => {
    expect(abroad.filter(item => countryOf(item.country) === null)).toEqual([])
    expect(countries.filter(({ iso }) => !abroad.some(item => item.country === iso))).toEqual([])
  })

  it('names countries once, with slugs that stay', () => {
    for (const key of ['iso', 'slug', 'id', 'en'] as const)
      expect(new Set(countries.map(country => country[key])).size).toBe(countries.length)
    expect(countries.slice(0, 5).map(({ slug }) => slug)).toEqual([
      'malaysia',
      'taiwan',
      'hong-kong',
      'arab-saudi',
      'singapura',
    ])
    expect(mostAsked).toBeLessThan(countries.length)
  })

  it('says in both directions what contradicts what, within one country', () => {
    const pairs = seed.flatMap(item =>
      item.contradicts.map(id => [item, seed.find(other => other.id === id)] as const),
    )
    expect(pairs.length).toBeGreaterThan(0)
    for (const [item, other] of pairs) {
      expect(other?.contradicts, item.id).toContain(item.id)
      expect(other?.country).toBe(item.country)
    }
  })

  it('offers no number for one purpose as the one to call: floods, posts for an illness, passport counters', () => {
    const special = ['+60175007047', '+60126866079', '+393389234243', '+496924709811', '+66952273995']
    expect(seed.filter(item => special.includes(item.tel ?? ''))).toEqual([])
  })

  it('writes each number as it is dialled', () => {
    const digits = (text: string) => text.replace(/[^\d+]/g, '')
    const wrong = abroad.filter(item => item.tel && item.telShown && digits(item.telShown) !== item.tel)
    expect(wrong.map(item => item.id)).toEqual([])
  })

  it('gives the ministries where nothing is known of a mission', () => {
    const serbia = countryHelp(seed, 'rs', today)
    expect(serbia.hasMission).toBe(false)
    expect(serbia.missions.map(({ standing }) => standing)).toEqual(['tanpa-nomor'])
    const anywhere = helpAnywhere(seed, today).map(item => item.line.id)
    expect(anywhere).toEqual(
      expect.arrayContaining(['kemlu-pelindungan-wni', 'kp2mi-luar-negeri', 'safe-travel', 'migran-aman']),
    )
    expect(anywhere[0]).toBe('kp2mi-luar-negeri')
  })

  it('counts no web page and no unchecked number as the number of a mission', () => {
    const saudi = countryHelp(seed, 'sa', today)
    const rank = (id: string) => saudi.missions.findIndex(({ line: item }) => item.id === id)
    expect(saudi.missions[rank('kbri-riyadh-berita')]).toMatchObject({
      line: { tel: null },
      standing: 'baru',
    })
    expect(rank('kbri-riyadh-berita')).toBeGreaterThan(rank('kbri-riyadh-2'))
    expect([saudi.hasMission, saudi.isSure]).toEqual([false, false])
  })

  it('puts a number of 2025 before those of 2024, and those before what nobody checked', () => {
    const { missions } = countryHelp(seed, 'hk', today)
    expect(missions[0]).toMatchObject({ line: { tel: '+85252422240' }, standing: 'baru', from: '2025-09' })
    const rivals = countryHelp(seed, 'za', today).missions.map(({ line: item }) => item)
    const at = rivals.findIndex(item => item.id === 'kjri-cape-town')
    expect(contradict(rivals[at] as HelpLine, rivals[at + 1] as HelpLine)).toBe(true)
  })
})

describe('the numbers for people in danger in Indonesia', () => {
  const police = { id: 'polisi', where: 'indonesia', country: null, body: 'polisi', tel: '110' } as const
  it.each([
    [{}, true],
    [{ grade: null }, true],
    [{ grade: 'C', month: '2026-01' }, true],
    [{ grade: 'C' }, false],
    [{ tel: null, whatsapp: '628111129129' }, false],
    [{ areas: ['33.01'] }, false],
    [{ kind: 'pengaduan' }, false],
    [{ country: 'my' }, false],
    [{ where: 'luar-negeri', country: 'my' }, false],
  ] as const)('of an entry that says %j: there is one is %s', (parts, isShown) => {
    const item = line({ ...police, ...parts, areas: 'areas' in parts ? [...parts.areas] : [] })
    expect(homeEmergencies([item], today)).toHaveLength(isShown ? 1 : 0)
  })
})

it('no line of the seed says half of a check, or what the form refuses', () => {
  expect(seed.filter(({ checked, checkedBy }) => (checked === null) !== (checkedBy === null))).toEqual([])
  expect(seed.filter(item => misfitsOf(item).length > 0)).toEqual([])
})

it.each(['081234567890', '0282541234', '6281'])('WhatsApp %s is none, in the seed either', whatsapp => {
  expect(() => line({ whatsapp })).toThrow()
})
