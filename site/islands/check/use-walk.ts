import { useCallback, useEffect, useRef, useState } from 'react'
import { type Answers, assessAnswers } from '#src/risk/answers.ts'
import { nextQuestion, nextUnanswered, pathOf, previousQuestion } from '#src/risk/flow.ts'
import {
  type FragmentState,
  OPEN,
  type Place,
  RESULT,
  readFragment,
  writeFragment,
} from '#src/risk/fragment.ts'
import { situation } from '#src/risk/questions.ts'
import { type WalkEntry, walkEntry } from '../exit/walk-entry.ts'
import { answeredSelf, type Link, linkOf, notesOf } from './link-notes.ts'
import type { FormView } from './types.ts'

/**
 * What an entry of the tab's history keeps beside its fragment: a reload finds it again, whoever is given the address does
 * not, and no link can bring it.
 */
type Kept = Readonly<{
  /** Country where the reader is, two lower-case letters of ISO 3166-1; null when it was not told. */
  country: string | null
  /** What is owed to the link that the walk began with. */
  link: Link | null
  /** True while one answer is being changed from the result: the next step leads back there. */
  isChanging: boolean
}>
type Entry = Partial<Kept> & WalkEntry

type State = Omit<FragmentState, 'at'> &
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

/** Whether the fragment names a part of the page, as that of the skip link does. */
const isOnPage = (hash: string) => hash !== '' && document.getElementById(hash.slice(1)) !== null

/** A step's state beside its place: nothing said yet. */
const calm = { isArrival: false, isUnreadable: false, isChanging: false, isMissing: false } as const
const empty = { answers: {}, extra: [], openOnly: false, country: null, link: null } as const

/** The present entry of the history, where it is one of a walk of this page. */
const entryHere = (): Entry | null => walkEntry()

/** Whether the walk of these answers comes to a place. */
const leadsTo = (answers: Answers, place: Place) =>
  place === RESULT || place in answers || pathOf(answers).some(id => id === place)

/**
 * Where a walk starts: at the fragment's place, with its answers, or at the first question with the early ones. A link of
 * which something was lost, or that answers nothing, opens no result but `berhenti`: what is missing may be a sign. Its open
 * questions are asked instead.
 */
function startOf(first: Place, early: Answers, entry: Entry | null): State {
  const parsed = readFragment(location.hash)
  if (parsed.kind !== 'state') {
    const isUnreadable = parsed.kind === 'malformed' && !isOnPage(location.hash)
    return { ...calm, ...empty, answers: early, place: first, isArrival: true, isUnreadable }
  }
  const { answers, extra, at, lost } = parsed
  const isAnswered = Object.keys(answers).length + extra.length > 0
  const isDoubtful = !entry && (lost.questions.length + lost.others > 0 || !isAnswered)
  const isKnown = at !== null && leadsTo(answers, at)
  const wanted = at === OPEN ? (nextUnanswered(answers, null) ?? RESULT) : isKnown ? at : null
  const isWithheld = wanted === RESULT && isDoubtful && assessAnswers(answers, extra).level !== 'berhenti'
  const place = isWithheld ? (nextUnanswered(answers, null) ?? first) : (wanted ?? first)
  return {
    ...calm,
    answers,
    extra,
    openOnly: parsed.openOnly || isWithheld,
    country: entry?.country ?? null,
    link: entry ? (entry.link ?? null) : linkOf(parsed),
    isChanging: entry?.isChanging ?? false,
    place,
    isArrival: true,
  }
}

/**
 * The walk through the questions. It lives in memory, in the fragment and in the tab's history, of which each step is an
 * entry. Going back among the entries of one walk keeps the answers that came later: the entry that is reached gets them.
 */
export function useWalk(view: FormView, early: Answers) {
  const first = view.questions[0]?.id ?? ''
  const [state, setState] = useState<State>({ ...calm, ...empty, answers: early, place: null })
  /** The state as the listener of the history finds it. */
  const now = useRef(state)
  /** Marks the entries of this walk in the history. */
  const mark = useRef(0)
  const { answers, extra, link, openOnly, place, isChanging } = state

  /** Makes `next` the state, and writes it to the present entry of the history or to a new one. */
  const put = useCallback((next: State, isNew = false) => {
    const { country, link, isChanging } = next
    now.current = next
    const entry: Entry = { walk: mark.current, country, link, isChanging }
    history[isNew ? 'pushState' : 'replaceState'](entry, '', writeFragment({ ...next, at: next.place }))
    setState(next)
  }, [])

  useEffect(() => {
    const enter = (given: Answers) => {
      const entry = entryHere()
      mark.current = entry?.walk ?? Date.now()
      const start = startOf(first, given, entry)
      if (readFragment(location.hash).kind === 'state') return put(start)
      now.current = start
      history.replaceState({ walk: mark.current }, '')
      setState(start)
    }
    const travel = () => {
      // In-page anchors (the skip link) are none of our business; a page that the quick exit has emptied writes nothing.
      if (isOnPage(location.hash) || !document.getElementById('periksa')) return
      const entry = entryHere()
      if (entry?.walk !== mark.current) return enter({})
      const parsed = readFragment(location.hash)
      const at = (parsed.kind === 'state' && parsed.at) || first
      const { answers } = now.current
      const place = leadsTo(answers, at) ? at : first
      put({ ...now.current, ...calm, place, isChanging: entry.isChanging ?? false })
    }
    enter(early)
    addEventListener('popstate', travel)
    return () => removeEventListener('popstate', travel)
  }, [first, early, put])

  /** Goes to a place as a new entry of the history. */
  function go(to: Place, change: Partial<State> = {}) {
    put({ ...state, ...calm, ...change, place: to }, true)
  }

  /** Changes what is known, at the same place: the entry of the history keeps it, for a reload and for the way back. */
  function note(change: Partial<State>) {
    put({ ...state, isMissing: false, ...change })
  }

  /** The place after this one. A new answer to the first question may open others; any other change leads to the result. */
  function following(): Place {
    if (isChanging) return (place === first && pathOf(answers).find(id => !answers[id])) || RESULT
    if (openOnly) return nextUnanswered(answers, place) ?? RESULT
    return nextQuestion(answers, place ?? first) ?? RESULT
  }

  /** Who goes on from a question leaves its answer as his own, also one that a link had filled in. */
  function forward() {
    if (place === null || place === RESULT) return
    if (answers[place]) go(following(), { link: answeredSelf(link, answers, place) })
    else setState({ ...state, isMissing: true })
  }

  const isTold = link && place !== null && (state.isArrival || place === RESULT)
  return {
    ...state,
    /** What is said above the walk, about the link that it began with. */
    notes: state.isUnreadable
      ? [view.unreadable]
      : isTold
        ? notesOf(view, link, { place, answers, extra, openOnly })
        : [],
    first,
    choose(question: string, option: string) {
      const isHome = question === situation.id && option !== 'di-luar-negeri'
      const chosen = { ...answers, [question]: option }
      note({
        answers: chosen,
        link: answeredSelf(link, chosen, question),
        isArrival: false,
        isUnreadable: false,
        ...(isHome && { country: null }),
      })
    },
    forward,
    following: following(),
    /** Whether what was answered is enough to stop, so that the rest need not be asked. */
    isEnough: assessAnswers(answers, extra).level === 'berhenti',
    before: isChanging ? RESULT : previousQuestion(answers, place ?? first),
    go: (to: Place) => go(to),
    change: (question: string) => go(question, { isChanging: true }),
    /** Tells the country where the reader is: two lower-case letters, or null for "not told". */
    locate: (country: string | null) => note({ country }),
    /** Takes back a sign that a message gave. */
    drop: (sign: string) => note({ extra: extra.filter(id => id !== sign) }),
    restart() {
      mark.current = Date.now()
      go(first, empty)
    },
  }
}
