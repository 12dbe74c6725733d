import type { FormView } from './types.ts'

/** Help before any further question, for people who are with a recruiter or abroad. CSS shows it, with and without script. */
export function HelpFirst({ view: { text, help } }: Readonly<{ view: FormView }>) {
  return (
    <>
      <aside className="first held">
        <h2>{text.helpFirst}</h2>
        <p>{text.helpFirstHeld}</p>
        <p className="actions">
          <a className="button" href="tel:110">
            110
          </a>
          <a className="button" href="tel:08001000">
            0800-1000
          </a>
          <a href={help}>{text.helpAll}</a>
        </p>
      </aside>
      <aside className="first away">
        <h2>{text.helpFirst}</h2>
        <p>{text.helpFirstAbroad}</p>
        <p className="actions">
          <a className="button" href="tel:+622129244800">
            +62 21 2924 4800
          </a>
          <a href={`${help}#luar-negeri`}>{text.helpAll}</a>
        </p>
      </aside>
    </>
  )
}
