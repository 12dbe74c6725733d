import type { Assessment } from '#src/risk/assess.ts'
import { CallHere, CallAbroad } from './HelpFirst.tsx'
import type { FormView } from './types.ts'
import { LevelIcon, levelClass } from './Verdict.tsx'

type Props = Readonly<{
  view: FormView
  assessment: Assessment
  abroad: boolean
}>

/** The level in words, its certainty, and for `berhenti` the numbers to call, the reader's own side first. */
export function LevelBox({ view, assessment: { level, certainty }, abroad }: Props) {
  return (
    <div className={levelClass(level)} data-level={level}>
      <LevelIcon level={level} />
      <div>
        <h2 id="hasil" tabIndex={-1}>
          {view.levels[level]}
        </h2>
        <p>{(abroad ? view.levelTextAbroad : view.levelText)[level]}</p>
        {level === 'berhenti' && (
          <p className="actions">{abroad ? <CallAbroad /> : <CallHere police={view.text.callPolice} />}</p>
        )}
        <p className="certainty" data-certainty={certainty}>
          {view.certainty[certainty]}
        </p>
      </div>
    </div>
  )
}
