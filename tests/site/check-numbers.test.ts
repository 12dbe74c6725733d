import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parsePublic } from '#src/content/public-api.ts'
import { builtFile, builtPages } from '#tests/helpers/built-site.ts'

const lines = parsePublic('help-lines', JSON.parse(readFileSync('src/content/seed/help-lines.json', 'utf8')))
const tels = new Set(lines.flatMap(line => line.tel ?? []))
const chats = new Set(lines.flatMap(line => line.whatsapp ?? []))
const pages = builtPages().filter(({ address }) => /^\/(?:en\/)?periksa\//.test(address))

/** Every number that a text has as a link. */
const numbersIn = (text: string) => [
  ...[...text.matchAll(/tel:(\+?\d+)/g)].map(([, number]) => [number ?? '', tels] as const),
  ...[...text.matchAll(/wa\.me\/(\d+)/g)].map(([, number]) => [number ?? '', chats] as const),
]

describe('the numbers of the check', () => {
  test.each(pages.map(page => [page.address, page.html]))(
    '%s calls published lines only',
    (_address, html) => {
      expect(
        numbersIn(html)
          .filter(([number, known]) => !known.has(number))
          .map(([number]) => number),
      ).toEqual([])
    },
  )

  test.each(['', '/en'])('the data of the check (%s) has published lines only', language => {
    const texts = ['periksa/hasil.json', 'bantuan/negara.json'].map(name =>
      builtFile(`${language}/${name}`).toString('utf8'),
    )
    for (const text of texts) {
      const found = numbersIn(text)
      expect(found.filter(([number, known]) => !known.has(number))).toEqual([])
      expect(text).not.toMatch(/\{\{(?:here|fromAbroad)\}\}/)
    }
    expect(numbersIn(texts.join('')).length).toBeGreaterThan(0)
  })

  test.each(pages.map(page => [page.address, page.html]))(
    '%s shows no placeholder of a number',
    (_address, html) => {
      expect(html).not.toMatch(/\{\{(?:here|fromAbroad)\}\}/)
    },
  )
})
