import { useEffect, useRef } from 'react'
import { writeFragment } from '#src/risk/fragment.ts'
import { type IndicatorId, indicatorOf } from '#src/risk/indicators.ts'
import type { MessageReading } from '#src/risk/message/read-message.ts'
import { answersOf } from '#src/risk/prefill.ts'
import { CallHere } from './HelpFirst.tsx'
import { MarkedText } from './MarkedText.tsx'
import type { MessageView } from './types.ts'
import { LevelIcon, levelClass } from './Verdict.tsx'

/** What was read, with the text as it was then: the field may change meanwhile. */
export type ReadText = MessageReading & Readonly<{ text: string }>

type Props = Readonly<{ view: MessageView; reading: ReadText }>

/** The level of a message, its words marked, the signs they gave, and the way on to the questions. */
export function MessageResult({ view, reading }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { words } = view
  const { level, certainty, signs, notes } = reading.assessment
  const listed = [...signs, ...notes]
  useEffect(() => {
    if (reading) heading.current?.focus()
  }, [reading])
  return (
    <section className="reading">
      <div className={levelClass(level)} data-level={level}>
        <LevelIcon level={level} />
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {view.levels[level]}
          </h2>
          <p>{words.levelText[level]}</p>
          {level === 'berhenti' && (
            <p className="actions">
              <CallHere police={view.callPolice} />
            </p>
          )}
          <p className="certainty">{view.certainty[certainty]}</p>
        </div>
      </div>
      {reading.cut && <p>{words.cut}</p>}
      {listed.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <h3>{words.marked}</h3>
          <MarkedText text={reading.text} matches={reading.matches} listed={listed} name={words.sign} />
          <ol className="plain">
            {listed.map((id, at) => (
              <Sign key={id} id={id} number={at + 1} view={view} />
            ))}
          </ol>
        </>
      )}
      {reading.licences.length > 0 && (
        <p>{reading.licences.some(licence => licence.hasNumber) ? words.licence : words.licenceMissing}</p>
      )}
      <p>{words.unsure}</p>
      <p className="actions">
        <a
          className="button large"
          href={`${view.check}${writeFragment({ ...answersOf(reading.signs), at: 'posisi' })}`}
        >
          {words.continue}
        </a>
        <a className="button quiet" href={view.help}>
          {view.helpAll}
        </a>
      </p>
    </section>
  )
}

type SignProps = Readonly<{ id: IndicatorId; number: number; view: MessageView }>

/** A sign that was found: its number in the text, why it matters, and where the rules say more. */
function Sign({ id, number, view }: SignProps) {
  return (
    <li className="reason">
      <svg className="pic" aria-hidden="true">
        <use href={`${view.pictograms}#${indicatorOf(id)?.pictogram}`} />
      </svg>
      <div>
        <h4>
          {number}. <a href={`${view.rules}#${id}`}>{view.signs[id].label}</a>
        </h4>
        <p>{view.signs[id].why}</p>
      </div>
    </li>
  )
}
