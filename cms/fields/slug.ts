import { randomBytes } from 'node:crypto'
import { APIError, type FieldHook, type TextField } from 'payload'
import type { z } from 'zod'
import { slugSchema } from '#src/content/shared.ts'
import { publishedRow } from '#cms/hooks/published-row.ts'
import { say } from '#cms/hooks/say.ts'

/** Turns a title into a slug; empty when nothing usable is left. */
export function slugify(text: string, maxLength = 80): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxLength)
    .replace(/^-+|-+$/g, '')
}

/**
 * The address is printed on posters: once published it stays, also under a newer draft. What such a draft had typed before goes
 * back to it.
 */
const keepPublished: FieldHook = async ({ collection, operation, originalDoc, req, value }) => {
  if (operation !== 'update' || !collection || !originalDoc?.id || value === undefined) return value
  const live = (await publishedRow(req, collection.slug, originalDoc.id))?.slug
  if (live === undefined || value === live) return value
  if (value === originalDoc.slug) return live
  throw new APIError(
    say(req, {
      id: 'Alamat yang sudah terbit tidak dapat diubah.',
      en: 'A published address cannot be changed.',
    }),
    400,
    null,
    true,
  )
}

type Data = Record<string, unknown>

/** The permanent public identifier, made by `from` out of the document when left empty. */
export function slugField(
  from: (data: Data) => unknown,
  schema: z.ZodType = slugSchema,
  maxLength = 80,
): TextField {
  return {
    name: 'slug',
    type: 'text',
    required: true,
    unique: true,
    index: true,
    maxLength,
    label: { id: 'Alamat di situs', en: 'Address on the site' },
    admin: {
      position: 'sidebar',
      placeholder: { id: 'Terisi sendiri saat disimpan', en: 'Filled in when you save' },
      description: {
        id: 'Dibuat dari judul. Huruf kecil, angka, dan tanda hubung. Tidak berubah lagi setelah terbit.',
        en: 'Made from the title. Lower-case letters, digits and hyphens. Fixed once published.',
      },
    },
    hooks: {
      beforeDuplicate: [
        ({ value }) => `${String(value).slice(0, 66)}-salinan-${randomBytes(2).toString('hex')}`,
      ],
      beforeValidate: [
        ({ siblingData, value }) => {
          const title = from((siblingData ?? {}) as Data)
          return !value && typeof title === 'string' ? slugify(title, maxLength) : value
        },
        keepPublished,
      ],
    },
    validate: (value: unknown, { data, req }: { data: Data; req: Parameters<typeof say>[0] }) => {
      const source = from(data)
      // Nothing to make it from yet: what is missing says so itself.
      if (!value && !source) return true
      const slug = value || slugify(String(source), maxLength)
      return (
        schema.safeParse(slug).success ||
        say(req, {
          id: `Huruf kecil, angka, dan tanda hubung, paling banyak ${maxLength} huruf.`,
          en: `Lower-case letters, digits and hyphens, ${maxLength} at most.`,
        })
      )
    },
  }
}
