import type { PayloadRequest } from 'payload'
import { areaName } from '#src/content/areas.ts'
import { everyCountry } from '#src/content/countries.ts'
import { type Misfit, misfitsOf } from '#src/content/help.ts'
import { type HelpLine, helpBodies, missionBodies } from '#src/content/settings.ts'
import { isSameNumber, isWhatsapp } from '#src/content/written-number.ts'
import { say, type Words } from '#cms/hooks/say.ts'

type Values = Readonly<Record<string, unknown>>
type Options = { req: PayloadRequest; siblingData?: unknown; data?: unknown; id?: unknown }

/** What is wrong with a value, seen with the rest of its line; null where nothing is. */
type Fault = (value: unknown, line: Values, id: unknown) => Words | null

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const isMission = ({ body }: Values) => missionBodies.some(mission => mission === body)

/** What the site shows on no page, by the field that says so. */
const misfits: Record<Misfit, Words & { at: 'areas' | 'body' | 'country' | 'tel' }> = {
  'country-at-home': {
    at: 'country',
    id: 'Saluran untuk orang di Indonesia: kosongkan negara.',
    en: 'For people in Indonesia: no country.',
  },
  'mission-at-home': {
    at: 'body',
    id: 'Perwakilan RI ada di luar negeri.',
    en: 'A mission is abroad.',
  },
  'areas-abroad': {
    at: 'areas',
    id: 'Wilayah hanya untuk saluran di Indonesia.',
    en: 'Areas are for lines in Indonesia only.',
  },
  'office-abroad': {
    at: 'body',
    id: 'BP3MI dan Dinas Tenaga Kerja melayani orang di Indonesia: pilih "Indonesia", atau lembaga lain.',
    en: 'BP3MI and manpower offices serve people in Indonesia: choose "Indonesia", or another body.',
  },
  'mission-everywhere': {
    at: 'country',
    id: 'Perwakilan RI melayani satu negara: pilih negaranya.',
    en: 'A mission serves one country: choose it.',
  },
  'emergency-everywhere': {
    at: 'country',
    id: 'Nomor darurat, polisi, dan ambulans berlaku di satu negara: pilih negaranya.',
    en: 'A number of an emergency, the police or an ambulance is of one country: choose it.',
  },
  'nothing-to-use': {
    at: 'tel',
    id: 'Isi telepon, WhatsApp, atau situs web: tanpa itu saluran ini tidak tampil.',
    en: 'Give a telephone, WhatsApp or website: without any the line is not shown.',
  },
}

/** What the site would read of a line in the form; null while it is not said where it is. */
function toEntry({ areas, body, country, kind, tel, url, whatsapp, where }: Values) {
  if (where !== 'indonesia' && where !== 'luar-negeri') return null
  return {
    where,
    areas: Array.isArray(areas) ? areas : [],
    body: helpBodies.find(known => known === body) ?? null,
    country: text(country) === everyCountry ? null : text(country) || null,
    kind: kind as HelpLine['kind'],
    tel: text(tel),
    url: text(url),
    whatsapp: text(whatsapp),
  } as const
}

/** Why the site would show the line nowhere, as far as the field `at` says so. */
function misfit(at: (typeof misfits)[Misfit]['at'], line: Values): Words | null {
  const entry = toEntry(line)
  const found = entry ? misfitsOf(entry).map(name => misfits[name]) : []
  return found.find(words => words.at === at) ?? null
}

/** A rule of the form: what a line says in one field must fit what it says in the others. */
const rule =
  (fault: Fault) =>
  (value: unknown, { data, id, req }: Options): true | string => {
    const words = fault(value, (data ?? {}) as Values, id)
    return words === null || say(req, words)
  }

/** Abroad a line has a country, or is said to be for all; in Indonesia it has none. */
export const checkCountry = rule((country, line) =>
  line.where === 'luar-negeri' && !country
    ? {
        id: 'Pilih negaranya, atau "Semua negara" bila melayani dari mana saja.',
        en: 'Choose the country, or "Every country" where it serves people anywhere.',
      }
    : misfit('country', line),
)

/** A line of one country says whose it is: the page of the country looks for missions and emergencies by that. */
export const checkBody = rule((body, line) => {
  const { country, where } = line
  return where === 'luar-negeri' && country && country !== everyCountry && !body
    ? {
        id: 'Pilih lembaganya: halaman negara menampilkan saluran menurut lembaga.',
        en: 'Choose the body: the page of the country sorts lines by it.',
      }
    : misfit('body', line)
})

export const checkTel = rule((tel, line) => {
  if (!tel) return misfit('tel', line)
  if (!/^\+?\d{3,15}$/.test(text(tel)))
    return {
      id: 'Hanya angka, 3 sampai 15, boleh diawali +',
      en: 'Digits only, 3 to 15 of them, may start with +',
    }
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

export const checkWhatsapp = rule((number, { where }) => {
  if (!number) return null
  if (!isWhatsapp(text(number)))
    return {
      id: 'Angka saja dengan kode negara, tanpa 0 atau + di depan, misalnya 628…',
      en: 'Digits only with country code, without 0 or + in front, such as 628…',
    }
  return where === 'indonesia' && !text(number).startsWith('62')
    ? {
        id: 'Nomor di Indonesia diawali kode negara 62, misalnya 628…',
        en: 'A number in Indonesia begins with the country code 62, such as 628…',
      }
    : null
})

/** Areas are provinces and regencies that exist, and of Indonesia. */
export const checkArea = rule((code, line) => {
  if (!code) return { id: 'Isi kode wilayah.', en: 'Give the area code.' }
  return areaName(text(code)) === null
    ? {
        id: 'Kode ini bukan provinsi, kabupaten, atau kota. Contoh: 35 atau 35.02.',
        en: 'This is no code of a province, regency or city. Examples: 35 or 35.02.',
      }
    : misfit('areas', line)
})

export const checkRivals = rule((rivals, _line, id) =>
  id !== undefined && Array.isArray(rivals) && rivals.some(rival => rival === id)
    ? {
        id: 'Saluran tidak dapat bertentangan dengan dirinya sendiri.',
        en: 'A line cannot contradict itself.',
      }
    : null,
)

/** A check counts only with both its person and its day. */
export const checkChecker = rule((checkedBy, { checked }) =>
  checked && !checkedBy
    ? {
        id: 'Tulis siapa yang memeriksa, atau kosongkan tanggalnya: yang satu tidak dihitung tanpa yang lain.',
        en: 'Say who checked it, or leave the day empty: one does not count without the other.',
      }
    : null,
)
export const checkCheckedDay = rule((checked, { checkedBy }) =>
  checkedBy && !checked
    ? {
        id: 'Isi tanggal pemeriksaan, atau kosongkan namanya: yang satu tidak dihitung tanpa yang lain.',
        en: 'Give the day of the check, or leave the name empty: one does not count without the other.',
      }
    : null,
)
