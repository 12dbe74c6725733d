import { type Answers, openQuestions } from '#src/risk/answers.ts'
import type { Assessment } from '#src/risk/assess.ts'
import { fill } from '#src/i18n/fill.ts'
import { RESULT, writeFragment } from '#src/risk/fragment.ts'
import type { Place } from '#src/risk/where.ts'
import { AnswerList } from './AnswerList.tsx'
import './carry-answers.ts'
import { explainer } from './explain.ts'
import { notesFor } from './notes-for.ts'
import { HelpLines } from './HelpLines.tsx'
import { OfficeFinder } from './OfficeFinder.tsx'
import { Reasons } from './Reasons.tsx'
import { Share } from './Share.tsx'
import type { FormView, ResultData } from './types.ts'
import { useCountries, useMission } from './use-countries.ts'
import { Verify } from './Verify.tsx'

export { explainer } from './explain.ts'
export { ReadAloud } from './ReadAloud.tsx'

type ResultProps = Readonly<{
  view: FormView
  data: ResultData
  answers: Answers
  extra: readonly string[]
  assessment: Assessment
  told: Place
  abroad: boolean
  country: string | null
  onCountry: (country: string | null) => void
  onChange: (question: string) => void
  onDrop: (sign: string) => void
  onRestart: () => void
}>

/** What is read aloud of a result. */
const spoken = '.result h2, .result .level p:not(.actions), .reasons h4, .reasons p:not(.basis)'

/**
 * What follows the level: whom to call, each reason with its basis and next step, what is still open, where to verify. Who
 * must stop is neither asked to find out more nor sent to verify: both lead back to the recruiter.
 */
export function Result({
  view,
  data,
  answers,
  extra,
  assessment,
  told,
  abroad,
  country,
  onCountry,
  ...events
}: ResultProps) {
  const { text, rules } = data
  const { onChange } = events
  const say = explainer(text.terms)
  const fragment = writeFragment({ answers, extra, at: RESULT, openOnly: false })
  const open = openQuestions(answers)
  const notes = notesFor(assessment, answers)
  const isStop = assessment.level === 'berhenti'
  const late = useCountries(view.help, told === 'abroad')
  const mission = useMission(view.help, told === 'home' ? null : country)
  const help = (
    <HelpLines
      help={data.help}
      text={text}
      abroadFirst={abroad}
      all={data.addresses.help}
      {...{ country, onCountry }}
    />
  )
  return (
    <>
      {isStop && late && <late.CountryChoice table={late.table} {...{ country, onCountry }} />}
      <Reasons {...{ data, assessment, abroad, mission, say }} />
      {isStop && help}
      {notes.length > 0 && (
        <section>
          <h3>{text.notesTitle}</h3>
          <ul className="lines">
            {notes.map(id => (
              <li key={id}>{say(rules.notes[id])}</li>
            ))}
          </ul>
        </section>
      )}
      {!isStop && open.length > 0 && <OpenQuestions {...{ view, text, open, onChange }} />}
      {!abroad && !isStop && <Verify text={text} say={say} />}
      {!isStop && help}
      {!abroad && (
        <OfficeFinder
          text={text}
          addresses={data.addresses}
          help={data.help}
          language={view.language}
          withPassports={!isStop}
        />
      )}
      <Share
        {...{ view, text, told, abroad, mission, spoken }}
        level={assessment.level}
        title={(abroad ? view.levelsAbroad : view.levels)[assessment.level]}
        signs={assessment.signs.map(id => ({ id, label: rules.signs[id].label }))}
        link={`${location.origin}${location.pathname}${fragment}`}
        report={data.addresses.report}
      />
      <AnswerList {...{ view, data, answers, extra }} {...events} />
      <p className="ruleset">{fill(text.ruleset, { version: view.ruleset, date: view.rulesetDay })}</p>
    </>
  )
}

type OpenProps = Pick<ResultProps, 'view' | 'onChange'> &
  Readonly<{ text: ResultData['text']; open: readonly string[] }>

function OpenQuestions({ view, text, open, onChange }: OpenProps) {
  return (
    <section>
      <h3>{text.openTitle}</h3>
      <p>{text.openLead}</p>
      <ul className="lines open">
        {view.questions
          .filter(question => open.includes(question.id))
          .map(question => (
            <li key={question.id}>
              {question.text}{' '}
              <button
                type="button"
                className="link no-print"
                aria-label={`${text.fillIn}: ${question.text}`}
                onClick={() => onChange(question.id)}
              >
                {text.fillIn}
              </button>
            </li>
          ))}
      </ul>
    </section>
  )
}
