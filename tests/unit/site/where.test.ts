import { describe, expect, test } from 'vitest'
import { callsOf } from '#src/content/calls.ts'
import { parsePublic } from '#src/content/public-api.ts'
import seed from '#src/content/seed/help-lines.json' with { type: 'json' }
import { resources } from '#src/i18n/t.ts'
import { dimensions } from '#src/risk/indicator.ts'
import { indicators } from '#src/risk/indicators.ts'
import { hasSignAbroad, speaksAbroad, toldPlace } from '#src/risk/where.ts'
import { countryTable } from '#site/islands/check/country-table.ts'
import { messageView } from '#site/islands/check/message-view.ts'
import { resultData } from '#site/islands/check/result-data.ts'
import { numbersFor } from '#site/islands/check/result-picture.ts'
import { formView } from '#site/islands/check/view.ts'

const lines = parsePublic('help-lines', seed)
const calls = callsOf(lines, '2026-11-28', resources.id.check.calls, 'id')

describe('where the reader is', () => {
  test('is what they told; no answer and "tidak tahu" are neither', () => {
    expect(
      ['belum', 'bersama-perekrut', 'di-luar-negeri', 'tidak-tahu', undefined].map(posisi =>
        toldPlace({ posisi }),
      ),
    ).toEqual(['home', 'home', 'abroad', 'unknown', 'unknown'])
  })

  test('every sign of the dimensions abroad speaks of somewhere abroad, while nothing else was told', () => {
    const away = indicators.filter(({ dimension }) => dimension.endsWith('-abroad')).map(({ id }) => id)
    expect(away.length).toBeGreaterThan(5)
    expect(dimensions.filter(name => name.endsWith('-abroad'))).toHaveLength(2)
    for (const id of away) {
      expect(hasSignAbroad([id]), id).toBe(true)
      expect([speaksAbroad('unknown', [id]), speaksAbroad('home', [id])]).toEqual([true, false])
    }
    expect(hasSignAbroad(['visit-visa', 'told-to-lie'])).toBe(false)
  })
})

describe('the numbers on the picture of a result', () => {
  const mission = { href: 'tel:+85512813282', text: 'KBRI Phnom Penh +855 12 813 282', number: '' }
  const parts = { calls, mission: null, here: 'Di Indonesia:' }
  test('are those of the place: the sure mission first abroad, both with where they count until it is told', () => {
    const abroad = numbersFor({ ...parts, told: 'abroad', abroad: true, mission })
    expect(abroad).toMatch(/^KBRI.Phnom.Penh.*KemenP2MI/)
    expect(abroad).not.toContain('110')
    const unknown = numbersFor({ ...parts, told: 'unknown', abroad: true })
    expect(unknown).toMatch(/^KemenP2MI.*Di.Indonesia:.Polisi.110/)
    expect(numbersFor({ ...parts, told: 'home', abroad: false })).toMatch(/^Polisi.110/)
    expect(numbersFor({ ...parts, told: 'unknown', abroad: false })).toMatch(/^Di.Indonesia:.Polisi.110/)
  })
  test('are broken nowhere', () => {
    for (const part of numbersFor({ ...parts, told: 'unknown', abroad: false }).split(' · '))
      expect(part).not.toMatch(/[ -]/)
  })
})

describe.each(['id', 'en'] as const)('a number that is changed (%s)', language => {
  const other = lines.map(line => {
    if (line.id === 'kp2mi-luar-negeri')
      return { ...line, tel: '+6221555666', telShown: '+62 21 555 666', whatsapp: '62855666' }
    if (line.id === 'kp2mi-dalam-negeri')
      return { ...line, tel: '0800555', telShown: '0800-555', whatsapp: '62855666' }
    return line.id === 'polisi-110' ? { ...line, tel: '112', telShown: '112' } : line
  })
  test.each([
    ['the form', formView],
    ['the result', resultData],
    ['the reader of messages', messageView],
    ['the table of countries', countryTable],
  ] as const)('changes everywhere in %s', (_name, view) => {
    const old = /08001000|0800.1000|2924|628118080141|"tel:110"|\b110 \(|Poli(?:si|ce) 110\b(?!")/
    const before = JSON.stringify(view(language, lines))
    expect(before).toMatch(old)
    expect(JSON.stringify(view(language, other))).not.toMatch(old)
  })
})

describe('the table of countries', () => {
  const table = countryTable('id', lines, '2026-11-28')
  const of = (iso: string) => table.countries.find(country => country.iso === iso)
  test.each([
    ['tw', '1955'],
    ['hk', '+85221579537'],
    ['sa', '1919'],
    ['kh', '117'],
    ['my', '+60380008000'],
  ])('has for %s the local line for workers and victims %s', (iso, tel) => {
    expect(of(iso)?.others.map(line => line.tel)).toContain(tel)
    expect(of(iso)?.others.length).toBeLessThanOrEqual(2)
  })
  test('offers no name without a way to reach it, and breaks no number over rows', () => {
    expect(table.anywhere.filter(line => !(line.tel ?? line.whatsapp ?? line.url))).toEqual([])
    const shown = table.countries.flatMap(({ missions, emergencies, others }) => [
      ...missions,
      ...emergencies,
      ...others,
    ])
    expect(shown.filter(line => /[ -]/.test(line.shown ?? ''))).toEqual([])
  })
})
