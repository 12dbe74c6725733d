import type { Answers } from '#src/risk/answers.ts'
import { pathOf } from '#src/risk/flow.ts'
import type { FormView, ResultData } from './types.ts'

type Props = Readonly<{
  view: FormView
  text: ResultData['text']
  answers: Answers
  onChange: (question: string) => void
  onRestart: () => void
}>

/** Every answer, each to be changed alone: those of the reader's path, and others that still count. */
export function AnswerList({ view, text, answers, onChange, onRestart }: Props) {
  const path: readonly string[] = pathOf(answers)
  const listed = view.questions.filter(question => path.includes(question.id) || answers[question.id])
  return (
    <details className="answers no-print">
      <summary>{text.answersTitle}</summary>
      <dl>
        {listed.map(question => {
          const option = question.options.find(item => item.id === answers[question.id])
          return (
            <div key={question.id}>
              <dt>{question.text}</dt>
              <dd>
                {option?.text ?? text.notAnswered}{' '}
                <button
                  type="button"
                  className="link"
                  aria-label={`${text.change}: ${question.text}`}
                  onClick={() => onChange(question.id)}
                >
                  {text.change}
                </button>
              </dd>
            </div>
          )
        })}
      </dl>
      <button type="button" className="button quiet" onClick={onRestart}>
        {text.restart}
      </button>
    </details>
  )
}
