import type { Answers } from './answers.ts'
import { isIndicatorId } from './indicators.ts'
import { questionOf } from './questions.ts'
import { hasSameMeaning, rulesetVersion } from './ruleset.ts'

/** Where the reader is: a question id, the result, or the first question of the path that is still open. */
export type Place = string
export const RESULT: Place = 'hasil'
export const OPEN: Place = 'terbuka'

/** What a fragment may carry. It is never sent to a server. */
export type FragmentState = Readonly<{
  answers: Answers
  extra: readonly string[]
  at: Place | null
  /** Country where the reader is, two lower-case letters of ISO 3166-1; null when it was not told. */
  country: string | null
  /** True for a walk that began with a message: questions that it answered are not asked again. */
  openOnly: boolean
}>

/** Entries of a fragment that this rule set does not know. They count as unanswered. */
export type Lost = Readonly<{
  /** Questions that there are, whose answer there is not. */
  questions: readonly string[]
  /** Number of everything else: questions, signs and places that there are not, or twice. */
  others: number
}>

export type ParsedFragment =
  | Readonly<{ kind: 'empty' }>
  /** `isOther`: made by a rule set with which a level can come out differently. */
  | (Readonly<{ kind: 'state'; lost: Lost; version: string; isOther: boolean }> & FragmentState)
  /** Nothing of it may be used. */
  | Readonly<{ kind: 'malformed' }>

/** Longest fragment that is looked at, in characters; ours stay under 900. */
const MAX_LENGTH = 4000

const COUNTRY = /^[a-z]{2}$/
const names = { version: 'v', signs: 'tanda', place: 'di', country: 'di-negara', from: 'dari' } as const
const reserved: ReadonlySet<string> = new Set(Object.values(names))
const MESSAGE = 'pesan'

/** `#v=1.0.0&posisi=belum&…&di=hasil`. Only known ids and a country by its form are written, in the order given. */
export function writeFragment({ answers, extra, at, country, openOnly }: FragmentState): string {
  const parts = [`${names.version}=${rulesetVersion}`]
  for (const [id, answer] of Object.entries(answers)) {
    if (answer && questionOf(id)?.options.some(option => option.id === answer)) parts.push(`${id}=${answer}`)
  }
  const signs = extra.filter(isIndicatorId)
  if (signs.length > 0) parts.push(`${names.signs}=${signs.join('.')}`)
  if (country && COUNTRY.test(country)) parts.push(`${names.country}=${country}`)
  if (openOnly) parts.push(`${names.from}=${MESSAGE}`)
  if (at) parts.push(`${names.place}=${at}`)
  return `#${parts.join('&')}`
}

/** A name/value list, or null when it is not `name=value&…` of plain id characters, or a name comes twice. */
function entriesOf(text: string): Map<string, string> | null {
  const entries = new Map<string, string>()
  for (const part of text.split('&')) {
    const match = /^([a-z0-9-]{1,40})=([a-z0-9.-]{1,3000})$/.exec(part)
    if (!match?.[1] || !match[2] || entries.has(match[1])) return null
    entries.set(match[1], match[2])
  }
  return entries
}

/**
 * Reads a fragment of any rule set, with or without its `#`. Never throws. What is malformed or too long is refused as a
 * whole. Known ids are kept, also of another rule set; unknown ones are named in `lost`, so that the reader can be told, and
 * no milder result goes unnoticed.
 */
export function readFragment(hash: string): ParsedFragment {
  const text = hash.startsWith('#') ? hash.slice(1) : hash
  if (text === '') return { kind: 'empty' }
  const entries = text.length <= MAX_LENGTH ? entriesOf(text) : null
  const version = entries?.get(names.version)
  if (!entries || !version || !/^\d+\.\d+\.\d+$/.test(version)) return { kind: 'malformed' }
  const at = entries.get(names.place) ?? null
  const country = entries.get(names.country) ?? null
  const from = entries.get(names.from)
  const listed = entries.get(names.signs)?.split('.') ?? []
  const extra = [...new Set(listed.filter(isIndicatorId))]
  let others = listed.length - extra.length
  const questions: string[] = []
  const answers: Record<string, string> = {}
  for (const [id, answer] of entries) {
    if (reserved.has(id)) continue
    const question = questionOf(id)
    if (question?.options.some(option => option.id === answer)) answers[id] = answer
    else if (question) questions.push(id)
    else others += 1
  }
  const isPlace = at === null || at === RESULT || at === OPEN || questionOf(at) !== null
  const isCountry = country === null || COUNTRY.test(country)
  const isFrom = from === undefined || from === MESSAGE
  others += [isPlace, isCountry, isFrom].filter(known => !known).length
  return {
    kind: 'state',
    answers,
    extra,
    at: isPlace ? at : null,
    country: isCountry ? country : null,
    openOnly: from === MESSAGE,
    lost: { questions, others },
    version,
    isOther: !hasSameMeaning(version),
  }
}
