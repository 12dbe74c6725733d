import type { Assessment } from '#src/risk/assess.ts'
import type { Indicator } from '#src/risk/indicator.ts'
import { type IndicatorId, indicatorOf } from '#src/risk/indicators.ts'
import { fill } from '#src/i18n/fill.ts'
import type { ResultData } from './types.ts'

type Props = Readonly<{ data: ResultData; assessment: Assessment }>

/** `2026-11` → `November 2026`. */
const monthText = (month: string, names: string) =>
  `${names.split(' ')[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`

/** Each sign that made the level: why it matters, the step to take, and what it rests on. */
export function Reasons({ data, assessment }: Props) {
  const { text } = data
  const ids = [...assessment.signs, ...assessment.notes]
  if (ids.length === 0) return null
  const titles = {
    berhenti: text.reasons,
    'periksa-dulu': text.reasonsCheck,
    'belum-terlihat': text.reasonsWeak,
  }
  const counted = new Set<string>(assessment.signs)
  const isAlone = assessment.grounds.some(ground => ground.rule === 'alone')
  return (
    <section className="reasons">
      <h3>{titles[assessment.level]}</h3>
      {assessment.level === 'berhenti' && <p>{isAlone ? text.aloneEnough : text.together}</p>}
      <ol className="plain">
        {ids.map(id => {
          const sign = indicatorOf(id)
          return sign && <Reason key={id} id={id} sign={sign} data={data} counts={counted.has(id)} />
        })}
      </ol>
    </section>
  )
}

type ReasonProps = Readonly<{ id: IndicatorId; sign: Indicator; data: ResultData; counts: boolean }>

function Reason({ id, sign, data, counts }: ReasonProps) {
  const { text, rules, sources } = data
  return (
    <li className="reason">
      <svg className="pic" aria-hidden="true">
        <use href={`${data.pictograms}#${sign.pictogram}`} />
      </svg>
      <div>
        <h4>{rules.signs[id].label}</h4>
        <p>{rules.signs[id].why}</p>
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
                <span lang="id">
                  <a href={entry.url} rel="noreferrer">
                    {entry.title}
                  </a>
                  {article && `, ${article}`}
                </span>{' '}
                ({fill(text.checkedOn, { date: monthText(entry.checked, text.months) })})
              </span>
            )
          })}
        </p>
      </div>
    </li>
  )
}
