import { type Answers, openQuestions } from '#src/risk/answers.ts'
import type { Assessment } from '#src/risk/assess.ts'
import { fill } from '#src/i18n/fill.ts'
import { AnswerList } from './AnswerList.tsx'
import { HelpLines } from './HelpLines.tsx'
import { OfficeFinder } from './OfficeFinder.tsx'
import { Reasons } from './Reasons.tsx'
import { Share } from './Share.tsx'
import type { FormView, ResultData } from './types.ts'
import { Verify } from './Verify.tsx'

export { ReadAloud } from './ReadAloud.tsx'

type ResultProps = Readonly<{
  view: FormView
  data: ResultData
  answers: Answers
  extra: readonly string[]
  assessment: Assessment
  abroad: boolean
  onChange: (question: string) => void
  onDrop: (sign: string) => void
  onRestart: () => void
}>

/** Official differences that the reader should know of, by what was answered. */
function notesFor(
  assessment: Assessment,
  answers: Answers,
): ('employer-pays' | 'licence' | 'official-weak')[] {
  const seen: readonly string[] = [...assessment.signs, ...assessment.notes]
  return [
    ...(seen.includes('employer-pays-all') ? (['employer-pays'] as const) : []),
    ...(answers.perekrut === 'p3mi' ? (['licence'] as const) : []),
    ...(assessment.notes.some(id => id !== 'employer-pays-all') ? (['official-weak'] as const) : []),
  ]
}

/** What follows the level: whom to call, each reason with its basis and next step, what is still open, where to verify. */
export function Result({ view, data, answers, extra, assessment, abroad, ...events }: ResultProps) {
  const { text, rules } = data
  const { onChange } = events
  const open = openQuestions(answers)
  const notes = notesFor(assessment, answers)
  const isStop = assessment.level === 'berhenti'
  const help = <HelpLines help={data.help} text={text} abroadFirst={abroad} all={data.addresses.help} />
  return (
    <>
      <Reasons data={data} assessment={assessment} />
      {isStop && help}
      {notes.length > 0 && (
        <section>
          <h3>{text.notesTitle}</h3>
          <ul className="lines">
            {notes.map(id => (
              <li key={id}>{rules.notes[id]}</li>
            ))}
          </ul>
        </section>
      )}
      {open.length > 0 && <OpenQuestions {...{ view, text, open, onChange }} />}
      {!abroad && <Verify text={text} />}
      {!isStop && help}
      {!abroad && (
        <OfficeFinder text={text} addresses={data.addresses} help={data.help} language={view.language} />
      )}
      <Share view={view} data={data} answers={answers} extra={extra} assessment={assessment} />
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
