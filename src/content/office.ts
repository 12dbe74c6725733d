import { z } from 'zod'
import { areaCodeSchema, daySchema, slugSchema, sourceSchema } from './shared.ts'

/** Part of an office's working area. `code` is null when the published name could not be mapped to a Kemendagri code. */
export const officeAreaSchema = z.object({
  name: z.string().min(1),
  code: areaCodeSchema.nullable(),
  /** True when the office serves only a part of it. */
  partial: z.boolean(),
})

/** An immigration office (kantor imigrasi). What no source gives is null, never guessed. */
export const officeSchema = z.object({
  slug: slugSchema,
  name: z.string().min(1).max(120),
  city: z.string().min(1).max(80),
  province: z.string().min(1).max(80),
  provinceCode: areaCodeSchema,
  class: z.object({
    name: z.string().max(60).nullable(),
    asOf: daySchema.nullable(),
    verified: z.boolean(),
  }),
  areas: z.array(officeAreaSchema),
  /** `lengkap`: the source lists all; `sebagian`: the source's list is cut or old; `belum-diketahui`: no source. */
  areasStatus: z.enum(['lengkap', 'sebagian', 'belum-diketahui']),
  address: z.string().max(300).nullable(),
  phone: z.string().max(40).nullable(),
  whatsapp: z.string().max(40).nullable(),
  website: z.url({ protocol: /^https?$/ }).nullable(),
  sources: z.array(sourceSchema),
  note: z.string().max(500).nullable(),
})
export type Office = z.infer<typeof officeSchema>
