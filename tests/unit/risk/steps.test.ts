import { assert, property, record, constantFrom, boolean } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resources } from '#src/i18n/t.ts'
import { type Answers, assessAnswers } from '#src/risk/answers.ts'
import { levels } from '#src/risk/assess.ts'
import { type StepId, stepIds } from '#src/risk/indicator.ts'
import { type IndicatorId, indicatorOf, indicators } from '#src/risk/indicators.ts'
import { type Question, questions } from '#src/risk/questions.ts'
import { notesFor } from '#site/islands/check/notes-for.ts'
import { onlyAdds, stepFor, steps } from '#src/risk/steps.ts'

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

  test('never helps someone who must stop on with the offer: not to verify, to mend papers, to decide', () => {
    for (const isAbroad of places)
      expect([...shownAt('berhenti', isAbroad)].filter(step => steps[step].goesOn)).toEqual([])
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

/** Words that help on with an offer, or that weaken a stop. */
const onward = {
  id: /cocokkan|harus cocok|sebelum memutuskan|sebelum membeli|jalur resmi|urus paspor|diperbaiki|tanyakan dulu|transfer dulu|bukan bukti bahaya|buka SISKOP2MI|cari sekali lagi|nomor SIP3MI|kontrak tertulis|di mana pun|periksa siapa|bisa didatangi/i,
  en: /(?:must|still) match|compare|before you decide|before any ticket|official path|apply for|corrected|labour office first|do not transfer yet|no proof of|open SISKOP2MI|look once more|SIP3MI number|written contract|check who|can be visited/i,
} as const

describe.each(['id', 'en'] as const)('beside a stop in %s', language => {
  const { rules, check } = resources[language]

  test('no word helps on with the offer or weakens the stop: reasons, steps, notes, the level itself', () => {
    const whys = indicators.map(sign =>
      onlyAdds(sign, 'berhenti') ? rules.weakAtStop : rules.signs[sign.id].why,
    )
    const shown = places
      .flatMap(isAbroad => [...shownAt('berhenti', isAbroad)])
      .map(step => rules.steps[step])
    const stop = assessAnswers({ disuruh: 'told-to-lie', bayar: 'any-fee' })
    const notes = notesFor({ ...stop, signs: ['employer-pays-all'] }, { perekrut: 'p3mi' })
    const texts = [...whys, ...shown, ...notes.map(id => rules.notes[id]), check.levelText.berhenti]
    expect(notes).toEqual(['employer-pays', 'licence'])
    expect(texts.filter(text => onward[language].test(text))).toEqual([])
  })

  test('a step that helps on with the offer says so, and no other', () => {
    expect(
      stepIds.filter(id => onward[language].test(rules.steps[id]) !== (steps[id].goesOn ?? false)),
    ).toEqual([])
  })

  test('a weak sign has one sentence for all, unless a partner makes it count', () => {
    const adding = indicators.filter(sign => onlyAdds(sign, 'berhenti')).map(sign => sign.id)
    expect(adding.sort()).toEqual(['any-fee', 'chat-only', 'high-pay', 'social-media-ad'])
    expect(indicators.filter(sign => onlyAdds(sign, 'periksa-dulu'))).toEqual([])
  })
})

test('official differences: that weak signs mean little is said beside no stop', () => {
  const weak = { bayar: 'any-fee' }
  expect(notesFor(assessAnswers(weak), weak)).toEqual(['official-weak'])
  const stop = { ...weak, disuruh: 'told-to-lie' }
  expect(notesFor(assessAnswers(stop), stop)).toEqual([])
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
