import { CLAUSE_END, type Token } from './tokens.ts'

/** A licence or job order that is named, and whether a number follows. A number proves nothing: anyone can copy one. */
export type LicenceMention = Readonly<{ start: number; end: number; hasNumber: boolean }>

const licences = new Set(['sip3mi', 'sip2mi', 'siuppak'])
/** Words after the name among which its number stands. */
const REACH = 5
/** What such numbers have in common: digits, perhaps with letters, strokes and points. Their form is not published. */
const NUMBER = /^(?=.*\d{2})[\p{L}\d./]+$/u

/** Words before a long number that make it no amount. */
const numbering = /^(?:no|nomor|jo)$/

/** Every licence or job order that the tokens name, with its number where one follows in the clause. */
export function licencesIn(tokens: readonly Token[]): LicenceMention[] {
  const found: LicenceMention[] = []
  for (const [at, token] of tokens.entries()) {
    const isOrder = token.word === 'job' && tokens[at + 1]?.word === 'order'
    if (!isOrder && !licences.has(token.word)) continue
    const from = at + (isOrder ? 2 : 1)
    const clause = tokens.slice(from, from + REACH)
    const end = clause.findIndex(({ word }) => word === CLAUSE_END)
    const number = (end < 0 ? clause : clause.slice(0, end)).find(
      ({ word, amount }, place) =>
        NUMBER.test(word) || (amount !== undefined && numbering.test(clause[place - 1]?.word ?? '')),
    )
    const last = number ?? tokens[from - 1] ?? token
    found.push({ start: token.start, end: last.end, hasNumber: number !== undefined })
  }
  return found
}
