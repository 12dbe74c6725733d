import type { UseFormRegisterReturn } from 'react-hook-form'
import type { OptionView, QuestionView } from './types.ts'
import { coreQuestions } from './verdict-css.ts'

type Props = Readonly<{
  question: QuestionView
  field: UseFormRegisterReturn
  /** Shown alone, one step of the walk; without script all questions are shown. */
  current: boolean
  progress: string | null
  hint: string
  error: string | undefined
  /** Why each sign matters, once it is there; the chosen one is told at once. */
  why: (sign: string) => string | undefined
  chosen: string | undefined
}>

/** One question: the whole row of each answer is the target. */
export function Question({ question, field, current, progress, hint, error, why, chosen }: Props) {
  const manySigns = question.options.filter(option => option.sign).length > 1
  return (
    <fieldset
      id={`q-${question.id}`}
      className={`q${coreQuestions.has(question.id) ? ' core' : ''}${current ? ' now' : ''}`}
    >
      <legend tabIndex={-1}>
        {progress && <span className="progress">{progress}</span>}
        {question.text}
      </legend>
      {question.why && <p className="ask">{question.why}</p>}
      {current && manySigns && <p className="ask hint">{hint}</p>}
      {question.options.map(option => (
        <Row
          key={option.id}
          option={option}
          field={field}
          why={current && option.sign && option.id === chosen ? why(option.sign) : undefined}
        />
      ))}
      {error && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

type RowProps = Readonly<{ option: OptionView; field: UseFormRegisterReturn; why: string | undefined }>

function Row({ option, field, why }: RowProps) {
  return (
    <div className="o">
      <label>
        <input type="radio" className={option.mark} value={option.id} {...field} />
        {option.text}
        {option.picture && (
          <svg className="pic" aria-hidden="true">
            <use href={option.picture} />
          </svg>
        )}
      </label>
      {why && (
        <p className="because" role="status">
          {why}
        </p>
      )}
    </div>
  )
}
