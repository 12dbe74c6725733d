import { expect, it } from 'vitest'
import { ageWords } from '#site/components/help/age.ts'

const today = '2026-11-28'

it.each([
  ['2026-11-28', null],
  ['2024-11-29', null],
  ['2024-11-27', 'Keterangan lama, dari November 2024.'],
  ['2023-05-15', 'Keterangan lama, dari Mei 2023.'],
  [null, null],
])('says how old a source of %s is on 28 November 2026: %s', (published, words) => {
  expect(ageWords(published, today)).toBe(words)
})
