import type { Answers } from './answers.ts'
import { isIndicatorId } from './indicators.ts'
import { questionOf } from './questions.ts'
import { isReadable, rulesetVersion } from './ruleset.ts'

/** Where the reader is: a question id, or the result. */
export type Place = string
export const RESULT: Place = 'hasil'

/** What a fragment may carry. It is never sent to a server. */
export type FragmentState = Readonly<{ answers: Answers; extra: readonly string[]; at: Place | null }>

export type ParsedFragment =
  | Readonly<{ kind: 'empty' }>
  /** `dropped` counts entries that this rule set does not know. */
  | (Readonly<{ kind: 'state'; dropped: number }> & FragmentState)
  /** Nothing of it may be used. `version`: made by a rule set that can no longer be read. */
  | Readonly<{ kind: 'unreadable'; reason: 'malformed' | 'version' }>

/** Longest fragment that is looked at, in characters; ours stay under 900. */
const MAX_LENGTH = 4000

/** `#v=1.0.0&posisi=belum&…&di=hasil`. Only known ids are written, in the order given. */
export function writeFragment({ answers, extra, at }: FragmentState): string {
  const parts = [`v=${rulesetVersion}`]
  for (const [id, answer] of Object.entries(answers)) {
    if (answer && questionOf(id)?.options.some(option => option.id === answer)) parts.push(`${id}=${answer}`)
  }
  const signs = extra.filter(isIndicatorId)
  if (signs.length > 0) parts.push(`tanda=${signs.join('.')}`)
  if (at) parts.push(`di=${at}`)
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
 * Reads a fragment, with or without its `#`. Never throws. What is malformed, too long or of a rule set that cannot be read
 * is refused as a whole; entries with unknown ids are dropped and counted, so that no wrong result can come of them.
 */
export function readFragment(hash: string): ParsedFragment {
  const text = hash.startsWith('#') ? hash.slice(1) : hash
  if (text === '') return { kind: 'empty' }
  const entries = text.length <= MAX_LENGTH ? entriesOf(text) : null
  const version = entries?.get('v')
  if (!entries || !version) return { kind: 'unreadable', reason: 'malformed' }
  if (!isReadable(version)) return { kind: 'unreadable', reason: 'version' }
  const at = entries.get('di') ?? null
  const listed = entries.get('tanda')?.split('.') ?? []
  const extra = [...new Set(listed.filter(isIndicatorId))]
  let dropped = listed.length - extra.length
  const answers: Record<string, string> = {}
  for (const [id, answer] of entries) {
    if (id === 'v' || id === 'di' || id === 'tanda') continue
    if (questionOf(id)?.options.some(option => option.id === answer)) answers[id] = answer
    else dropped += 1
  }
  const known = at === null || at === RESULT || questionOf(at) !== null
  return { kind: 'state', answers, extra, at: known ? at : null, dropped: dropped + (known ? 0 : 1) }
}
