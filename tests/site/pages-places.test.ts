import { describe, expect, test } from 'vitest'
import { regencies } from '#src/content/areas.ts'
import { parsePublic } from '#src/content/public-api.ts'
import activitySeed from '#src/content/seed/activities.json' with { type: 'json' }
import articleSeed from '#src/content/seed/articles.json' with { type: 'json' }
import bannerSeed from '#src/content/seed/banners.json' with { type: 'json' }
import figureSeed from '#src/content/seed/figures.json' with { type: 'json' }
import officeSeed from '#src/content/seed/offices.json' with { type: 'json' }
import programmeSeed from '#src/content/seed/programmes.json' with { type: 'json' }
import { figureHref } from '#site/components/data/figure-href.ts'
import { shortArea } from '#site/components/office/coverage.ts'
import { routes } from '#site/routes.ts'
import { builtPages } from '#tests/helpers/built-site.ts'

const offices = parsePublic('offices', officeSeed)
const figures = parsePublic('figures', figureSeed)
const programmes = parsePublic('programmes', programmeSeed)
const activities = parsePublic('activities', activitySeed)
const articles = parsePublic('articles', articleSeed)
const banners = parsePublic('banners', bannerSeed)

function page(address: string) {
  const found = builtPages().find(candidate => candidate.address === address)
  if (!found) throw new Error(`no page ${address}`)
  return found.document
}

const text = (address: string) => page(address).querySelector('main')?.textContent?.replace(/\s+/g, ' ') ?? ''
const hrefs = (address: string) =>
  [...page(address).querySelectorAll('main a[href]')].map(link => link.getAttribute('href') ?? '')

describe('the list of offices', () => {
  test('says how many offices we know, of how many', () => {
    expect(text(routes.offices)).toContain(`${offices.length} dari 151 kantor`)
  })

  test('names every regency and city, under an office or as unknown', () => {
    const words = text(routes.offices)
    expect(regencies.map(({ name }) => shortArea(name)).filter(name => !words.includes(name))).toEqual([])
  })

  test('links every office', () => {
    const links = hrefs(routes.offices)
    expect(
      offices.filter(({ slug }) => !links.includes(routes.office(slug))).map(({ slug }) => slug),
    ).toEqual([])
  })

  test('says that a passport may be applied for at any office', () => {
    expect(text(routes.offices)).toContain('Paspor boleh diurus di kantor mana pun')
  })

  test('has for each province an anchor inside its closed block, which browsers open by themselves', () => {
    const anchors = [...page(routes.offices).querySelectorAll('.anchors a')].map(
      link => link.getAttribute('href') ?? '',
    )
    const lost = anchors.filter(href => !page(routes.offices).querySelector(`details ${href}`))
    expect(anchors).toHaveLength(38)
    expect(lost).toEqual([])
  })
})

describe('the page of an office', () => {
  test('says so when its working area is unknown', () => {
    const unknown = offices.filter(office => office.areasStatus === 'belum-diketahui')
    const silent = unknown.filter(
      ({ slug }) => !text(routes.office(slug)).includes('Tidak ada sumber yang menyebut wilayah kerja'),
    )
    expect(unknown.length).toBeGreaterThan(0)
    expect(silent.map(({ slug }) => slug)).toEqual([])
  })

  test('says so when address or telephone is not filled in, and where to look', () => {
    const bare = offices.filter(office => office.address === null || office.phone === null)
    const silent = bare.filter(({ slug }) => {
      const words = text(routes.office(slug))
      return !words.includes('Belum diisi kantor') || !words.includes('imigrasi.go.id')
    })
    expect(silent.map(({ slug }) => slug)).toEqual([])
  })

  test('says when its class is not verified', () => {
    const unverified = offices.filter(office => office.class.name !== null && !office.class.verified)
    const silent = unverified.filter(({ slug }) => !text(routes.office(slug)).includes('Belum terverifikasi'))
    expect(silent.map(({ slug }) => slug)).toEqual([])
  })

  test('shows its figures and links the address of each', () => {
    const wrong = figures.filter(
      figure =>
        figure.subject.office !== null &&
        !hrefs(routes.office(figure.subject.office)).includes(figureHref(figure)),
    )
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  test('says that no known figure is not zero', () => {
    const withFigures = new Set(figures.map(figure => figure.subject.office))
    const without = offices.filter(({ slug }) => !withFigures.has(slug))
    const silent = without.filter(({ slug }) => !text(routes.office(slug)).includes('Itu tidak berarti nol'))
    expect(silent.map(({ slug }) => slug)).toEqual([])
  })

  test('links all sources of what it says', () => {
    const wrong = offices.filter(({ slug, sources }) => {
      const links = hrefs(routes.office(slug))
      return sources.some(({ url }) => url !== null && !links.includes(url))
    })
    expect(wrong.map(({ slug }) => slug)).toEqual([])
  })

  test('shows every activity of the office', () => {
    const wrong = activities.filter(
      ({ office, title }) => office !== null && !text(routes.office(office)).includes(title),
    )
    expect(wrong.map(({ slug }) => slug)).toEqual([])
  })
})

describe('villages', () => {
  test('every programme is listed and has a page with its sources', () => {
    const wrong = programmes.filter(({ slug, sources }) => {
      const links = hrefs(routes.village(slug))
      return (
        !hrefs(routes.villages).includes(routes.village(slug)) ||
        sources.some(({ url }) => url !== null && !links.includes(url))
      )
    })
    expect(wrong.map(({ slug }) => slug)).toEqual([])
  })

  test('a page shows the activities of its programme', () => {
    const wrong = activities.flatMap(({ programmes: slugs, title }) =>
      slugs.filter(slug => !text(routes.village(slug)).includes(title)),
    )
    expect(wrong).toEqual([])
  })

  test('no page carries a mobile telephone number', () => {
    const pages = [routes.villages, ...programmes.map(({ slug }) => routes.village(slug))]
    expect(pages.filter(address => /(?:\+62|\b0)8\d[\d -]{6,}/.test(text(address)))).toEqual([])
  })
})

describe('the campaign', () => {
  test('every article is listed and ends in its numbered sources', () => {
    const wrong = articles.filter(({ slug, sources }) => {
      const items = page(routes.article(slug)).querySelectorAll('.sources > ol > li')
      return !hrefs(routes.campaign).includes(routes.article(slug)) || items.length !== sources.length
    })
    expect(wrong.map(({ slug }) => slug)).toEqual([])
  })

  test('the WhatsApp link carries the very text that can be copied', () => {
    const wrong = articles.filter(({ slug }) => {
      const link =
        hrefs(routes.article(slug)).find(href => href.startsWith('https://wa.me/')) ?? 'https://wa.me/'
      const shown = page(routes.article(slug)).querySelector('.share .text')?.textContent
      return new URL(link).searchParams.get('text') !== shown || !shown?.includes(routes.article(slug))
    })
    expect(wrong.map(({ slug }) => slug)).toEqual([])
  })

  test('every banner of the site shows its message and its action', () => {
    const wrong = banners.filter(
      ({ message, action }) =>
        !text(routes.campaign).includes(message) || !hrefs(routes.campaign).includes(action.href),
    )
    expect(wrong.map(({ slug }) => slug)).toEqual([])
  })
})
