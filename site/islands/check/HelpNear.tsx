import type { FormView } from './types.ts'
import { useMission } from './use-countries.ts'

type Props = Readonly<{
  view: Pick<FormView, 'text' | 'help'>
  /** Where the reader is, as far as that is known: 110 counts in Indonesia only. */
  where: 'home' | 'abroad' | 'unknown'
  /** The country (`countries.ts`) of a reader abroad, once it was told. */
  country: string | null
}>

const ministry = { href: 'tel:+622129244800', text: 'KemenP2MI +62 21 2924 4800' }

/** Help lines in reach of the thumb, on every question. */
export function HelpNear({ view: { text, help }, where, country }: Props) {
  const { href, text: line } = useMission(help, where === 'abroad' ? country : null) ?? ministry
  return (
    <p className="near">
      {where === 'abroad' ? (
        <a href={href} rel="noreferrer">
          {line}
        </a>
      ) : (
        <>
          {where === 'unknown' && <span>{text.inIndonesia}</span>}
          <a href="tel:110">{text.callPolice}</a>
          {where === 'home' && <a href="tel:08001000">KemenP2MI 0800-1000</a>}
        </>
      )}
      <a href={where === 'abroad' ? `${help}#negara` : help}>{text.allNumbers}</a>
    </p>
  )
}
