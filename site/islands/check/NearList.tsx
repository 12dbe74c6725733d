import type { Language } from '#src/slugs.ts'
import { dayText } from '../../format.ts'
import type { LocalView, ResultData } from './types.ts'

type Props = Readonly<{
  lines: readonly LocalView[]
  /** What to say where no source names one. */
  none: string
  text: ResultData['text']
  language: Language
}>

/** Offices of the state in the reader's area, each with its source; the police number stands with them anyway. */
export function NearList({ lines, none, text, language }: Props) {
  if (lines.length === 0) return <p>{none}</p>
  return (
    <ul className="lines">
      {lines.map(line => (
        <li key={line.name.id}>
          <b>{line.name[language]}</b>
          {line.city && `, ${line.city}`}
          {line.note && <p>{line.note[language]}</p>}
          {line.tel && (
            <p>
              <a href={`tel:${line.tel}`}>{line.telShown ?? line.tel}</a>
            </p>
          )}
          {line.whatsapp && (
            <p>
              <a href={`https://wa.me/${line.whatsapp}`} rel="noreferrer">
                WhatsApp +{line.whatsapp}
              </a>
            </p>
          )}
          {!line.tel && !line.whatsapp && <p>{text.nearNoNumber}</p>}
          <p className="office-note">
            {line.mark && `${line.mark[language]} `}
            {text.nearSource}{' '}
            {line.source.url ? (
              <a href={line.source.url} rel="noreferrer">
                {line.source.title ?? line.source.url}
              </a>
            ) : (
              line.source.title
            )}
            {line.source.published && `, ${dayText(line.source.published, language)}`}
          </p>
        </li>
      ))}
    </ul>
  )
}
