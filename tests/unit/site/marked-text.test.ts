import { expect, test } from 'vitest'
import { piecesOf } from '#site/islands/check/MarkedText.tsx'

const show = (text: string, matches: Parameters<typeof piecesOf>[1]) =>
  piecesOf(text, matches).map(piece => [piece.text, ...piece.signs])

test('the pieces are the whole text, marked where a match is', () => {
  expect(show('abcdef', [{ sign: 'visit-visa', start: 2, end: 4 }])).toEqual([
    ['ab'],
    ['cd', 'visit-visa'],
    ['ef'],
  ])
})

test('of two signs whose words overlap the second gets the words that are left', () => {
  expect(
    show('abcdef', [
      { sign: 'visit-visa', start: 0, end: 3 },
      { sign: 'told-to-lie', start: 2, end: 5 },
      { sign: 'told-to-lie', start: 4, end: 6 },
    ]),
  ).toEqual([
    ['abc', 'visit-visa'],
    ['def', 'told-to-lie'],
  ])
})

test('words that gave two signs carry both', () => {
  expect(
    show('abcd', [
      { sign: 'fee-to-person', start: 1, end: 3 },
      { sign: 'placement-fee', start: 1, end: 3 },
    ]),
  ).toEqual([['a'], ['bc', 'fee-to-person', 'placement-fee'], ['d']])
})
