import { describe, expect, test } from 'vitest'
import { type BuiltPage, builtPages } from '#tests/helpers/built-site.ts'

const failing = (isBad: (page: BuiltPage) => boolean) =>
  builtPages()
    .filter(isBad)
    .map(page => page.address)
const count = (page: BuiltPage, selector: string) => page.document.querySelectorAll(selector).length

describe('every page', () => {
  test('has exactly one h1', () => {
    expect(failing(page => count(page, 'h1') !== 1)).toEqual([])
  })

  test('skips no level of heading', () => {
    const skips = (page: BuiltPage) => {
      const levels = [...page.document.querySelectorAll('main :is(h1,h2,h3,h4,h5,h6)')].map(h =>
        Number(h.tagName[1]),
      )
      return levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1)
    }
    expect(failing(skips)).toEqual([])
  })

  test('says its language', () => {
    const wrong = failing(page => {
      const expected = page.address.startsWith('/en/') ? 'en' : 'id'
      return page.document.documentElement.getAttribute('lang') !== expected
    })
    expect(wrong).toEqual([])
  })

  test('has a title and a description of its own', () => {
    // The tip pages share a title that says nothing, because titles stay in the history of the phone.
    const titles = builtPages()
      .filter(page => !/^\/(?:en\/)?lapor\/(?:kode\/)?$/.test(page.address))
      .map(page => page.document.querySelector('title')?.textContent ?? '')
    expect(titles.filter((title, index) => title === '' || titles.indexOf(title) !== index)).toEqual([])
    expect(
      failing(page => !page.document.querySelector('meta[name="description"]')?.getAttribute('content')),
    ).toEqual([])
  })

  test('has header, main and footer, and named navigation', () => {
    const wrong = failing(
      page =>
        count(page, 'body > header') !== 1 ||
        count(page, 'main') !== 1 ||
        count(page, 'body > footer') !== 1 ||
        count(page, 'nav:not([aria-label]):not([aria-labelledby])') > 0,
    )
    expect(wrong).toEqual([])
  })

  test('gives each navigation, and each other landmark of one kind, a name of its own', () => {
    const nameOf = (element: Element, page: BuiltPage) => {
      const id = element.getAttribute('aria-labelledby')
      return element.getAttribute('aria-label') ?? page.document.getElementById(id ?? '')?.textContent?.trim()
    }
    // `.first`: the check's help for one of two answers, of which one is ever given.
    const kinds = ['nav', 'aside:not(.first)', 'search', 'section[aria-label], section[aria-labelledby]']
    const doubled = builtPages().flatMap(page =>
      kinds.flatMap(kind => {
        const names = [...page.document.querySelectorAll(kind)].map(element => nameOf(element, page) ?? '')
        return names
          .filter((name, index) => names.indexOf(name) !== index)
          .map(name => `${page.address} ${kind}: ${name}`)
      }),
    )
    expect(doubled).toEqual([])
  })

  test('starts with a link that skips to its content', () => {
    const wrong = failing(page => {
      const first = page.document.querySelector('body a')
      const target = first?.getAttribute('href')?.slice(1) ?? ''
      return page.document.getElementById(target)?.tagName !== 'MAIN'
    })
    expect(wrong).toEqual([])
  })

  test('uses no id twice', () => {
    const doubled = builtPages().flatMap(page => {
      const ids = [...page.document.querySelectorAll('[id]')].map(element => element.id)
      return ids.filter((id, index) => ids.indexOf(id) !== index).map(id => `${page.address}#${id}`)
    })
    expect([...new Set(doubled)]).toEqual([])
  })

  test('says that it is not an official site while nobody has adopted it', () => {
    const silent = failing(
      page =>
        !/Bukan situs resmi Ditjen Imigrasi|Not an official site/.test(
          page.document.querySelector('footer')?.textContent ?? '',
        ),
    )
    expect(silent).toEqual([])
  })

  test('uses none of the banned words in its own text', () => {
    const banned =
      /\bTK[IW]\b|\bPMI ilegal\b|\bpekerja migran ilegal\b|\btawaran (?:ini )?aman\b|\bdijamin aman\b/i
    const wrong = builtPages().flatMap(page => {
      const main = page.document.querySelector('main')?.cloneNode(true) as Element | undefined
      for (const quoted of main?.querySelectorAll('a[href^="http"], cite, q, blockquote, [data-quoted]') ??
        [])
        quoted.remove()
      const hit = banned.exec((main?.textContent ?? '').replace(/https?:\S+/g, ''))
      return hit ? [`${page.address}: ${hit[0]}`] : []
    })
    expect(wrong).toEqual([])
  })
})

describe('translated pages', () => {
  test('point at each other', () => {
    const english = builtPages().filter(page => /^\/en\/(?:bantuan\/)?$/.test(page.address))
    expect(english.map(page => page.address).sort()).toEqual(['/en/', '/en/bantuan/'])
    const pointing = english.map(page =>
      page.document.querySelector('link[hreflang="id"]')?.getAttribute('href'),
    )
    expect(pointing.sort()).toEqual(['http://localhost:8080/', 'http://localhost:8080/bantuan/'])
  })
})
