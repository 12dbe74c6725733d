import { z } from 'zod'

/** Permanent public identifier: lower-case words joined by hyphens. It is part of printed addresses. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'slug: huruf kecil, angka, dan tanda hubung')
  .max(80)

/** Permanent id of a figure: a slug, longer because it names office, period, measure and reasons. */
export const figureIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'id: huruf kecil, angka, dan tanda hubung')
  .max(140)

/** A calendar day, `YYYY-MM-DD`, in Indonesian civil time. */
export const daySchema = z.iso.date()

/**
 * Where a statement comes from. `title` names the publisher or the publication. `url` is null only where the publication
 * has no address that we know: then `title` is there. `published` is the day the source itself bears; `checked` the day on
 * which a person of this project last read it. None of them is ever guessed.
 */
export const sourceSchema = z
  .object({
    title: z.string().min(1).max(300).nullable(),
    url: z.url({ protocol: /^https?$/ }).nullable(),
    published: daySchema.nullable().default(null),
    checked: daySchema.nullable(),
    note: z.string().max(500).nullable(),
  })
  .refine(source => source.url !== null || source.title !== null, 'sumber: perlu judul atau alamat')
export type Source = z.infer<typeof sourceSchema>

/** An administrative area by Kemendagri code: `33` province, `33.01` regency or city, `33.01.01` district, `33.01.01.2001` village. */
export const areaCodeSchema = z.string().regex(/^\d{2}(?:\.\d{2}(?:\.\d{2}(?:\.\d{4})?)?)?$/)

/** A country or territory by ISO 3166-1 alpha-2, in lower case as it stands in addresses. */
export const countryCodeSchema = z.string().regex(/^[a-z]{2}$/)

/** An image that the CMS serves re-encoded and without metadata. Sizes in pixels. */
export const imageSchema = z.object({
  url: z.string().startsWith('/media/'),
  width: z.int().positive(),
  height: z.int().positive(),
  alt: z.string().min(1).max(300),
  credit: z.string().max(200).nullable(),
})
export type Image = z.infer<typeof imageSchema>

const inlineSchema = z.object({
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  href: z
    .url({ protocol: /^(?:https?|tel|mailto)$/ })
    .or(z.string().startsWith('/'))
    .optional(),
})
export type Inline = z.infer<typeof inlineSchema>

/**
 * Running text as typed blocks, never as HTML: the site renders each block with a component of its own, so no text of an
 * editor can become markup. The CMS converts its rich text to and from this form.
 */
export const blockSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('p'), text: z.array(inlineSchema) }),
  z.object({ type: z.literal('h2'), text: z.array(inlineSchema) }),
  z.object({ type: z.literal('h3'), text: z.array(inlineSchema) }),
  z.object({ type: z.literal('quote'), text: z.array(inlineSchema) }),
  z.object({ type: z.literal('ul'), items: z.array(z.array(inlineSchema)).min(1) }),
  z.object({ type: z.literal('ol'), items: z.array(z.array(inlineSchema)).min(1) }),
])
export type Block = z.infer<typeof blockSchema>
export const bodySchema = z.array(blockSchema)
