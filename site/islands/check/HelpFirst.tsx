import type { FormView } from './types.ts'
import { useCountries, useMission } from './use-countries.ts'

/** Emergency numbers in Indonesia: police, and the ministry for migrant workers. */
export function CallHere({ police }: Readonly<{ police: string }>) {
  return (
    <>
      <a className="button" href="tel:110">
        {police}
      </a>
      <a className="button" href="tel:08001000">
        KemenP2MI 0800-1000
      </a>
    </>
  )
}

type AbroadProps = Readonly<{
  /** Address of the help page. */
  help: string
  /** Where the reader is (`countries.ts`); with it the best number of a mission there comes first. */
  country?: string | null
}>

/** The ministry's numbers for people abroad: WhatsApp works from anywhere. */
export function CallAbroad({ help, country = null }: AbroadProps) {
  const mission = useMission(help, country)
  return (
    <>
      {mission && (
        <a className="button" href={mission.href} rel="noreferrer">
          {mission.text}
        </a>
      )}
      <a className="button" href="https://wa.me/628118080141" rel="noreferrer">
        KemenP2MI WhatsApp
      </a>
      <a className="button" href="tel:+622129244800">
        KemenP2MI +62 21 2924 4800
      </a>
    </>
  )
}

type Props = Readonly<{
  view: FormView
  /** Whom help is for; without script, and until the script is there, CSS tells it from the first question. */
  shown?: 'held' | 'away' | undefined
  /** Where the reader is abroad (`countries.ts`), once it was told. */
  country?: string | null
  onCountry?: (iso: string | null) => void
}>

/** Help before any further question, for people who are with a recruiter or abroad. */
export function HelpFirst({ view: { text, help }, shown, country = null, onCountry }: Props) {
  const late = useCountries(help, shown === 'away')
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
        {late && onCountry ? (
          <late.CountryHelp table={late.table} country={country} onCountry={onCountry} />
        ) : (
          <>
            <p>{text.helpFirstAbroad}</p>
            <p className="actions">
              <CallAbroad help={help} />
              <a href={`${help}#negara`}>{text.helpAll}</a>
            </p>
          </>
        )}
      </aside>
    </>
  )
}
