import type { Answers } from '#src/risk/answers.ts'
import type { Assessment } from '#src/risk/assess.ts'
import type { Place } from '#src/risk/where.ts'
import { askedText } from './asked.ts'
import { CallsAt } from './HelpFirst.tsx'
import type { FormView } from './types.ts'
import { LevelIcon, levelClass } from './Verdict.tsx'

type Props = Readonly<{
  view: FormView
  answers: Answers
  assessment: Assessment
  told: Place
  /** Whether the words are those for someone abroad (`speaksAbroad`). */
  abroad: boolean
  /** Where the reader is abroad (`countries.ts`), once it was told. */
  country: string | null
}>

/** The level in words, what was asked for it and what was not, and for `berhenti` the numbers to call where the reader is. */
export function LevelBox({ view, answers, assessment: { level, certainty }, told, abroad, country }: Props) {
  return (
    <div className={levelClass(level)} data-level={level} data-certainty={certainty}>
      <LevelIcon level={level} />
      <div>
        <h2 id="hasil" tabIndex={-1}>
          {(abroad ? view.levelsAbroad : view.levels)[level]}
        </h2>
        <p>{(abroad ? view.levelTextAbroad : view.levelText)[level]}</p>
        {level === 'berhenti' && (
          <CallsAt {...{ told, abroad, country }} calls={view.calls} help={view.help} text={view.text} />
        )}
        <p className="asked">{askedText(view, answers, level)}</p>
        {level !== 'berhenti' && <p className="asked">{view.asked.not}</p>}
        {level === 'belum-terlihat' && <p className="asked">{view.noProof}</p>}
      </div>
    </div>
  )
}
