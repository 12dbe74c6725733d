import { fill } from '#src/i18n/fill.ts'
import type { CountryLine, CountryTable } from './types.ts'

/** A country that is not listed: a code that no country has (ISO 3166-1, for users). */
const ELSEWHERE = 'zz'

type PickerProps = Readonly<{
  table: CountryTable
  country: string | null
  onCountry: (iso: string | null) => void
}>

/** Asks for the country alone; `isShort` where its words are for screen readers. */
export function CountryChoice({ table, country, onCountry, isShort }: PickerProps & { isShort?: true }) {
  const { words, countries } = table
  return (
    <label>
      <span className={isShort && 'sr-only'}>{words.choose}</span>{' '}
      <select value={country ?? ''} onChange={event => onCountry(event.target.value || null)}>
        <option value="">{words.placeholder}</option>
        {countries.map(({ iso, name }) => (
          <option key={iso} value={iso}>
            {name}
          </option>
        ))}
        <option value={ELSEWHERE}>{words.elsewhere}</option>
      </select>
    </label>
  )
}

/** Asks for the country and shows whom to call there, the Indonesian missions first. */
export function CountryHelp({ table, country, onCountry }: PickerProps) {
  return (
    <div className="country">
      <CountryChoice {...{ table, country, onCountry }} />
      <div aria-live="polite">
        <CountryNumbers table={table} country={country} />
      </div>
    </div>
  )
}

type NumbersProps = Readonly<{ table: CountryTable; country: string | null }>

/**
 * The numbers of a country: its missions with the best number that works from anywhere, which comes first where that of no mission
 * is sure, and all of them where none is known; then local ones. In a country that is not listed, all from anywhere; the two best
 * of those until a country is told. The page of the country has all.
 */
export function CountryNumbers({ table, country }: NumbersProps) {
  const { words } = table
  if (country === ELSEWHERE) {
    return (
      <>
        <p>{words.elsewhereText}</p>
        <Lines lines={table.anywhere} />
        <p className="no-print">
          <a href={table.elsewhere}>{words.elsewherePage}</a>
        </p>
      </>
    )
  }
  const here = table.countries.find(({ iso }) => iso === country)
  if (!here) {
    return (
      <>
        <p>{words.missing}</p>
        <Lines lines={table.anywhere.slice(0, 2)} />
      </>
    )
  }
  const named = { country: here.name }
  const anywhere = <Lines lines={here.known ? table.anywhere.slice(0, 1) : table.anywhere} />
  const isSure = here.missions.some(line => line.sure && (line.tel ?? line.whatsapp))
  const isShort = [...here.emergencies, ...here.others].some(({ tel }) => tel && !tel.startsWith('+'))
  return (
    <>
      <h4>{words.missions}</h4>
      {!here.known && <p>{fill(words.missionNone, named)}</p>}
      {!isSure && anywhere}
      <Lines lines={here.missions} />
      {isSure && anywhere}
      <h4>{words.emergencies}</h4>
      {here.emergencies.length > 0 ? (
        <>
          <p>{words.emergencyText}</p>
          <Lines lines={here.emergencies} />
        </>
      ) : (
        <p>{fill(words.emergencyNone, named)}</p>
      )}
      {here.others.length > 0 && (
        <>
          <h4>{fill(words.others, named)}</h4>
          <Lines lines={here.others} />
        </>
      )}
      {isShort && <p>{fill(words.shortNumber, named)}</p>}
      <p className="no-print">
        <a href={here.page}>{fill(words.page, { country: here.name })}</a>
      </p>
    </>
  )
}

function Lines({ lines }: Readonly<{ lines: readonly CountryLine[] }>) {
  return (
    <ul className="plain numbers">
      {lines.map(line => (
        <li key={`${line.name} ${line.tel ?? line.whatsapp ?? ''}`}>
          <b>{line.name}</b>
          <span className="ways">
            {line.tel && <a href={`tel:${line.tel}`}>{line.shown}</a>}
            {line.whatsapp && (
              <a href={`https://wa.me/${line.whatsapp}`} rel="noreferrer">
                WhatsApp{line.tel === `+${line.whatsapp}` ? '' : ` +${line.whatsapp}`}
              </a>
            )}
            {line.url && !line.tel && (
              <a href={line.url} rel="noreferrer">
                {new URL(line.url).hostname.replace(/^www\./, '')}
              </a>
            )}
          </span>
          <small>
            {line.sure ? line.mark : <b>{line.mark}</b>} {line.note}
          </small>
        </li>
      ))}
    </ul>
  )
}
