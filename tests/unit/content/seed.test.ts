import { datedOn } from '#src/content/help.ts'
import { readFileSync } from 'node:fs'
import { provinces, regencies } from '#src/content/areas.ts'
import { officeCoverage } from '#src/content/coverage.ts'
import { type PublicItem, type PublicName, parsePublic, publicNames } from '#src/content/public-api.ts'
import { isLookAlike } from '#tests/helpers/look-alikes.ts'
import { describe, expect, it } from 'vitest'

const seed = <N extends PublicName>(name: N): PublicItem<N>[] =>
  parsePublic(name, JSON.parse(readFileSync(`src/content/seed/${name}.json`, 'utf8')))

const offices = seed('offices')
const figures = seed('figures')
const programmes = seed('programmes')
const activities = seed('activities')
const banners = seed('banners')
const articles = seed('articles')
const helpLines = seed('help-lines')
const officeSlugs = new Set(offices.map(office => office.slug))
const figuresById = new Map(figures.map(figure => [figure.id, figure]))

describe('starting content', () => {
  it.each(publicNames)('%s fits its schema and holds something', name => {
    expect(seed(name).length).toBeGreaterThan(0)
  })

  it('has every office and every figure that was collected', () => {
    expect(offices).toHaveLength(officeCoverage.known)
    expect(figures).toHaveLength(137)
    expect(officeCoverage.known).toBeLessThan(officeCoverage.total)
  })

  it('has no identifier twice, and is sorted by it', () => {
    const lists = [offices, programmes, activities, banners, articles].map(items =>
      items.map(item => item.slug),
    )
    for (const ids of [...lists, figures.map(figure => figure.id), helpLines.map(line => line.id)]) {
      expect(ids).toEqual([...new Set(ids)].sort())
    }
  })

  it('refers only to offices that it has', () => {
    const named = [
      ...figures.map(figure => figure.subject),
      ...programmes,
      ...activities,
      ...banners,
      ...articles,
    ]
    const unknown = named.map(item => item.office).filter(slug => slug !== null && !officeSlugs.has(slug))
    expect(unknown).toEqual([])
  })

  it('refers only to programmes that it has', () => {
    const known = new Set(programmes.map(programme => programme.slug))
    expect(activities.flatMap(activity => activity.programmes).filter(slug => !known.has(slug))).toEqual([])
  })

  it('names a source for every statement', () => {
    const sourced = [...offices, ...figures, ...programmes, ...activities, ...articles]
    expect(sourced.filter(item => item.sources.length === 0)).toEqual([])
    expect(helpLines.filter(line => line.source.url === null && line.source.title === null)).toEqual([])
  })

  it('links no look-alike of an office site', () => {
    const links = [
      ...[...offices, ...figures, ...programmes, ...activities, ...articles].flatMap(item => item.sources),
      ...offices.flatMap(office => office.found.map(contact => contact.source)),
      ...helpLines.map(line => line.source),
    ].map(source => source.url ?? '')
    expect([...links, ...helpLines.map(line => line.url ?? '')].filter(isLookAlike)).toEqual([])
  })

  it('knows the 23 offices of the migrant workers ministry, and where no source names one', () => {
    const offices = helpLines.filter(line => line.body === 'bp3mi')
    const served = new Set(offices.flatMap(line => line.areas))
    // Of the ministry: 23 provinces have one (kp2mi.go.id, 17 September 2025). Kalimantan Timur: only a source of 2019.
    expect(offices.filter(line => !line.name.id.includes(','))).toHaveLength(23)
    expect(provinces.filter(({ code }) => !served.has(code)).map(({ name }) => name)).toEqual([
      'Kalimantan Timur',
    ])
  })

  it('gives the day or month of its source for every help line for Indonesia', () => {
    const undated = helpLines.filter(line => line.where === 'indonesia' && datedOn(line) === null)
    expect(undated.map(line => line.id)).toEqual([])
  })
})

describe('figures', () => {
  it('names an existing larger figure of the same measure wherever a figure is a part', () => {
    for (const part of figures.filter(figure => figure.subsetOf !== null)) {
      const whole = figuresById.get(part.subsetOf ?? '')
      expect(whole, part.id).toBeDefined()
      expect(part.count, part.id).toBeLessThanOrEqual(whole?.count ?? 0)
      expect(
        part.period.start >= (whole?.period.start ?? '') && part.period.end <= (whole?.period.end ?? ''),
      ).toBe(true)
    }
  })

  it('says of both sides that they contradict each other', () => {
    const oneSided = figures.filter(figure =>
      figure.contradicts.some(id => !figuresById.get(id)?.contradicts.includes(figure.id)),
    )
    expect(oneSided).toEqual([])
  })

  it('knows the three contradictions that the sources hold', () => {
    const disputed = figures
      .filter(figure => figure.contradicts.length > 0)
      .map(figure => figure.subject.name)
    expect([...new Set(disputed)].sort()).toEqual(['Blitar', 'Dumai', 'Karawang'])
  })

  it('are all taken from publications', () => {
    expect(figures.every(figure => figure.provenance === 'pers')).toBe(true)
  })

  it('take the province from their office', () => {
    const provinces = new Map(offices.map(office => [office.slug, office.provinceCode]))
    const placed = figures.filter(figure => figure.subject.office !== null)
    expect(placed.filter(f => provinces.get(f.subject.office ?? '') !== f.subject.provinceCode)).toEqual([])
  })
})

describe('working areas', () => {
  const known = new Set(regencies.map(regency => regency.code))
  const codes = offices.flatMap(office => office.areas.map(area => area.code)).filter(code => code !== null)

  it('use only codes of the Kemendagri list', () => {
    expect(codes.filter(code => code.length >= 5 && !known.has(code.slice(0, 5)))).toEqual([])
  })

  it('cover 401 of the 514 regencies and cities by name', () => {
    expect(regencies).toHaveLength(514)
    expect(new Set(codes.filter(code => code.length >= 5).map(code => code.slice(0, 5))).size).toBe(401)
  })

  it('leave one published name without a code: an airport', () => {
    const unmapped = offices.flatMap(office =>
      office.areas.filter(area => area.code === null).map(area => area.name),
    )
    expect(unmapped).toEqual(['Bandara Soekarno-Hatta'])
  })

  it('are unknown exactly where none is given', () => {
    const wrong = offices.filter(
      office => (office.areas.length === 0) !== (office.areasStatus === 'belum-diketahui'),
    )
    expect(wrong).toEqual([])
  })
})

describe('own words', () => {
  const { figures: _, ...texts } = { figures, offices, programmes, activities, banners, articles, helpLines }
  const own = JSON.stringify(
    [texts, figures.map(({ reasonAsPublished, sources, ...rest }) => rest)],
    (key, value) => (key === 'url' || key === 'href' ? undefined : value),
  )

  it.each([
    /\bTKI\b/,
    /\bTKW\b/,
    /PMI ilegal/i,
    /\bkorbannya wanita\b/i,
    /wanita usia/i,
    /17\s*(?:sd|-|–|sampai)\s*45/i,
  ])('never say %s', banned => {
    expect(own).not.toMatch(banned)
  })

  it('never give an offer a verdict of safety', () => {
    expect(own).not.toMatch(/(?:tawaran|lowongan)[^."]{0,40}\b(?:pasti |sudah )?aman\b/i)
  })

  it('publish banners in the name of no office', () => {
    expect(banners.length).toBeGreaterThanOrEqual(3)
    expect(banners.every(banner => banner.office === null)).toBe(true)
  })

  it('name no operator before an office adopts the site', () => {
    expect(seed('operator')).toMatchObject([{ name: null, official: false, demo: false }])
  })
})
