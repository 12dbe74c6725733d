import { abbreviations } from './abbreviations.ts'
import { nearestWord } from './spelling.ts'

/** A word as it is understood, and where it stands in the text as it was pasted. */
export type Token = Readonly<{ word: string; start: number; end: number }>

/** Ends of clauses in the normalised text; patterns never reach across one. */
export const CLAUSE_END = '|'

const INVISIBLE = /[\p{Cf}\p{Mn}\p{Me}]/u
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
const CLAUSE_MARK = /[.!?;\n\r:]/

/** Characters that stand for letters inside a word. */
const leet: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
}

/** `15jt`, `4,5juta`, `b1`, `18th`, `2x`, `g2g`: digits that mean digits. */
const REAL_NUMBER = /^(?:\p{L}{0,3}\d[\d.,]*\p{L}{0,6}|\p{L}\d\p{L}|\p{L}{1,4}\d{1,2})$/u

/** A word as written → the word meant: letters for look-alikes, no drawn-out letters, abbreviations and typos resolved. */
function understand(raw: string): string {
  let word = raw
  if (/\d|[@$]/.test(word) && /\p{L}/u.test(word) && !REAL_NUMBER.test(word))
    word = word.replace(/[0134578@$]/g, character => leet[character] ?? character)
  word = word.replace(/(\p{L})\1{2,}/gu, '$1').replace(/@|\$(?!\d)/g, '')
  const doubled = /^(\p{L}{3,})2(nya)?$/u.exec(word)
  if (doubled) word = `${doubled[1]}`
  return abbreviations.get(word) ?? nearestWord(word)
}

type Character = Readonly<{ text: string; start: number; end: number }>

/** Visible characters in compatibility form (𝐩 → p, ｐ → p), lower case, with their place. */
function characters(text: string): Character[] {
  const found: Character[] = []
  let at = 0
  for (const symbol of text) {
    const start = at
    at += symbol.length
    if (symbol < '\u0080') {
      found.push({ text: symbol.toLowerCase(), start, end: at })
      continue
    }
    if (INVISIBLE.test(symbol)) continue
    for (const part of symbol.normalize('NFKD').toLowerCase()) {
      if (!INVISIBLE.test(part)) found.push({ text: part, start, end: at })
    }
  }
  return found
}

/** Joins `t r a n s f e r` and `t.r.a.n.s.f.e.r`: four or more single letters in a row. */
function joinSpaced(tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  let run: Token[] = []
  const flush = () => {
    const [first, last] = [run[0], run.at(-1)]
    if (run.length >= 4 && first && last) {
      joined.push({
        word: understand(run.map(token => token.word).join('')),
        start: first.start,
        end: last.end,
      })
    } else joined.push(...run)
    run = []
  }
  for (const token of tokens) {
    const isLetter = token.word.length === 1 && /\p{L}/u.test(token.word)
    const previous = run.at(-1)
    if (isLetter && (!previous || token.start - previous.end <= 2)) run.push(token)
    else {
      flush()
      if (isLetter) run.push(token)
      else joined.push(token)
    }
  }
  flush()
  return joined
}

/**
 * Reads a text into tokens, in time that grows linearly with its length. Clause ends become tokens of their own.
 */
export function tokensOf(text: string): Token[] {
  const list = characters(text)
  const tokens: Token[] = []
  for (let at = 0; at < list.length; at += 1) {
    const here = list[at]
    if (!here) break
    if (
      LETTER_OR_DIGIT.test(here.text) ||
      ((here.text === '$' || here.text === '@') && LETTER_OR_DIGIT.test(list[at + 1]?.text ?? ''))
    ) {
      let end = at + 1
      for (; end < list.length; end += 1) {
        const next = list[end]
        if (!next) break
        const inNumber =
          /[.,]/.test(next.text) &&
          /\d/.test(list[end - 1]?.text ?? '') &&
          /\d/.test(list[end + 1]?.text ?? '')
        const inLeet =
          (next.text === '@' || next.text === '$') && LETTER_OR_DIGIT.test(list[end + 1]?.text ?? '')
        if (!LETTER_OR_DIGIT.test(next.text) && !inNumber && !inLeet) break
      }
      const raw = list
        .slice(at, end)
        .map(character => character.text)
        .join('')
      tokens.push({
        word: raw.length > 60 ? raw.slice(0, 60) : raw,
        start: here.start,
        end: list[end - 1]?.end ?? here.end,
      })
      at = end - 1
    } else if (CLAUSE_MARK.test(here.text)) {
      const previous = list[at - 1]?.text ?? ''
      const next = list[at + 1]?.text ?? ' '
      // `b.a.y.a.r` and `pt.` inside a word are no end of a clause.
      const single =
        tokens.at(-1)?.word.length === 1 &&
        /\p{L}/u.test(next) &&
        /\p{L}/u.test(previous) &&
        here.text === '.'
      if (!single && tokens.at(-1)?.word !== CLAUSE_END)
        tokens.push({ word: CLAUSE_END, start: here.start, end: here.end })
    }
  }
  const understood = new Map<string, string>()
  const read = (raw: string) => {
    const word = understood.get(raw) ?? understand(raw)
    understood.set(raw, word)
    return word
  }
  return joinSpaced(tokens).map(token =>
    token.word === CLAUSE_END ? token : { ...token, word: read(token.word) },
  )
}
