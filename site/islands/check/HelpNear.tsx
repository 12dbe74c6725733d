import type { Call } from '#src/content/calls.ts'
import type { Place } from '#src/risk/where.ts'
import type { FormView } from './types.ts'
import { useCountries, useMission } from './use-countries.ts'

type Props = Readonly<{
  view: Pick<FormView, 'text' | 'help' | 'calls'>
  /** Where the reader is, as far as that was told: 110 counts in Indonesia only. */
  told: Place
  /** The country (`countries.ts`) of a reader abroad, once it was told. */
  country: string | null
  onCountry: (iso: string | null) => void
}>

/** Help lines in reach of the thumb, on every question: for who did not say where they are, one of each side. */
export function HelpNear({ view: { text, help, calls }, told, country, onCountry }: Props) {
  const late = useCountries(help, told === 'abroad')
  const away = useMission(help, told === 'abroad' ? country : null) ?? calls.abroad.at(-1)
  return (
    <p className="near">
      {told === 'home' && calls.here.map(call => <Near key={call.href} call={call} />)}
      {told === 'abroad' && away && <Near call={away} />}
      {told === 'abroad' && late && (
        <late.CountryChoice isShort table={late.table} {...{ country, onCountry }} />
      )}
      {told === 'unknown' && (
        <span>
          {text.inIndonesia}{' '}
          {calls.here.slice(0, 1).map(call => (
            <Near key={call.href} call={call} />
          ))}
        </span>
      )}
      <a href={told === 'abroad' ? `${help}#negara` : help}>{text.allNumbers}</a>
      {told === 'unknown' && away && (
        <span>
          {text.inAbroad} <Near call={{ ...away, text: away.number }} />
        </span>
      )}
    </p>
  )
}

function Near({ call: { href, text } }: Readonly<{ call: Call }>) {
  return (
    <a href={href} rel="noreferrer">
      {text}
    </a>
  )
}
