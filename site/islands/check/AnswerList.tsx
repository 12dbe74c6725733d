import type { Answers } from '#src/risk/answers.ts'
import { pathOf } from '#src/risk/flow.ts'
import type { IndicatorId } from '#src/risk/indicators.ts'
import type { FormView, ResultData } from './types.ts'

type Props = Readonly<{
  view: FormView
  data: ResultData
  answers: Answers
  extra: readonly string[]
  onChange: (question: string) => void
  onDrop: (sign: string) => void
  onRestart: () => void
}>

/** Every answer, each to be changed alone: those of the reader's path, others that still count, and signs from a message. */
export function AnswerList({ view, data: { text, rules }, answers, extra, ...events }: Props) {
  const path: readonly string[] = pathOf(answers)
  const listed = view.questions.filter(question => path.includes(question.id) || answers[question.id])
  return (
    <section className="answers no-print">
      <details>
        <summary>{text.answersTitle}</summary>
        <dl>
          {listed.map(question => {
            const option = question.options.find(item => item.id === answers[question.id])
            return (
              <Entry
                key={question.id}
                title={question.text}
                answer={option?.text ?? text.notAnswered}
                action={text.change}
                about={question.text}
                onAction={() => events.onChange(question.id)}
              />
            )
          })}
          {extra.map(sign => (
            <Entry
              key={sign}
              title={text.fromMessage}
              answer={rules.signs[sign as IndicatorId].label}
              action={text.message.clear}
              about={rules.signs[sign as IndicatorId].label}
              onAction={() => events.onDrop(sign)}
            />
          ))}
        </dl>
      </details>
      <button type="button" className="button quiet" onClick={events.onRestart}>
        {text.restart}
      </button>
    </section>
  )
}

type EntryProps = Readonly<{
  title: string
  answer: string
  action: string
  /** What the action is about, for those who hear its name alone. */
  about: string
  onAction: () => void
}>

function Entry({ title, answer, action, about, onAction }: EntryProps) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {answer}{' '}
        <button type="button" className="link" aria-label={`${action}: ${about}`} onClick={onAction}>
          {action}
        </button>
      </dd>
    </div>
  )
}
