import { describe, expect, test } from 'vitest'
import { reviewWarnings } from '#site/integrations/law-review.ts'
import { laws } from '#src/content/laws.ts'
import { ministryRules, namedRules } from '#src/content/ministry-rules.ts'
import { resources } from '#src/i18n/t.ts'
import { indicators, indicatorOf } from '#src/risk/indicators.ts'
import { datedWords, isAnyOverdue, overdueReviews, reviewByOf } from '#src/risk/reviews.ts'
import { rulesJson } from '#src/risk/rules-json.ts'
import { sources } from '#src/risk/sources.ts'

const fresh = '2026-11-28'
const late = '2027-06-01'
const latest = '2028-01-01'
const { rules } = resources.id
const note = rules.review.signLate

describe('the review day of a sign', () => {
  test('is there for every sign that rests on a law, and is the earliest of its laws', () => {
    const onLaw = indicators.filter(sign => sign.sources.some(({ source }) => sources[source].kind === 'law'))
    expect(onLaw.length).toBeGreaterThan(40)
    expect(onLaw.filter(sign => reviewByOf(sign) === null).map(sign => sign.id)).toEqual([])
    const mixed = indicatorOf('under-18')
    expect(mixed && reviewByOf(mixed)).toBe(laws.ppmi.reviewBy)
    expect(laws.anak.reviewBy > laws.ppmi.reviewBy).toBe(true)
  })

  test('is there for bans, which move fastest, and not for what only happened', () => {
    for (const id of ['closed-household', 'closed-country']) {
      expect(reviewByOf(indicatorOf(id) ?? { sources: [{ source: 'abk' }] })).toBe('2027-05-31')
    }
    expect(reviewByOf({ sources: [{ source: 'abk' }] })).toBeNull()
  })

  test('goes out with the rule set', () => {
    const exported = rulesJson(rules).indicators.find(sign => sign.id === 'closed-household')
    expect(exported).toMatchObject({ reviewBy: '2027-05-31' })
  })
})

describe('what is overdue', () => {
  test('is nothing on the day of the reading', () => {
    expect(overdueReviews(fresh)).toEqual([])
    expect(reviewWarnings(fresh)).toEqual([])
  })

  test('is what moves after half a year, and every law and regulation after a year, each in one line', () => {
    const names = overdueReviews(late).map(entry => entry.name)
    expect(names).toContain('UU 18/2017')
    expect(names).toContain('Permen P2MI 17/2025')
    expect(names).toContain(sources['kepmen-260'].title)
    expect(names).not.toContain('UU 27/2022')
    expect(new Set(names).size).toBe(names.length)
    const all = overdueReviews(latest).map(entry => entry.name)
    const expected = [...Object.values(laws), ...ministryRules, ...namedRules].map(entry => entry.short)
    expect(expected.filter(name => !all.includes(name))).toEqual([])
  })

  test('is warned of by name and day, with the number of signs', () => {
    const line = reviewWarnings(late).find(text => text.startsWith('UU 18/2017'))
    expect(line).toMatch(/^UU 18\/2017: should have been reviewed by 2027-05-31\. \d+ signs of the check/)
  })

  test('is found among the sources of an article', () => {
    const urls = [null, 'https://example.org/', laws.ppmi.url]
    expect(isAnyOverdue(urls, fresh)).toBe(false)
    expect(isAnyOverdue(urls, late)).toBe(true)
    expect(isAnyOverdue([null, 'https://example.org/'], latest)).toBe(false)
  })

  test('is said after the reason of the signs that rest on it, and of no other', () => {
    expect(datedWords(rules.signs, note, fresh)).toEqual(rules.signs)
    const words = datedWords(rules.signs, note, late)
    expect(words['closed-household'].why).toBe(`${rules.signs['closed-household'].why} ${note}`)
    expect(words['social-media-ad'].why).toBe(rules.signs['social-media-ad'].why)
  })
})
