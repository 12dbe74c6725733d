import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { routes } from '#site/routes.ts'
import { meaningOf, type SearchWords } from '#site/search/query.ts'
import { dangers, firstPages, sameWords } from '#site/search/words.ts'
import { isServed, builtPages } from '#tests/helpers/built-site.ts'
import { openSearch } from '#tests/helpers/search-engine.ts'
import { firstResults } from '#tests/helpers/search-questions.ts'

let search: Awaited<ReturnType<typeof openSearch>>
beforeAll(async () => {
  search = await openSearch(inject('siteDir'))
})
afterAll(() => vi.unstubAllGlobals())

describe('what a citizen types', () => {
  test.each(firstResults)('“%s” leads first to %s', async (typed, wanted) => {
    const first = wanted.find(address => isServed(address.replace(/#.*/, '')))
    expect((await search(typed))[0]).toBe(first)
  })

  test('finds nothing for words that are none', async () => {
    for (const typed of ['xqzzw', 'asdfghjkl', 'lkjhgfdsa', 'asdfghjkl zxcvbnm'])
      expect(await search(typed), typed).toEqual([])
  })

  test('finds pages with some of the words where none has all', async () => {
    expect((await search('cilacap xqzzw'))[0]).toBe(routes.office('cilacap'))
  })

  test('finds every office by the name of its place, first, or second to the page of a province of that name', async () => {
    const offices = builtPages().filter(page => /^\/kantor\/[^/]+\/$/.test(page.address))
    expect(offices.length).toBeGreaterThan(100)
    const missed: string[] = []
    for (const { address, document } of offices) {
      const name = document.querySelector('h1')?.textContent ?? ''
      for (const typed of [name, name.replace('Kantor Imigrasi ', '')]) {
        const [first, second] = await search(typed)
        const isProvince = first?.startsWith(routes.helpAreas) && second === address
        if (first !== address && !isProvince) missed.push(`${typed}: ${first}`)
      }
    }
    expect(missed).toEqual([])
  })

  test('finds every page by its heading, whether the engine has it or not', async () => {
    const pages = builtPages().filter(
      ({ address, document }) =>
        document.documentElement.lang === 'id' && address.endsWith('/') && address !== routes.search,
    )
    expect(pages.length).toBeGreaterThan(150)
    const missed: string[] = []
    for (const { address, document } of pages) {
      const typed = (document.querySelector('h1')?.textContent ?? '').replace(/\s+/g, ' ').trim()
      const [first] = await search(typed)
      if (first !== address) missed.push(`${address}, “${typed}”: ${first}`)
    }
    expect(missed).toEqual([])
  })

  test('finds the page of every name in the menus', async () => {
    const home = builtPages().find(page => page.address === routes.home)
    const links = [...(home?.document.querySelectorAll('header a[href], footer a[href]') ?? [])]
      .map(link => [link.textContent?.trim() ?? '', link.getAttribute('href') ?? ''] as const)
      .filter(([, href]) => /^\/.+\/$/.test(href) && !href.startsWith('/en/') && href !== routes.search)
    expect(links.length).toBeGreaterThan(12)
    const missed: string[] = []
    for (const [typed, href] of links) {
      const [first] = await search(typed)
      if (first !== href) missed.push(`“${typed}”: ${first}, not ${href}`)
    }
    expect(missed).toEqual([])
  })

  test('finds an office by its name with a letter wrong', async () => {
    for (const [typed, slug] of [
      ['cilacep', 'cilacap'],
      ['wonosbo', 'wonosobo'],
      ['pekanbru', 'pekanbaru'],
      ['surabaay', 'surabaya'],
      ['imigrasi pontiannak', 'pontianak'],
    ] as const)
      expect((await search(typed))[0], typed).toBe(routes.office(slug))
  })
})

test('whatever people in danger write leads to help first', async () => {
  for (const typed of dangers) expect((await search(typed))[0], typed).toBe(routes.help)
})

describe('the list of words', () => {
  const words = () =>
    JSON.parse(readFileSync(path.join(inject('siteDir'), 'pagefind/kata.json'), 'utf8')) as SearchWords

  test('names first pages, and parts of pages, that the site has', () => {
    const found = new Set(words().answers.map(answer => answer.url))
    expect(firstPages.filter(one => !one.page.some(url => found.has(url)))).toEqual([])
    expect(words().answers.filter(answer => !answer.title || !answer.text)).toEqual([])
  })

  test('asks the engine by words that pages use', () => {
    const unused = words().same.filter(line => line.used.length === 0)
    expect(unused).toEqual([])
  })

  test('has each word in one line only, or a spelling would mean two things', () => {
    const all = sameWords.flat()
    expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([])
  })

  test('names first pages by the first word of a line, so that every spelling leads there', () => {
    const { same } = words()
    const phrases = firstPages.flatMap(one => [...one.for, ...(one.alone ?? [])])
    expect(phrases.filter(phrase => meaningOf(phrase, same) !== phrase)).toEqual([])
  })
})
