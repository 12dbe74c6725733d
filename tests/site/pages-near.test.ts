import { describe, expect, test } from 'vitest'
import { provinces } from '#src/content/areas.ts'
import { isNational, linesFor } from '#src/content/near.ts'
import { contactsOf, isImmigrationSite } from '#src/content/office.ts'
import { parsePublic } from '#src/content/public-api.ts'
import lineSeed from '#src/content/seed/help-lines.json' with { type: 'json' }
import officeSeed from '#src/content/seed/offices.json' with { type: 'json' }
import { contactText } from '#site/components/office/contact-words.ts'
import { anchorOf } from '#site/components/office/coverage.ts'
import { routes } from '#site/routes.ts'
import { builtFile, builtFiles, builtPages } from '#tests/helpers/built-site.ts'
import { isLookAlike } from '#tests/helpers/look-alikes.ts'

const offices = parsePublic('offices', officeSeed)
const local = parsePublic('help-lines', lineSeed).filter(line => !isNational(line))

function main(address: string): Element {
  const found = builtPages()
    .find(page => page.address === address)
    ?.document.querySelector('main')
  if (!found) throw new Error(`no page ${address}`)
  return found
}
const words = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ') ?? ''
const hrefs = (element: Element) =>
  [...element.querySelectorAll('a[href]')].map(link => link.getAttribute('href') ?? '')
const pageOf = (name: string) => main(routes.helpArea(anchorOf(name)))

describe('contacts of offices from other sources', () => {
  test('each stands on the page of its office, with its note and its source', () => {
    const silent = offices.flatMap(office => {
      const page = main(routes.office(office.slug))
      return contactsOf(office)
        .filter(contact => {
          const { note, source } = contact
          const said = [contactText(contact), note, source?.title].every(
            part => !part || words(page).includes(part),
          )
          return !said || (source?.url && !hrefs(page).includes(source.url))
        })
        .map(({ kind }) => `${office.slug} ${kind}`)
    })
    expect(silent).toEqual([])
  })

  test('each that nobody has checked is marked so, and no other', () => {
    const wrong = offices.flatMap(office => {
      const shown = [...main(routes.office(office.slug)).querySelectorAll('.contact')]
      return contactsOf(office)
        .filter(contact => {
          const place = shown.find(element => words(element).includes(contactText(contact)))
          const isMarked = words(place).includes('belum kami periksa')
          return !place || isMarked !== (contact.standing === 'belum-diperiksa')
        })
        .map(({ kind }) => `${office.slug} ${kind}`)
    })
    expect(wrong).toEqual([])
    expect(offices.flatMap(contactsOf).filter(c => c.standing === 'belum-diperiksa').length).toBeGreaterThan(
      150,
    )
  })

  test('the links to websites of offices lead to hosts under imigrasi.go.id', () => {
    const sites = offices.flatMap(({ slug }) =>
      [...main(routes.office(slug)).querySelectorAll('.contact a.link-row[href^="http"]')]
        .map(link => link.getAttribute('href') ?? '')
        .filter(href => !href.startsWith('https://wa.me/')),
    )
    expect(sites.length).toBeGreaterThan(140)
    expect(sites.filter(site => !isImmigrationSite(site))).toEqual([])
  })

  test('no page and no data file names a host that makes itself look like an immigration office', () => {
    const texts = builtFiles().filter(file => /\.(?:html|json|csv|atom|js|xml|txt)$/.test(file))
    const lookAlikes = texts.flatMap(file =>
      [
        ...builtFile(file)
          .toString('utf8')
          .matchAll(/https?:\/\/[^\s"'<>\\)]+/g),
      ]
        .map(([address]) => address)
        .filter(isLookAlike)
        .map(address => `${file}: ${address}`),
    )
    expect(texts.length).toBeGreaterThan(100)
    expect(lookAlikes).toEqual([])
  })

  test('every page that names the office of an area says that a passport may be applied for anywhere, and who says so', () => {
    const addresses = [
      routes.offices,
      ...offices.map(({ slug }) => routes.office(slug)),
      ...provinces.map(({ name }) => routes.helpArea(anchorOf(name))),
    ]
    const silent = addresses.filter(
      address =>
        !words(main(address)).includes('Paspor boleh diurus di kantor mana pun') ||
        !hrefs(main(address)).includes('https://jakartatimur.imigrasi.go.id/lain-lain/'),
    )
    expect(silent).toEqual([])
  })
})

describe('the page of a province', () => {
  test('there is one for each, in the list of provinces and reached from the page of help', () => {
    const expected: string[] = provinces.map(({ name }) => routes.helpArea(anchorOf(name)))
    expect(hrefs(main(routes.helpAreas)).filter(href => expected.includes(href))).toEqual(expected)
    expect(hrefs(main(routes.help)).filter(href => expected.includes(href))).toEqual(expected)
  })

  test('shows every office that a source names for it, with that source; else says that none is known', () => {
    const wrong = provinces.flatMap(({ code, name }) => {
      const page = pageOf(name)
      const here = linesFor(code, local)
      const missing = here.filter(
        line =>
          !page.querySelector(`[id="${line.id}"]`) ||
          (line.source.url && !hrefs(page).includes(line.source.url)),
      )
      const says = words(page).includes(`BP3MI untuk ${name} belum ada di daftar kami`)
      const isUnknown = here.every(line => line.body !== 'bp3mi')
      return [
        ...missing.map(line => `${name}: ${line.id}`),
        ...(says !== isUnknown ? [`${name}: says so: ${says}`] : []),
      ]
    })
    expect(wrong).toEqual([])
  })

  test('offers the police and the ministry with one tap', () => {
    const without = provinces.filter(({ name }) => {
      const links = hrefs(pageOf(name))
      return !links.includes('tel:110') || !links.includes('tel:08001000')
    })
    expect(without).toEqual([])
  })

  test('names every immigration office of the province', () => {
    const missing = provinces.flatMap(({ code, name }) =>
      offices
        .filter(office => office.provinceCode === code)
        .filter(({ slug }) => !hrefs(pageOf(name)).includes(routes.office(slug)))
        .map(({ slug }) => slug),
    )
    expect(missing).toEqual([])
  })

  test('says of information over two years old how old it is', () => {
    const old = local.filter(line => (line.source.published ?? '') < '2024-11-01')
    const silent = old.filter(line => {
      const pages = provinces.filter(({ code }) => linesFor(code, [line]).length > 0)
      return pages.some(({ name }) => {
        const card = pageOf(name).querySelector(`[id="${line.id}"]`)
        return !words(card).includes('Keterangan lama, dari')
      })
    })
    expect(old.length).toBeGreaterThan(3)
    expect(silent.map(({ id }) => id)).toEqual([])
  })

  test('has a title that does not tell a bystander what it is about', () => {
    const titles = provinces.map(({ name }) => {
      const page = builtPages().find(candidate => candidate.address === routes.helpArea(anchorOf(name)))
      return page?.document.title ?? ''
    })
    expect(titles.filter(title => /perdagangan|tppo|korban|bahaya|lapor/i.test(title))).toEqual([])
    expect(titles.filter(title => title === '')).toEqual([])
  })
})

test('lists for the whole country leave out what serves some provinces only', () => {
  const isIn = (address: string) => local.filter(({ name }) => words(main(address)).includes(`${name.id} `))
  expect(isIn(routes.help)).toEqual([])
  expect(isIn(routes.report)).toEqual([])
  const result = JSON.parse(builtFile('periksa/hasil.json').toString('utf8')) as { help: { id: string }[] }
  const ids = new Set(local.map(({ id }) => id))
  expect(result.help.filter(({ id }) => ids.has(id))).toEqual([])
})
