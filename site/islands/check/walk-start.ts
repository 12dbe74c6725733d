import { type Answers, assessAnswers } from '#src/risk/answers.ts'
import { nextUnanswered, pathOf } from '#src/risk/flow.ts'
import { type FragmentState, OPEN, type ParsedFragment, type Place, RESULT } from '#src/risk/fragment.ts'
import type { WalkEntry } from '../exit/after-exit.ts'
import { type Link, linkOf, onOwnPath } from './link-notes.ts'

/**
 * What an entry of the tab's history keeps beside its fragment: a reload finds it again, whoever is given the address does
 * not, and no link can bring it.
 */
export type Kept = Readonly<{
  /** Country where the reader is, two lower-case letters of ISO 3166-1; null when it was not told. */
  country: string | null
  /** What is owed to the link that the walk began with. */
  link: Link | null
  /** True while one answer is being changed from the result: the next step leads back there. */
  isChanging: boolean
}>
export type Entry = Partial<Kept> & WalkEntry

export type State = Omit<FragmentState, 'at'> &
  Kept &
  Readonly<{
    /** A question, the result, or null until the script has taken over. */
    place: Place | null
    /** True until the first step: what there is to say about a link is said. */
    isArrival: boolean
    /** True when the address had a fragment that is none of ours. */
    isUnreadable: boolean
    /** The reader wanted to go on without an answer. */
    isMissing: boolean
  }>

/** A step's state beside its place: nothing said yet. */
export const calm = { isArrival: false, isUnreadable: false, isChanging: false, isMissing: false } as const
export const empty = { answers: {}, extra: [], openOnly: false, country: null, link: null } as const

/** Whether the walk of these answers comes to a place; the reader's own also to what he answered on another path. */
export const leadsTo = (answers: Answers, place: Place, isOwn: boolean) =>
  place === RESULT || pathOf(answers).some(id => id === place) || (isOwn && place in answers)

/**
 * Where a walk starts by a fragment: at its place, with its answers, as far as they are of the reader's path. A link of which
 * something was lost, or that answers no question, opens no result but `berhenti`: what is missing may be a sign. Its open
 * questions are asked instead.
 * @param entry what the tab's history keeps of a walk; without `walk` it is a link that was opened
 */
export function startOf(
  parsed: Extract<ParsedFragment, { kind: 'state' }>,
  first: Place,
  entry: Partial<Entry>,
): State {
  const { extra, at, lost } = parsed
  const isLink = entry.walk === undefined
  const answers = isLink ? onOwnPath(parsed.answers) : parsed.answers
  const isDoubtful = isLink && (lost.questions.length + lost.others > 0 || !Object.keys(answers)[0])
  const isKnown = at !== null && leadsTo(answers, at, !isLink)
  const open = nextUnanswered(answers, null)
  const wanted = at === OPEN ? (open ?? RESULT) : isKnown ? at : null
  const isWithheld = wanted === RESULT && isDoubtful && assessAnswers(answers, extra).level !== 'berhenti'
  const place = isWithheld ? (open ?? first) : (wanted ?? first)
  return {
    ...calm,
    country: null,
    link: isLink ? linkOf({ ...parsed, answers }) : null,
    ...entry,
    answers,
    extra,
    openOnly: parsed.openOnly || isWithheld,
    place,
    isArrival: true,
  }
}
