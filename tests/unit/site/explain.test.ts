import { describe, expect, test } from 'vitest'
import { resources } from '#src/i18n/t.ts'
import { indicators } from '#src/risk/indicators.ts'
import { questions } from '#src/risk/questions.ts'
import { explainer } from '#site/islands/check/explain.ts'
import { formView } from '#site/islands/check/view.ts'

const terms = { P3MI: 'perusahaan', BP3MI: 'kantor', 'G to G': 'antarpemerintah' }

describe('an abbreviation', () => {
  test('is explained where it first appears, over all texts, and not again', () => {
    const say = explainer(terms)
    expect(['Tanya BP3MI, bukan P3MI.', 'BP3MI dan G to G'].map(say)).toEqual([
      'Tanya BP3MI (kantor), bukan P3MI (perusahaan).',
      'BP3MI dan G to G (antarpemerintah)',
    ])
  })

  test('in brackets or before them stands explained already', () => {
    const say = explainer(terms)
    expect(['Perusahaan (P3MI)', 'P3MI', 'BP3MI (balai)', 'BP3MI'].map(say)).toEqual([
      'Perusahaan (P3MI)',
      'P3MI',
      'BP3MI (balai)',
      'BP3MI',
    ])
  })
})

/** Abbreviations that the texts of the check use and that everybody knows, or that stand beside their explanation. */
const known = new Set(['KTP', 'KK', 'ID', 'HP', 'PT', 'CS', 'UU', 'KP2MI'])
const shorts = (text: string) =>
  text.match(/\b(?:[A-Z]{2,}\d*[A-Z]*\d*[A-Z]*)\b|\bG to G\b|\bDis[nd][a-z]+\b/g) ?? []

describe.each(['id', 'en'] as const)('in %s', language => {
  const { check, rules } = resources[language]
  const glossary = new Set(Object.keys(check.terms))

  test('every abbreviation of a sign, a step, a note or a question has its meaning', () => {
    const texts = [
      ...indicators.flatMap(sign => Object.values(rules.signs[sign.id])),
      ...Object.values(rules.steps),
      ...Object.values(rules.notes),
      ...questions.flatMap(question => [check.questions[question.id].text]),
      JSON.stringify(check.questions),
      ...Object.values(check.levelText),
      ...Object.values(check.levelTextAbroad),
      check.verifyJobHow,
      check.verifyAgencyHow,
      check.verifyRegisterHow,
      check.message.licence,
      check.message.licenceMissing,
    ]
    const unknown = texts.flatMap(shorts).filter(short => !glossary.has(short) && !known.has(short))
    expect([...new Set(unknown)]).toEqual([])
  })

  test('every question explains the abbreviations that it has', () => {
    const bare = formView(language, []).questions.flatMap(({ id, why, options }) => {
      const shown = [why, ...options.map(option => option.text)].join('\n')
      return [...glossary]
        .filter(term => new RegExp(`\\b${term}\\b`).test(shown))
        .filter(term => !shown.includes(`${term} (`) && !shown.includes(`(${term})`))
        .map(term => `${id}: ${term}`)
    })
    expect(bare).toEqual([])
  })

  test('every text that names SISKOP2MI as a way to check says what to type', () => {
    const texts = [
      check.questions.siskop2mi.why,
      check.verifyJobHow,
      check.verifyAgencyHow,
      check.message.licence,
      check.message.licenceMissing,
      ...Object.values(rules.steps).filter(text => text.includes('SISKOP2MI')),
    ]
    expect(texts.filter(text => !/\b(?:ketik|type)\b/.test(text))).toEqual([])
    expect(texts.every(text => text.includes('SISKOP2MI'))).toBe(true)
  })
})
