import type { FormView } from './types.ts'

/** Emergency numbers in Indonesia: police, and the ministry for migrant workers. */
export function CallHere() {
  return (
    <>
      <a className="button" href="tel:110">
        Polisi 110
      </a>
      <a className="button" href="tel:08001000">
        KP2MI 0800-1000
      </a>
    </>
  )
}

/** The ministry's number for calls from abroad. */
export function CallAbroad() {
  return (
    <a className="button" href="tel:+622129244800">
      KP2MI +62 21 2924 4800
    </a>
  )
}

/** Help before any further question, for people who are with a recruiter or abroad. CSS shows it, with and without script. */
export function HelpFirst({ view: { text, help } }: Readonly<{ view: FormView }>) {
  return (
    <>
      <aside className="first held" aria-label={text.helpFirst}>
        <h2>{text.helpFirst}</h2>
        <p>{text.helpFirstHeld}</p>
        <p className="actions">
          <CallHere />
          <a href={help}>{text.helpAll}</a>
        </p>
      </aside>
      <aside className="first away" aria-label={text.helpFirst}>
        <h2>{text.helpFirst}</h2>
        <p>{text.helpFirstAbroad}</p>
        <p className="actions">
          <CallAbroad />
          <a href={`${help}#luar-negeri`}>{text.helpAll}</a>
        </p>
      </aside>
    </>
  )
}
