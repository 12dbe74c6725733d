import type { Assessment } from '#src/risk/assess.ts'
import type { Indicator } from '#src/risk/indicator.ts'
import { indicatorOf } from '#src/risk/indicators.ts'
import { fill } from '#src/i18n/fill.ts'
import type { FormView, OptionView, ResultData } from './types.ts'

type Props = Readonly<{ view: FormView; data: ResultData; assessment: Assessment }>

/** `2026-11` → `November 2026`. */
const monthText = (month: string, names: string) => `${names.split(' ')[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`

/** Each sign that made the level: why it matters, the step to take, and what it rests on. */
export function Reasons({ view, data, assessment }: Props) {
  const { text } = data
  const ids = [...assessment.signs, ...assessment.notes]
  if (ids.length === 0) return null
  const words = new Map(view.questions.flatMap(question => question.options).map(option => [option.sign, option]))
  const counted = new Set<string>(assessment.signs)
  const isAlone = assessment.grounds.some(ground => ground.rule === 'alone')
  return (
    <section className="reasons">
      <h3>{assessment.level === 'periksa-dulu' ? text.reasonsCheck : text.reasons}</h3>
      {assessment.level === 'berhenti' && <p>{isAlone ? text.aloneEnough : text.together}</p>}
      <ol className="plain">
        {ids.map(id => {
          const sign = indicatorOf(id)
          const option = words.get(id)
          if (!sign || !option) return null
          return <Reason key={id} {...{ sign, option, data, view }} counts={counted.has(id)} />
        })}
      </ol>
    </section>
  )
}

type ReasonProps = Readonly<{ sign: Indicator; option: OptionView; data: ResultData; view: FormView; counts: boolean }>

function Reason({ sign, option, data, view, counts }: ReasonProps) {
  const { text, rules, sources } = data
  return (
    <li className="reason">
      <svg className="pic" aria-hidden="true">
        <use href={`${view.pictograms}#${sign.pictogram}`} />
      </svg>
      <div>
        <h4>{option.text}</h4>
        <p>{option.why}</p>
        {counts ? (
          <p className="step">
            <b>{text.doNow}:</b> {rules.steps[sign.step]}
          </p>
        ) : (
          <p className="step">{text.weakNote}</p>
        )}
        <p className="basis">
          {text.basis}:{' '}
          {sign.sources.map(({ source, article }, index) => {
            const entry = sources[source]
            if (!entry) return null
            return (
              <span key={source}>
                {index > 0 && '; '}
                <a href={entry.url} rel="noreferrer">
                  {entry.title}
                </a>
                {article && `, ${article}`} ({fill(text.checkedOn, { date: monthText(entry.checked, text.months) })})
              </span>
            )
          })}
        </p>
      </div>
    </li>
  )
}
