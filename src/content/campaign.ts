import { z } from 'zod'
import { bodySchema, daySchema, imageSchema, slugSchema, sourceSchema } from './shared.ts'

/** A campaign banner: a short message with one action. `pattern` picks one of the site's own woven drawings. */
export const bannerSchema = z.object({
  slug: slugSchema,
  title: z.string().min(1).max(90),
  message: z.string().min(1).max(240),
  action: z.object({ label: z.string().min(1).max(40), href: z.string().startsWith('/') }),
  pattern: z.enum(['anyaman', 'ombak', 'perahu']),
  image: imageSchema.nullable(),
  /** Office in whose name it is published; null means the site's own name. */
  office: slugSchema.nullable(),
  /** Days on which it is shown on the home page, inclusive; null means without limit. */
  from: daySchema.nullable(),
  until: daySchema.nullable(),
})
export type Banner = z.infer<typeof bannerSchema>

export const articleSchema = z.object({
  slug: slugSchema,
  title: z.string().min(1).max(140),
  summary: z.string().min(1).max(300),
  topic: z.enum(['modus', 'jalur-resmi', 'paspor', 'kegiatan', 'kabar']),
  published: daySchema,
  updated: daySchema.nullable(),
  office: slugSchema.nullable(),
  image: imageSchema.nullable(),
  body: bodySchema,
  sources: z.array(sourceSchema),
})
export type Article = z.infer<typeof articleSchema>
