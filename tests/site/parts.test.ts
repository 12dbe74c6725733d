import { describe, expect, test } from 'vitest'
import { currentBanners } from '#site/components/current-banners.ts'
import { dayText, hostOf, monthText } from '#site/format.ts'
import { navigation } from '#site/navigation.ts'
import type { Banner } from '#src/content/campaign.ts'
import { laws } from '#src/content/laws.ts'
import { pictogramIds } from '#src/risk/indicator.ts'
import { pictograms } from '#src/risk/pictograms.ts'

const banner = (slug: string, from: string | null, until: string | null): Banner => ({
  slug,
  title: slug,
  message: slug,
  action: { label: 'Periksa', href: '/periksa/' },
  pattern: 'ombak',
  image: null,
  office: null,
  from,
  until,
})

describe('banners of the day', () => {
  const shown = (...banners: Banner[]) => currentBanners(banners, 2, '2026-11-22').map(item => item.slug)

  test('are shown on their first and on their last day', () => {
    expect(shown(banner('a', '2026-11-22', null), banner('b', null, '2026-11-22'))).toEqual(['b', 'a'])
  })

  test('are not shown before they begin or after they end', () => {
    expect(shown(banner('a', '2026-11-23', null), banner('b', null, '2026-11-21'))).toEqual([])
  })

  test('put those that end soon first and stop at the limit', () => {
    const list = [banner('c', null, null), banner('b', null, '2026-12-31'), banner('a', null, '2026-12-01')]
    expect(shown(...list)).toEqual(['a', 'b'])
  })
})

describe('dates and hosts', () => {
  test('are written in the language of the page', () => {
    expect(dayText('2026-11-22')).toBe('22 November 2026')
    expect(dayText('2026-08-01', 'en')).toBe('1 August 2026')
    expect(monthText('2026-08')).toBe('Agustus 2026')
  })

  test('name a host without www', () => {
    expect(hostOf('https://www.lapor.go.id/x')).toBe('lapor.go.id')
  })
})

describe('navigation', () => {
  test('says which targets of an English page are Indonesian', () => {
    const links = navigation('primary', 'en')
    expect(links.find(link => link.href === '/en/periksa/')?.hreflang).toBeNull()
    expect(links.find(link => link.href === '/tanda-bahaya/')?.hreflang).toBe('id')
  })
})

describe('drawings and laws', () => {
  test('there is a drawing for every pictogram of the rules', () => {
    expect(Object.keys(pictograms).sort()).toEqual([...pictogramIds].sort())
  })

  test('every drawing is one path of numbers and commands', () => {
    const odd = Object.entries(pictograms).filter(
      ([, path]) => !/^M[\d\sMmLlHhVvCcAaSsQqTtZz.,-]+$/.test(path),
    )
    expect(odd).toEqual([])
  })

  test('every law leads to the official register', () => {
    expect(Object.values(laws).filter(law => !law.url.startsWith('https://peraturan.go.id/id/'))).toEqual([])
  })
})
