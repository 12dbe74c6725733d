import { countryOf, countries } from '#src/content/countries.ts'
import { dangers, fillers, firstPages, helpWords, provinceWords, sameWords } from './words.ts'
import { type Answer, meaningOf, type SearchWords, withoutFillers, wordsOf } from './query.ts'
import { type OfficeAreaTable, placesOf } from './places.ts'
import { routes } from '../routes.ts'

/** A page of the built site. `isSearched`: it is in the index, so its words are known. */
export type SearchedPage = { address: string; document: Document; isSearched: boolean }

const longestText = 170

const clean = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()

/** The beginning of a text, cut between words. */
function begin(text: string): string {
  if (text.length <= longestText) return text
  return `${text.slice(0, longestText).replace(/\s+\S*$/, '')} …`
}

type Shown = { title: string; text: string }

/** Title and text of a page. */
function shown({ document }: SearchedPage): Shown {
  const description = document.querySelector('meta[name="description"]')?.getAttribute('content')
  return { title: clean(document.querySelector('h1')?.textContent), text: clean(description) }
}

/** Title and text of the part of a page that has the id `part`; null where there is none. */
function shownPart({ document }: SearchedPage, part: string): Shown | null {
  const element = document.getElementById(part)
  if (!element) return null
  const heading = /^H\d$/.test(element.tagName) ? element : element.querySelector('h2, h3, h4')
  const text = element.querySelector('p') ?? element.nextElementSibling
  return { title: clean(heading?.textContent), text: begin(clean(text?.textContent)) }
}

const same = sameWords.map(all => ({ all, used: all }))
const meaning = (text: string) => meaningOf(withoutFillers(wordsOf(text), fillers).join(' '), same)

/** ISO codes that name no country, or this one. */
const noCountry: ReadonlySet<string> = new Set(
  'AC CP CQ DG EA EU EZ IC ID QO TA UN XA XB ZZ AN BU CS DD FX NT SU TP YD YU ZR UK DY HV NH RH VD'.split(
    ' ',
  ),
)

/** The names, in Indonesian and English, of all countries that have no page of their own. */
function otherCountries(): string[] {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const codes = [...letters].flatMap(a => [...letters].map(b => `${a}${b}`))
  const languages = ['id', 'en'].map(
    lang => new Intl.DisplayNames(lang, { type: 'region', fallback: 'none' }),
  )
  const names = codes
    .filter(code => !noCountry.has(code) && countryOf(code.toLowerCase()) === null)
    .flatMap(code => languages.flatMap(language => language.of(code) ?? []))
  return [...new Set(names.map(name => meaning(name.replace(/ \(.*\)/, ''))))]
}

/** The names of the countries that a page of help is about. */
function countriesOf(address: string): string[] {
  if (address === routes.helpElsewhere) return otherCountries()
  const country = countries.find(one => routes.helpCountry(one.slug) === address)
  return country ? [...new Set([meaning(country.id), meaning(country.en)])] : []
}

/** The names by which menus lead to pages, by address. */
function menuNames(pages: readonly SearchedPage[]): Map<string, string[]> {
  const names = new Map<string, string[]>()
  const links = pages[0]?.document.querySelectorAll('header a[href], footer a[href]') ?? []
  for (const link of links) {
    const address = link.getAttribute('href') ?? ''
    if (/^\/.+\/$/.test(address)) names.set(address, [...(names.get(address) ?? []), clean(link.textContent)])
  }
  return names
}

/** The pages that stand first for some words, as far as the built site has them: the countries, then the editors' list. */
function answersOf(pages: readonly SearchedPage[]): Answer[] {
  const byAddress = new Map(pages.map(page => [page.address, page]))
  const menus = menuNames(pages)
  const namesOf = (page: SearchedPage) => {
    const names = menus.get(page.address) ?? []
    const title = page.isSearched ? [] : [shown(page).title]
    return [...new Set([...names, ...title].map(meaning))].filter(name => name !== '')
  }
  const listed = firstPages.flatMap(({ page: choices, for: when, alone = [] }) => {
    for (const url of choices) {
      const [address = '', part] = url.split('#')
      const page = byAddress.get(address)
      const words = page && (part === undefined ? shown(page) : shownPart(page, part))
      if (words) return [{ url, ...words, when, alone }]
    }
    return []
  })
  const named = pages
    .filter(page => page.address !== routes.search && !page.address.endsWith('.html'))
    .flatMap(page => {
      const alone = namesOf(page)
      return alone.length > 0 ? [{ url: page.address, ...shown(page), when: [], alone }] : []
    })
  const abroad = pages.flatMap(page => {
    const names = countriesOf(page.address)
    return names.length > 0
      ? [{ url: page.address, ...shown(page), when: [], alone: [], countries: names }]
      : []
  })
  return [...abroad, ...listed, ...named]
}

/** All words of letters on the searchable pages and the right words of the lists, the most frequent first. */
function knownWords(pages: readonly SearchedPage[], names: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const page of pages.filter(one => one.isSearched)) {
    const main = page.document.querySelector('[data-pagefind-body]')
    for (const word of new Set(wordsOf(main?.textContent ?? '')))
      if (/^\p{L}{3,}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const frequent = [...counts].toSorted(([a, x], [b, y]) => y - x || a.localeCompare(b)).map(([word]) => word)
  const ofLists = [
    ...sameWords.flatMap(line => line.slice(0, 1)),
    ...names,
    ...firstPages.flatMap(one => [...one.for, ...(one.alone ?? [])]),
  ]
  return [...new Set([...frequent, ...ofLists.flatMap(wordsOf), ...fillers])]
}

/**
 * What the browser needs beside the engine, from the pages of the built site and the editors' list.
 * @param areas which office serves which regency, as the site publishes it; null leaves places out.
 */
export function searchWords(pages: readonly SearchedPage[], areas: OfficeAreaTable | null): SearchWords {
  const texts = pages
    .filter(page => page.isSearched)
    .map(
      page =>
        ` ${wordsOf(page.document.querySelector('[data-pagefind-body]')?.textContent ?? '').join(' ')} `,
    )
  const isUsed = (text: string) => texts.some(page => page.includes(` ${wordsOf(text).join(' ')} `))
  const lines = sameWords.map(all => {
    const used = all.filter(isUsed)
    return { all, used: used.length > 0 ? used : all.slice(0, 1) }
  })
  const first = answersOf(pages)
  const { pages: ofPlaces, places, names } = placesOf(pages, areas)
  const answers = [
    ...ofPlaces.map(page => ({ url: page.address, ...shown(page), when: [], alone: [] })),
    ...first,
  ]
  const countryNames = first.flatMap(answer => answer.countries ?? [])
  const known = knownWords(pages, [...countryNames, ...names]).join(' ')
  return { same: lines, answers, places, helpWords, dangers, provinceWords, fillers, known }
}
