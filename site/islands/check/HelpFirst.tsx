import type { FormView } from './types.ts'

/** Emergency numbers in Indonesia: police, and the ministry for migrant workers. */
export function CallHere({ police }: Readonly<{ police: string }>) {
  return (
    <>
      <a className="button" href="tel:110">
        {police}
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

type Props = Readonly<{
  view: FormView
  /** Whom help is for; without script, and until the script is there, CSS tells it from the first question. */
  shown?: 'held' | 'away' | undefined
  /** Country where the reader is, two lower-case letters, once it was told. */
  country?: string | null
  onCountry?: (country: string | null) => void
}>

/** Help before any further question, for people who are with a recruiter or abroad. */
export function HelpFirst({ view: { text, help }, shown }: Props) {
  const on = (kind: typeof shown) => (kind === shown ? ' on' : '')
  return (
    <>
      <aside className={`first held${on('held')}`} aria-label={text.helpFirst}>
        <h2>{text.helpFirst}</h2>
        <p>{text.helpFirstHeld}</p>
        <p className="actions">
          <CallHere police={text.callPolice} />
          <a href={help}>{text.helpAll}</a>
        </p>
      </aside>
      <aside className={`first away${on('away')}`} aria-label={text.helpFirst}>
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
