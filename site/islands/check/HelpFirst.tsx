import { Fragment } from 'react'
import type { Call, Calls } from '#src/content/calls.ts'
import type { Place } from '#src/risk/where.ts'
import type { FormView } from './types.ts'
import { useCountries, useMission } from './use-countries.ts'

/** Numbers as buttons. */
export function Buttons({ calls }: Readonly<{ calls: readonly Call[] }>) {
  return calls.map(({ href, text }) => (
    <a key={href} className="button" href={href} rel="noreferrer">
      {text}
    </a>
  ))
}

type Props = Readonly<{
  calls: Calls
  /** What the reader told of the place: until they did, the numbers of both stand there, each with where it counts. */
  told: Place
  /** Whether those for abroad come first. */
  abroad: boolean
  /** Address of the help page. */
  help: string
  /** Where the reader is abroad (`countries.ts`), once it was told: the sure number of a mission there comes first. */
  country: string | null
  text: Readonly<{ inIndonesia: string; inAbroad: string }>
}>

/** The numbers to call where the reader is. */
export function CallsAt({ calls, told, abroad, help, country, text }: Props) {
  const mission = useMission(help, told === 'home' ? null : country)
  const here = { label: text.inIndonesia, calls: calls.here }
  const away = { label: text.inAbroad, calls: mission ? [mission, ...calls.abroad] : calls.abroad }
  const groups = { home: [here], abroad: [away], unknown: abroad ? [away, here] : [here, away] }[told]
  return groups
    .filter(group => group.calls.length > 0)
    .map(group => (
      <Fragment key={group.label}>
        {told === 'unknown' && <p>{group.label}</p>}
        <p className="actions">
          <Buttons calls={group.calls} />
        </p>
      </Fragment>
    ))
}

type FirstProps = Readonly<{
  view: FormView
  /** Whom help is for; without script, and until the script is there, CSS tells it from the first question. */
  shown?: 'held' | 'away' | undefined
  /** Where the reader is abroad (`countries.ts`), once it was told. */
  country?: string | null
  onCountry?: (iso: string | null) => void
}>

/** Help before any further question, for people who are with a recruiter or abroad. */
export function HelpFirst({ view: { text, help, calls }, shown, country = null, onCountry }: FirstProps) {
  const late = useCountries(help, shown === 'away')
  const on = (kind: typeof shown) => (kind === shown ? ' on' : '')
  return (
    <>
      <aside className={`first held${on('held')}`} aria-label={text.helpFirst}>
        <h2>{text.helpFirst}</h2>
        <p>{text.helpFirstHeld}</p>
        <p className="actions">
          <Buttons calls={calls.here} />
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
              <Buttons calls={calls.abroad} />
              <a href={`${help}#negara`}>{text.helpAll}</a>
            </p>
          </>
        )}
      </aside>
    </>
  )
}
