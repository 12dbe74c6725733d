import type { ReceiptProblem } from '#src/crypto/receipt.ts'
import { fill } from '#src/i18n/fill.ts'
import type { TipStrings } from './types.ts'

/** What is wrong with a typed code, in words. */
export function receiptProblem(problem: ReceiptProblem, s: TipStrings['receipt']): string {
  if (problem.problem === 'empty') return s.empty
  if (problem.problem === 'unknown-word') {
    const near = problem.near.length > 0 ? ` ${fill(s.near, { words: problem.near.join(', ') })}` : ''
    return fill(s.unknownWord, { position: problem.position, word: problem.word.slice(0, 20) }) + near
  }
  const isWords = problem.form === 'words'
  if (problem.problem === 'count') return fill(isWords ? s.countWords : s.countDigits, { got: problem.got })
  return isWords ? s.checksumWords : s.checksumDigits
}
