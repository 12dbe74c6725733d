import { useEffect, useRef, useState } from 'react'
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
import { notesOf } from './link-notes.ts'
import type { FormView } from './types.ts'

type State = Omit<FragmentState, 'at'> &
  Readonly<{
    /** A question, the result, or null until the script has taken over. */
    place: Place | null
    /** What is said above the walk, about the link that it began with. */
    notes: readonly string[]
    /** True while one answer is being changed from the result: the next step leads back there. */
    isChanging: boolean
    /** The reader wanted to go on without an answer. */
    isMissing: boolean
  }>

/** Whether the fragment names a part of the page, as that of the skip link does. */
const isOnPage = (hash: string) => hash !== '' && document.getElementById(hash.slice(1)) !== null

/** A step's state beside its place: nothing said yet. */
const calm = { notes: [], isChanging: false, isMissing: false } as const
const empty = { answers: {}, extra: [], country: null, openOnly: false } as const

/**
 * Where a walk starts: at the fragment's place, with its answers, or at the first question with the early ones. A fragment
 * of which something was lost, or that answers nothing, opens no result but `berhenti`: what is missing may be a sign. Its
 * open questions are asked instead.
 */
function startOf(view: FormView, first: Place, early: Answers, isOwn: boolean): State {
  const parsed = readFragment(location.hash)
  if (parsed.kind !== 'state') {
    const isQuiet = parsed.kind === 'empty' || isOnPage(location.hash)
    return { ...calm, ...empty, answers: early, place: first, notes: isQuiet ? [] : [view.unreadable] }
  }
  const { answers, extra, at, lost, country } = parsed
  const given = Object.keys(answers)
  const isDoubtful = lost.questions.length + lost.others > 0 || given.length + extra.length === 0
  const isKnown = at === RESULT || pathOf(answers).some(id => id === at) || given.includes(at ?? '')
  const level = assessAnswers(answers, extra).level
  const wanted = at === OPEN ? (nextUnanswered(answers, null) ?? RESULT) : isKnown ? at : null
  const isWithheld = wanted === RESULT && isDoubtful && level !== 'berhenti'
  const place = isWithheld ? (nextUnanswered(answers, null) ?? first) : (wanted ?? first)
  const openOnly = parsed.openOnly || isWithheld
  const isAtStart = place === first || at === OPEN
  const notes = notesOf(view, parsed, {
    filled: isAtStart ? given.filter(id => id !== first).length : 0,
    isForeign: !isOwn && place === RESULT && level === 'belum-terlihat',
  })
  return { ...calm, answers, extra, country, openOnly, place, notes }
}

/**
 * The walk through the questions. It lives in memory and in the fragment; each step is an entry of the tab's history, and
 * going back among the entries of one walk keeps the answers that came later.
 */
export function useWalk(view: FormView, early: Answers) {
  const first = view.questions[0]?.id ?? ''
  const [state, setState] = useState<State>({ ...calm, ...empty, answers: early, place: null })
  /** Marks the entries of this walk in the history. */
  const mark = useRef(0)
  const { answers, extra, country, openOnly, place, isChanging } = state

  useEffect(() => {
    const enter = (given: Answers) => {
      const isOwn = typeof history.state === 'number'
      mark.current = isOwn ? history.state : Date.now()
      history.replaceState(mark.current, '')
      setState(startOf(view, first, given, isOwn))
    }
    const travel = ({ state: walk }: PopStateEvent) => {
      // In-page anchors (the skip link) are none of our business.
      if (isOnPage(location.hash)) return
      if (walk !== mark.current) return enter({})
      const parsed = readFragment(location.hash)
      const at = parsed.kind === 'state' ? parsed.at : null
      setState(now => ({ ...now, ...calm, place: at === null || at === OPEN ? first : at }))
    }
    enter(early)
    addEventListener('popstate', travel)
    return () => removeEventListener('popstate', travel)
  }, [first, early, view])

  const carried = { answers, extra, country, openOnly }

  /** Goes to a place as a new entry of the history. */
  function go(to: Place, isChanging = false, from: Omit<FragmentState, 'at'> = carried) {
    history.pushState(mark.current, '', writeFragment({ ...from, at: to }))
    setState({ ...calm, ...from, place: to, isChanging })
  }

  /** Changes what is known, at the same place: the entry of the history keeps it, for a reload and for the way back. */
  function note(change: Partial<Omit<FragmentState, 'at'>>) {
    const now = { ...carried, ...change }
    history.replaceState(mark.current, '', writeFragment({ ...now, at: place }))
    setState({ ...state, ...now, notes: change.answers ? [] : state.notes, isMissing: false })
  }

  /** The place after this one. A new answer to the first question may open others; any other change leads to the result. */
  function following(): Place {
    if (isChanging) return (place === first && pathOf(answers).find(id => !answers[id])) || RESULT
    if (openOnly) return nextUnanswered(answers, place) ?? RESULT
    return nextQuestion(answers, place ?? first) ?? RESULT
  }

  function forward() {
    if (place === null || place === RESULT) return
    if (answers[place]) go(following())
    else setState({ ...state, isMissing: true })
  }

  return {
    ...state,
    first,
    choose(question: string, option: string) {
      const isHome = question === situation.id && option !== 'di-luar-negeri'
      note({ answers: { ...answers, [question]: option }, ...(isHome && { country: null }) })
    },
    forward,
    following: following(),
    /** Whether what was answered is enough to stop, so that the rest need not be asked. */
    isEnough: assessAnswers(answers, extra).level === 'berhenti',
    before: isChanging ? RESULT : previousQuestion(answers, place ?? first),
    go: (to: Place) => go(to),
    change: (question: string) => go(question, true),
    /** Tells the country where the reader is: two lower-case letters, or null for "not told". */
    locate: (country: string | null) => note({ country }),
    /** Takes back a sign that a message gave. */
    drop: (sign: string) => note({ extra: extra.filter(id => id !== sign) }),
    restart() {
      mark.current = Date.now()
      go(first, false, empty)
    },
  }
}
