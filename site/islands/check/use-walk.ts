import { useEffect, useRef, useState } from 'react'
import { fill } from '#src/i18n/fill.ts'
import { type Answers, assessAnswers } from '#src/risk/answers.ts'
import { nextQuestion, pathOf, previousQuestion } from '#src/risk/flow.ts'
import { type Place, RESULT, readFragment, writeFragment } from '#src/risk/fragment.ts'
import type { FormView } from './types.ts'

type State = Readonly<{
  answers: Answers
  /** Signs of a message that no question takes. */
  extra: readonly string[]
  /** A question, the result, or null until the script has taken over. */
  place: Place | null
  note: string | null
  /** True while one answer is being changed from the result: the next step leads back there. */
  isChanging: boolean
  /** The reader wanted to go on without an answer. */
  isMissing: boolean
}>

/** Whether the fragment names a part of the page, as that of the skip link does. */
const isOnPage = (hash: string) => hash !== '' && document.getElementById(hash.slice(1)) !== null

/** A step's state beside its place: nothing said yet. */
const calm = { note: null, isChanging: false, isMissing: false } as const

/**
 * Where a walk starts: at the fragment's place, with its answers, or at the first question with the early ones. A fragment
 * of which something was dropped, or that answers nothing, opens no result but `berhenti`: what is missing may be a sign.
 */
function startOf(view: FormView, first: Place, early: Answers): State {
  const parsed = readFragment(location.hash)
  if (parsed.kind !== 'state') {
    const isQuiet = parsed.kind === 'empty' || isOnPage(location.hash)
    const note = isQuiet ? null : view.unreadable[parsed.reason]
    return { ...calm, answers: early, extra: [], place: first, note }
  }
  const { answers, extra, at, dropped } = parsed
  const given = Object.keys(answers)
  const isDoubtful = dropped > 0 || given.length + extra.length === 0
  const isKnown = at === RESULT || pathOf(answers).some(id => id === at) || given.includes(at ?? '')
  const isMild = at === RESULT && assessAnswers(answers, extra).level !== 'berhenti'
  const place = at === null || !isKnown || (isDoubtful && isMild) ? first : at
  const filled = given.filter(id => id !== first).length
  const note =
    dropped > 0
      ? fill(view.text.dropped, { count: dropped })
      : place === first && filled > 0
        ? fill(view.text.prefilled, { count: filled })
        : null
  return { ...calm, answers, extra, place, note }
}

/**
 * The walk through the questions. It lives in memory and in the fragment; each step is an entry of the tab's history, and
 * going back among the entries of one walk keeps the answers that came later.
 */
export function useWalk(view: FormView, early: Answers) {
  const first = view.questions[0]?.id ?? ''
  const [state, setState] = useState<State>({ ...calm, answers: early, extra: [], place: null })
  /** Marks the entries of this walk in the history. */
  const mark = useRef(0)
  const { answers, extra, place, isChanging } = state

  useEffect(() => {
    const enter = (given: Answers) => {
      mark.current = typeof history.state === 'number' ? history.state : Date.now()
      history.replaceState(mark.current, '')
      setState(startOf(view, first, given))
    }
    const travel = ({ state: walk }: PopStateEvent) => {
      // In-page anchors (the skip link) are none of our business.
      if (isOnPage(location.hash)) return
      if (walk !== mark.current) return enter({})
      const parsed = readFragment(location.hash)
      const at = parsed.kind === 'state' ? parsed.at : null
      setState(now => ({ ...now, ...calm, place: at ?? first }))
    }
    enter(early)
    addEventListener('popstate', travel)
    return () => removeEventListener('popstate', travel)
  }, [first, early, view])

  /** Goes to a place as a new entry of the history. */
  function go(to: Place, isChanging = false, from: Pick<State, 'answers' | 'extra'> = { answers, extra }) {
    history.pushState(mark.current, '', writeFragment({ ...from, at: to }))
    setState({ ...calm, ...from, place: to, isChanging })
  }

  function choose(question: string, option: string) {
    const now = { ...answers, [question]: option }
    // The entry keeps its own answer, for a reload and for the way back.
    history.replaceState(mark.current, '', writeFragment({ answers: now, extra, at: place }))
    setState({ ...state, answers: now, note: null, isMissing: false })
  }

  /** The place after this one. A new answer to the first question may open others; any other change leads to the result. */
  function following(): Place {
    if (!isChanging) return nextQuestion(answers, place ?? first) ?? RESULT
    return (place === first && pathOf(answers).find(id => !answers[id])) || RESULT
  }

  function forward() {
    if (place === null || place === RESULT) return
    if (answers[place]) go(following())
    else setState({ ...state, isMissing: true })
  }

  return {
    ...state,
    first,
    choose,
    forward,
    following: following(),
    before: isChanging ? RESULT : previousQuestion(answers, place ?? first),
    go: (to: Place) => go(to),
    change: (question: string) => go(question, true),
    /** Takes back a sign that a message gave. */
    drop(sign: string) {
      const left = extra.filter(id => id !== sign)
      history.replaceState(mark.current, '', writeFragment({ answers, extra: left, at: place }))
      setState({ ...state, extra: left })
    },
    restart() {
      mark.current = Date.now()
      go(first, false, { answers: {}, extra: [] })
    },
  }
}
