import { z } from 'zod'
import { areaCodeSchema, bodySchema, daySchema, imageSchema, slugSchema, sourceSchema } from './shared.ts'

/** A Desa Binaan Imigrasi or PIMPASA programme in one area. */
export const programmeSchema = z.object({
  slug: slugSchema,
  name: z.string().min(1).max(120),
  kind: z.enum(['desa-binaan', 'pimpasa']),
  area: z.object({
    level: z.enum(['desa', 'kelurahan', 'kecamatan', 'kabupaten']),
    name: z.string().min(1).max(120),
    code: areaCodeSchema.nullable(),
    /** Regency or city, and province, by name, for the reader. */
    regency: z.string().min(1).max(120),
    province: z.string().min(1).max(80),
  }),
  office: slugSchema.nullable(),
  since: daySchema.nullable(),
  decree: z.object({ number: z.string().min(1).max(120), date: daySchema.nullable() }).nullable(),
  summary: z.string().min(1).max(400),
  body: bodySchema,
  image: imageSchema.nullable(),
  sources: z.array(sourceSchema).min(1),
  note: z.string().max(500).nullable(),
})
export type Programme = z.infer<typeof programmeSchema>

export const activityKinds = [
  'sosialisasi',
  'kunjungan-desa',
  'pelatihan-petugas',
  'rapat-koordinasi',
  'pertukaran-informasi',
  'pengawasan-internal',
] as const

export const partners = [
  'babinsa',
  'bhabinkamtibmas',
  'camat',
  'lurah-kades',
  'disnaker',
  'disdukcapil',
  'kemenag',
  'bp3mi',
  'polres',
  'kejaksaan',
  'media',
  'sekolah',
  'lsm',
] as const

/** Something that an office did: a meeting, visit, training or inspection. `date` is null when no source gives the day. */
export const activitySchema = z.object({
  slug: slugSchema,
  title: z.string().min(1).max(200),
  kind: z.enum(activityKinds),
  date: daySchema.nullable(),
  /** The date as its source gives it, where it gives less than a day or contradicts itself. */
  dateAsPublished: z.string().max(120).nullable(),
  place: z.string().max(200).nullable(),
  office: slugSchema.nullable(),
  programmes: z.array(slugSchema),
  audience: z.string().max(300).nullable(),
  attendance: z.int().min(0).nullable(),
  partners: z.array(z.enum(partners)),
  summary: z.string().min(1).max(600),
  body: bodySchema,
  image: imageSchema.nullable(),
  sources: z.array(sourceSchema).min(1),
  note: z.string().max(500).nullable(),
})
export type Activity = z.infer<typeof activitySchema>
