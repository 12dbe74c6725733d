import { describe, expect, test } from 'vitest'
import { builtFile, builtPages } from '#tests/helpers/built-site.ts'
import { blockTexts, sentences, textsByLanguage, wordCount } from '#tests/helpers/page-text.ts'

const LONGEST_SENTENCE = 20
/** Letters of the longest title of a source. */
const LONGEST_TITLE = 120

describe('sentences', () => {
  test('are counted by their words, in the block where they stand', () => {
    expect(sentences('Satu dua. Tiga (Pasal 1)! “Empat.” Rp15.000 lima?')).toHaveLength(4)
    expect(wordCount('Anda – boleh “bertanya”, 2 kali.')).toBe(5)
  })

  // Names of laws and sources are not ours to shorten: links to them, and lists of sources, do not count.
  test.each(['/periksa/aturan/', '/en/periksa/aturan/', '/paspor-ditolak/'])(
    'of %s have at most 20 words',
    address => {
      const main = builtPages()
        .find(page => page.address === address)
        ?.document.querySelector('main')
      const all = main ? blockTexts(main, 'a.law, .laws li > a, .sources').flatMap(sentences) : []
      expect(all.length).toBeGreaterThan(50)
      expect(all.filter(sentence => wordCount(sentence) > LONGEST_SENTENCE)).toEqual([])
    },
  )
})

test('no page has a space before a full stop, comma or other mark that closes', () => {
  const found = builtPages().flatMap(({ address, document }) => {
    const main = document.querySelector('main')
    return main
      ? blockTexts(main, 'pre, code, textarea')
          .filter(text => / [.,;:!?)](?:\s|$)/.test(text))
          .map(text => `${address}: ${text}`)
      : []
  })
  expect(found).toEqual([])
})

describe('English pages', () => {
  const indonesian =
    /\b(?:yang|dan|atau|untuk|dengan|tidak|dapat|bisa|kepada|dari|pada|menurut|nomor|daftar|belum|kami|anda|karena|sudah|oleh|juga|lewat|adalah|dalam|serta|tentang|bagi|lain|kantor|pekerja|negara|orang|diperiksa|sumber|pengaduan|polisi|darurat|kementerian|pelindungan|perlindungan)\b/i

  /** Names that are the same in English, and addresses. */
  const names = /\bAduan Nomor\b|https?:\S+/g

  test('say in Indonesian only what is marked as Indonesian', () => {
    const pages = builtPages().filter(page => page.address.startsWith('/en/'))
    expect(pages.length).toBeGreaterThan(5)
    const found = pages.flatMap(({ address, document }) =>
      textsByLanguage(document)
        .filter(({ lang, text }) => lang === 'en' && indonesian.test(text.replace(names, '')))
        .map(({ text }) => `${address}: ${text}`),
    )
    expect(found).toEqual([])
  })

  test('leave nothing in Indonesian but names: of sources, and of the other language', () => {
    const pages = builtPages().filter(page => page.address.startsWith('/en/'))
    const texts = pages.flatMap(({ address, document }) =>
      [...document.querySelectorAll('body [lang="id"]')]
        .filter(element => !element.matches('a[hreflang]') && !element.closest('.sources'))
        .map(element => [address, element.textContent?.replace(/\s+/g, ' ').trim() ?? ''] as const),
    )
    const statements = texts.filter(([, text]) => text.length > LONGEST_TITLE || /[.!?]$/.test(text))
    expect(statements).toEqual([])
    const articles = pages.filter(({ document }) =>
      /\b(?:Pasal|huruf|ayat) /.test(document.body.textContent ?? ''),
    )
    expect(articles.map(page => page.address)).toEqual([])
    const places = pages.filter(({ document }) => /Tempat pemeriksaan/.test(document.body.textContent ?? ''))
    expect(places.map(page => page.address)).toEqual([])
  })

  test('get a result in English: only titles of sources stay', () => {
    const { sources, ...result } = JSON.parse(builtFile('en/periksa/hasil.json').toString('utf8'))
    const texts = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(texts)
          : []
    expect(Object.keys(sources).length).toBeGreaterThan(10)
    const shown = texts(result).filter(text => !/^[\w/{}.:-]*$/.test(text))
    expect(shown.filter(text => indonesian.test(text.replace(names, '')))).toEqual([])
  })
})
