import { wordList } from './words.ts'

/** The 2,048 words, sorted; the place of a word is its value. See docs/protocol.md for how they were chosen. */
export const words: readonly string[] = wordList.split(' ')

/** Letters after which every word of the list is known. */
export const PREFIX = 4

const byPrefix = new Map(words.map((word, index) => [word.slice(0, PREFIX), index]))

/** The place of a typed word, or null. The first four letters are enough; more letters must be the word's own. */
export function wordIndex(typed: string): number | null {
  const index = byPrefix.get(typed.slice(0, PREFIX))
  return index !== undefined && (words[index] as string).startsWith(typed) ? index : null
}

/** Up to three words of the list that differ from `typed` by one letter (changed, missing, extra or swapped with its neighbour). */
export function nearWords(typed: string): string[] {
  return words.filter(word => isNear(word, typed)).slice(0, 3)
}

function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  const [restA, restB] = [a.slice(start), b.slice(start)]
  const isSwap =
    restA.length > 1 && restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
  return isSwap || restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)
}
