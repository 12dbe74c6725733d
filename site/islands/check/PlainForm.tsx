import { Fragment } from 'react'
import type check from '#src/i18n/id/check.json'
import { HelpFirst } from './HelpFirst.tsx'
import { Question } from './Question.tsx'
import type { FormView } from './types.ts'
import { Verdict } from './Verdict.tsx'
import { pathClass } from './verdict-css.ts'

type Props = Readonly<{ view: FormView; words: typeof check }>

/**
 * The check without script, rendered at build: a form of all questions, whose verdict CSS shows. The script takes over its
 * first question and what belongs to it, and removes the rest (`start.ts`).
 */
export function PlainForm({ view, words }: Props) {
  const first = view.questions[0]?.id
  return (
    <form id="periksa" className="f" autoComplete="off" noValidate>
      {/* Enter must not send the answers anywhere: a disabled default button stops it. */}
      <button type="submit" className="only-plain" disabled hidden />
      <p className="only-plain ask">
        {words.noscriptLead} {words.hint}
      </p>
      {view.questions.map(question => (
        <Fragment key={question.id}>
          <Question question={question} className={pathClass(question.id)} />
          {question.id === first && <HelpFirst view={view} />}
        </Fragment>
      ))}
      <Verdict view={view} words={words} />
    </form>
  )
}
