import { fill } from '#src/i18n/fill.ts'
import { Linked, officialSites } from './Linked.tsx'
import type { ResultData } from './types.ts'

type Props = Readonly<{
  text: ResultData['text']
  /** Explains abbreviations where they first appear. */
  say: (text: string) => string
}>

/** What to verify, where, and what to type there. */
export function Verify({ text, say }: Props) {
  const items = [
    { title: text.verifyJob, how: text.verifyJobHow, site: 'SISKOP2MI' },
    { title: text.verifyAgency, how: text.verifyAgencyHow, site: null },
    { title: text.verifyRegister, how: text.verifyRegisterHow, site: 'SIAPkerja' },
  ] as const
  return (
    <section>
      <h3>{text.verifyTitle}</h3>
      <ul className="plain verify-list">
        {items.map(({ title, how, site }) => (
          <li key={title}>
            <b>{say(title)}</b>
            <p>
              <Linked text={say(how)} />
            </p>
            {site && (
              <a className="button quiet" href={officialSites[site]} rel="noreferrer">
                {fill(text.open, { name: site })}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
