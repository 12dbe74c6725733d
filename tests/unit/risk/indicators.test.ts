import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { resources } from '#src/i18n/t.ts'
import { paths } from '#src/risk/flow.ts'
import { dimensions, pictogramIds, stepIds } from '#src/risk/indicator.ts'
import { indicatorOf, indicators } from '#src/risk/indicators.ts'
import { pictograms } from '#src/risk/pictograms.ts'
import { questions } from '#src/risk/questions.ts'
import { rulesetHistory, rulesetVersion } from '#src/risk/ruleset.ts'
import { sources } from '#src/risk/sources.ts'

describe('the rule set', () => {
  test('has no id twice', () => {
    expect(new Set(indicators.map(sign => sign.id)).size).toBe(indicators.length)
  })

  test('lets only strong signs be enough alone', () => {
    const alone = indicators.filter(sign => 'alone' in sign && sign.alone)
    expect(new Set(alone.map(sign => sign.strength))).toEqual(new Set(['strong']))
  })

  test('uses every dimension, and every step', () => {
    expect(new Set(indicators.map(sign => sign.dimension))).toEqual(new Set(dimensions))
    expect(new Set(indicators.map(sign => sign.step))).toEqual(new Set(stepIds))
  })

  test('lets a sign count only with strong ones, so that the pair is a reason to stop', () => {
    const partners = indicators.flatMap(sign => ('countsWith' in sign ? [...sign.countsWith] : []))
    expect(partners.map(id => indicatorOf(id)?.strength)).toEqual(partners.map(() => 'strong'))
  })

  test('uses every source', () => {
    const used = new Set(indicators.flatMap(sign => sign.sources.map(reference => reference.source)))
    expect(Object.keys(sources).filter(id => !used.has(id as never))).toEqual([])
  })

  test('cites an article with every law except those cited as a whole', () => {
    const bare = indicators.flatMap(sign =>
      sign.sources.filter(reference => sources[reference.source].kind === 'law' && !('article' in reference)),
    )
    expect(bare.map(reference => reference.source)).toEqual(['tpks'])
  })

  test('has a pictogram for every id', () => {
    expect(Object.keys(pictograms).sort()).toEqual([...pictogramIds].sort())
  })

  test('is at the newest entry of its history, which goes back in time', () => {
    expect(rulesetVersion).toBe(rulesetHistory[0].id)
    const days = rulesetHistory.map(entry => entry.day)
    expect(days).toEqual([...days].sort().reverse())
  })
})

test('what the rules mean is that of their version: who changes a sign or an answer raises the version too', () => {
  const meaning = [
    ...indicators.map(sign => ({ ...sign, pictogram: null, step: null, sources: null })),
    ...questions,
    ...paths,
  ]
  const print = createHash('sha256').update(JSON.stringify(meaning)).digest('hex').slice(0, 16)
  expect([rulesetVersion, print]).toEqual(['1.1.2', 'bf6588764a69a275'])
})

describe.each(['id', 'en'] as const)('the words in %s', language => {
  const { rules } = resources[language]

  test('name every sign and say why it matters', () => {
    expect(Object.keys(rules.signs).sort()).toEqual(indicators.map(sign => sign.id).sort())
    expect(Object.values(rules.signs).filter(words => words.label === '' || words.why === '')).toEqual([])
  })

  test('have every step', () => {
    expect(Object.keys(rules.steps).sort()).toEqual([...stepIds].sort())
  })

  test('never call an offer safe', () => {
    expect(JSON.stringify(resources[language].check.levels)).not.toMatch(/\b(aman|safe)\b/i)
  })
})

test('no rule mentions the sex of a person', () => {
  const words = JSON.stringify([indicators, resources.id.rules, resources.en.rules])
  expect(words).not.toMatch(/\b(perempuan|wanita|laki-laki|gadis|janda|woman|women|female|male|girl)\b/i)
})
