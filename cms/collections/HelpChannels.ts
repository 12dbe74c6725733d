import type { Field, SelectFieldSingleValidation, TextField, TextFieldSingleValidation } from 'payload'
import { relationship, select, text } from 'payload/shared'
import { countries, everyCountry } from '#src/content/countries.ts'
import { helpLineSchema, isPlainAddress } from '#src/content/settings.ts'
import { collections } from '#src/slugs.ts'
import { isAdmin } from '#cms/access/is-admin.ts'
import { isNewsroom } from '#cms/access/is-newsroom.ts'
import { toHelpLine } from '#cms/endpoints/public-settings.ts'
import { row, trimmed } from '#cms/fields/common.ts'
import { isPastMonth, pastDayField } from '#cms/fields/day.ts'
import { slugField } from '#cms/fields/slug.ts'
import { sourceFields, webAddressField } from '#cms/fields/sources.ts'
import { checkPublic } from '#cms/hooks/check-public.ts'
import { say, type Words } from '#cms/hooks/say.ts'
import type { HelpChannel } from '#cms/payload-types.ts'
import { contentCollection, groups } from './content.ts'
import {
  checkArea,
  checkBody,
  checkCheckedDay,
  checkChecker,
  checkCountry,
  checkRivals,
  checkTel,
  checkTelShown,
  checkWhatsapp,
} from './help-channel-rules.ts'
import { bodyLabels, gradeLabels, identityLabels, kindLabels, whereLabels } from './help-channel-labels.ts'

const options = (labels: Record<string, Words>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

type Check = (value: unknown, options: Parameters<typeof checkTel>[1]) => true | string

/** A rule of the form beside what Payload itself asks of a text. */
const written =
  (check: Check, maxLength = 120): TextFieldSingleValidation =>
  (value, options) => {
    const fits = text(value as never, { ...options, maxLength } as never)
    return fits === true ? check(value, options) : fits
  }

/** A number as text, checked by a rule of the form. Blanks around it are dropped. */
const numberField = (name: string, label: Words, check: Check, hint: Words): TextField => ({
  name,
  type: 'text',
  label,
  admin: { description: hint },
  hooks: trimmed,
  validate: written(check, 40),
})

/** A rule of the form beside what Payload itself asks of a choice. */
const chosen =
  (check: Check): SelectFieldSingleValidation =>
  (value, options) => {
    const fits = select(value, options as Parameters<typeof select>[1])
    return fits === true ? check(value, options) : fits
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
    numberField('tel', { id: 'Telepon', en: 'Telephone' }, checkTel, {
      id: 'Hanya angka, 3 sampai 15, boleh diawali +',
      en: 'Digits only, 3 to 15 of them, may start with +',
    }),
    numberField('telShown', { id: 'Ditulis sebagai', en: 'Shown as' }, checkTelShown, {
      id: 'Nomor yang sama seperti dikenal orang, misalnya 0800-1000',
      en: 'The same number as people know it, such as 0800-1000',
    }),
    numberField('whatsapp', { id: 'WhatsApp', en: 'WhatsApp' }, checkWhatsapp, {
      id: 'Angka saja dengan kode negara, misalnya 628…',
      en: 'Digits only with country code, such as 628…',
    }),
  ),
  webAddressField('url', { id: 'Situs web', en: 'Website' }, isPlainAddress),
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
      options: [
        { value: everyCountry, label: { id: 'Semua negara', en: 'Every country' } },
        ...countries.map(({ iso, id, en }) => ({ value: iso, label: { id, en } })),
      ],
      validate: chosen(checkCountry),
      admin: {
        description: {
          id: 'Untuk orang di luar negeri: satu negara, atau semua negara. Untuk Indonesia: kosong.',
          en: 'For people abroad: one country, or every country. For Indonesia: empty.',
        },
      },
    },
    {
      name: 'body',
      type: 'select',
      label: { id: 'Lembaga', en: 'Body' },
      options: options(bodyLabels),
      validate: chosen(checkBody),
    },
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
    fields: [
      {
        name: 'code',
        type: 'text',
        required: true,
        label: { id: 'Kode Kemendagri', en: 'Kemendagri code' },
        validate: checkArea satisfies TextFieldSingleValidation,
      },
    ],
  },
]

const monthHint = {
  id: 'Hanya bila sumber tidak menyebut hari, misalnya 2025-06. Paling baru bulan ini.',
  en: 'Only where the source names no day, such as 2025-06. This month at the latest.',
}

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
    {
      name: 'month',
      type: 'text',
      label: { id: 'Bulan sumber', en: 'Month of the source' },
      admin: { description: monthHint },
      validate: (value: unknown, { req }: { req: Parameters<typeof say>[0] }) =>
        !value || isPastMonth(value) || say(req, monthHint),
    },
  ),
  { name: 'source', type: 'group', label: { id: 'Sumber', en: 'Source' }, fields: sourceFields() },
  {
    name: 'contradicts',
    type: 'relationship',
    relationTo: collections.helpChannels,
    hasMany: true,
    validate: async (value, options) => {
      const fits = await relationship(value as never, options as never)
      return fits === true ? checkRivals(value, options) : fits
    },
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
      hooks: trimmed,
      validate: written(checkChecker),
      label: { id: 'Diperiksa oleh', en: 'Checked by' },
      admin: {
        description: {
          id: 'Orang yang menelepon atau membaca nomor ini di laman lembaganya. Dengan nama dan tanggal, nomor dianggap baru.',
          en: 'Who called the number or read it on the page of the body. With a name and a day it counts as new.',
        },
      },
    },
    pastDayField({ name: 'checked', label: { id: 'Diperiksa pada', en: 'Checked on' } }, checkCheckedDay),
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
