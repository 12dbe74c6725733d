import { fill } from '#src/i18n/fill.ts'
import type { ResultData } from './types.ts'

const SISKOP2MI = 'https://siskop2mi.bp2mi.go.id/lowongan/list'
const SIAPKERJA = 'https://siapkerja.kemnaker.go.id'

/** What to verify, where, and what to type there. */
export function Verify({ text }: Readonly<{ text: ResultData['text'] }>) {
  const items = [
    { title: text.verifyJob, how: text.verifyJobHow, url: SISKOP2MI, name: 'SISKOP2MI' },
    { title: text.verifyAgency, how: text.verifyAgencyHow },
    { title: text.verifyRegister, how: text.verifyRegisterHow, url: SIAPKERJA, name: 'SIAPkerja' },
  ]
  return (
    <section>
      <h3>{text.verifyTitle}</h3>
      <ul className="plain verify-list">
        {items.map(item => (
          <li key={item.title}>
            <b>{item.title}</b>
            <p>{item.how}</p>
            {item.url && (
              <a className="button quiet" href={item.url} rel="noreferrer">
                {fill(text.open, { name: item.name })}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
