import { type ComponentType, useEffect, useState } from 'react'
import type { Answers } from '#src/risk/answers.ts'
import { assessAnswers } from '#src/risk/answers.ts'
import type { ResultProps } from './Result.tsx'
import type { FormView, ResultData } from './types.ts'
import { LevelIcon, levelClass } from './Verdict.tsx'

type Loaded = Readonly<{ Result: ComponentType<ResultProps>; data: ResultData }>
const cache = new Map<string, Promise<Loaded>>()

/** Fetches the long texts and the code of the result once; a failure is forgotten, so that it can be tried again. */
export function loadResult(address: string): Promise<Loaded> {
  const started = cache.get(address)
  if (started) return started
  const loading = Promise.all([import('./Result.tsx'), fetch(address)]).then(async ([module, response]) => {
    if (!response.ok) throw new Error(`result data: ${response.status}`)
    return { Result: module.Result, data: (await response.json()) as ResultData }
  })
  cache.set(address, loading)
  loading.catch(() => cache.delete(address))
  return loading
}

type Props = Readonly<{
  view: FormView
  answers: Answers
  extra: readonly string[]
  onChange: (question: string) => void
  onRestart: () => void
}>

/** The result, or, while its texts are not there, the level alone: a weak link never hides a `berhenti`. */
export function ResultLoader({ view, answers, extra, onChange, onRestart }: Props) {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let current = true
    setFailed(attempt < 0)
    loadResult(view.resultData).then(
      value => current && setLoaded(value),
      () => current && setFailed(true),
    )
    return () => {
      current = false
    }
  }, [view.resultData, attempt])

  if (loaded) return <loaded.Result {...{ view, answers, extra, onChange, onRestart }} data={loaded.data} />
  const { level } = assessAnswers(answers, extra)
  return (
    <section className="result" aria-busy={!failed}>
      <div className={levelClass(level)} data-level={level}>
        <LevelIcon level={level} />
        <div>
          <h2 id="hasil" tabIndex={-1}>
            {view.levels[level]}
          </h2>
          <p>{view.levelText[level]}</p>
        </div>
      </div>
      <p role="status">{failed ? view.text.loadFailed : view.text.loading}</p>
      {failed && (
        <button type="button" className="button quiet" onClick={() => setAttempt(attempt + 1)}>
          {view.text.retry}
        </button>
      )}
    </section>
  )
}
