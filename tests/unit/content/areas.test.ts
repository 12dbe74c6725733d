import {
  areaName,
  namesakesOf,
  officesServing,
  provinces,
  regenciesOf,
  regencies,
} from '#src/content/areas.ts'
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data'
import programmes from '#src/content/seed/programmes.json' with { type: 'json' }
import offices from '#src/content/seed/offices.json' with { type: 'json' }
import { describe, expect, it } from 'vitest'

describe('the area table', () => {
  it('holds the codes of idn-area-data, no more and no fewer', async () => {
    expect(regencies.map(area => area.code)).toEqual((await getRegencies()).map(area => area.code))
    expect(provinces.map(area => area.code)).toEqual((await getProvinces()).map(area => area.code))
  })

  it('names regencies and provinces as people write them', () => {
    expect(areaName('33.01')).toBe('Kabupaten Cilacap')
    expect(areaName('31.74')).toBe('Kota Administrasi Jakarta Selatan')
    expect(areaName('34')).toBe('DI Yogyakarta')
  })

  it('knows no name for a code that does not exist', () => {
    expect(areaName('99.99')).toBeNull()
  })

  it('lists the regencies of one province only', () => {
    expect(regenciesOf('34')).toHaveLength(5)
  })

  it('holds every code that a village programme uses', async () => {
    const [districts, villages] = await Promise.all([getDistricts(), getVillages()])
    const known = new Set([...regencies, ...districts, ...villages].map(area => area.code))
    const used = programmes.items.map(programme => programme.area.code).filter(code => code !== null)
    expect(used.filter(code => !known.has(code))).toEqual([])
  })
})

describe('the office that serves a reader', () => {
  const slugs = (code: string) =>
    officesServing(code, offices.items).serving.map(({ office, partial }) => [office.slug, partial])

  it('is named where a source names the regency', () => {
    expect(slugs('33.03')).toEqual([['cilacap', false]])
  })

  it('is unknown where no source names it, and then the province is offered', () => {
    const found = officesServing('36.01', offices.items)
    expect(found.known).toBe(false)
    expect(found.serving).toEqual([])
    expect(found.province.map(office => office.slug)).toContain('serang')
  })

  it('is given as partial where it serves only some districts', () => {
    expect(slugs('14.03')).toEqual([
      ['bengkalis', true],
      ['dumai', true],
    ])
  })

  it('comes before those that serve a part', () => {
    expect(slugs('11.06')).toEqual([
      ['banda-aceh', false],
      ['sabang', true],
    ])
  })

  it('is given as partial where its source names only the province', () => {
    expect(slugs('34.04')).toEqual([['yogyakarta', true]])
  })
})

describe('offices that bear the name of a regency', () => {
  const office = (name: string, codes: string[] = [], provinceCode = '64') => ({
    slug: name.toLowerCase(),
    name: `Kantor Imigrasi ${name}`,
    provinceCode,
    areas: codes.map(code => ({ code, partial: false })),
  })

  it('are named when no source says what they serve', () => {
    const [bontang, samarinda] = [office('Bontang'), office('Samarinda', ['64.74'])]
    expect(namesakesOf('64.74', [bontang, samarinda])).toEqual([bontang])
  })

  it('are found however the name is parted and whatever kind of area it is', () => {
    const office21 = office('Tanjungpinang', [], '21')
    expect(namesakesOf('21.72', [office21])).toEqual([office21])
    const office16 = office('Lubuklinggau', [], '16')
    expect(namesakesOf('16.73', [office16])).toEqual([office16])
  })

  it('are left out when they serve it, stand in another province, or only begin with its name', () => {
    const others = [office('Bontang', ['64.74']), office('Bontang', [], '63'), office('Bontang Utara')]
    expect(namesakesOf('64.74', others)).toEqual([])
  })
})
