import { articleText } from '#src/content/article-text.ts'
import type { Call } from '#src/content/calls.ts'
import type { Assessment } from '#src/risk/assess.ts'
import type { Indicator, StepId } from '#src/risk/indicator.ts'
import { type IndicatorId, indicatorOf } from '#src/risk/indicators.ts'
import { onlyAdds, stepFor } from '#src/risk/steps.ts'
import { fill } from '#src/i18n/fill.ts'
import { Linked } from './Linked.tsx'
import { Step } from './Step.tsx'
import type { ResultData } from './types.ts'

type Props = Readonly<{
  data: ResultData
  assessment: Assessment
  abroad: boolean
  /** The sure number of a mission in the country that was told. */
  mission: Call | null
  /** Explains abbreviations where they first appear. */
  say: (text: string) => string
}>

/** `2026-11` → `November 2026`. */
const monthText = (month: string, names: string) =>
  `${names.split(' ')[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`

/** Each sign that made the level: why it matters, the step to take, and what it rests on. */
export function Reasons({ data, assessment, abroad, mission, say }: Props) {
  const { text } = data
  const isStop = assessment.level === 'berhenti'
  // Beside a stop, what says nothing here would only weaken it.
  const ids = isStop ? assessment.signs : [...assessment.signs, ...assessment.notes]
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
      {isStop && <p>{isAlone ? text.aloneEnough : text.together}</p>}
      <ol className="plain">
        {ids.map(id => {
          const sign = indicatorOf(id)
          if (!sign) return null
          const step = counted.has(id) ? stepFor(sign, assessment.level, abroad) : null
          const why = onlyAdds(sign, assessment.level) ? data.rules.weakAtStop : data.rules.signs[id].why
          return <Reason key={id} {...{ id, sign, data, step, why, mission, say }} />
        })}
      </ol>
    </section>
  )
}

type ReasonProps = Pick<Props, 'data' | 'mission' | 'say'> &
  Readonly<{
    id: IndicatorId
    sign: Indicator
    /** What to do about it; null for a sign that counts for nothing here. */
    step: StepId | null
    why: string
  }>

function Reason({ id, sign, data, step, why, mission, say }: ReasonProps) {
  const { text, rules, sources } = data
  return (
    <li className="reason">
      <svg className="pic" aria-hidden="true">
        <use href={`${data.pictograms}#${sign.pictogram}`} />
      </svg>
      <div>
        <h4>
          <Linked text={say(rules.signs[id].label)} />
        </h4>
        <p>
          <Linked text={say(why)} />
        </p>
        {step ? (
          <Step steps={rules.steps} {...{ step, text, mission, say }} />
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
                <a href={entry.url} rel="noreferrer" lang="id">
                  {entry.title}
                </a>
                {article && `, ${articleText(article, data.language)}`} (
                {fill(text.checkedOn, { date: monthText(entry.checked, text.months) })})
              </span>
            )
          })}
        </p>
      </div>
    </li>
  )
}
