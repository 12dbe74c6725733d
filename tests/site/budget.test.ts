import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { chunksOf } from '#site/integrations/lean-pages.ts'
import {
  type BuiltPage,
  builtFile,
  builtFiles,
  builtPages,
  isInteractive,
  isKeepable,
  isServed,
  overBudget,
} from '#tests/helpers/built-site.ts'

const kB = 1000
const PAGE_BUDGET = 20 * kB
const LONG_TABLE_BUDGET = 40 * kB
const FONT_BUDGET = 30 * kB
const hasLongTable = (address: string) => /^\/(?:data|kantor)\//.test(address)

const hasExit = (page: BuiltPage) => page.document.querySelector('#keluar') !== null
const informing = () => builtPages().filter(page => !isInteractive(page))

describe('what a page costs', () => {
  test('a page that only informs is at most 20 kB of HTML and CSS, 40 kB with a long table', () => {
    const tooBig = informing()
      .map(page => {
        const budget = hasLongTable(page.address) ? LONG_TABLE_BUDGET : PAGE_BUDGET
        return { address: page.address, bytes: overBudget(page.html, budget) }
      })
      .filter(page => page.bytes !== null)
    expect(tooBig).toEqual([])
  })

  test('no style sheet is fetched: all CSS is in the page', () => {
    const withSheets = builtPages().filter(page => page.document.querySelector('link[rel="stylesheet"]'))
    expect(withSheets.map(page => page.address)).toEqual([])
  })

  test('no web font is over 30 kB', () => {
    const fonts = builtFiles().filter(file => /\.(?:woff2?|ttf|otf)$/.test(file))
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts.filter(file => builtFile(file).length > FONT_BUDGET)).toEqual([])
  })

  test('the check and the tip pages load no web font', () => {
    const bare = builtPages().filter(page =>
      /^\/(?:en\/)?(?:periksa\/|lapor\/(?:kode\/)?)$/.test(page.address),
    )
    expect(bare.length).toBeGreaterThan(0)
    expect(
      bare.filter(page => page.document.querySelector('link[as="font"]')).map(page => page.address),
    ).toEqual([])
    expect(bare.every(page => page.document.body.classList.contains('bare'))).toBe(true)
  })
})

describe('pages that only inform', () => {
  test('have no script, but for keeping them and for the quick exit', () => {
    const withScript = informing().filter(page => page.document.querySelector('script, astro-island'))
    const own = withScript.filter(page => !isKeepable(page) && !hasExit(page))
    expect(own.map(page => page.address)).toEqual([])
  })

  test('have 2 kB of script at most where they can be kept for use without a connection or have a quick exit, 3 kB with both', async () => {
    const read = async (address: string) => (isServed(address) ? builtFile(address).toString('utf8') : null)
    const kept = informing().filter(page => isKeepable(page) || hasExit(page))
    expect(kept.map(page => page.address)).toEqual(expect.arrayContaining(['/', '/en/', '/paspor-ditolak/']))
    const wrong: string[] = []
    for (const page of kept) {
      const { address, document } = page
      const scripts = [...document.querySelectorAll('script, astro-island')]
      const chunks = await chunksOf(
        scripts.flatMap(script => script.getAttribute('src') ?? []),
        read,
        () => true,
      )
      const sources = await Promise.all(chunks.map(async chunk => (await read(chunk)) ?? ''))
      const inline = scripts.map(script => script.textContent ?? '').filter(text => text.trim() !== '')
      const bytes = [...sources, ...inline].reduce(
        (sum, source) => sum + brotliCompressSync(source).length,
        0,
      )
      // Keeping the page and, where it has one, the way out: at once by a tap, later by Shift too.
      const wanted = (isKeepable(page) ? 1 : 0) + (hasExit(page) ? 2 : 0)
      const budget = (wanted === 3 ? 3 : 2) * kB
      const isOffered = document.querySelector('#simpan') !== null
      if (isOffered !== isKeepable(page) || scripts.length !== wanted || bytes > budget || bytes === 0)
        wrong.push(`${address}: ${scripts.length} scripts, ${bytes} bytes`)
    }
    expect(wrong).toEqual([])
  })

  test('allow no inline script in their content policy', () => {
    const policy = (html: string) =>
      /http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1] ?? ''
    const weak = builtPages().filter(page => {
      const text = policy(page.html)
      return !text.includes("default-src 'none'") || /['"]unsafe-(?:inline|eval)/.test(text)
    })
    expect(weak.map(page => page.address)).toEqual([])
  })
})

describe('every page', () => {
  test('has no event handler and no style in an attribute, which the content policy would block', () => {
    const blocked = builtPages().flatMap(page => {
      const tags = page.html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').match(/<[a-z][^>]*>/gi) ?? []
      return tags
        .filter(tag => /\s(?:style|on[a-z]+)="/.test(tag))
        .map(tag => `${page.address} ${tag.slice(0, 120)}`)
    })
    expect(blocked).toEqual([])
  })

  test('asks no other host for anything', () => {
    const own = 'http://localhost:8080'
    const foreign = builtPages().flatMap(page => {
      const loaded = [
        ...page.document.querySelectorAll('[src], [srcset], [poster], [data], link[href], use, image, form'),
      ]
        .filter(element => !/^(?:canonical|alternate)$/.test(element.getAttribute('rel') ?? ''))
        .flatMap(element =>
          ['src', 'srcset', 'poster', 'data', 'href', 'xlink:href', 'action'].map(name =>
            element.getAttribute(name),
          ),
        )
      const css = [...page.html.matchAll(/(?:url\(|@import)\s*["']?([^"')\s]+)/g)].map(match => match[1])
      return [...loaded, ...css]
        .filter(address => typeof address === 'string' && /(?:^|\s)(?:https?:)?\/\//.test(address))
        .filter(address => !address?.startsWith(own))
        .map(address => `${page.address}: ${address}`)
    })
    expect(foreign).toEqual([])
  })
})
