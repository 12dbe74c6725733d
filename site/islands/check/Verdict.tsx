import { levels } from '#src/risk/assess.ts'
import { iconPaths } from '../../components/icon-paths.ts'
import type { FormView } from './types.ts'

const kind = { berhenti: 'stop', 'periksa-dulu': 'verify', 'belum-terlihat': 'unseen' } as const

/** The sign of a level: told apart by outline, not by colour. */
export function LevelIcon({ level }: Readonly<{ level: (typeof levels)[number] }>) {
  return (
    <svg className="level-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={iconPaths[`level-${kind[level]}`]} />
    </svg>
  )
}

/** Class of a level's box. */
export const levelClass = (level: (typeof levels)[number]) => `level ${kind[level]}`

/** The verdict of the form without script: all three levels are in the page, CSS shows the one that the rules give. */
export function Verdict({ view }: Readonly<{ view: FormView }>) {
  const { text } = view
  return (
    <section className="out" aria-live="polite">
      <h2>{text.result}</h2>
      <p className="wait">{text.waiting}</p>
      {levels.map(level => (
        <div key={level} className={levelClass(level)} data-level={level}>
          <LevelIcon level={level} />
          <div>
            <h3>{view.levels[level]}</h3>
            <p>{view.levelText[level]}</p>
          </div>
        </div>
      ))}
      <p className="actions">
        <a className="button" href={view.help}>
          {text.helpAll}
        </a>
      </p>
    </section>
  )
}
