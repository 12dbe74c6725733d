import type { Field, NumberField, RelationshipField, TextareaField, TextField, UploadField } from 'payload'
import { number } from 'payload/shared'
import { areaCodeSchema } from '#src/content/shared.ts'
import { collections } from '#src/slugs.ts'
import { isAdminField } from '#cms/access/is-admin-field.ts'
import { who } from '#cms/access/who.ts'
import { say, type Words } from '#cms/hooks/say.ts'

/** The office in whose name a document stands. Only administrators choose it; for others it is their own. */
export function officeField(): RelationshipField {
  return {
    name: 'office',
    type: 'relationship',
    relationTo: collections.offices,
    index: true,
    label: { id: 'Kantor', en: 'Office' },
    defaultValue: ({ req }: { req: Parameters<typeof who>[0] }) => who(req)?.office ?? undefined,
    access: { create: isAdminField, update: isAdminField },
    admin: {
      position: 'sidebar',
      description: {
        id: 'Kosong berarti atas nama situs ini sendiri.',
        en: 'Empty means in the name of this site.',
      },
    },
  }
}

/** The picture of a document. */
export function imageField(name = 'image', label = { id: 'Gambar', en: 'Picture' }): UploadField {
  return {
    name,
    type: 'upload',
    relationTo: collections.media,
    label,
    filterOptions: { mimeType: { contains: 'image' } },
  }
}

/** A remark that the reader sees, such as where a source contradicts itself. */
export function noteField(maxLength: number): TextareaField {
  return {
    name: 'note',
    type: 'textarea',
    maxLength,
    label: { id: 'Catatan untuk pembaca', en: 'Note to the reader' },
    admin: {
      description: {
        id: 'Misalnya bila sumber bertentangan dengan dirinya sendiri. Ikut terbit.',
        en: 'For instance where a source contradicts itself. It is published.',
      },
    },
  }
}

/** A Kemendagri code such as `35.02` or `35.02.10.2001`. */
export function areaCodeField(name: string, label: { id: string; en: string }, required = false): TextField {
  return {
    name,
    type: 'text',
    label,
    required,
    maxLength: 13,
    validate: (value: unknown, { req }: { req: Parameters<typeof say>[0] }) => {
      if (!value) return !required || say(req, { id: 'Isi kode wilayah.', en: 'Give the area code.' })
      return (
        areaCodeSchema.safeParse(value).success ||
        say(req, {
          id: 'Kode Kemendagri, misalnya 35.02 atau 35.02.10.2001.',
          en: 'A Kemendagri code such as 35.02 or 35.02.10.2001.',
        })
      )
    },
  }
}

type CountField = Pick<NumberField, 'name' | 'required' | 'label' | 'admin'> & { max: number }

/** A count of persons, applications or the like: a whole number from zero to `max`. */
export function countField(field: CountField): NumberField {
  return {
    ...field,
    type: 'number',
    min: 0,
    validate: (value, options) => {
      const given = value as unknown
      if (given === undefined || given === null || given === '' || Number.isNaN(given))
        return number(value as never, options as never)
      const isCount = Number.isInteger(given) && Number(given) >= 0 && Number(given) <= field.max
      const max = new Intl.NumberFormat('id-ID').format(field.max)
      return (
        isCount ||
        say(options.req, {
          id: `Angka bulat dari 0 sampai ${max}, tanpa titik atau koma.`,
          en: `A whole number from 0 to ${max}, without a point or comma.`,
        })
      )
    },
  } as NumberField
}

/** Hooks of a text field whose blanks around it are dropped. */
export const trimmed = {
  beforeValidate: [({ value }: { value?: unknown }) => (typeof value === 'string' ? value.trim() : value)],
}

/** A telephone or WhatsApp number as people write it: one, or none. `read`: what can be called of it, or null. */
export function writtenNumberField(
  name: string,
  label: Words,
  read: (written: string) => string | null,
  hint: Words,
): TextField {
  return {
    name,
    type: 'text',
    label,
    admin: { description: hint },
    hooks: trimmed,
    validate: (value: unknown, { req }: { req: Parameters<typeof say>[0] }) =>
      value === null ||
      value === undefined ||
      value === '' ||
      (typeof value === 'string' && value.length <= 40 && read(value) !== null) ||
      say(req, hint),
  }
}

export const phoneHint: Words = {
  id: 'Satu nomor saja, dengan kode wilayah, misalnya (0282) 541234.',
  en: 'One number only, with its area code, such as (0282) 541234.',
}
export const whatsappHint: Words = {
  id: 'Satu nomor saja, diawali 08 atau +62, misalnya 0811-1234-567.',
  en: 'One number only, beginning with 08 or +62, such as 0811-1234-567.',
}

/** Fields side by side. */
export function row(...fields: Field[]): Field {
  return { type: 'row', fields }
}
