import { type Assessment, assess } from '../assess.ts'
import type { IndicatorId } from '../indicators.ts'
import { questions } from '../questions.ts'
import { contextOf } from './context.ts'
import { isNegated, isWarnedOf } from './denial.ts'
import { type LicenceMention, licencesIn } from './licence.ts'
import { moneyAt } from './money.ts'
import { payTooHigh } from './pay.ts'
import { patterns } from './patterns.ts'
import { CLAUSE_END, type Token, tokensOf } from './tokens.ts'

/** Words of the pasted text that gave a sign: places in the text as it was pasted. */
export type MessageMatch = Readonly<{ sign: IndicatorId; start: number; end: number }>

/** What a message was read as. The certainty is `kurang` unless the signs are enough to stop: a message is never the whole offer. */
export type MessageReading = Readonly<{
  matches: readonly MessageMatch[]
  signs: readonly IndicatorId[]
  assessment: Assessment
  /** Licences and job orders that it names: to be looked up, never proof. */
  licences: readonly LicenceMention[]
  /** True when only the beginning and the end were read: the text is longer than any message. */
  cut: boolean
}>

/** Longest text that is read as a whole, in characters: some ten times a long chat. Of a longer one, this much is read. */
export const MAX_MESSAGE = 100_000
const HALF = MAX_MESSAGE / 2

/** Signs that an open offer may show too: they do not count in one. */
const SOFT: ReadonlySet<IndicatorId> = new Set<IndicatorId>([
  'placement-fee',
  'fishing-uncovered',
  'internship-cover',
  'guaranteed',
  'pressure',
  'data-harvest',
  'individual-recruiter',
  'pay-too-good',
  'job-vague',
  'scam-job',
  'under-18',
  'stranger-recruiter',
  'fee-to-person',
  'passport-broker',
  'family-advance',
])

/** The words of what is read, in their places of the whole text; nothing reaches across what is left out. */
function tokensRead(text: string): Token[] {
  if (text.length <= MAX_MESSAGE) return tokensOf(text)
  const skipped = text.length - HALF
  const end = tokensOf(text.slice(skipped)).map(token => ({
    ...token,
    start: token.start + skipped,
    end: token.end + skipped,
  }))
  return [...tokensOf(text.slice(0, HALF)), { word: CLAUSE_END, start: HALF, end: HALF }, ...end]
}

/** Amounts become one placeholder word each. */
function withMoney(tokens: readonly Token[]): Token[] {
  const words = tokens.map(token => token.word)
  const read: Token[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token) break
    const money = moneyAt(words, at)
    if (!money) read.push(token)
    else {
      read.push({
        ...token,
        word: money.word,
        amount: money.amount,
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

/** Signs that the same words also show, and that the graver one says better. */
const graver: Readonly<Partial<Record<IndicatorId, IndicatorId>>> = {
  'high-pay': 'pay-too-good',
  'any-fee': 'placement-fee',
}

/** Haste that turns a payment to a person into the pattern of fraud. */
const derived = (signs: ReadonlySet<IndicatorId>): IndicatorId[] =>
  signs.has('fee-to-person') && signs.has('pressure') ? ['private-account-deadline'] : []

/** Every place where a global expression fits. Runs the expression itself: `matchAll` runs a copy, which may be compiled anew. */
function* hitsOf(when: RegExp, text: string): Generator<RegExpExecArray> {
  when.lastIndex = 0
  for (let hit = when.exec(text); hit; hit = when.exec(text)) {
    if (hit[0] === '') when.lastIndex += 1
    else yield hit
  }
}

/**
 * Reads an advert or chat on the device: finds signs by lexicon and pattern, marks the words that gave them, and judges.
 * Never throws. Time grows linearly with the length; of a text longer than `MAX_MESSAGE` the beginning
 * and the end are read: an exported chat ends with what is newest. It finds words, it proves nothing: no match does not mean that the offer is in order.
 */
export function readMessage(text: string): MessageReading {
  const tokens = withMoney(tokensRead(text))
  const { text: normal, starts } = textOf(tokens)
  const found: MessageMatch[] = []
  const marked = new Set<string>()
  const context = contextOf(normal)
  for (const { sign, when, scope, denies, not, requires, unless, unlessNext } of context.isNoOffer
    ? []
    : patterns) {
    if (unless?.test(normal) || (requires && !requires.test(normal))) continue
    if ((scope && !context.has[scope]) || (context.isOpen && SOFT.has(sign))) continue
    for (const hit of hitsOf(when, normal)) {
      const end = hit.index + hit[0].length
      const range = [tokenAt(starts, hit.index), tokenAt(starts, end - 1)] as const
      if ((!denies && isNegated(tokens, range)) || isWarnedOf(normal, hit.index, end)) continue
      if (not?.test(hit[0]) || unlessNext?.test(normal.slice(end, end + 80).trimStart())) continue
      const [start, stop] = [tokens[range[0]]?.start ?? 0, tokens[range[1]]?.end ?? 0]
      if (!marked.has(`${sign} ${start} ${stop}`)) found.push({ sign, start, end: stop })
      marked.add(`${sign} ${start} ${stop}`)
    }
  }
  if (!context.isNoOffer && context.has.abroad)
    for (const { start, end } of payTooHigh(tokens, normal)) found.push({ sign: 'pay-too-good', start, end })
  const named = new Set(found.map(match => match.sign))
  const matches = found.filter(({ sign }) => {
    const other = graver[sign]
    return !other || !named.has(other)
  })
  const seen = new Set(matches.map(match => match.sign))
  const following = derived(seen)
  const signs = [...seen, ...following]
  for (const sign of following) {
    const because = matches.find(match => match.sign === 'fee-to-person')
    if (because) matches.push({ ...because, sign })
  }
  matches.sort((a, b) => a.start - b.start || a.end - b.end)
  return {
    matches,
    signs,
    // A message answers no question: all of them stay open.
    assessment: assess(signs, questions.length),
    licences: licencesIn(tokens),
    cut: text.length > MAX_MESSAGE,
  }
}

/** An offer; so long a text makes engines compile an expression for good at its first use. */
const REHEARSAL =
  'gaji 900 usd, visa diurus disana, jgn bilang mau kerja. biaya 15jt tf ke rek saya, paspor kami pegang 🙏 '.repeat(
    10,
  )
/** Readings after which engines have compiled what is not a pattern. */
const REHEARSALS = 8

/**
 * Prepares the reader step by step, a few milliseconds each on a slow phone, so that the first message is read as fast as
 * the next. Optional.
 */
export function* prepareReader(): Generator<void> {
  for (const { when } of patterns) yield void when.test(REHEARSAL)
  for (let round = 0; round < REHEARSALS; round += 1) yield void readMessage(REHEARSAL)
}
