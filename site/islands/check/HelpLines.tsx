import type { HelpView, ResultData } from './types.ts'
import { useCountries } from './use-countries.ts'

type Props = Readonly<{
  help: readonly HelpView[]
  text: ResultData['text']
  abroadFirst: boolean
  /** Address of the help page. */
  all: string
  /** Where the reader is abroad (`countries.ts`), once it was told. */
  country: string | null
  onCountry: (iso: string | null) => void
}>

/**
 * Help lines, those in Indonesia and those abroad apart; the reader's own side first. For someone abroad the numbers of the
 * country take the place of those for everywhere, which stand until they have come.
 */
export function HelpLines({ help, text, abroadFirst, all, country, onCountry }: Props) {
  const late = useCountries(all, abroadFirst)
  const groups = [
    { title: text.helpHere, lines: help.filter(line => line.where === 'indonesia') },
    { title: text.helpAbroad, lines: help.filter(line => line.where === 'luar-negeri') },
  ]
  if (abroadFirst) groups.reverse()
  return (
    <section className="help-lines">
      <h3>{text.helpTitle}</h3>
      <div className="pair">
        {groups.map(group => (
          <div key={group.title}>
            <h4>{group.title}</h4>
            {late && group.title === text.helpAbroad ? (
              <late.CountryHelp table={late.table} country={country} onCountry={onCountry} />
            ) : (
              <ul className="plain">
                {group.lines.map(line => (
                  <Line key={line.id} line={line} />
                ))}
              </ul>
            )}
          </div>
        ))}
      </div>
      <p className="no-print">
        <a href={all}>{text.helpAll}</a>
      </p>
    </section>
  )
}

function Line({ line }: Readonly<{ line: HelpView }>) {
  return (
    <li>
      <b>{line.name}</b>
      <span className="ways">
        {line.tel && <a href={`tel:${line.tel}`}>{line.telShown ?? line.tel}</a>}
        {line.whatsapp && (
          <a href={`https://wa.me/${line.whatsapp}`} rel="noreferrer">
            WhatsApp +{line.whatsapp}
          </a>
        )}
        {line.url && !line.tel && (
          <a href={line.url} rel="noreferrer">
            {line.url.replace(/^https?:\/\//, '').replace(/\/$/, '')}
          </a>
        )}
      </span>
    </li>
  )
}
