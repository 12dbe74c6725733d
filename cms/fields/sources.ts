import type { ArrayField, Field } from 'payload'
import { say, type Words } from '#cms/hooks/say.ts'
import { pastDayField } from './day.ts'

const isWebAddress = (value: unknown) =>
  typeof value === 'string' && /^https?:\/\/[^\s]+$/.test(value) && URL.canParse(value)

/** As it is copied: without blanks around it, and with scheme and host in lower case. */
const tidy = (value: unknown) =>
  typeof value === 'string'
    ? value.trim().replace(/^https?:\/\/[^/?#]*/i, start => start.toLowerCase())
    : value

const wholeAddress = {
  id: 'Tulis alamat lengkap, misalnya https://imigrasi.go.id/',
  en: 'Write the whole address, such as https://imigrasi.go.id/',
}

/** An address on the web, or nothing. `fits` narrows it; `hint` then says how. */
export function webAddressField(
  name: string,
  label: Words,
  fits: (address: string) => boolean = isWebAddress,
  hint: Words = wholeAddress,
): Field {
  return {
    name,
    type: 'text',
    label,
    maxLength: 1000,
    ...(hint !== wholeAddress && { admin: { description: hint } }),
    hooks: { beforeValidate: [({ value }) => tidy(value)] },
    validate: (value: unknown, { req }: { req: Parameters<typeof say>[0] }) =>
      value === null ||
      value === undefined ||
      value === '' ||
      (isWebAddress(value) && fits(String(value))) ||
      say(req, hint),
  }
}

/** The parts of one source. Title or address is needed. */
export function sourceFields(): Field[] {
  return [
    {
      name: 'title',
      type: 'text',
      maxLength: 300,
      label: { id: 'Judul atau penerbit', en: 'Title or publisher' },
      validate: (
        value: unknown,
        { req, siblingData }: { req: Parameters<typeof say>[0]; siblingData: unknown },
      ) =>
        Boolean(value) ||
        Boolean((siblingData as { url?: unknown } | undefined)?.url) ||
        say(req, { id: 'Isi judul atau alamat sumber.', en: 'Give the title or the address of the source.' }),
    },
    webAddressField('url', { id: 'Alamat', en: 'Address' }),
    {
      type: 'row',
      fields: [
        pastDayField({ name: 'published', label: { id: 'Tanggal sumber', en: 'Date of the source' } }),
        pastDayField({ name: 'checked', label: { id: 'Terakhir diperiksa', en: 'Last checked' } }),
      ],
    },
    { name: 'note', type: 'textarea', maxLength: 500, label: { id: 'Catatan', en: 'Note' } },
  ]
}

/** Where the statements of a document come from, shown to the reader. */
export function sourcesField(required: boolean): ArrayField {
  return {
    name: 'sources',
    type: 'array',
    minRows: required ? 1 : 0,
    required,
    labels: { singular: { id: 'Sumber', en: 'Source' }, plural: { id: 'Sumber', en: 'Sources' } },
    label: { id: 'Sumber', en: 'Sources' },
    admin: {
      description: {
        id: 'Dari mana keterangan ini berasal. Pembaca melihat sumber dan tanggalnya.',
        en: 'Where this comes from. Readers see the source and its date.',
      },
    },
    fields: sourceFields(),
  }
}
