import { type SubmitEvent, Fragment, useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Answers } from '#src/risk/answers.ts'
import { nextQuestion, pathOf, previousQuestion } from '#src/risk/flow.ts'
import { readFragment, RESULT, writeFragment } from '#src/risk/fragment.ts'
import type { IndicatorId } from '#src/risk/indicators.ts'
import { fill } from '#src/i18n/fill.ts'
import { HelpFirst } from './HelpFirst.tsx'
import { Question } from './Question.tsx'
import { loadResult, ResultLoader } from './ResultLoader.tsx'
import type { FormView, ResultData } from './types.ts'
import { Verdict } from './Verdict.tsx'

type Values = Record<string, string>

type Props = Readonly<{
  view: FormView
  /** Answers chosen before the script arrived; they are kept. */
  early?: Values
}>

const blankOf = (view: FormView): Values =>
  Object.fromEntries(view.questions.map(question => [question.id, '']))

/** Where the walk starts: from the fragment when it can be used, else from the early answers. */
function startOf(view: FormView, early: Values) {
  const parsed = readFragment(location.hash)
  if (parsed.kind === 'state') {
    const note = parsed.dropped > 0 ? fill(view.text.dropped, { count: parsed.dropped }) : null
    return { answers: parsed.answers as Values, extra: parsed.extra, at: parsed.at, note }
  }
  const anchor = parsed.kind === 'empty' || document.getElementById(location.hash.slice(1)) !== null
  return { answers: early, extra: [], at: null, note: anchor ? null : view.unreadable[parsed.reason] }
}

/**
 * The check. Rendered at build it is a plain form whose verdict CSS shows; with script it becomes one question a step.
 * Nothing is stored or sent: the state is the form and the address's fragment.
 */
export function CheckForm({ view, early = {} }: Props) {
  const first = view.questions[0]?.id ?? ''
  const [place, setPlace] = useState<string | null>(null)
  const [extra, setExtra] = useState<readonly string[]>([])
  const [note, setNote] = useState<string | null>(null)
  const [reasons, setReasons] = useState<ResultData['rules']['signs'] | null>(null)
  /** True while one answer is being changed from the result: the next step leads back there. */
  const [changing, setChanging] = useState(false)
  const moved = useRef(false)
  const root = useRef<HTMLFormElement>(null)
  const { register, getValues, reset, trigger, watch, formState } = useForm<Values>({
    mode: 'onChange',
    defaultValues: early,
  })
  const { text } = view
  const answers: Answers = place === null ? {} : watch()
  const path = pathOf(answers)

  useEffect(() => {
    const enter = () => {
      const start = startOf(view, getValues())
      reset({ ...blankOf(view), ...start.answers })
      setExtra(start.extra)
      setNote(start.note)
      setPlace(start.at ?? first)
    }
    const jump = () => {
      // In-page anchors (the skip link) are none of our business.
      if (location.hash && document.getElementById(location.hash.slice(1))) return
      moved.current = true
      setChanging(false)
      enter()
    }
    enter()
    addEventListener('popstate', jump)
    return () => removeEventListener('popstate', jump)
  }, [first, getValues, reset, view])

  useEffect(() => {
    // The result is wanted soon: have it at hand before the link drops. A failure shows itself when the result is asked for.
    loadResult(view.resultData).then(
      loaded => setReasons(loaded.data.rules.signs),
      () => setReasons(null),
    )
  }, [view.resultData])

  useEffect(() => {
    if (place === null || !moved.current) return
    const target =
      place === RESULT
        ? document.getElementById('hasil')
        : root.current?.querySelector<HTMLElement>('.now legend')
    target?.focus()
    target?.scrollIntoView({ block: 'start' })
  }, [place])

  function go(to: string, values: Values = getValues()) {
    moved.current = true
    history.pushState(null, '', writeFragment({ answers: values, extra, at: to }))
    setNote(null)
    setChanging(false)
    setPlace(to)
  }

  async function forward(event: SubmitEvent) {
    event.preventDefault()
    if (place === null || place === RESULT || !(await trigger(place))) return
    go((changing ? null : nextQuestion(getValues(), place)) ?? RESULT)
  }

  function change(id: string) {
    go(id)
    setChanging(true)
  }

  function restart() {
    reset(blankOf(view))
    setExtra([])
    go(first, {})
  }

  const hydrated = place !== null
  const before = place && previousQuestion(answers, place)
  const at = place ? path.indexOf(place as (typeof path)[number]) + 1 : 0
  const last = changing || at === path.length
  return (
    <>
      {note && (
        <p className="notice-line" role="status">
          {note}
        </p>
      )}
      <form
        ref={root}
        id="periksa"
        className={`f${place === RESULT ? ' done' : ''}`}
        data-hydrated={hydrated ? '' : undefined}
        autoComplete="off"
        noValidate
        onSubmit={forward}
      >
        {/* Without script Enter must not send the answers anywhere: a disabled default button stops it. */}
        {!hydrated && <button type="submit" disabled hidden />}
        <p className="only-plain ask">
          {text.noscriptLead} {text.hint}
        </p>
        {view.questions.map(question => {
          const current = question.id === place
          return (
            <Fragment key={question.id}>
              <Question
                question={question}
                field={register(question.id, { required: text.choose })}
                current={current}
                progress={current && at > 0 ? fill(text.progress, { at, of: path.length }) : null}
                hint={text.hint}
                error={current ? formState.errors[question.id]?.message : undefined}
                why={sign => reasons?.[sign as IndicatorId]?.why}
                chosen={answers[question.id]}
              />
              {question.id === first && <HelpFirst view={view} />}
            </Fragment>
          )
        })}
        {hydrated && place !== RESULT && (
          <div className="walk">
            <progress value={at} max={path.length} aria-hidden="true" />
            <div className="actions">
              <button type="submit" className="button large">
                {last ? text.toResult : text.next}
              </button>
              {before && (
                <button type="button" className="button quiet" onClick={() => go(before)}>
                  {text.back}
                </button>
              )}
            </div>
          </div>
        )}
        <Verdict view={view} />
      </form>
      {place === RESULT && (
        <ResultLoader view={view} answers={answers} extra={extra} onChange={change} onRestart={restart} />
      )}
    </>
  )
}
