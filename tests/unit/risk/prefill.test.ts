import { assert, property, subarray } from 'fast-check'
import { expect, test } from 'vitest'
import { assessAnswers } from '#src/risk/answers.ts'
import { assess } from '#src/risk/assess.ts'
import { indicators } from '#src/risk/indicators.ts'
import { answersOf } from '#src/risk/prefill.ts'

test('answers made from signs are judged as the signs are', () => {
  assert(
    property(subarray(indicators.map(sign => sign.id)), signs => {
      const { answers, extra } = answersOf(signs)
      expect(assessAnswers(answers, extra).signs).toEqual(assess(signs).signs)
    }),
  )
})

test('of two signs of one question the heavier becomes the answer', () => {
  expect(answersOf(['contract-later', 'no-contract'])).toEqual({
    answers: { kontrak: 'no-contract' },
    extra: ['contract-later'],
  })
})
