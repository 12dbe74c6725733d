import { useCallback, useEffect, useState } from 'react'
import { type Answers, assessAnswers } from '#src/risk/answers.ts'
import { speaksAbroad, toldPlace } from '#src/risk/where.ts'
import { LevelBox } from './LevelBox.tsx'
import resultCss from './result.css?url'
import type { FormView, ResultData } from './types.ts'

export type Loaded = typeof import('./late-result.tsx') & Readonly<{ data: ResultData }>
const cache = new Map<string, Promise<Loaded>>()

/** The look of the result is not among the first bytes of the page: it comes with the rest. Without it the result can still be read. */
function addStyles() {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = resultCss
  document.head.append(link)
}

/** Fetches the long texts, the look and the code of the result once; a failure is forgotten, so that it can be tried again. */
export function loadResult(address: string): Promise<Loaded> {
  const started = cache.get(address)
  if (started) return started
  const loading = Promise.all([import('./late-result.tsx'), fetch(address)]).then(
    async ([module, response]) => {
      if (!response.ok) throw new Error(`result data: ${response.status}`)
      addStyles()
      return { ...module, data: (await response.json()) as ResultData }
    },
  )
  cache.set(address, loading)
  loading.catch(() => cache.delete(address))
  return loading
}

type Props = Readonly<{
  view: FormView
  answers: Answers
  extra: readonly string[]
  country: string | null
  onCountry: (country: string | null) => void
  onChange: (question: string) => void
  onDrop: (sign: string) => void
  onRestart: () => void
}>

/** The result. Level and emergency numbers need nothing more than the page: a weak link never hides a `berhenti`. */
export function ResultLoader(props: Props) {
  const { view, answers, extra } = props
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [failed, setFailed] = useState(false)
  const load = useCallback(() => {
    setFailed(false)
    loadResult(view.resultData).then(setLoaded, () => setFailed(true))
  }, [view.resultData])
  useEffect(load, [load])

  const assessment = assessAnswers(answers, extra)
  const told = toldPlace(answers)
  const abroad = speaksAbroad(told, [...assessment.signs, ...assessment.notes])
  return (
    <section className="result" aria-labelledby="hasil">
      <LevelBox {...props} {...{ assessment, told, abroad }} />
      {loaded && <loaded.Result {...props} {...{ assessment, told, abroad }} data={loaded.data} />}
      {!loaded && <p role="status">{failed ? view.text.loadFailed : view.text.loading}</p>}
      {failed && (
        <button type="button" className="button quiet" onClick={load}>
          {view.text.retry}
        </button>
      )}
    </section>
  )
}
