import { Linked } from './Linked.tsx'
import type { OptionView, QuestionView } from './types.ts'

/** What is said about the question while it is the one that is asked. */
type Now = Readonly<{
  progress: string | null
  hint: string
  error: string | null
  /** Why a sign matters, once that is there; the chosen one is told at once. */
  why: (sign: string) => string | undefined
}>

type Props = Readonly<{
  question: QuestionView
  className?: string
  /** The chosen option, with script only. */
  chosen?: string
  onChoose?: (question: string, option: string) => void
  now?: Now
}>

/** One question: the whole row of each answer is the target. */
export function Question({ question, className = '', chosen, onChoose, now }: Props) {
  const manySigns = question.options.filter(option => option.sign).length > 1
  return (
    <fieldset
      id={`q-${question.id}`}
      className={now ? 'q now' : `q${className}`}
      aria-describedby={now?.error ? 'kurang' : undefined}
    >
      <legend tabIndex={-1}>
        {now?.progress && <span className="progress">{now.progress}</span>}
        {question.text}
      </legend>
      {question.why && (
        <p className="ask">
          <Linked text={question.why} />
        </p>
      )}
      {now && manySigns && <p className="ask hint">{now.hint}</p>}
      {question.options.map(option => (
        <Row
          key={option.id}
          name={question.id}
          option={option}
          isChosen={option.id === chosen}
          onChoose={onChoose}
          why={option.sign && now?.why(option.sign)}
        />
      ))}
      {now?.error && (
        <p className="error" id="kurang" role="alert">
          {now.error}
        </p>
      )}
    </fieldset>
  )
}

type RowProps = Readonly<{
  name: string
  option: OptionView
  isChosen: boolean
  onChoose: Props['onChoose']
  why: string | undefined
}>

function Row({ name, option, isChosen, onChoose, why }: RowProps) {
  return (
    <div className="o">
      <label>
        <input
          type="radio"
          className={option.mark}
          name={name}
          value={option.id}
          checked={onChoose && isChosen}
          onChange={onChoose && (() => onChoose(name, option.id))}
        />
        {option.text}
        {option.picture && (
          <svg className="pic" aria-hidden="true">
            <use href={option.picture} />
          </svg>
        )}
      </label>
      {/* The place is there before the words, so that a screen reader says them when they come. */}
      {why && <p role="status">{isChosen && <span className="because">{why}</span>}</p>}
    </div>
  )
}
