import { lexicon } from './lexicon.ts'
import { nearestWord } from './spelling.ts'

/** A word as it is understood, and where it stands in the text as it was pasted. */
export type Token = Readonly<{
  word: string
  start: number
  end: number
  /** A comma, bracket, dash, colon or quotation mark stands before it: a denial does not reach across. */
  pause?: true
  /** Of an amount of money: its rupiah, roughly. */
  amount?: number
}>

/** Ends of clauses in the normalised text; patterns never reach across one. */
export const CLAUSE_END = '|'

const INVISIBLE = /[\p{Cf}\p{Mn}\p{Me}]/u
/** Words of direction after which `kl` is a city, and not "kalau". */
const TOWARDS = /^(?:ke|di|sampai|dari|transit|lewat|tiba|singgah|mampir|via)$/
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
const CLAUSE_MARK = /[.!?;\n\r]/
const PAUSE = /[,:()[\]–—…]/
/** A question of so few words ("Visa?") is a heading for what follows, not a clause. */
const HEADING = 3
/** Shortened words, whose point ends no clause. */
const SHORTENED = /^(?:no|rp|jl|kab|kec|tgl|bpk|sdr|pt|cv|dr|hj|min|max|maks|jo)$/

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
  const doubled = /^(\p{L}{3,})2(?:nya|an)?$/u.exec(word)
  if (doubled) word = lexicon.has(word) ? word : (doubled[1] ?? word)
  const known = lexicon.get(word)
  if (known) return known
  const near = nearestWord(word)
  return lexicon.get(near) ?? near
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
        ...(first.pause ? { pause: true } : {}),
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

/** Joins `di tahan` to `ditahan`, and `jalan-jalan` to the spelling `jalan2`. */
function joinAffixes(tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    const previous = joined.at(-1)
    const passive = lexicon.get(`di${token.word}`)
    if (previous?.word === 'di' && !token.pause && passive?.startsWith('di'))
      joined.splice(-1, 1, { ...previous, word: passive, end: token.end })
    else if (previous?.word === token.word && /^\p{L}{3,}$/u.test(token.word))
      joined.splice(-1, 1, { ...previous, word: `${token.word}2`, end: token.end })
    else joined.push(token)
  }
  return joined
}

/** Whether the mark at `at` ends a clause after `count` words of it. */
function endsClause(list: readonly Character[], at: number, lastWord: string, count: number): boolean {
  const mark = list[at]?.text ?? ''
  if (mark === '?' && count <= HEADING) return false
  if (mark === '.' && SHORTENED.test(lastWord)) return false
  // `b.a.y.a.r` and `pt.` inside a word are no end of a clause.
  const isInWord =
    mark === '.' &&
    lastWord.length === 1 &&
    /\p{L}/u.test(list[at + 1]?.text ?? ' ') &&
    /\p{L}/u.test(list[at - 1]?.text ?? '')
  return !isInWord && lastWord !== CLAUSE_END
}

/** Where the word that begins at `at` ends: after letters, digits, and the points and signs within them. */
function wordEnd(list: readonly Character[], at: number): number {
  let end = at + 1
  for (; end < list.length; end += 1) {
    const [before, here, after] = [
      list[end - 1]?.text ?? '',
      list[end]?.text ?? '',
      list[end + 1]?.text ?? '',
    ]
    const inNumber = /[.,]/.test(here) && /\d/.test(before) && /\d/.test(after)
    const inLeet = (here === '@' || here === '$') && LETTER_OR_DIGIT.test(after)
    if (!LETTER_OR_DIGIT.test(here) && !inNumber && !inLeet) break
  }
  return end
}

/** Words and ends of clauses as they are written. */
function rawTokens(list: readonly Character[]): Token[] {
  const tokens: Token[] = []
  let [count, paused] = [0, false]
  for (let at = 0; at < list.length; at += 1) {
    const here = list[at]
    if (!here) break
    const isSign = here.text === '$' || here.text === '@'
    if (LETTER_OR_DIGIT.test(here.text) || (isSign && LETTER_OR_DIGIT.test(list[at + 1]?.text ?? ''))) {
      const end = wordEnd(list, at)
      const word = list.slice(at, Math.min(end, at + 60)).map(character => character.text)
      tokens.push({
        word: word.join(''),
        start: here.start,
        end: list[end - 1]?.end ?? here.end,
        ...(paused ? { pause: true } : {}),
      })
      paused = false
      count += 1
      at = end - 1
    } else if (CLAUSE_MARK.test(here.text)) {
      if (endsClause(list, at, tokens.at(-1)?.word ?? '', count)) {
        tokens.push({ word: CLAUSE_END, start: here.start, end: here.end })
        count = 0
      } else paused = true
    } else if (PAUSE.test(here.text)) paused = true
  }
  return tokens
}

/**
 * Reads a text into tokens, in time that grows linearly with its length. Clause ends become tokens of their own.
 */
export function tokensOf(text: string): Token[] {
  const understood = new Map<string, string>()
  const read = (raw: string) => {
    const word = understood.get(raw) ?? understand(raw)
    understood.set(raw, word)
    return word
  }
  let previous = ''
  return joinAffixes(joinSpaced(rawTokens(characters(text)))).map(token => {
    if (token.word === CLAUSE_END) return token
    const word = token.word === 'kl' && TOWARDS.test(previous) ? 'kuala lumpur' : read(token.word)
    previous = word
    return { ...token, word }
  })
}
