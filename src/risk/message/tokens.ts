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
/** A word with the points and signs within it (`4,5`, `p@spor`), or a mark between words. */
const WORD_OR_MARK =
  /(?:[\p{L}\p{N}]|[$@](?=[\p{L}\p{N}]))(?:[\p{L}\p{N}]|[$@](?=[\p{L}\p{N}])|(?<=\d)[.,](?=\d))*|[.!?;\n\r,:()[\]]/gu
const MARK = /^[.!?;\n\r,:()[\]]/
const PAUSE = /[,:()[\]]/
const DASH = /[–—]/
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
/** Longer ones are no words: only their beginning is read. */
const MAX_WORD = 60
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

/** Letters for look-alikes, no drawn-out letters, one of a doubled word. */
function unfold(raw: string): string {
  if (!/[^a-z]|(.)\1\1/.test(raw)) return raw
  let word = raw
  if (/\d|[@$]/.test(word) && /\p{L}/u.test(word) && !REAL_NUMBER.test(word))
    word = word.replace(/[0134578@$]/g, character => leet[character] ?? character)
  word = word.replace(/(\p{L})\1{2,}/gu, '$1').replace(/@|\$(?!\d)/g, '')
  const doubled = /^(\p{L}{3,})2(?:nya|an)?$/u.exec(word)
  return doubled && !lexicon.has(word) ? (doubled[1] ?? word) : word
}

/** A word as written → the word meant: abbreviations, affixes and typos resolved. */
function understand(raw: string): string {
  const asWritten = lexicon.get(raw)
  if (asWritten) return asWritten
  const word = unfold(raw)
  const known = lexicon.get(word)
  if (known) return known
  const near = nearestWord(word)
  return lexicon.get(near) ?? near
}

/**
 * Visible characters in compatibility form (𝐩 → p, ｐ → p), lower case, pictures as spaces; of each, where it starts and ends in
 * the text as pasted.
 */
type Visible = Readonly<{ text: string; starts: readonly number[]; ends: readonly number[] }>

function visible(pasted: string): Visible {
  const [starts, ends]: [number[], number[]] = [[], []]
  const parts: string[] = []
  const add = (part: string, start: number, end: number) => {
    parts.push(part)
    for (let unit = 0; unit < part.length; unit += 1) {
      starts.push(start)
      ends.push(end)
    }
  }
  for (const { 0: run, index } of pasted.matchAll(/[\0-\x7f]+|[^\0-\x7f]/gu)) {
    if (run < '\u0080') {
      parts.push(run.toLowerCase())
      for (let at = index; at < index + run.length; at += 1) {
        starts.push(at)
        ends.push(at + 1)
      }
      continue
    }
    for (const part of run.normalize('NFKD').toLowerCase()) {
      if (INVISIBLE.test(part)) continue
      const shown = part < '\u0080' || LETTER_OR_DIGIT.test(part) ? part : DASH.test(part) ? ',' : ' '
      add(shown, index, index + run.length)
    }
  }
  return { text: parts.join(''), starts, ends }
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
    const passive = previous?.word === 'di' && !token.pause ? lexicon.get(`di${token.word}`) : undefined
    if (previous && passive?.startsWith('di'))
      joined.splice(-1, 1, { ...previous, word: passive, end: token.end })
    else if (previous?.word === token.word && /^\p{L}{3,}$/u.test(token.word))
      joined.splice(-1, 1, { ...previous, word: `${token.word}2`, end: token.end })
    else joined.push(token)
  }
  return joined
}

/** Whether the mark at `at` ends a clause after `count` words of it. */
function endsClause(text: string, at: number, lastWord: string, count: number): boolean {
  const mark = text[at] ?? ''
  if (mark === '?' && count <= HEADING) return false
  if (mark === '.' && SHORTENED.test(lastWord)) return false
  // `b.a.y.a.r` and `pt.` inside a word are no end of a clause.
  const isInWord = mark === '.' && lastWord.length === 1 && /^\p{L}\.\p{L}/u.test(text.slice(at - 1, at + 2))
  return !isInWord && lastWord !== CLAUSE_END
}

/** Words and ends of clauses as they are written. */
function rawTokens({ text, starts, ends }: Visible): Token[] {
  const tokens: Token[] = []
  let [count, paused] = [0, false]
  for (const { 0: found, index } of text.matchAll(WORD_OR_MARK)) {
    const [start, end] = [starts[index] ?? 0, ends[index + found.length - 1] ?? 0]
    if (!MARK.test(found)) {
      tokens.push({ word: found.slice(0, MAX_WORD), start, end, ...(paused ? { pause: true } : {}) })
      paused = false
      count += 1
    } else if (!PAUSE.test(found) && endsClause(text, index, tokens.at(-1)?.word ?? '', count)) {
      tokens.push({ word: CLAUSE_END, start, end })
      count = 0
    } else paused = true
  }
  return tokens
}

/** What a spelling means by its neighbours, where it has two meanings: `kl` the city or "kalau", `no` a number or "tidak". */
function homonym(word: string, previous: string, next: Token | undefined): string | null {
  if (word === 'kl' && TOWARDS.test(previous)) return 'kuala lumpur'
  if (word === 'no' && (!next || next.pause || next.word === CLAUSE_END || /^\d/.test(next.word)))
    return 'nomor'
  return null
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
  const tokens = joinAffixes(joinSpaced(rawTokens(visible(text))))
  return tokens.map((token, at) => {
    if (token.word === CLAUSE_END) return token
    const word = homonym(token.word, previous, tokens[at + 1]) ?? read(token.word)
    previous = word
    return { ...token, word }
  })
}
