import { useState } from 'react'
import { linesFor } from '#src/content/near.ts'
import { fill } from '#src/i18n/fill.ts'
import type { Language } from '#src/slugs.ts'
import { FoundOffices } from './FoundOffices.tsx'
import { NearList } from './NearList.tsx'
import type { HelpView, OfficeTable, ResultData } from './types.ts'

type Props = Readonly<{
  text: ResultData['text']
  addresses: ResultData['addresses']
  /** The lines for the whole country, of which the police and the ministry stand with what is near. */
  help: ResultData['help']
  language?: Language
  /** Whether to say where a passport may be applied for: not to who must stop. */
  withPassports: boolean
}>

/**
 * What is near the reader: the immigration office of the regency, BP3MI, labour office, police. The table is fetched from our
 * own origin with the first touch, and the choice stays in this component: not in the address, not in storage.
 */
export function OfficeFinder({ text, addresses, help, language = 'id', withPassports }: Props) {
  const [table, setTable] = useState<OfficeTable | null>(null)
  const [failed, setFailed] = useState(false)
  const [province, setProvince] = useState('')
  const [regency, setRegency] = useState('')

  async function load() {
    if (table) return
    setFailed(false)
    try {
      const response = await fetch(addresses.offices)
      if (!response.ok) throw new Error(String(response.status))
      setTable((await response.json()) as OfficeTable)
    } catch {
      setFailed(true)
    }
  }

  const chosen = table?.provinces.find(item => item.code === province)
  const found = chosen?.regencies.find(([name]) => name === regency)
  return (
    <section className="office">
      <h3>{text.officeTitle}</h3>
      {!table ? (
        <p className="office-note no-print">
          <button type="button" className="button quiet" onClick={load}>
            {failed ? text.retry : text.officeOpen}
          </button>
        </p>
      ) : (
        <>
          <p className="no-print">{text.officeLead}</p>
          <div className="pair no-print">
            <Select
              id="provinsi"
              label={text.province}
              pick={text.pick}
              value={province}
              options={table.provinces.map(item => [item.code, item.name])}
              onPick={value => {
                setProvince(value)
                setRegency('')
              }}
            />
            <Select
              id="kabupaten"
              label={text.regency}
              pick={text.pick}
              value={regency}
              options={(chosen?.regencies ?? []).map(([name]) => [name, name])}
              onPick={setRegency}
            />
          </div>
        </>
      )}
      <div role="status">
        {failed && <p className="error">{text.officeFailed}</p>}
        {table && found && (
          <>
            <h4>{text.officeHere}</h4>
            <FoundOffices {...{ table, found, province, text, address: addresses.office }} />
            <h4>{text.nearBp3mi}</h4>
            <NearList
              lines={linesFor(found[2], table.near).filter(line => line.body === 'bp3mi')}
              none={fill(text.nearNone, { name: regency })}
              {...{ text, language }}
            />
            <Call line={help.find(({ id }) => id === 'kp2mi-dalam-negeri')} />
            <h4>{text.nearOther}</h4>
            <NearList
              lines={linesFor(found[2], table.near).filter(line => line.body !== 'bp3mi')}
              none={fill(text.nearOtherNone, { name: regency })}
              {...{ text, language }}
            />
            <Call line={help.find(({ id }) => id === 'polisi-110')} />
          </>
        )}
      </div>
      {withPassports && (
        <p className="office-note">
          {text.officeAnywhere} <a href={addresses.anywhere}>{text.officeAnywhereSource}</a>
        </p>
      )}
    </section>
  )
}

function Call({ line }: Readonly<{ line: HelpView | undefined }>) {
  if (!line?.tel) return null
  return (
    <p>
      <a href={`tel:${line.tel}`}>
        {line.name.includes(line.tel) ? line.name : `${line.name}: ${line.telShown ?? line.tel}`}
      </a>
    </p>
  )
}

type SelectProps = Readonly<{
  id: string
  label: string
  pick: string
  value: string
  options: readonly (readonly [value: string, text: string])[]
  onPick: (value: string) => void
}>

function Select({ id, label, pick, value, options, onPick }: SelectProps) {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        disabled={options.length === 0}
        onChange={event => onPick(event.currentTarget.value)}
      >
        <option value="">{pick}</option>
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
