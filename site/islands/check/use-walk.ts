import { useCallback, useEffect, useRef, useState } from 'react'
import { type Answers, assessAnswers } from '#src/risk/answers.ts'
import { nextAsked, previousQuestion } from '#src/risk/flow.ts'
import { type Place, RESULT, readFragment, writeFragment } from '#src/risk/fragment.ts'
import { situation } from '#src/risk/questions.ts'
import { walkEntry } from '../exit/after-exit.ts'
import { answeredSelf, notesOf, onOwnPath } from './link-notes.ts'
import { handedOver } from './hand-over.ts'
import type { FormView } from './types.ts'
import { calm, type Entry, empty, leadsTo, type State, startOf } from './walk-start.ts'

/** Whether the fragment names a part of the page, as that of the skip link does. */
const isOnPage = (hash: string) => hash !== '' && document.getElementById(hash.slice(1)) !== null

/** The present entry of the history, where it is one of a walk of this page. */
const entryHere = (): Entry | null => walkEntry()

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
    const enter = (given: Answers, handed: Partial<Entry> = {}) => {
      const entry = entryHere() ?? handed
      mark.current = entry.walk ?? Date.now()
      const parsed = readFragment(location.hash)
      if (parsed.kind === 'state') return put(startOf(parsed, first, entry))
      const isUnreadable = parsed.kind === 'malformed' && !isOnPage(location.hash)
      const start = { ...calm, ...empty, answers: given, place: first, isArrival: true, isUnreadable }
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
      const place = leadsTo(answers, at, true) ? at : first
      put({ ...now.current, ...calm, place, isChanging: entry.isChanging ?? false })
    }
    enter(early, handedOver())
    addEventListener('popstate', travel)
    return () => removeEventListener('popstate', travel)
  }, [first, early, put])

  useEffect(() => {
    // The page in the other language begins with the same answers, also before the rest of this one has come.
    const other = document.querySelector<HTMLAnchorElement>('.language')
    if (other) other.hash = location.hash
  })

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
    if (isChanging && place !== first) return RESULT
    return nextAsked(answers, place ?? first, openOnly || isChanging) ?? RESULT
  }

  /** Who goes on from a question leaves its answer as his own, also one that a link had filled in. */
  function forward() {
    if (place === null || place === RESULT) return
    if (answers[place]) {
      const kept = onOwnPath(answers, link?.brought ?? [])
      go(following(), { answers: kept, link: answeredSelf(link, kept, extra, place) })
    } else setState({ ...state, isMissing: true })
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
        link: answeredSelf(link, chosen, extra, question),
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
