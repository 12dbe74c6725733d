import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOneSlip, planSearch, type SearchWords } from '#site/search/query.ts'

const answer = (url: string, when: string[], alone: string[] = [], countries?: string[]) => ({
  url,
  title: url,
  text: '',
  when,
  alone,
  ...(countries && { countries }),
})
const words: SearchWords = {
  same: [
    { all: ['kamboja', 'kambodja', 'phnom penh'], used: ['kamboja'] },
    { all: ['kemenp2mi', 'kp2mi', 'bp2mi'], used: ['kp2mi', 'bp2mi'] },
    { all: ['pmi', 'tkw'], used: ['pmi'] },
    { all: ['nomor', 'nomer'], used: ['nomor'] },
  ],
  answers: [
    answer('/bantuan/kamboja/', [], [], ['kamboja']),
    answer('/lowongan/', ['kamboja', 'lowongan kamboja']),
    answer('/bantuan/', ['nomor kemenp2mi'], ['kemenp2mi']),
    answer('/kantor/tanjungpinang/', []),
    answer('/provinsi/', []),
  ],
  places: [
    { name: 'tanjungpinang', offices: [3], province: 4 },
    { name: 'maluku', offices: [], province: 4 },
  ],
  helpWords: ['nomor', 'kbri', 'bp3mi'],
  dangers: ['disekap'],
  provinceWords: ['bp3mi'],
  fillers: ['di', 'yang', 'apa'],
  known: 'imigrasi cilacap kamboja lowongan sekarang paspor malu maluku tanjung pinang nomor kp2mi apa yang',
}
const plan = (typed: string) => planSearch(typed, words)
const first = (typed: string) => plan(typed).answers[0]?.url

describe('one slip of the keyboard', () => {
  test.each([
    ['cilacep', 'cilacap', true],
    ['cilcap', 'cilacap', true],
    ['cilaccap', 'cilacap', true],
    ['cialcap', 'cilacap', true],
    ['cilacap', 'cilacap', false],
    ['celacep', 'cilacap', false],
    ['cilacapku', 'cilacap', false],
  ])('%s for %s: %s', (a, b, isSlip) => {
    expect(isOneSlip(a, b)).toBe(isSlip)
  })

  test('is one whichever word comes first', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
    fc.assert(fc.property(word, word, (a, b) => isOneSlip(a, b) === isOneSlip(b, a)))
  })
})

describe('what is searched for', () => {
  test('is asked in the words of the pages, whatever the spelling, capitals and signs', () => {
    expect(plan('KAMBODJA!').searches).toEqual(['kamboja'])
    expect(plan('di Phnom  Penh').searches).toEqual(['kamboja'])
    expect(plan('TKW').searches).toEqual(['pmi'])
  })

  test('is asked by each name that pages use for one thing', () => {
    expect(plan('nomer kp2mi').searches).toEqual(['nomor kp2mi', 'nomor bp2mi'])
  })

  test('keeps words that say nothing when there are no others', () => {
    expect(plan('apa yang').searches).toEqual(['apa yang'])
    expect(plan('yang di cilacap').searches).toEqual(['cilacap'])
  })

  test('is corrected where one letter makes a known word, and says so', () => {
    expect(plan('imigrasi cilacep')).toMatchObject({
      corrected: 'imigrasi cilacap',
      searches: ['imigrasi cilacap'],
    })
  })

  test('is not corrected where it is known, short, a number, or the beginning of a known word', () => {
    for (const typed of ['cilacap', 'cilaca', 'hamil', '110110', 'sekarang', 'bawang putih'])
      expect(plan(typed).corrected, typed).toBeNull()
  })

  test('is never corrected to a spelling that only the lists have', () => {
    expect(plan('kambodjja').corrected).toBe('kamboja')
    expect(plan('kambodja').corrected).toBeNull()
  })

  test('is asked without the ending that says whose it is, but whole words keep theirs', () => {
    expect(plan('pasporku').meaning).toBe('paspor')
    expect(plan('Paspornya').meaning).toBe('paspor')
    expect(plan('maluku').meaning).toBe('maluku')
    expect(plan('pasporku').corrected).toBeNull()
  })

  test('is not asked by words that are far from all others, which the engine would guess at', () => {
    expect(plan('asdfghjkl')).toMatchObject({ searches: [], single: [] })
    expect(plan('asdfghjkl cilacap')).toMatchObject({ searches: ['cilacap'], single: [] })
    expect(plan('mengimigrasikan').searches).toEqual(['mengimigrasikan'])
  })

  test('is understood with “di” written apart, but not where “di” stands before a place', () => {
    expect(planSearch('paspor di tahan', { ...words, known: `${words.known} ditahan` }).meaning).toBe(
      'paspor ditahan',
    )
    expect(plan('paspor di cilacap').meaning).toBe('paspor cilacap')
  })

  test('never throws, and asks no more than four questions', () => {
    fc.assert(fc.property(fc.string(), typed => plan(typed).searches.length <= 4))
  })
})

describe('the page that stands first', () => {
  test('is the country, when help or nothing else is asked', () => {
    expect(first('kambodja')).toBe('/bantuan/kamboja/')
    expect(first('nomer kbri phnom penh')).toBe('/bantuan/kamboja/')
  })

  test('is the page that more of the words name', () => {
    expect(first('lowongan kamboja')).toBe('/lowongan/')
    expect(plan('lowongan kamboja').answers).toHaveLength(2)
    expect(first('nomer bp2mi di jakarta')).toBe('/bantuan/')
  })

  test('is the country for people in danger, whatever else they write', () => {
    expect(first('saudara disekap lowongan di kamboja')).toBe('/bantuan/kamboja/')
  })

  test('is the office of a place, however it is written, or its province where that is asked for', () => {
    for (const typed of ['tanjung pinang', 'tanjungpinang', 'kota tanjung pinang', 'Kab. Tanjung Pinang'])
      expect(first(typed), typed).toBe('/kantor/tanjungpinang/')
    expect(first('bp3mi tanjung pinang')).toBe('/provinsi/')
    expect(first('maluku')).toBe('/provinsi/')
    expect(plan('pulau tanjung pinang').answers).toEqual([])
  })

  test('is not a page whose words stand there beside others', () => {
    expect(first('bp2mi')).toBe('/bantuan/')
    expect(first('alamat bp2mi')).toBeUndefined()
  })
})
