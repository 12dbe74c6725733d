import { assert, property, record, constantFrom, boolean } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resources } from '#src/i18n/t.ts'
import { type Answers, assessAnswers } from '#src/risk/answers.ts'
import { levels } from '#src/risk/assess.ts'
import { type StepId, stepIds } from '#src/risk/indicator.ts'
import { type IndicatorId, indicatorOf, indicators } from '#src/risk/indicators.ts'
import { type Question, questions } from '#src/risk/questions.ts'
import { stepFor, steps } from '#src/risk/steps.ts'

const all: readonly Question[] = questions
const someAnswers = record(
  Object.fromEntries(
    all.map(question => [question.id, constantFrom(...question.options.map(option => option.id))]),
  ),
  { requiredKeys: [] },
)

/** The steps that a result shows, as `Reasons` takes them. */
function shownSteps(answers: Answers, isAbroad: boolean): StepId[] {
  const { signs, level } = assessAnswers(answers)
  return signs.flatMap(id => {
    const sign = indicatorOf(id)
    return sign ? [stepFor(sign, level, isAbroad)] : []
  })
}

const places = [true, false] as const
const shownAt = (level: (typeof levels)[number], isAbroad: boolean) =>
  new Set(indicators.map(sign => stepFor(sign, level, isAbroad)))

describe('a step', () => {
  test('never sends someone who must stop back to the recruiter, whatever was answered', () => {
    assert(
      property(someAnswers, boolean(), (answers, isAbroad) => {
        if (assessAnswers(answers).level !== 'berhenti') return
        const asking = shownSteps(answers, isAbroad).filter(step => steps[step].asks === 'recruiter')
        expect(asking).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  test('never sends someone who must stop back to the recruiter, whatever the sign', () => {
    for (const isAbroad of places)
      expect([...shownAt('berhenti', isAbroad)].filter(step => steps[step].asks === 'recruiter')).toEqual([])
  })

  test('never sends someone abroad to what works in Indonesia only', () => {
    for (const level of levels)
      expect([...shownAt(level, true)].filter(step => !steps[step].abroad)).toEqual([])
  })

  test('is shown on some result, each of them', () => {
    const shown = new Set(levels.flatMap(level => places.flatMap(isAbroad => [...shownAt(level, isAbroad)])))
    expect([...shown].sort()).toEqual([...stepIds].sort())
  })

  test('that takes the place of another at a stop has nothing that takes its own', () => {
    const chained = stepIds.filter(id => {
      const { atStop } = steps[id]
      return atStop && steps[atStop].atStop
    })
    expect(chained).toEqual([])
  })

  test.each([
    ['closed-country', 'official-path'],
    ['closed-household', 'official-path'],
    ['not-in-siskop2mi', 'check-job'],
  ] as [IndicatorId, StepId][])('for %s does not contradict the sign: it is not %s', (id, contradicting) => {
    expect(indicatorOf(id)?.step).not.toBe(contradicting)
  })
})

describe.each([
  ['id', /\bminta\b(?! tolong)/i, /visa kerja/i, /\{\{here\}\}|\b110\b|0800-1000|Disnaker|BP3MI/],
  ['en', /\bask (?:for|them|him)\b/i, /work visa/i, /\{\{here\}\}|\b110\b|0800-1000|labour office|BP3MI/],
] as const)('the words of the steps in %s', (language, asks, visa, home) => {
  const words = resources[language].rules.steps

  test('ask for nothing where the step says that it asks nobody of the recruiter’s side', () => {
    expect(stepIds.filter(id => asks.test(words[id]) !== (steps[id].asks === 'recruiter'))).toEqual([])
  })

  test('speak of no number and office of Indonesia to someone abroad', () => {
    expect(stepIds.filter(id => steps[id].abroad && home.test(words[id]))).toEqual([])
  })

  test('promise no work visa for a country that is closed', () => {
    expect(words['closed-path']).not.toMatch(visa)
  })
})
