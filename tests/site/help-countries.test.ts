import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { countries } from '#src/content/countries.ts'
import { countryHelp, standingOf } from '#src/content/help.ts'
import { contactsOf } from '#src/content/office.ts'
import { parsePublic } from '#src/content/public-api.ts'
import { jakartaDay } from '#src/calendar.ts'
import { dateText } from '#site/format.ts'
import type { CountryTable } from '#site/islands/check/types.ts'
import { type BuiltPage, builtFile, builtPages } from '#tests/helpers/built-site.ts'

const lines = parsePublic('help-lines', JSON.parse(readFileSync('src/content/seed/help-lines.json', 'utf8')))
const today = jakartaDay()
const pageAt = (address: string): BuiltPage => {
  const page = builtPages().find(candidate => candidate.address === address)
  if (!page) throw new Error(`${address} is not built`)
  return page
}
const countryPages = () =>
  countries.flatMap(country =>
    (['id', 'en'] as const).map(language => ({
      country,
      language,
      page: pageAt(`${language === 'en' ? '/en' : ''}/bantuan/${country.slug}/`),
    })),
  )
const hidden = lines.filter(line => standingOf(line, today) === null)
const textOf = (element: Element | null | undefined) =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? ''

describe('the page of a country', () => {
  test('shows every line of the country with the words of its standing, and none that nobody could date or check', () => {
    const words = {
      id: {
        baru: 'Sumber bertanggal',
        lama: 'Nomor lama, dari',
        'tanpa-tanggal': 'Tanggal sumber tidak diketahui.',
        'belum-diperiksa': 'Belum kami periksa. Dari',
        'tanpa-nomor': 'Nomornya belum kami temukan.',
      },
      en: {
        baru: 'Source dated',
        lama: 'Old number, from',
        'tanpa-tanggal': 'Date of the source not known.',
        'belum-diperiksa': 'Not checked by us. From',
        'tanpa-nomor': 'We have not found its number.',
      },
    } as const
    const sourceWords = { id: 'Sumber lama, dari', en: 'Old source, from' } as const
    let seen = 0
    for (const { country, language, page } of countryPages()) {
      for (const line of lines.filter(item => item.country === country.iso)) {
        const standing = standingOf(line, today)
        const card = page.document.getElementById(line.id)
        expect(card === null, `${page.address}#${line.id}`).toBe(standing === null)
        if (standing === null) continue
        seen += 1
        const facts = textOf(card?.querySelector('.facts'))
        const isNumber = line.tel !== null || line.whatsapp !== null
        const said = standing === 'lama' && !isNumber ? sourceWords[language] : words[language][standing]
        expect(facts, `${page.address}#${line.id}`).toContain(said)
        const from = line.source.published ?? line.month
        if (from && standing !== 'tanpa-nomor') expect(facts).toContain(dateText(from, language))
        if (line.note) expect(textOf(card)).toContain(line.note[language])
      }
    }
    expect(seen).toBeGreaterThan(300)
  })

  test('begins with a mission where a sure number is known, else with what holds everywhere; never with a local number', () => {
    for (const { country, page } of countryPages()) {
      const heads = [...page.document.querySelectorAll('main h2')].map(head => head.id)
      const { isSure } = countryHelp(lines, country.iso, today)
      expect(heads.slice(0, isSure ? 1 : 2), page.address).toEqual(
        isSure ? ['perwakilan'] : ['mana-pun', 'perwakilan'],
      )
      expect(heads.indexOf('darurat')).toBeGreaterThan(heads.indexOf('perwakilan'))
      const [first] = page.document.querySelectorAll('main a[href^="tel:"]')
      expect(first?.getAttribute('href'), page.address).toMatch(/^tel:\+/)
    }
  })

  test('says where no number of a mission is known, and gives the ministries and their apps next', () => {
    const serbia = pageAt('/bantuan/serbia/')
    expect(textOf(serbia.document.querySelector('main'))).toContain(
      'Kami belum menemukan nomor perwakilan Indonesia di Serbia',
    )
    const heads = [...serbia.document.querySelectorAll('main h2')].map(head => head.id)
    expect(heads.slice(0, 2)).toEqual(['mana-pun', 'perwakilan'])
    for (const id of ['kp2mi-luar-negeri', 'kemlu-pelindungan-wni', 'safe-travel', 'migran-aman'])
      expect(serbia.document.getElementById(id), id).not.toBeNull()
    expect(serbia.html).toContain('https://wa.me/628118080141')
  })

  test('shows both of two numbers that contradict each other, side by side, and says so', () => {
    const rivals = lines.filter(line => line.contradicts.length > 0 && standingOf(line, today) !== null)
    expect(rivals.length).toBeGreaterThan(1)
    for (const line of rivals) {
      const country = countries.find(({ iso }) => iso === line.country)
      const card = pageAt(country ? `/bantuan/${country.slug}/` : '/bantuan/').document.getElementById(
        line.id,
      )
      expect(textOf(card)).toContain('Sumber saling bertentangan')
      const beside = [card?.previousElementSibling?.id, card?.nextElementSibling?.id]
      expect(beside.some(id => line.contradicts.includes(id ?? ''))).toBe(true)
    }
  })

  test('has a way out at once', () => {
    for (const { page } of countryPages())
      expect(page.document.querySelector('main a')?.id, page.address).toBe('keluar')
  })

  test('says what may happen to someone without papers where that was found, with who says so', () => {
    for (const [slug, id, said] of [
      ['jepang', 'jp-polisi', /imigrasi Jepang/],
      ['singapura', 'sg-polisi', /Aturan Singapura tahun 2023/],
      ['hong-kong', 'hk-darurat', /imigrasi Hong Kong/],
      ['kamboja', 'kh-polisi', /Duta Besar RI, Januari 2026/],
      ['uni-emirat-arab', 'ae-darurat', /Berita November 2022/],
      ['taiwan', 'tw-polisi', /Undang-undang Taiwan/],
    ] as const) {
      const card = pageAt(`/bantuan/${slug}/`).document.getElementById(id)
      expect(textOf(card)).toMatch(said)
      expect(lines.find(line => line.id === id)?.source.note).toContain('http')
    }
  })

  test('tells nobody who looks over a shoulder what it is about', () => {
    for (const { page } of countryPages()) {
      const title = page.document.title + textOf(page.document.querySelector('h1'))
      expect(title).toMatch(/Nomor penting di|Useful numbers in/)
      expect(title).not.toMatch(/perdagangan|tppo|korban|traffick|victim|bahaya|danger/i)
    }
  })
})

describe('numbers of help', () => {
  test('are on every page those of a help line or an office, digit by digit', () => {
    const known = new Set(lines.flatMap(line => [line.tel, line.whatsapp && `+${line.whatsapp}`]))
    const offices = new Set(
      parsePublic('offices', JSON.parse(readFileSync('src/content/seed/offices.json', 'utf8')))
        .flatMap(contactsOf)
        .map(({ value }) => value.replace(/\D/g, '').replace(/^0/, '62')),
    )
    const strange = builtPages().flatMap(page =>
      [...page.document.querySelectorAll('a[href^="tel:"], a[href^="https://wa.me/"]')]
        .map(link => (link.getAttribute('href') ?? '').replace('https://wa.me/', '+').replace('tel:', ''))
        .filter(number => number !== '+' && !number.startsWith('+?') && !known.has(number))
        .filter(number => !offices.has(number.replace(/\D/g, '').replace(/^0/, '62')))
        .map(number => `${page.address} ${number}`),
    )
    expect(strange).toEqual([])
  })

  test('that nobody could date or check are nowhere in the build', () => {
    expect(hidden.length).toBeGreaterThan(0)
    for (const line of hidden) {
      expect(builtPages().filter(page => page.document.getElementById(line.id) !== null)).toEqual([])
      if ((line.tel?.length ?? 0) > 4) {
        const shown = builtPages().filter(page => page.html.includes(`tel:${line.tel}`))
        expect(shown.map(page => page.address)).toEqual([])
      }
    }
  })

  test('110 is called nowhere without saying that it is for Indonesia', () => {
    const unsaid = builtPages().flatMap(page =>
      [...page.document.querySelectorAll('a[href="tel:110"]')]
        .filter(link => {
          if (/^\/(?:en\/)?periksa\/(?:pesan\/)?$/.test(page.address)) return false
          if (/^\/(?:en\/)?bantuan\/.+/.test(page.address)) return false
          const near = link.closest('.line, .sides > div, .urgent, .actions')
          return !/Indonesia/.test(`${textOf(near)} ${textOf(link.closest('section')?.querySelector('h2'))}`)
        })
        .map(() => page.address),
    )
    expect([...new Set(unsaid)]).toEqual([])
  })

  test('110 is named in no paragraph of an article without saying that it is for Indonesia', () => {
    const paragraphs = builtPages()
      .filter(page => /^\/kampanye\/.+/.test(page.address))
      .flatMap(page => [...page.document.querySelectorAll('main p, main li')].map(textOf))
      .filter(text => /\b110\b/.test(text))
    expect(paragraphs.length).toBeGreaterThan(1)
    expect(
      paragraphs.filter(text => !text.includes('di Indonesia') && !text.includes('Di Indonesia')),
    ).toEqual([])
  })

  test('of the country pages call 110 only where it is a number of that country', () => {
    for (const { country, page } of countryPages()) {
      const calls = page.document.querySelectorAll('a[href="tel:110"]').length
      const own = lines.filter(line => line.country === country.iso && line.tel === '110').length
      expect(calls, page.address).toBe(own)
    }
  })
})

describe('the way to a country', () => {
  test('is offered by what is written for people abroad, and where a page is missing before the number of Indonesia', () => {
    const article = pageAt('/kampanye/kalau-sudah-di-luar-negeri/').document
    expect(article.querySelector('main a[href="/bantuan/#negara"]')).not.toBeNull()
    const missing = pageAt('/404.html').document
    const ways = [...missing.querySelectorAll('main .actions a')].map(link => link.getAttribute('href'))
    expect(ways.indexOf('/bantuan/#negara')).toBeGreaterThan(-1)
    expect(ways.indexOf('/bantuan/#negara')).toBeLessThan(ways.indexOf('tel:110'))
  })

  test.each(['/bantuan/', '/en/bantuan/'])('%s asks first where one is, and links every country', address => {
    const { document } = pageAt(address)
    const english = address.startsWith('/en')
    for (const { slug } of countries)
      expect(document.querySelector(`a[href="${address}${slug}/"]`), slug).not.toBeNull()
    expect(document.querySelector(`a[href="${address}negara-lain/"]`)).not.toBeNull()
    const first = document.querySelector('main a[href^="tel:"]')
    expect(first?.getAttribute('href')).toBe('tel:110')
    expect(textOf(first)).toContain(english ? 'only in Indonesia' : 'hanya di Indonesia')
    expect(textOf(document.querySelector('.notice h2'))).toMatch(/di mana|where you are/)
  })

  test.each(['id', 'en'] as const)(
    'the table for the check (%s) has what the pages have, and nothing hidden',
    language => {
      const table = JSON.parse(
        builtFile(`${language === 'en' ? '/en' : ''}/bantuan/negara.json`).toString('utf8'),
      ) as CountryTable
      expect(table.countries.map(({ iso }) => iso).sort()).toEqual(countries.map(({ iso }) => iso).sort())
      for (const entry of table.countries) {
        const calls = [...entry.missions, ...entry.emergencies].flatMap(({ tel }) => tel ?? [])
        const page = pageAt(entry.page)
        for (const tel of calls)
          expect(page.document.querySelector(`a[href="tel:${tel}"]`), `${entry.iso} ${tel}`).not.toBeNull()
        expect(entry.emergencies.every(({ mark }) => mark.length > 0)).toBe(true)
      }
      expect(table.anywhere.some(({ whatsapp }) => whatsapp === '628118080141')).toBe(true)
    },
  )
})
