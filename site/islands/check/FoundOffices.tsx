import { dialled } from '#src/content/written-number.ts'
import { fill } from '#src/i18n/fill.ts'
import type { OfficeTable, ResultData, TableContact } from './types.ts'

type Props = Readonly<{
  table: OfficeTable
  found: OfficeTable['provinces'][number]['regencies'][number]
  province: string
  text: ResultData['text']
  /** Address of an office's page, with `{slug}`. */
  address: string
}>

/** The immigration offices that sources name for a regency; where none does, those of its province. */
export function FoundOffices({ table, found, province, text, address }: Props) {
  const [name, serving, , years, namesakes] = found
  const at = (indexes: readonly number[]) =>
    indexes.flatMap((position, index) => {
      const office = table.offices[position]
      return office ? [{ office, year: years[index] ?? 0 }] : []
    })
  const shown =
    serving.length > 0
      ? at(serving)
      : table.offices.filter(office => office.province === province).map(office => ({ office, year: 0 }))
  const alsoHere = serving.length > 0 ? at(namesakes).map(({ office }) => ({ office, year: 0 })) : []
  const lead =
    serving.length > 0
      ? text.officeServes
      : shown.length > 0
        ? fill(text.officeUnknown, { name })
        : text.officeNone
  return (
    <>
      <p>{lead}</p>
      <List offices={shown} address={address} text={text} />
      {alsoHere.length > 0 && (
        <>
          <p>{text.officeNamesake}</p>
          <List offices={alsoHere} address={address} text={text} />
        </>
      )}
    </>
  )
}

type ListProps = Pick<Props, 'address' | 'text'> &
  Readonly<{ offices: readonly { office: OfficeTable['offices'][number]; year: number }[] }>

function List({ offices, address, text }: ListProps) {
  return (
    <ul className="lines">
      {offices.map(({ office, year }) => (
        <li key={office.slug}>
          <a href={address.replace('{slug}', office.slug)}>{office.name}</a>, {office.city}
          {year > 0 && ` (${fill(text.officeYear, { year: String(year) })})`}
          <Contact office={office} kind="address" text={text} />
          <Contact office={office} kind="phone" text={text} />
        </li>
      ))}
    </ul>
  )
}

type ContactProps = Readonly<{
  office: OfficeTable['offices'][number]
  kind: Extract<TableContact, 'address' | 'phone'>
  text: ResultData['text']
}>

function Contact({ office, kind, text }: ContactProps) {
  const value = office[kind]
  if (!value) return null
  const number = kind === 'phone' ? dialled(value) : null
  return (
    <p>
      {number ? <a href={`tel:${number}`}>{value}</a> : value}
      {office.unchecked?.includes(kind) && ` (${text.officeUnchecked})`}
    </p>
  )
}
