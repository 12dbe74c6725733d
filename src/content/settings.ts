import { z } from 'zod'
import {
  areaCodeSchema,
  countryCodeSchema,
  daySchema,
  imageSchema,
  slugSchema,
  sourceSchema,
} from './shared.ts'
import { isWhatsapp } from './written-number.ts'

/** Who runs the site. With `official` false every page says that this is not an official site of the directorate. */
export const operatorSchema = z.object({
  name: z.string().min(1).max(160).nullable(),
  official: z.boolean(),
  address: z.string().max(300).nullable(),
  email: z.email().nullable(),
  phone: z.string().max(40).nullable(),
  logo: imageSchema.nullable(),
  /** Set on a demo server: every page is marked DEMO. */
  demo: z.boolean(),
})
export type Operator = z.infer<typeof operatorSchema>

/**
 * Whose line it is: an Indonesian mission (`kbri` embassy, `kjri` consulate general, `kri` consulate, `kdei` trade office), a
 * local body of the country, or an Indonesian office of a province or regency (`bp3mi`, `disnaker`, `polisi`).
 */
export const helpBodies = [
  'kbri',
  'kjri',
  'kri',
  'kdei',
  'darurat',
  'polisi',
  'ambulans',
  'perdagangan-orang',
  'pekerja',
  'perempuan',
  'pelaut',
  'aplikasi',
  'lsm',
  'bp3mi',
  'disnaker',
] as const
export type HelpBody = (typeof helpBodies)[number]

/** The Indonesian missions among them: each serves one country. */
export const missionBodies = ['kbri', 'kjri', 'kri', 'kdei'] as const satisfies readonly HelpBody[]

/**
 * How far a number can be trusted: `A` the page of the body itself, `B` press or another state that quotes it, `C` anything
 * else. null: entered before numbers were graded.
 */
export const helpGrades = ['A', 'B', 'C'] as const

const bothLanguages = (max: number) =>
  z.object({ id: z.string().min(1).max(max), en: z.string().min(1).max(max) })

/** Whether `address` is one on the web without a name or password before its host, behind which another host can hide. */
export function isPlainAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { password, protocol, username } = new URL(address)
  return /^https?:$/.test(protocol) && username === '' && password === ''
}

/** One official help channel. When and how it is shown: `help.ts`. */
export const helpLineSchema = z.object({
  id: slugSchema,
  name: bothLanguages(160),
  purpose: bothLanguages(240),
  /** Where the caller is. */
  where: z.enum(['indonesia', 'luar-negeri']),
  /** In the form that `tel:` takes (digits, leading +), or null. Without a +, it can be called inside its country only. */
  tel: z
    .string()
    .regex(/^\+?\d{3,15}$/)
    .nullable(),
  /** The number as people know it, e.g. `0800-1000`. */
  telShown: z.string().max(40).nullable(),
  /** International digits for `wa.me`, no plus sign. */
  whatsapp: z.string().refine(isWhatsapp).nullable(),
  url: z
    .url({ protocol: /^https?$/ })
    .refine(isPlainAddress)
    .nullable(),
  hours: bothLanguages(160).nullable(),
  /** Whether it asks who you are: `ya`, `tidak`, or `belum-diketahui`. */
  identity: z.enum(['ya', 'tidak', 'belum-diketahui']),
  /** Where it is offered: emergencies first. */
  kind: z.enum(['darurat', 'pekerja-migran', 'perlindungan', 'pengaduan', 'penipuan']),
  /** The country that it serves (`countries.ts`); null: all, or Indonesia. */
  country: countryCodeSchema.nullable().default(null),
  body: z.enum(helpBodies).nullable().default(null),
  /** City of the body, as it is written in Indonesian. */
  city: z.string().min(1).max(80).nullable().default(null),
  /** Provinces and regencies that an Indonesian line serves, by Kemendagri code; none: the whole country. */
  areas: z.array(areaCodeSchema).default([]),
  grade: z.enum(helpGrades).nullable().default(null),
  /** Month that the source bears (`YYYY-MM`) where it names no day; else null, and `source.published` counts. */
  month: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
    .nullable()
    .default(null),
  /** What a caller must know first: languages, who may be told of the call, where the number works. */
  note: bothLanguages(300).nullable().default(null),
  /** Lines that print another number for the same desk: shown side by side. Holds in both directions. */
  contradicts: z.array(slugSchema).default([]),
  source: sourceSchema,
  /** Which person checked the number, and on which day: shown to the reader. */
  checkedBy: z.string().max(120).nullable(),
  checked: daySchema.nullable(),
})
export type HelpLine = z.infer<typeof helpLineSchema>
