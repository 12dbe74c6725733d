import { fill } from '#src/i18n/fill.ts'
import type { CountryLine, CountryTable } from './types.ts'

type PickerProps = Readonly<{
  table: CountryTable
  country: string | null
  onCountry: (iso: string | null) => void
}>

/** Asks for the country and shows whom to call there, the Indonesian missions first. */
export function CountryHelp({ table, country, onCountry }: PickerProps) {
  const { words } = table
  return (
    <div className="country">
      <label>
        {words.choose}{' '}
        <select value={country ?? ''} onChange={event => onCountry(event.target.value || null)}>
          <option value="">{words.placeholder}</option>
          {table.countries.map(({ iso, name }) => (
            <option key={iso} value={iso}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div aria-live="polite">
        <CountryNumbers table={table} country={country} />
      </div>
    </div>
  )
}

type NumbersProps = Readonly<{ table: CountryTable; country: string | null }>

/**
 * The numbers of a country with the best one that works from anywhere; all of those where no good number of a mission is known;
 * the two best alone where no country is told. The page of the country has all.
 */
export function CountryNumbers({ table, country }: NumbersProps) {
  const { words } = table
  const here = table.countries.find(({ iso }) => iso === country)
  if (!here) {
    return (
      <>
        <p>{words.missing}</p>
        <Lines lines={table.anywhere.slice(0, 2)} />
      </>
    )
  }
  return (
    <>
      <h4>{words.missions}</h4>
      {!here.known && <p>{fill(words.missionNone, { country: here.name })}</p>}
      {!here.known && <Lines lines={table.anywhere} />}
      <Lines lines={here.missions} />
      {here.known && <Lines lines={table.anywhere.slice(0, 1)} />}
      {here.emergencies.length > 0 && (
        <>
          <h4>{words.emergencies}</h4>
          <p>{words.emergencyText}</p>
          <Lines lines={here.emergencies} />
        </>
      )}
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
