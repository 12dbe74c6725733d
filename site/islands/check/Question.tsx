import type { UseFormRegisterReturn } from 'react-hook-form'
import type { OptionView, QuestionView } from './types.ts'
import { coreQuestions, optionId } from './verdict-css.ts'

type Props = Readonly<{
  question: QuestionView
  field: UseFormRegisterReturn
  /** Shown alone, one step of the walk; without script all questions are shown. */
  current: boolean
  progress: string | null
  hint: string
  error: string | undefined
  pictograms: string
}>

/** One question: the whole row of each answer is the target, and a chosen sign says at once why it matters. */
export function Question({ question, field, current, progress, hint, error, pictograms }: Props) {
  const help = `${question.id}-bantuan`
  const signs = question.options.filter(option => option.sign).length
  return (
    <fieldset
      id={`q-${question.id}`}
      className={`q${coreQuestions.has(question.id) ? ' core' : ''}${current ? ' now' : ''}`}
      aria-describedby={help}
    >
      <legend tabIndex={-1}>
        {progress && <span className="progress">{progress}</span>}
        {question.text}
      </legend>
      <p className="ask" id={help}>
        {question.why} {signs > 1 && hint}
      </p>
      {question.options.map(option => (
        <Row key={option.id} question={question.id} option={option} field={field} pictograms={pictograms} />
      ))}
      {error && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

type RowProps = Readonly<{ question: string; option: OptionView; field: UseFormRegisterReturn; pictograms: string }>

function Row({ question, option, field, pictograms }: RowProps) {
  const id = optionId(question, option.id)
  return (
    <div className="o">
      <input type="radio" id={id} className={option.mark} value={option.id} {...field} />
      <label htmlFor={id}>
        {option.pictogram && (
          <svg className="pic" aria-hidden="true">
            <use href={`${pictograms}#${option.pictogram}`} />
          </svg>
        )}
        {option.text}
      </label>
      {option.why && <p className="because">{option.why}</p>}
    </div>
  )
}
