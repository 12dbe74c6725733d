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
  /** True for a walk that began with a message: questions that it answered are not asked again. */
  openOnly: boolean
}>

/** Entries of a fragment that this rule set does not know. They count as unanswered. */
export type Lost = Readonly<{
  /** Questions that there are, whose answer there is not. */
  questions: readonly string[]
  /** Number of everything else: questions, signs and places that there are not, or twice, and what cannot be read. */
  others: number
}>

export type ParsedFragment =
  | Readonly<{ kind: 'empty' }>
  /** `isOther`: made by a rule set with which a level can come out differently. `version`: ours where it tells none. */
  | (Readonly<{ kind: 'state'; lost: Lost; version: string; isOther: boolean }> & FragmentState)
  /** Nothing of it is ours. */
  | Readonly<{ kind: 'malformed' }>

/** Longest part of a fragment that is looked at, in characters; ours stay under 900. */
const MAX_LENGTH = 4000

const names = { version: 'v', signs: 'tanda', place: 'di', from: 'dari' } as const
/** A name that links once had: where the reader is, which is nobody's but the reader's. */
const COUNTRY = 'di-negara'
const reserved: ReadonlySet<string> = new Set([...Object.values(names), COUNTRY])
const MESSAGE = 'pesan'

/** What networks and advertisers append to any link (`utm_source`, `fbclid`, `igsh`): none of our names looks so. */
const TRACKING = /^(?:[^=]*_|[a-z]*clid=|igsh|mibextid=|si=)/

/** `#v=1.0.0&posisi=belum&…&di=hasil`. Only known ids are written, in the order given. */
export function writeFragment({ answers, extra, at, openOnly }: FragmentState): string {
  const parts = [`${names.version}=${rulesetVersion}`]
  for (const [id, answer] of Object.entries(answers)) {
    if (answer && questionOf(id)?.options.some(option => option.id === answer)) parts.push(`${id}=${answer}`)
  }
  const signs = extra.filter(isIndicatorId)
  if (signs.length > 0) parts.push(`${names.signs}=${signs.join('.')}`)
  if (openOnly) parts.push(`${names.from}=${MESSAGE}`)
  if (at) parts.push(`${names.place}=${at}`)
  return `#${parts.join('&')}`
}

/** `text` without percent signs, as far as they are well formed. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

type Entries = Readonly<{
  values: ReadonlyMap<string, string>
  /** Names that came with two values, or with one that cannot be an id. */
  unclear: ReadonlySet<string>
  /** Number of parts that are no entry at all. */
  others: number
}>

/**
 * The entries of a fragment as chats and mail programs hand it on: with percent signs, `&amp;`, capitals, and the bracket, the
 * full stop or the words of a sentence behind it. What is appended to any link is left out.
 */
function entriesOf(text: string): Entries {
  const values = new Map<string, string>()
  const unclear = new Set<string>()
  const isLong = text.length > MAX_LENGTH
  let others = isLong ? 1 : 0
  const parts = decoded(text.slice(0, MAX_LENGTH)).toLowerCase().replaceAll('&amp;', '&').split('&')
  for (const part of (isLong ? parts.slice(0, -1) : parts).map(item => item.trim())) {
    if (part === '' || TRACKING.test(part)) continue
    const name = /^([a-z0-9-]{1,40})=/.exec(part)?.[1]
    const value = /^[^=]+=([a-z0-9.-]*[a-z0-9])[^\s\p{L}\p{N}<=%]*(?:\s.*)?$/su.exec(part)?.[1]
    if (!name) others += 1
    else if (!value || (values.get(name) ?? value) !== value) unclear.add(name)
    else values.set(name, value)
  }
  return { values, unclear, others }
}

/**
 * Reads a fragment of any rule set, with or without its `#`. Never throws. Known ids are kept, also of another rule set;
 * everything else is named in `lost`, so that the reader can be told, and no milder result goes unnoticed. What holds neither
 * a version nor a known answer or sign is none of ours.
 */
export function readFragment(hash: string): ParsedFragment {
  const text = hash.startsWith('#') ? hash.slice(1) : hash
  if (text === '') return { kind: 'empty' }
  const { values, unclear, others: noEntries } = entriesOf(text)
  const entry = (name: string) => (unclear.has(name) ? null : (values.get(name) ?? null))
  const told = entry(names.version)
  const isTold = told !== null && /^\d+\.\d+\.\d+$/.test(told)
  const at = entry(names.place)
  const from = entry(names.from)
  const listed = values.get(names.signs)?.split('.') ?? []
  const extra = [...new Set(listed.filter(isIndicatorId))]
  let others = noEntries + listed.length - extra.length
  const questions: string[] = []
  const answers: Record<string, string> = {}
  for (const id of new Set([...values.keys(), ...unclear])) {
    if (id === COUNTRY) continue
    const answer = entry(id)
    const question = questionOf(id)
    if (reserved.has(id)) others += unclear.has(id) ? 1 : 0
    else if (answer && question?.options.some(option => option.id === answer)) answers[id] = answer
    else if (question) questions.push(id)
    else others += 1
  }
  if (!isTold && Object.keys(answers).length + extra.length === 0) return { kind: 'malformed' }
  const isPlace = at === null || at === RESULT || at === OPEN || questionOf(at) !== null
  const isFrom = from === null || from === MESSAGE
  others += [isPlace, isFrom, isTold || unclear.has(names.version)].filter(known => !known).length
  return {
    kind: 'state',
    answers,
    extra,
    at: isPlace ? at : null,
    openOnly: from === MESSAGE,
    lost: { questions, others },
    version: isTold ? told : rulesetVersion,
    isOther: isTold && !hasSameMeaning(told),
  }
}
