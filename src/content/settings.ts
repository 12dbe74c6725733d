import { z } from 'zod'
import { daySchema, imageSchema, slugSchema, sourceSchema } from './shared.ts'

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

/** One official help channel. `abroad`: meant for people outside Indonesia. */
export const helpLineSchema = z.object({
  id: slugSchema,
  name: z.object({ id: z.string().min(1), en: z.string().min(1) }),
  purpose: z.object({ id: z.string().min(1).max(240), en: z.string().min(1).max(240) }),
  where: z.enum(['indonesia', 'luar-negeri']),
  /** In the form that `tel:` takes (digits, leading +), or null. */
  tel: z
    .string()
    .regex(/^\+?\d{3,15}$/)
    .nullable(),
  /** The number as people know it, e.g. `0800-1000`. */
  telShown: z.string().max(40).nullable(),
  /** International digits for `wa.me`, no plus sign. */
  whatsapp: z
    .string()
    .regex(/^\d{8,15}$/)
    .nullable(),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  hours: z.object({ id: z.string(), en: z.string() }).nullable(),
  /** Whether it asks who you are: `ya`, `tidak`, or `belum-diketahui`. */
  identity: z.enum(['ya', 'tidak', 'belum-diketahui']),
  /** Where it is offered: emergencies first. */
  kind: z.enum(['darurat', 'pekerja-migran', 'perlindungan', 'pengaduan', 'penipuan']),
  /** Country for an embassy line, Kemlu's Indonesian name; null otherwise. */
  country: z.string().max(60).nullable(),
  source: sourceSchema,
  /** Who checked it, and when: shown to the reader. */
  checkedBy: z.string().max(120).nullable(),
  checked: daySchema.nullable(),
})
export type HelpLine = z.infer<typeof helpLineSchema>
