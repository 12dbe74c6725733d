import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bestMission, type CallWords, callOf, callsOf, callValues, withCalls } from '#src/content/calls.ts'
import { countries } from '#src/content/countries.ts'
import { countryHelp, datedOn, standingOf } from '#src/content/help.ts'
import { parsePublic } from '#src/content/public-api.ts'
import type { HelpLine } from '#src/content/settings.ts'
import { resources } from '#src/i18n/t.ts'

const seed = parsePublic('help-lines', JSON.parse(readFileSync('src/content/seed/help-lines.json', 'utf8')))
const today = '2026-11-28'
const words: CallWords = resources.id.check.calls
const without = (...ids: string[]) => seed.filter(line => !ids.includes(line.id))
const changed = (id: string, parts: Partial<HelpLine>) =>
  seed.map(line => (line.id === id ? { ...line, ...parts } : line))
/** A file without its comments. */
const codeOf = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
const bestOf = (iso: string, lines: readonly HelpLine[] = seed, day = today) =>
  bestMission(countryHelp(lines, iso, day))

describe('the one number of a mission', () => {
  it('is of the last two years, can be called, is for emergencies and for the whole country', () => {
    const best = countries.flatMap(({ iso }) => bestOf(iso) ?? [])
    expect(best.length).toBeGreaterThan(5)
    for (const line of best) {
      expect(standingOf(line, today), line.id).toBe('baru')
      expect(line.tel ?? line.whatsapp, line.id).not.toBeNull()
      expect(line.kind, line.id).toBe('darurat')
      const posts = new Set(
        seed.filter(({ country, id }) => country === line.country && /^k/.test(id)).map(({ city }) => city),
      )
      expect(line.body === 'kbri' || line.body === 'kdei' || posts.size === 1, line.id).toBe(true)
    }
  })

  it.each(['jp', 'ae', 'tw', 'sa', 'om', 'mo'])('is none in %s, where all are old or of nobody good', iso => {
    expect(bestOf(iso)).toBeNull()
  })

  it('is none in Malaysia once that of the embassy is old: the consulate serves four states', () => {
    expect(bestOf('my')?.id).toBe('kbri-kuala-lumpur')
    expect(bestOf('my', seed, '2026-12-03')).toBeNull()
    const [first] = countryHelp(seed, 'my', '2026-12-03').missions
    expect([first?.line.id, first?.line.note?.id]).toEqual([
      'kjri-johor-bahru',
      expect.stringContaining('Johor, Melaka'),
    ])
  })

  it('is that of a consulate where it is the only mission', () => {
    expect(bestOf('hk')?.body).toBe('kjri')
  })

  it('is none that was opened for one event, however fresh', () => {
    const fresh = seed.map(line =>
      line.country === 'tw' ? { ...line, source: { ...line.source, published: '2026-11-01' } } : line,
    )
    expect(bestOf('tw', fresh)).toBeNull()
  })

  it('is none that a source as fresh contradicts', () => {
    const [embassy] = seed.filter(({ id }) => id === 'kbri-phnom-penh')
    if (!embassy) throw new Error('no embassy')
    const rival = { ...embassy, id: 'saingan', tel: '+855111', contradicts: [embassy.id] }
    expect(datedOn(rival)).toBe('2025-12-08')
    expect(bestOf('kh', [...seed, rival])).toBeNull()
    expect(bestOf('kh')?.id).toBe('kbri-phnom-penh')
  })
})

describe('the emergency numbers', () => {
  it('are those of the published lines', () => {
    const calls = callsOf(
      changed('kp2mi-luar-negeri', { tel: '+6221555', telShown: '+62 21 555', whatsapp: '62855' }),
      today,
      words,
      'id',
    )
    expect(calls.abroad).toEqual([
      { href: 'https://wa.me/62855', text: 'KemenP2MI WhatsApp', number: 'WhatsApp' },
      { href: 'tel:+6221555', text: 'KemenP2MI +62\u00a021\u00a0555', number: '+62\u00a021\u00a0555' },
    ])
    expect(
      callsOf(changed('polisi-110', { tel: '112', telShown: null }), today, words, 'en').here[0],
    ).toEqual({
      href: 'tel:112',
      text: 'Polisi 112',
      number: '112',
    })
    const moved = changed('kp2mi-dalam-negeri', { tel: '0800555', telShown: '0800-555' })
    expect(callsOf(moved, today, words, 'id').here[1]).toEqual({
      href: 'tel:0800555',
      text: 'KemenP2MI 0800\u2011555',
      number: '0800\u2011555',
    })
    expect(callValues(moved, today, words, 'id').here).toBe('110 (polisi) atau KemenP2MI 0800\u2011555')
  })

  it('are another line from anywhere, or none at all, where the ministry’s is gone; the police’s stays', () => {
    const gone = without('kp2mi-luar-negeri', 'kp2mi-dalam-negeri', 'polisi-110')
    expect(callsOf(gone, today, words, 'id').abroad[0]?.href).toBe('tel:+6281290070027')
    expect(callsOf([], today, words, 'id')).toEqual({
      here: [{ href: 'tel:110', text: 'Polisi 110', number: '110' }],
      abroad: [],
    })
    expect(callValues([], today, words, 'id')).toEqual({ here: '110 (polisi)', fromAbroad: '' })
  })

  it.each(['id', 'en'] as const)(
    'leave no placeholder of theirs in the texts (%s), with or without lines',
    language => {
      for (const lines of [seed, []]) {
        const values = callValues(lines, today, resources[language].check.calls, language)
        const texts = JSON.stringify(withCalls(resources[language], values))
        expect(texts).not.toMatch(/\{\{(?:here|fromAbroad)\}\}/)
        expect(texts).not.toMatch(/ {2}/)
      }
      expect(withCalls({ a: ['{{here}} {{at}}'] }, { here: '1', fromAbroad: '' })).toEqual({
        a: ['1 {{at}}'],
      })
    },
  )

  it('are no number of their own in code or texts of the check', () => {
    const files = [
      'HelpFirst.tsx',
      'HelpNear.tsx',
      'HelpLines.tsx',
      'LevelBox.tsx',
      'Verdict.tsx',
      'Share.tsx',
    ]
      .map(name => `site/islands/check/${name}`)
      .concat(['MessageResult.tsx', 'OfficeFinder.tsx'].map(name => `site/islands/check/${name}`))
      .concat(
        ['id', 'en'].flatMap(language => ['check', 'rules'].map(name => `src/i18n/${language}/${name}.json`)),
      )
    const number = /tel:\+?\d|wa\.me\/\d|\b0800|2924|(?<!polisi-)\b110\b/
    expect(files.filter(file => number.test(codeOf(file)))).toEqual([])
  })

  it('are called first where a mission can be called and written to', () => {
    const line = seed.find(({ id }) => id === 'kbri-phnom-penh')
    expect(line && callOf(line, 'id')).toEqual({
      href: 'tel:+85512813282',
      text: 'KBRI Phnom Penh +855\u00a012\u00a0813\u00a0282',
      number: '+855\u00a012\u00a0813\u00a0282',
    })
  })
})
