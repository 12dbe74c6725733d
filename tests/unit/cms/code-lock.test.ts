import { expect, test } from 'vitest'
import { countWrongCode, forgetWrongCodes, isCodePaused } from '#cms/endpoints/desk-code-lock.ts'

const minute = 60_000
const fiveWrong = (user: string, now: number) => {
  for (let count = 0; count < 5; count += 1) countWrongCode(user, now)
}

test('five wrong codes pause an account for 15 minutes, five more for 30, and never for more than a day', () => {
  fiveWrong('a', 0)
  expect([isCodePaused('a', 14 * minute), isCodePaused('a', 15 * minute)]).toEqual([true, false])
  fiveWrong('a', 15 * minute)
  expect([isCodePaused('a', 44 * minute), isCodePaused('a', 45 * minute)]).toEqual([true, false])
  for (let round = 0; round < 20; round += 1) fiveWrong('a', 0)
  expect(isCodePaused('a', 24 * 60 * minute)).toBe(false)
  forgetWrongCodes('a')
})

test('a right code, and other accounts, are not held back by it', () => {
  fiveWrong('b', 0)
  expect(isCodePaused('c', 1)).toBe(false)
  forgetWrongCodes('b')
  expect(isCodePaused('b', 1)).toBe(false)
})
