import type { GlobalConfig, TextField } from 'payload'
import { globals } from '#src/slugs.ts'
import { isAdmin } from '#cms/access/is-admin.ts'
import { isNewsroom } from '#cms/access/is-newsroom.ts'
import { groups } from '#cms/collections/content.ts'
import { row } from '#cms/fields/common.ts'
import { dayField } from '#cms/fields/day.ts'
import { sourceFields, webAddressField } from '#cms/fields/sources.ts'
import { noteGlobalChange } from '#cms/hooks/outbox.ts'
import { say, type Words } from '#cms/hooks/say.ts'
import { identityLabels, kindLabels, whereLabels } from './help-line-labels.ts'

const options = (labels: Record<string, Words>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** A text of a fixed form, or nothing. */
function formField(name: string, label: Words, form: RegExp, hint: Words, required = false): TextField {
  return {
    name,
    type: 'text',
    label,
    required,
    maxLength: 80,
    admin: { description: hint },
    validate: (value: unknown, { req }: { req: Parameters<typeof say>[0] }) =>
      (!value && !required) || (typeof value === 'string' && form.test(value)) || say(req, hint),
  }
}

/** The official help channels, in the order in which they are offered. Public shape: `helpLineSchema`. */
export const HelpLines: GlobalConfig = {
  slug: globals.helpLines,
  label: { id: 'Saluran bantuan', en: 'Help lines' },
  access: { read: isNewsroom, update: isAdmin, readVersions: isAdmin },
  admin: {
    hideAPIURL: true,
    group: groups.settings,
    description: {
      id: 'Nomor yang salah dapat mencelakakan orang. Isi sumber, tanggal periksa, dan siapa yang memeriksa. Nama, kegunaan, dan jam diisi dalam dua bahasa.',
      en: 'A wrong number can hurt someone. Give source, date checked and by whom. Name, purpose and hours are in two languages.',
    },
  },
  versions: { max: 50 },
  hooks: { afterChange: [noteGlobalChange] },
  fields: [
    {
      name: 'lines',
      type: 'array',
      labels: { singular: { id: 'Saluran', en: 'Help line' }, plural: { id: 'Saluran', en: 'Help lines' } },
      label: { id: 'Saluran', en: 'Help lines' },
      fields: [
        formField(
          'key',
          { id: 'Kode tetap', en: 'Permanent id' },
          /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
          {
            id: 'Huruf kecil, angka, tanda hubung. Jangan diubah.',
            en: 'Lower-case letters, digits, hyphens. Do not change it.',
          },
          true,
        ),
        {
          name: 'name',
          type: 'text',
          required: true,
          localized: true,
          maxLength: 160,
          label: { id: 'Nama', en: 'Name' },
        },
        {
          name: 'purpose',
          type: 'textarea',
          required: true,
          localized: true,
          maxLength: 240,
          label: { id: 'Untuk apa', en: 'What for' },
        },
        {
          name: 'hours',
          type: 'text',
          localized: true,
          maxLength: 160,
          label: { id: 'Jam layanan', en: 'Hours' },
        },
        row(
          {
            name: 'where',
            type: 'select',
            required: true,
            label: { id: 'Untuk orang di', en: 'For people in' },
            options: options(whereLabels),
          },
          {
            name: 'kind',
            type: 'select',
            required: true,
            label: { id: 'Jenis', en: 'Kind' },
            options: options(kindLabels),
          },
          {
            name: 'identity',
            type: 'select',
            required: true,
            defaultValue: 'belum-diketahui',
            label: { id: 'Menanyakan identitas', en: 'Asks who you are' },
            options: options(identityLabels),
          },
        ),
        row(
          formField('tel', { id: 'Telepon', en: 'Telephone' }, /^\+?\d{3,15}$/, {
            id: 'Hanya angka, boleh diawali +',
            en: 'Digits only, may start with +',
          }),
          { name: 'telShown', type: 'text', maxLength: 40, label: { id: 'Ditulis sebagai', en: 'Shown as' } },
          formField('whatsapp', { id: 'WhatsApp', en: 'WhatsApp' }, /^\d{8,15}$/, {
            id: 'Angka saja dengan kode negara, misalnya 628…',
            en: 'Digits only with country code, such as 628…',
          }),
        ),
        webAddressField('url', { id: 'Situs web', en: 'Website' }),
        {
          name: 'country',
          type: 'text',
          maxLength: 60,
          label: { id: 'Negara (untuk perwakilan RI)', en: 'Country (for embassies)' },
        },
        { name: 'source', type: 'group', label: { id: 'Sumber', en: 'Source' }, fields: sourceFields() },
        row(
          {
            name: 'checkedBy',
            type: 'text',
            maxLength: 120,
            label: { id: 'Diperiksa oleh', en: 'Checked by' },
          },
          dayField({ name: 'checked', label: { id: 'Diperiksa pada', en: 'Checked on' } }),
        ),
      ],
    },
  ],
}
