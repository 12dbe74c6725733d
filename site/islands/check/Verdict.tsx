import { levels } from '#src/risk/assess.ts'
import type check from '#src/i18n/id/check.json'
import { levelPaths } from '../../components/level-paths.ts'
import { Buttons } from './HelpFirst.tsx'
import type { FormView } from './types.ts'

const kind = { berhenti: 'stop', 'periksa-dulu': 'verify', 'belum-terlihat': 'unseen' } as const

/** The sign of a level: told apart by outline, not by colour. */
export function LevelIcon({ level }: Readonly<{ level: (typeof levels)[number] }>) {
  return (
    <svg className="level-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={levelPaths[`level-${kind[level]}`]} />
    </svg>
  )
}

/** Class of a level's box. */
export const levelClass = (level: (typeof levels)[number]) => `level ${kind[level]}`

/**
 * The verdict of the form without script: all three levels are in the page, CSS shows the one that the rules give. Where that
 * is to stop, the way to it stays on the screen.
 */
export function Verdict({ view, words }: Readonly<{ view: FormView; words: typeof check }>) {
  return (
    <>
      <p className="only-plain no-print to-verdict">
        <a className="button" href="#putusan">
          {words.enough}
        </a>
      </p>
      <section className="out" id="putusan" aria-live="polite">
        <h2>{words.result}</h2>
        <p className="wait">{words.waiting}</p>
        {levels.map(level => (
          <div key={level} className={levelClass(level)} data-level={level}>
            <LevelIcon level={level} />
            <div>
              <h3 className="home-only">{view.levels[level]}</h3>
              <h3 className="away-only">{view.levelsAbroad[level]}</h3>
              <p className="home-only">{view.levelText[level]}</p>
              <p className="away-only">{view.levelTextAbroad[level]}</p>
              {level === 'berhenti' ? (
                <>
                  <p className="untold">{view.text.inIndonesia}</p>
                  <p className="actions home-only">
                    <Buttons calls={view.calls.here} />
                  </p>
                  {view.calls.abroad.length > 0 && (
                    <>
                      <p className="untold">{view.text.inAbroad}</p>
                      <p className="actions not-home">
                        <Buttons calls={view.calls.abroad} />
                      </p>
                    </>
                  )}
                </>
              ) : (
                <p className="asked">
                  <span className="certainty">{view.asked.many}</span> {view.asked.not}
                </p>
              )}
              {level === 'belum-terlihat' && <p className="asked">{view.noProof}</p>}
            </div>
          </div>
        ))}
        <p className="actions">
          <a className="button" href={view.help}>
            {words.helpAll}
          </a>
        </p>
      </section>
    </>
  )
}
