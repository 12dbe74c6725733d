import { firstPages, fillers, helpWords, sameWords } from './words.ts'
import { type Answer, type SearchWords, wordsOf } from './query.ts'

/** A page of the built site. `isSearched`: it is in the index, so its words are known. */
export type SearchedPage = { address: string; document: Document; isSearched: boolean }

const longestText = 170
const countryPage = /^\/bantuan\/([^/]+)\/$/

const clean = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()

/** The beginning of a text, cut between words. */
function begin(text: string): string {
  if (text.length <= longestText) return text
  return `${text.slice(0, longestText).replace(/\s+\S*$/, '')} …`
}

/** Title and text of a page, or of the part of it that has the id `part`; null where there is no such part. */
function shown(page: SearchedPage, part: string | undefined): { title: string; text: string } | null {
  const { document } = page
  const description = document.querySelector('meta[name="description"]')?.getAttribute('content')
  if (part === undefined)
    return { title: clean(document.querySelector('h1')?.textContent), text: clean(description) }
  const element = document.getElementById(part)
  if (!element) return null
  const heading = /^H\d$/.test(element.tagName) ? element : element.querySelector('h2, h3, h4')
  const text = element.querySelector('p') ?? element.nextElementSibling
  return { title: clean(heading?.textContent), text: begin(clean(text?.textContent)) }
}

/** The pages that stand first for some words, as far as the built site has them: the editors' list, then the countries. */
function answersOf(pages: readonly SearchedPage[]): Answer[] {
  const byAddress = new Map(pages.map(page => [page.address, page]))
  const listed = firstPages.flatMap(({ page: choices, for: when, alone = [] }) => {
    for (const url of choices) {
      const [address = '', part] = url.split('#')
      const page = byAddress.get(address)
      const words = page && shown(page, part)
      if (words) return [{ url, ...words, when, alone }]
    }
    return []
  })
  const countries = pages.flatMap(page => {
    const country = countryPage.exec(page.address)?.[1]?.replaceAll('-', ' ')
    const words = country && shown(page, undefined)
    return words ? [{ url: page.address, ...words, when: [], alone: [], country }] : []
  })
  return [...countries, ...listed]
}

/** All words of letters on the searchable pages and in the lists, the most frequent first. */
function knownWords(pages: readonly SearchedPage[]): string[] {
  const counts = new Map<string, number>()
  for (const page of pages.filter(one => one.isSearched)) {
    const main = page.document.querySelector('[data-pagefind-body]')
    for (const word of new Set(wordsOf(main?.textContent ?? '')))
      if (/^\p{L}{3,}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const frequent = [...counts].toSorted(([a, x], [b, y]) => y - x || a.localeCompare(b)).map(([word]) => word)
  const ofLists = [...sameWords.flat(), ...firstPages.flatMap(one => [...one.for, ...(one.alone ?? [])])]
  return [...new Set([...frequent, ...ofLists.flatMap(wordsOf), ...fillers])]
}

/** What the browser needs beside the engine, from the pages of the built site and the editors' list. */
export function searchWords(pages: readonly SearchedPage[]): SearchWords {
  const texts = pages
    .filter(page => page.isSearched)
    .map(
      page =>
        ` ${wordsOf(page.document.querySelector('[data-pagefind-body]')?.textContent ?? '').join(' ')} `,
    )
  const isUsed = (text: string) => texts.some(page => page.includes(` ${wordsOf(text).join(' ')} `))
  const same = sameWords.map(all => {
    const used = all.filter(isUsed)
    return { all, used: used.length > 0 ? used : all.slice(0, 1) }
  })
  return { same, answers: answersOf(pages), helpWords, fillers, known: knownWords(pages).join(' ') }
}
