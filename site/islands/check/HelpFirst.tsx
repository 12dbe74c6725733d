import { useState } from 'react'
import type { FormView } from './types.ts'
import { useCountries } from './use-countries.ts'

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
  /** Address of the help page; with `country` the best number of a mission there comes first. */
  help?: string
  country?: string | null
}>

/** The ministry's numbers for people abroad: WhatsApp works from anywhere. */
export function CallAbroad({ help = '', country = null }: AbroadProps) {
  const late = useCountries(help, help !== '' && country !== null)
  const here = late?.table.countries.find(({ iso }) => iso === country)
  const mission = here?.known ? here.missions.find(({ tel, whatsapp }) => tel ?? whatsapp) : undefined
  return (
    <>
      {mission && (
        <a
          className="button"
          href={mission.tel ? `tel:${mission.tel}` : `https://wa.me/${mission.whatsapp}`}
          rel="noreferrer"
        >
          {mission.name} {mission.shown ?? 'WhatsApp'}
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
  /** Where the reader is abroad (`countries.ts`); without `onCountry` it is remembered here. */
  country?: string | null
  onCountry?: (iso: string | null) => void
}>

/** Help before any further question, for people who are with a recruiter or abroad. */
export function HelpFirst({ view: { text, help }, shown, country, onCountry }: Props) {
  const [own, setOwn] = useState<string | null>(null)
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
        {late ? (
          <late.CountryHelp
            table={late.table}
            country={country === undefined ? own : country}
            onCountry={onCountry ?? setOwn}
          />
        ) : (
          <>
            <p>{text.helpFirstAbroad}</p>
            <p className="actions">
              <CallAbroad />
              <a href={`${help}#negara`}>{text.helpAll}</a>
            </p>
          </>
        )}
      </aside>
    </>
  )
}
