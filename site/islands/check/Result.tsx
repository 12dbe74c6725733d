import { type Answers, assessAnswers, openQuestions } from '#src/risk/answers.ts'
import type { Assessment } from '#src/risk/assess.ts'
import { fill } from '#src/i18n/fill.ts'
import { AnswerList } from './AnswerList.tsx'
import { HelpLines } from './HelpLines.tsx'
import { OfficeFinder } from './OfficeFinder.tsx'
import { Reasons } from './Reasons.tsx'
import { Share } from './Share.tsx'
import type { FormView, ResultData } from './types.ts'
import { Verify } from './Verify.tsx'
import { LevelIcon, levelClass } from './Verdict.tsx'

export type ResultProps = Readonly<{
  view: FormView
  data: ResultData
  answers: Answers
  extra: readonly string[]
  onChange: (question: string) => void
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
    ...(answers['perekrut'] === 'p3mi' ? (['licence'] as const) : []),
    ...(assessment.notes.some(id => id !== 'employer-pays-all') ? (['official-weak'] as const) : []),
  ]
}

/** The result: level and certainty, whom to call, each reason with its basis and next step, what is still open, where to verify. */
export function Result({ view, data, answers, extra, onChange, onRestart }: ResultProps) {
  const assessment = assessAnswers(answers, extra)
  const { level, certainty } = assessment
  const { text, rules } = data
  const abroad = answers['posisi'] === 'di-luar-negeri'
  const open = openQuestions(answers)
  const notes = notesFor(assessment, answers)
  const lead = abroad && level === 'berhenti' ? text.levelTextAbroad : view.levelText[level]
  const help = <HelpLines help={data.help} text={text} abroadFirst={abroad} all={data.addresses.help} />
  return (
    <section className="result">
      <div className={levelClass(level)} data-level={level}>
        <LevelIcon level={level} />
        <div>
          <h2 id="hasil" tabIndex={-1}>
            {view.levels[level]}
          </h2>
          <p>{lead}</p>
          <p className="certainty">{text.certainty[certainty]}</p>
        </div>
      </div>
      {level === 'berhenti' && help}
      <Reasons data={data} assessment={assessment} />
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
      {open.length > 0 && (
        <section>
          <h3>{text.openTitle}</h3>
          <p>{text.openLead}</p>
          <ul className="lines open">
            {open.map(id => (
              <li key={id}>
                {view.questions.find(question => question.id === id)?.text}{' '}
                <button type="button" className="link no-print" onClick={() => onChange(id)}>
                  {text.change}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {!abroad && <Verify text={text} />}
      {level !== 'berhenti' && help}
      <OfficeFinder text={text} addresses={data.addresses} />
      <Share view={view} data={data} answers={answers} extra={extra} assessment={assessment} />
      <AnswerList view={view} text={text} answers={answers} onChange={onChange} onRestart={onRestart} />
      <p className="ruleset">
        {fill(text.ruleset, { version: view.ruleset, date: view.rulesetDay })}.{' '}
        <a href={data.addresses.rules}>{text.rulesLink}</a>
      </p>
    </section>
  )
}
