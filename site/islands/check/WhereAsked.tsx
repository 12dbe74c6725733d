import type { Place } from '#src/risk/where.ts'
import type { MessageView } from './types.ts'
import { useCountries } from './use-countries.ts'

type Props = Readonly<{
  words: MessageView['words']
  told: Place
  country: string | null
  /** Address of the help page. */
  help: string
  onTold: (place: Place) => void
  onCountry: (iso: string | null) => void
}>

/** Asks where the reader of a message is: nothing in a message tells it surely. Abroad, for the country too, with its numbers. */
export function WhereAsked({ words, told, country, help, onTold, onCountry }: Props) {
  const late = useCountries(help, told === 'abroad')
  const places = { home: words.whereHome, abroad: words.whereAbroad } as const
  return (
    <>
      <fieldset className="where no-print">
        <legend>{words.where}</legend>
        {(['home', 'abroad'] as const).map(place => (
          <label key={place}>
            <input type="radio" name="di-mana" checked={told === place} onChange={() => onTold(place)} />
            {places[place]}
          </label>
        ))}
      </fieldset>
      {told === 'abroad' && late && (
        <div className="help-lines">
          <late.CountryHelp table={late.table} country={country} onCountry={onCountry} />
        </div>
      )}
    </>
  )
}
