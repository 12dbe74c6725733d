import type { Field, TextField } from 'payload'
import { countries } from '#src/content/countries.ts'
import { helpLineSchema } from '#src/content/settings.ts'
import { collections } from '#src/slugs.ts'
import { isAdmin } from '#cms/access/is-admin.ts'
import { isNewsroom } from '#cms/access/is-newsroom.ts'
import { toHelpLine } from '#cms/endpoints/public-settings.ts'
import { areaCodeField, row } from '#cms/fields/common.ts'
import { dayField } from '#cms/fields/day.ts'
import { slugField } from '#cms/fields/slug.ts'
import { sourceFields, webAddressField } from '#cms/fields/sources.ts'
import { checkPublic } from '#cms/hooks/check-public.ts'
import { say, type Words } from '#cms/hooks/say.ts'
import type { HelpChannel } from '#cms/payload-types.ts'
import { contentCollection, groups } from './content.ts'
import { bodyLabels, gradeLabels, identityLabels, kindLabels, whereLabels } from './help-channel-labels.ts'

const options = (labels: Record<string, Words>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** A text of a fixed form, or nothing. */
function formField(name: string, label: Words, form: RegExp, hint: Words): TextField {
  return {
    name,
    type: 'text',
    label,
    maxLength: 80,
    admin: { description: hint },
    validate: (value: unknown, { req }: { req: Parameters<typeof say>[0] }) =>
      !value || (typeof value === 'string' && form.test(value)) || say(req, hint),
  }
}

const words: Field[] = [
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
  { name: 'hours', type: 'text', localized: true, maxLength: 160, label: { id: 'Jam layanan', en: 'Hours' } },
  {
    name: 'note',
    type: 'textarea',
    localized: true,
    maxLength: 300,
    label: { id: 'Catatan untuk penelepon', en: 'Note to the caller' },
    admin: {
      description: {
        id: 'Yang perlu diketahui sebelum menelepon: bahasa, siapa yang dapat diberi tahu, dari mana nomor tersambung.',
        en: 'What to know before calling: languages, who may be told, from where the number works.',
      },
    },
  },
]

const ways: Field[] = [
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
]

const place: Field[] = [
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
    {
      name: 'country',
      type: 'select',
      index: true,
      label: { id: 'Negara', en: 'Country' },
      options: countries.map(({ iso, id, en }) => ({ value: iso, label: { id, en } })),
      admin: {
        description: {
          id: 'Kosong berarti Indonesia, atau semua negara.',
          en: 'Empty means Indonesia, or every country.',
        },
      },
    },
    { name: 'body', type: 'select', label: { id: 'Lembaga', en: 'Body' }, options: options(bodyLabels) },
    { name: 'city', type: 'text', maxLength: 80, label: { id: 'Kota', en: 'City' } },
  ),
  {
    name: 'areas',
    type: 'array',
    label: { id: 'Wilayah yang dilayani (di Indonesia)', en: 'Areas served (in Indonesia)' },
    labels: { singular: { id: 'Wilayah', en: 'Area' }, plural: { id: 'Wilayah', en: 'Areas' } },
    admin: {
      description: {
        id: 'Provinsi, kabupaten, atau kota. Kosong berarti seluruh Indonesia.',
        en: 'Provinces, regencies or cities. None means all of Indonesia.',
      },
    },
    fields: [areaCodeField('code', { id: 'Kode Kemendagri', en: 'Kemendagri code' }, true)],
  },
]

const proof: Field[] = [
  row(
    {
      name: 'grade',
      type: 'select',
      label: { id: 'Mutu sumber', en: 'Grade of the source' },
      options: options(gradeLabels),
      admin: {
        description: {
          id: 'Mutu C tanpa tanggal tidak tampil di situs. Nomor yang lebih tua dari dua tahun ditandai "nomor lama".',
          en: 'Grade C without a date is not shown. Numbers older than two years are marked as old.',
        },
      },
    },
    formField('month', { id: 'Bulan sumber', en: 'Month of the source' }, /^\d{4}-(?:0[1-9]|1[0-2])$/, {
      id: 'Hanya bila sumber tidak menyebut hari, misalnya 2025-06.',
      en: 'Only where the source names no day, such as 2025-06.',
    }),
  ),
  { name: 'source', type: 'group', label: { id: 'Sumber', en: 'Source' }, fields: sourceFields() },
  {
    name: 'contradicts',
    type: 'relationship',
    relationTo: collections.helpChannels,
    hasMany: true,
    label: { id: 'Bertentangan dengan', en: 'Contradicts' },
    admin: {
      description: {
        id: 'Saluran yang menyebut nomor lain untuk meja yang sama. Keduanya ditampilkan berdampingan.',
        en: 'Lines that print another number for the same desk. Both are shown, side by side.',
      },
    },
  },
  row(
    {
      name: 'checkedBy',
      type: 'text',
      maxLength: 120,
      label: { id: 'Diperiksa oleh', en: 'Checked by' },
      admin: {
        description: {
          id: 'Orang yang menelepon atau membaca nomor ini di laman lembaganya. Dengan nama dan tanggal, nomor dianggap baru.',
          en: 'Who called the number or read it on the page of the body. With a name and a day it counts as new.',
        },
      },
    },
    dayField({ name: 'checked', label: { id: 'Diperiksa pada', en: 'Checked on' } }),
  ),
]

/** The official help channels, in Indonesia and abroad. Public shape: `helpLineSchema`; how each is shown: `src/content/help.ts`. */
export const HelpChannels = contentCollection({
  slug: collections.helpChannels,
  labels: {
    singular: { id: 'Saluran bantuan', en: 'Help line' },
    plural: { id: 'Saluran bantuan', en: 'Help lines' },
  },
  access: { create: isAdmin, read: isNewsroom, update: isAdmin, delete: isAdmin, readVersions: isAdmin },
  admin: {
    group: groups.settings,
    useAsTitle: 'name',
    defaultColumns: ['name', 'country', 'telShown', 'grade', '_status'],
    listSearchableFields: ['name', 'slug', 'city', 'tel', 'telShown', 'whatsapp'],
    description: {
      id: 'Nomor yang salah dapat mencelakakan orang. Isi sumber, tanggal periksa, dan siapa yang memeriksa. Nama, kegunaan, jam, dan catatan diisi dalam dua bahasa.',
      en: 'A wrong number can hurt someone. Give source, date checked and by whom. Name, purpose, hours and note are in two languages.',
    },
  },
  hooks: {
    afterChange: [
      checkPublic((doc: HelpChannel, links) => helpLineSchema.safeParse(toHelpLine(doc, doc, links))),
    ],
  },
  fields: [...words, slugField(data => data.name), ...ways, ...place, ...proof],
})
