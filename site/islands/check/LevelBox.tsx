import type { Answers } from '#src/risk/answers.ts'
import type { Assessment } from '#src/risk/assess.ts'
import { askedText } from './asked.ts'
import { CallAbroad, CallHere } from './HelpFirst.tsx'
import type { FormView } from './types.ts'
import { LevelIcon, levelClass } from './Verdict.tsx'

type Props = Readonly<{
  view: FormView
  answers: Answers
  assessment: Assessment
  abroad: boolean
  /** Where the reader is abroad (`countries.ts`), once it was told. */
  country: string | null
}>

/** The level in words, what was asked for it and what was not, and for `berhenti` the numbers to call, the reader's own side first. */
export function LevelBox({ view, answers, assessment: { level, certainty }, abroad, country }: Props) {
  return (
    <div className={levelClass(level)} data-level={level} data-certainty={certainty}>
      <LevelIcon level={level} />
      <div>
        <h2 id="hasil" tabIndex={-1}>
          {(abroad ? view.levelsAbroad : view.levels)[level]}
        </h2>
        <p>{(abroad ? view.levelTextAbroad : view.levelText)[level]}</p>
        {level === 'berhenti' && (
          <p className="actions">
            {abroad ? (
              <CallAbroad help={view.help} country={country} />
            ) : (
              <CallHere police={view.text.callPolice} />
            )}
          </p>
        )}
        <p className="asked">{askedText(view, answers, level)}</p>
        {level !== 'berhenti' && <p className="asked">{view.asked.not}</p>}
        {level === 'belum-terlihat' && <p className="asked">{view.noProof}</p>}
      </div>
    </div>
  )
}
