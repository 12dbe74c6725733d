import type { PayloadRequest } from 'payload'
import { areaName } from '#src/content/areas.ts'
import { everyCountry } from '#src/content/countries.ts'
import { missionBodies } from '#src/content/settings.ts'
import { isSameNumber } from '#src/content/written-number.ts'
import { say, type Words } from '#cms/hooks/say.ts'

type Values = Readonly<Record<string, unknown>>
type Options = { req: PayloadRequest; siblingData?: unknown; data?: unknown; id?: unknown }

/** What is wrong with a value, seen with the rest of its line; null where nothing is. */
type Fault = (value: unknown, line: Values, id: unknown) => Words | null

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const isMission = ({ body }: Values) => missionBodies.some(mission => mission === body)

/** A rule of the form: what a line says in one field must fit what it says in the others. */
const rule =
  (fault: Fault) =>
  (value: unknown, { data, id, req }: Options): true | string => {
    const words = fault(value, (data ?? {}) as Values, id)
    return words === null || say(req, words)
  }

/** Abroad a line has a country, or is said to be for all; in Indonesia it has none. */
export const checkCountry = rule((country, { body, where }) => {
  if (where === 'indonesia')
    return country
      ? {
          id: 'Saluran untuk orang di Indonesia: kosongkan negara.',
          en: 'For people in Indonesia: no country.',
        }
      : null
  if (where !== 'luar-negeri') return null
  if (!country)
    return {
      id: 'Pilih negaranya, atau "Semua negara" bila melayani dari mana saja.',
      en: 'Choose the country, or "Every country" where it serves people anywhere.',
    }
  return country === everyCountry && isMission({ body })
    ? {
        id: 'Perwakilan RI melayani satu negara: pilih negaranya.',
        en: 'A mission serves one country: choose it.',
      }
    : null
})

/** A line of one country says whose it is: the page of the country looks for missions and emergencies by that. */
export const checkBody = rule((body, { country, where }) => {
  if (where === 'indonesia' && isMission({ body }))
    return { id: 'Perwakilan RI ada di luar negeri.', en: 'A mission is abroad.' }
  return where === 'luar-negeri' && country && country !== everyCountry && !body
    ? {
        id: 'Pilih lembaganya: halaman negara menampilkan saluran menurut lembaga.',
        en: 'Choose the body: the page of the country sorts lines by it.',
      }
    : null
})

export const checkTel = rule((tel, line) => {
  if (!tel) return null
  if (!/^\+?\d{3,15}$/.test(text(tel)))
    return { id: 'Hanya angka, boleh diawali +', en: 'Digits only, may start with +' }
  return isMission(line) && !text(tel).startsWith('+')
    ? {
        id: 'Nomor perwakilan RI diawali + dan kode negara, misalnya +603…',
        en: 'The number of a mission begins with + and the country code, such as +603…',
      }
    : null
})

export const checkTelShown = rule((shown, { tel }) => {
  if (!shown) return null
  if (!tel) return { id: 'Isi juga kolom Telepon.', en: 'Fill in the telephone too.' }
  return isSameNumber(text(tel), text(shown))
    ? null
    : {
        id: 'Angkanya tidak sama dengan kolom Telepon. Jam atau keterangan ditulis di kolom lain.',
        en: 'The digits differ from the telephone. Hours and remarks have fields of their own.',
      }
})

export const checkWhatsapp = rule(number =>
  !number || /^[1-9]\d{7,14}$/.test(text(number))
    ? null
    : {
        id: 'Angka saja dengan kode negara, tanpa 0 atau + di depan, misalnya 628…',
        en: 'Digits only with country code, without 0 or + in front, such as 628…',
      },
)

/** Areas are provinces and regencies that exist, and of Indonesia. */
export const checkArea = rule((code, { where }) => {
  if (!code) return { id: 'Isi kode wilayah.', en: 'Give the area code.' }
  if (where === 'luar-negeri')
    return { id: 'Wilayah hanya untuk saluran di Indonesia.', en: 'Areas are for lines in Indonesia only.' }
  return areaName(text(code)) === null
    ? {
        id: 'Kode ini bukan provinsi, kabupaten, atau kota. Contoh: 35 atau 35.02.',
        en: 'This is no code of a province, regency or city. Examples: 35 or 35.02.',
      }
    : null
})

export const checkRivals = rule((rivals, _line, id) =>
  id !== undefined && Array.isArray(rivals) && rivals.some(rival => rival === id)
    ? {
        id: 'Saluran tidak dapat bertentangan dengan dirinya sendiri.',
        en: 'A line cannot contradict itself.',
      }
    : null,
)
