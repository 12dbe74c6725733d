import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { indicatorOf } from '#src/risk/indicators.ts'
import { writeFragment } from '#src/risk/fragment.ts'
import { type MessageReading, readMessage } from '#src/risk/message/read-message.ts'
import { answersOf } from '#src/risk/prefill.ts'
import { MarkedText } from './MarkedText.tsx'
import type { MessageView } from './types.ts'
import { LevelIcon, levelClass } from './Verdict.tsx'

/** Paste, read, explain. The text stays in this component: it is neither stored nor sent, nor put into the address. */
export function MessageForm({ view }: Readonly<{ view: MessageView }>) {
  const [ready, setReady] = useState(false)
  const [text, setText] = useState('')
  const [reading, setReading] = useState<MessageReading | null>(null)
  const [isMissing, setMissing] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const { words } = view

  // What was pasted before the script arrived is kept.
  useEffect(() => {
    setText(field.current?.value ?? '')
    setReady(true)
  }, [])
  useEffect(() => {
    if (reading) heading.current?.focus()
  }, [reading])

  function read(event: SubmitEvent) {
    event.preventDefault()
    setMissing(text.trim() === '')
    setReading(text.trim() === '' ? null : readMessage(text))
  }

  function clear() {
    setText('')
    setReading(null)
    field.current?.focus()
  }

  const next = reading && `${view.check}${writeFragment({ ...answersOf(reading.signs), at: 'posisi' })}`
  return (
    <>
      <form id="pesan" data-hydrated={ready ? '' : undefined} onSubmit={read} autoComplete="off">
        <label htmlFor="isi-pesan">{words.label}</label>
        <textarea
          id="isi-pesan"
          ref={field}
          rows={8}
          spellCheck={false}
          autoCorrect="off"
          aria-describedby={isMissing ? 'pesan-kosong' : undefined}
          aria-invalid={isMissing}
          {...(ready ? { value: text } : {})}
          onInput={event => setText(event.currentTarget.value)}
        />
        {isMissing && (
          <p className="error" id="pesan-kosong" role="alert">
            {words.empty}
          </p>
        )}
        <div className="actions">
          <button type="submit" className="button large" disabled={!ready}>
            {words.read}
          </button>
          {text && (
            <button type="button" className="button quiet" onClick={clear}>
              {words.clear}
            </button>
          )}
        </div>
      </form>
      {reading && (
        <section className="reading">
          <div className={levelClass(reading.assessment.level)} data-level={reading.assessment.level}>
            <LevelIcon level={reading.assessment.level} />
            <div>
              <h2 ref={heading} tabIndex={-1}>
                {view.levels[reading.assessment.level]}
              </h2>
              <p>{words.levelText[reading.assessment.level]}</p>
              <p className="certainty">{view.certainty[reading.assessment.certainty]}</p>
            </div>
          </div>
          {reading.cut && <p>{words.cut}</p>}
          <h3>{words.marked}</h3>
          {reading.matches.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <MarkedText text={text} matches={reading.matches} />
          )}
          <ul className="plain">
            {[...reading.assessment.signs, ...reading.assessment.notes].map(id => {
              const pictogram = indicatorOf(id)?.pictogram
              return (
                <li className="reason" key={id}>
                  <svg className="pic" aria-hidden="true">
                    <use href={`${view.pictograms}#${pictogram}`} />
                  </svg>
                  <div>
                    <h4>
                      <a href={`${view.rules}#${id}`}>{view.signs[id].label}</a>
                    </h4>
                    <p>{view.signs[id].why}</p>
                  </div>
                </li>
              )
            })}
          </ul>
          <p>{words.unsure}</p>
          <p className="actions">
            <a className="button large" href={next ?? view.check}>
              {words.continue}
            </a>
            <a className="button quiet" href={view.help}>
              {view.helpAll}
            </a>
          </p>
        </section>
      )}
    </>
  )
}
