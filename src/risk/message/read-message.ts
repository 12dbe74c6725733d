import { type Assessment, assess } from '../assess.ts'
import type { IndicatorId } from '../indicators.ts'
import { moneyAt } from './money.ts'
import { isAtHome, isNoOffer } from './no-offer.ts'
import { patterns } from './patterns.ts'
import { CLAUSE_END, type Token, tokensOf } from './tokens.ts'

/** Words of the pasted text that gave a sign: places in the text as it was pasted. */
export type MessageMatch = Readonly<{ sign: IndicatorId; start: number; end: number }>

/** What a message was read as. The certainty is `kurang` unless the signs are enough to stop: a message is never the whole offer. */
export type MessageReading = Readonly<{
  matches: readonly MessageMatch[]
  signs: readonly IndicatorId[]
  assessment: Assessment
  /** True when only the beginning was read: the text is longer than any message. */
  cut: boolean
}>

/** Longest text that is read, in characters: some ten times a long chat. */
export const MAX_MESSAGE = 100_000

/** Questions that a message leaves open: all of them. */
const ALL_OPEN = 24

const DENIALS = new Set([
  'jangan',
  'tidak',
  'bukan',
  'tanpa',
  'no',
  'dilarang',
  'hindari',
  'stop',
  'anti',
  'waspada',
  'awas',
])
const WARNINGS =
  /\b(?:waspada|hati hati|awas|hindari|jangan mau|jangan percaya|modus|penipuan|ciri ciri|dilarang|laporkan|mengimbau|imbau|imbauan|tergiur|tolak)\b/
/** The same after a match, in its clause: "kalau diminta bilang liburan, tolak". */
const REJECTION = /^[^|]{0,60}?\b(?:tolak|itu (?:penipuan|bohong|bahaya)|laporkan)\b/
/** Words inside a match that turn it round: "jawab jujur", "Saudi (bukan PRT)". */
const INNER_DENIALS = new Set(['bukan', 'jangan', 'tidak', 'jujur'])
/** Costs that people do pay themselves: courses and tests with a receipt. */
const COURSE = new Set(['kursus', 'les', 'ujian', 'tes', 'pelatihan'])
/** Words before a match in which a denial counts. */
const REACH = 3

/** Signs only of an offer abroad. */
const ABROAD_ONLY: ReadonlySet<IndicatorId> = new Set(['guaranteed', 'pay-too-good', 'job-vague', 'pressure'])
/** Fees that go to an office of the state or against a receipt. */
const OFFICIAL_PAYEE = /^[^|]{0,40}?\b(?:kedutaan|kode billing|virtual account|kas negara|pnbp|kuitansi)\b/

/** Amounts become one placeholder word each. */
function withMoney(tokens: readonly Token[]): Token[] {
  const words = tokens.map(token => token.word)
  const read: Token[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token) break
    const money = /^(?:\p{L}|\$)*\$?\d|^(?:rp|usd|us|rm|sgd|aud|idr|nt|sar)$/u.test(token.word)
      ? moneyAt(words, at)
      : null
    if (!money) read.push(token)
    else {
      read.push({
        word: money.word,
        start: token.start,
        end: tokens[at + money.length - 1]?.end ?? token.end,
      })
      at += money.length - 1
    }
  }
  return read
}

/** The normalised text, and for each token the place where its word begins in it. */
function textOf(tokens: readonly Token[]): { text: string; starts: number[] } {
  const starts: number[] = []
  let text = ''
  for (const token of tokens) {
    starts.push(text.length)
    text += `${token.word} `
  }
  return { text, starts }
}

/** Index of the token that holds `place` of the normalised text. */
function tokenAt(starts: readonly number[], place: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}

/** Whether the words just before (same clause), a warning anywhere before in the clause, or a rejection after it, deny the match. */
function isDenied(
  tokens: readonly Token[],
  first: number,
  text: string,
  start: number,
  end: number,
): boolean {
  for (let at = first - 1; at >= Math.max(0, first - REACH); at -= 1) {
    const word = tokens[at]?.word ?? CLAUSE_END
    if (word === CLAUSE_END) break
    if (DENIALS.has(word)) return true
  }
  // Never look further back than this: the whole stays linear.
  const before = text.slice(Math.max(0, start - 200), start)
  const clause = before.slice(before.lastIndexOf(CLAUSE_END) + 1)
  return WARNINGS.test(clause) || REJECTION.test(text.slice(end, end + 80))
}

/** Haste that turns a payment to a person into the pattern of fraud. */
const derived = (signs: ReadonlySet<IndicatorId>): IndicatorId[] =>
  signs.has('fee-to-person') && signs.has('pressure') ? ['private-account-deadline'] : []

/**
 * Reads an advert or chat on the device: finds signs by lexicon and pattern, marks the words that gave them, and judges.
 * Never throws. Time grows linearly with the length; beyond `MAX_MESSAGE` characters nothing is read. It finds words, it
 * proves nothing: no match does not mean that the offer is in order.
 */
export function readMessage(text: string): MessageReading {
  const tokens = withMoney(tokensOf(text.slice(0, MAX_MESSAGE)))
  const { text: normal, starts } = textOf(tokens)
  const matches: MessageMatch[] = []
  const isHome = isAtHome(normal)
  for (const { sign, when, denied, unless } of isNoOffer(normal) ? [] : patterns) {
    if (unless?.test(normal) || (isHome && ABROAD_ONLY.has(sign))) continue
    for (const found of normal.matchAll(when)) {
      const first = tokenAt(starts, found.index)
      const last = tokenAt(starts, found.index + found[0].length - 1)
      if (denied !== false && isDenied(tokens, first, normal, found.index, found.index + found[0].length))
        continue
      if (
        /\b(?:kbri|kjri|kedutaan)$/.test(normal.slice(Math.max(0, found.index - 12), found.index).trimEnd())
      )
        continue
      const inner = found[0].split(' ')
      if (denied !== false && inner.some((word, at) => at > 0 && INNER_DENIALS.has(word))) continue
      if (sign === 'placement-fee' && inner.some(word => COURSE.has(word))) continue
      const after = found.index + found[0].length
      const isFee = sign === 'placement-fee' || sign === 'any-fee'
      if (isFee && OFFICIAL_PAYEE.test(normal.slice(after, after + 80))) continue
      matches.push({ sign, start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 })
    }
  }
  const seen = new Set(matches.map(match => match.sign))
  const signs = [...seen, ...derived(seen)]
  for (const sign of derived(seen)) {
    const because = matches.find(match => match.sign === 'fee-to-person')
    if (because) matches.push({ ...because, sign })
  }
  matches.sort((a, b) => a.start - b.start || a.end - b.end)
  return { matches, signs, assessment: assess(signs, ALL_OPEN), cut: text.length > MAX_MESSAGE }
}
