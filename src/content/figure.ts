import { z } from 'zod'
import { areaCodeSchema, daySchema, figureIdSchema, slugSchema, sourceSchema } from './shared.ts'

/**
 * What was counted. The kinds are never summed with each other. `gabungan` is a count that its source published without
 * telling the kinds apart; `lainnya` an outcome that none of the others names.
 */
export const measures = [
  'ditolak',
  'ditunda',
  'dibatalkan',
  'ditarik',
  'dicabut',
  'keberangkatan-ditunda',
  'keberangkatan-ditolak',
  'gabungan',
  'lainnya',
] as const
export type Measure = (typeof measures)[number]

/** Which reasons a count covers: all of them, only suspected PMI nonprosedural or TPPO, or one administrative reason. */
export const reasonScopes = ['semua', 'pmi-nonprosedural', 'administratif'] as const
export type ReasonScope = (typeof reasonScopes)[number]

/** The closed list of reasons. */
export const reasons = [
  'pmi-nonprosedural',
  'dugaan-tppo',
  'keterangan-tidak-benar',
  'data-tidak-sesuai',
  'dokumen-tidak-lengkap',
  'tujuan-tidak-jelas',
  'duplikasi',
  'di-bawah-umur',
  'paspor-hilang-rusak',
  'tujuan-berisiko',
  'daftar-pencegahan',
  'haji-nonprosedural',
  'teknis',
  'tidak-dirinci',
] as const
export type Reason = (typeof reasons)[number]

/**
 * One published figure. Counts of persons or applications as the source says. Figures that overlap in period, are
 * `gabungan`, or are a subset of another are never added together.
 */
export const figureSchema = z.object({
  id: figureIdSchema,
  subject: z.object({
    kind: z.enum(['kanim', 'tpi', 'kanwil', 'nasional']),
    name: z.string().min(1).max(120),
    /** Slug of the office; null for a province or the nation, or where the port belongs to no office that we know. */
    office: slugSchema.nullable(),
    provinceCode: areaCodeSchema.nullable(),
  }),
  measure: z.enum(measures),
  reasonScope: z.enum(reasonScopes),
  /** Inclusive on both ends. */
  period: z
    .object({ start: daySchema, end: daySchema })
    .refine(p => p.start <= p.end, 'period: start sesudah end'),
  count: z.int().min(0).max(10_000_000),
  approximate: z.boolean(),
  /** Id of the figure this one is a part of. */
  subsetOf: figureIdSchema.nullable(),
  /** Ids of published figures that cannot be true together with this one. */
  contradicts: z.array(figureIdSchema),
  reasons: z.array(z.enum(reasons)),
  reasonAsPublished: z.string().max(500).nullable(),
  /** `kantor`: entered by the office itself; `pers`: taken from a publication. Only `kantor` is disclosure-controlled. */
  provenance: z.enum(['kantor', 'pers']),
  /** Applications received in the same period: the denominator. */
  received: z.int().min(0).nullable(),
  sources: z.array(sourceSchema).min(1),
  note: z.string().max(1000).nullable(),
  /** Shown to the public, oldest first. */
  revisions: z.array(
    z.object({ date: daySchema, change: z.string().min(1).max(500), reason: z.string().min(1).max(500) }),
  ),
})
export type Figure = z.infer<typeof figureSchema>
