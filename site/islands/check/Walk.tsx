import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { pathOf } from '#src/risk/flow.ts'
import { RESULT } from '#src/risk/fragment.ts'
import type { IndicatorId } from '#src/risk/indicators.ts'
import { toldPlace } from '#src/risk/where.ts'
import { fill } from '#src/i18n/fill.ts'
import { HelpFirst } from './HelpFirst.tsx'
import { HelpNear } from './HelpNear.tsx'
import { Question } from './Question.tsx'
import { type Loaded, loadResult, ResultLoader } from './ResultLoader.tsx'
import type { FormView } from './types.ts'
import { useWalk } from './use-walk.ts'

type Props = Readonly<{
  view: FormView
  /** Answers chosen before the script arrived; they are kept. */
  early: Readonly<Record<string, string>>
}>

const helpFor: Readonly<Record<string, 'held' | 'away' | undefined>> = {
  'bersama-perekrut': 'held',
  'di-luar-negeri': 'away',
}

/** Why a sign matters, once that is there, with its abbreviations explained: its question stands alone. */
function whyOf(loaded: Loaded | null, sign: string): string | undefined {
  const why = loaded?.data.rules.signs[sign as IndicatorId]?.why
  return why && loaded?.explainer(loaded.data.text.terms)(why)
}

/** The check with script: one question a step, then the result. Nothing is stored or sent. */
export function Walk({ view, early }: Props) {
  const walk = useWalk(view, early)
  const { place, first, answers, extra, country, notes, following, before } = walk
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  /** Where there is little room for the foot, the numbers come at a tap. */
  const [hasNumbers, setNumbers] = useState(false)
  const root = useRef<HTMLFormElement>(null)
  const seen = useRef(place)
  const hasChosen = useRef(false)
  const { text } = view

  useEffect(() => {
    // The result is wanted soon: have it at hand before the link drops. A failure shows itself when the result is asked for.
    loadResult(view.resultData).then(setLoaded, () => setLoaded(null))
  }, [view.resultData])

  useEffect(() => {
    // Not on arrival: the page begins at its top.
    const hasMoved = seen.current !== null && seen.current !== place
    seen.current = place
    if (!hasMoved) return
    setNumbers(false)
    const target =
      place === RESULT
        ? document.getElementById('hasil')
        : root.current?.querySelector<HTMLElement>('.now legend')
    target?.focus()
    // What is to be known of a result stands above it.
    const notice = place === RESULT ? document.querySelector('.check .notice-line') : null
    ;(notice ?? target)?.scrollIntoView({ block: 'start' })
  }, [place])

  useEffect(() => {
    if (walk.isMissing) document.getElementById('kurang')?.scrollIntoView({ block: 'nearest' })
  }, [walk.isMissing])

  const chosen = place === null ? undefined : answers[place]
  useEffect(() => {
    // What opens below a choice, its reason or the first help, is not hidden behind what sticks to the foot.
    if (!hasChosen.current || !chosen) return
    hasChosen.current = false
    const find = (selector: string) => root.current?.querySelector(selector)
    const opened = find('.now ~ .first.on') ?? find('.now .o:has(:checked)')
    opened?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  function submit(event: SubmitEvent) {
    event.preventDefault()
    walk.forward()
  }

  const isHydrated = place !== null
  const isAsking = place !== RESULT
  const isEnough = walk.isEnough && following !== RESULT
  const path: readonly string[] = pathOf(answers)
  const at = path.indexOf(place ?? '') + 1
  const question = view.questions.find(({ id }) => id === (place ?? first))
  const asked = question && (
    <Question
      key={question.id}
      question={question}
      chosen={answers[question.id] ?? ''}
      onChoose={(id, option) => {
        hasChosen.current = true
        walk.choose(id, option)
      }}
      {...(isHydrated && {
        now: {
          progress: at > 0 ? fill(text.progress, { at, of: path.length }) : null,
          hint: text.hint,
          error: walk.isMissing ? text.choose : null,
          why: sign => whyOf(loaded, sign),
        },
      })}
    />
  )
  const isFirst = question?.id === first
  return (
    <>
      {notes.length > 0 && (
        <div className="notice-line" role="status">
          {notes.map(note => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
      <form
        ref={root}
        id="periksa"
        className={`f${isAsking ? '' : ' done'}`}
        data-hydrated={isHydrated ? '' : undefined}
        autoComplete="off"
        noValidate
        onSubmit={submit}
        onKeyDown={event => event.key === 'Escape' && setNumbers(false)}
      >
        {isFirst && asked}
        {isAsking && (
          <HelpFirst
            view={view}
            shown={helpFor[answers[first] ?? '']}
            country={country}
            onCountry={walk.locate}
          />
        )}
        {!isFirst && asked}
        {isHydrated && isAsking && loaded && (
          <loaded.ReadAloud
            key={place}
            text={loaded.data.text}
            language={view.language}
            parts=".now legend, .now .ask, .now label"
          />
        )}
        {isHydrated && isAsking && (
          <div className={hasNumbers ? 'walk open' : 'walk'}>
            <progress value={at} max={path.length} aria-hidden="true" />
            <div className="actions">
              {isEnough && (
                <button type="button" className="button enough" onClick={() => walk.go(RESULT)}>
                  {text.enough}
                </button>
              )}
              <button type="submit" className={isEnough ? 'button quiet' : 'button'}>
                {following === RESULT ? text.toResult : text.next}
              </button>
              {before && (
                <button type="button" className="button quiet before" onClick={() => walk.go(before)}>
                  <span>{text.back}</span>
                </button>
              )}
              <button
                type="button"
                className="button quiet numbers"
                aria-expanded={hasNumbers}
                onClick={() => setNumbers(!hasNumbers)}
              >
                {text.helpShort}
              </button>
            </div>
            <span className="sr-only" role="status">
              {isEnough && text.enoughSaid}
            </span>
            <HelpNear {...{ view, country }} told={toldPlace(answers)} onCountry={walk.locate} />
          </div>
        )}
      </form>
      {!isAsking && (
        <ResultLoader
          view={view}
          answers={answers}
          extra={extra}
          country={country}
          onCountry={walk.locate}
          onChange={walk.change}
          onDrop={walk.drop}
          onRestart={walk.restart}
        />
      )}
    </>
  )
}
