import { describe, expect, test } from 'vitest'
import { type BuiltPage, builtFile, builtPages, isServed } from '#tests/helpers/built-site.ts'

const own = 'http://localhost:8080'
const meta = (page: BuiltPage, name: string) =>
  page.document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content') ?? ''
const picture = (page: BuiltPage) => meta(page, 'og:image').replace(own, '')

/** Pages whose link shows the general picture: home, those that must not tell what they are for, and those nobody shares. */
const general = ['/', '/404.html', '/cari/', '/lapor/', '/lapor/kode/', '/periksa/luring/']
/** The same in English, where the question on the picture is English. */
const generalEnglish = ['/en/', '/en/lapor/', '/en/lapor/kode/']
const ofItsOwn = () => builtPages().filter(page => ![...general, ...generalEnglish].includes(page.address))

const repeated = (texts: readonly string[]) => texts.filter((text, index) => texts.indexOf(text) !== index)

describe('what a shared link shows', () => {
  test('is named on every page: title, text, and a picture with its size and words', () => {
    const names = ['og:title', 'og:description', 'og:image:alt', 'twitter:card']
    const lacking = builtPages().flatMap(page =>
      names.filter(name => meta(page, name) === '').map(name => `${page.address} ${name}`),
    )
    expect(lacking).toEqual([])
    expect(builtPages().filter(page => !meta(page, 'og:image').startsWith(`${own}/`))).toEqual([])
  })

  test('is a picture of the build, 1200 × 630 and at most 300 kB', () => {
    for (const file of new Set(builtPages().map(picture))) {
      expect(isServed(file), file).toBe(true)
      const bytes = builtFile(file.slice(1))
      expect(bytes.subarray(1, 4).toString('latin1'), file).toBe('PNG')
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], file).toEqual([1200, 630])
      expect(bytes.length, file).toBeLessThanOrEqual(300_000)
    }
    const sizes = new Set(
      builtPages().map(page => `${meta(page, 'og:image:width')} ${meta(page, 'og:image:height')}`),
    )
    expect([...sizes]).toEqual(['1200 630'])
  })

  test('is a picture, a title and a text of its own', () => {
    expect(ofItsOwn().length).toBeGreaterThan(150)
    expect(repeated(ofItsOwn().map(picture))).toEqual([])
    expect(
      repeated(ofItsOwn().map(page => `${page.document.documentElement.lang} ${meta(page, 'og:title')}`)),
    ).toEqual([])
    expect(repeated(ofItsOwn().map(page => meta(page, 'og:description')))).toEqual([])
  })

  test('is the general picture on the pages that are listed for it, and on no other', () => {
    const shown = (addresses: readonly string[]) =>
      new Set(
        builtPages()
          .filter(page => addresses.includes(page.address))
          .map(picture),
      )
    expect([...shown(general)]).toEqual(['/kartu.png'])
    expect(shown(generalEnglish).size).toBe(1)
    expect(ofItsOwn().filter(page => picture(page) === '/kartu.png')).toEqual([])
  })

  test('has a name that changes with the picture, under the folder that is kept for long', () => {
    expect(ofItsOwn().filter(page => !/^\/_a\/kartu-[0-9a-f]{12}\.png$/.test(picture(page)))).toEqual([])
  })

  test('does not tell in a chat that a link leads to a report', () => {
    const silent = builtPages().filter(page => /^\/(?:en\/)?lapor\/(?:kode\/)?$/.test(page.address))
    expect(silent).toHaveLength(4)
    const telling = silent.flatMap(page =>
      ['og:title', 'og:description', 'og:image:alt'].map(name => meta(page, name)),
    )
    expect(telling.filter(text => /lapor|report|kode|code|pesan|message/i.test(text))).toEqual([])
  })
})
