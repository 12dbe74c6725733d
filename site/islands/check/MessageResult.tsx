import { useEffect, useRef, useState } from 'react'
import type { Call } from '#src/content/calls.ts'
import { OPEN, RESULT, writeFragment } from '#src/risk/fragment.ts'
import type { StepId } from '#src/risk/indicator.ts'
import { type IndicatorId, indicatorOf } from '#src/risk/indicators.ts'
import type { MessageReading } from '#src/risk/message/read-message.ts'
import { answersOf } from '#src/risk/prefill.ts'
import { onlyAdds, stepFor } from '#src/risk/steps.ts'
import { type Place, speaksAbroad } from '#src/risk/where.ts'
import { explainer } from './explain.ts'
import { CallsAt } from './HelpFirst.tsx'
import type { Handed } from './hand-over.ts'
import { Linked } from './Linked.tsx'
import { MarkedText } from './MarkedText.tsx'
import { Share } from './Share.tsx'
import { Step } from './Step.tsx'
import type { MessageView } from './types.ts'
import { useMission } from './use-countries.ts'
import { LevelIcon, levelClass } from './Verdict.tsx'
import { WhereAsked } from './WhereAsked.tsx'

/** What was read, with the text as it was then: the field may change meanwhile. */
export type ReadText = MessageReading & Readonly<{ text: string }>

type Props = Readonly<{ view: MessageView; reading: ReadText }>

/** What is read aloud of a result; the message itself is not. */
const spoken = '.reading h2, .reading .level p:not(.actions), .reading h4, .reading .reason p:not(.basis)'

/**
 * The level of a message, its words marked, the signs they gave, the way on to the questions that it leaves open, and what a
 * result of the check offers too. The text of the message is in none of the links.
 */
export function MessageResult({ view, reading }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [told, setTold] = useState<Place>('unknown')
  const [country, setCountry] = useState<string | null>(null)
  const mission = useMission(view.help, country)
  const { words } = view
  const { level, signs, notes } = reading.assessment
  const listed = [...signs, ...notes]
  const abroad = speaksAbroad(told, listed)
  const title = (abroad ? view.levelsAbroad : view.levels)[level]
  const say = explainer(view.terms)
  useEffect(() => {
    if (reading) heading.current?.focus()
  }, [reading])
  const read = answersOf(reading.signs)
  const answers = told === 'abroad' ? { posisi: 'di-luar-negeri', ...read.answers } : read.answers
  const at = (place: string) =>
    `${view.check}${writeFragment({ ...read, answers, at: place, openOnly: place === OPEN })}`
  const licence = reading.licences.some(mention => mention.hasNumber) ? words.licence : words.licenceMissing
  return (
    <section className="reading result">
      {reading.cut && <p className="notice-line">{words.cut}</p>}
      <div className={levelClass(level)} data-level={level}>
        <LevelIcon level={level} />
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <p>{(abroad ? view.levelTextAbroad : words.levelText)[level]}</p>
          {level === 'berhenti' && (
            <CallsAt {...{ told, abroad, country }} calls={view.calls} help={view.help} text={view.share} />
          )}
          <p className="asked">{level === 'berhenti' ? view.asked.enoughMessage : view.asked.message}</p>
          {level === 'belum-terlihat' && <p className="asked">{view.noProof}</p>}
        </div>
      </div>
      <WhereAsked
        {...{ words, told, country }}
        help={view.help}
        onTold={place => {
          setTold(place)
          setCountry(null)
        }}
        onCountry={setCountry}
      />
      {listed.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <h3>{words.marked}</h3>
          <MarkedText text={reading.text} matches={reading.matches} listed={listed} name={words.sign} />
          <ol className="plain">
            {listed.map((id, index) => {
              const sign = indicatorOf(id)
              const step = sign && signs.includes(id) ? stepFor(sign, level, abroad) : null
              return (
                <Sign
                  key={id}
                  number={index + 1}
                  why={sign && onlyAdds(sign, level) ? view.weakAtStop : view.signs[id].why}
                  {...{ id, step, view, mission, say }}
                />
              )
            })}
          </ol>
        </>
      )}
      {level !== 'berhenti' && !abroad && reading.licences.length > 0 && (
        <p>
          <Linked text={say(licence)} />
        </p>
      )}
      {level !== 'berhenti' && <p className="no-print">{words.unsure}</p>}
      <p className="actions no-print">
        <a
          className={level === 'berhenti' ? 'button quiet' : 'button large'}
          href={at(OPEN)}
          onClick={() => window.navigation?.updateCurrentEntry({ state: { country } satisfies Handed })}
        >
          {words.continue}
        </a>
        <a className="button quiet" href={view.help}>
          {view.helpAll}
        </a>
      </p>
      <Share
        {...{ view, level, told, abroad, mission, title, spoken }}
        text={view.share}
        signs={signs.map(id => ({ id, label: view.signs[id].label }))}
        link={`${location.origin}${at(RESULT)}`}
        report={view.report}
      />
    </section>
  )
}

type SignProps = Readonly<{
  id: IndicatorId
  number: number
  /** What to do about it; null for a sign that counts for nothing here. */
  step: StepId | null
  why: string
  view: MessageView
  mission: Call | null
  say: (text: string) => string
}>

/** A sign that was found: its number in the text, why it matters, what to do, and where the rules say more. */
function Sign({ id, number, step, why, view, mission, say }: SignProps) {
  return (
    <li className="reason">
      <svg className="pic" aria-hidden="true">
        <use href={`${view.pictograms}#${indicatorOf(id)?.pictogram}`} />
      </svg>
      <div>
        <h4>
          {number}. <Linked text={say(view.signs[id].label)} />
        </h4>
        <p>
          <Linked text={say(why)} />
        </p>
        {step && <Step steps={view.steps} text={view} {...{ step, mission, say }} />}
        <p className="basis">
          <a href={`${view.rules}#${id}`}>{view.words.basis}</a>
        </p>
      </div>
    </li>
  )
}
