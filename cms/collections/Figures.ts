import { measures, reasonScopes, reasons } from '#src/content/figure.ts'
import { collections } from '#src/slugs.ts'
import { areaCodeField, noteField, officeField, row } from '#cms/fields/common.ts'
import { figuresHeldEndpoint } from '#cms/endpoints/figures-held.ts'
import { dayField, dayOf } from '#cms/fields/day.ts'
import { ownOffice } from '#cms/fields/own-office.ts'
import { slugField } from '#cms/fields/slug.ts'
import { sourcesField } from '#cms/fields/sources.ts'
import { checkPeriod } from '#cms/hooks/check-period.ts'
import { recordRevision } from '#cms/hooks/record-revision.ts'
import { contentCollection } from './content.ts'
import { measureLabels, reasonLabels, scopeLabels } from './figure-labels.ts'
import { revisionFields } from './figure-revisions.ts'

type Told = { subject?: { name?: string }; measure?: string; period?: { start?: string; end?: string } }

/** Words from which the address of a figure is made: whose, what, and when. */
function figureTitle({ measure, period, subject }: Told): string | null {
  if (!subject?.name || !measure || !period?.start || !period.end) return null
  return [subject.name, measure, dayOf(period.start), dayOf(period.end)].join(' ')
}

/** Published counts of refusals and postponements. Public shape: `figureSchema`, whose `id` is the slug here. */
export const Figures = contentCollection({
  slug: collections.figures,
  labels: { singular: { id: 'Angka', en: 'Figure' }, plural: { id: 'Angka penolakan', en: 'Figures' } },
  admin: {
    useAsTitle: 'slug',
    defaultColumns: ['slug', 'measure', 'count', 'period.start', 'office', '_status', 'held'],
    listSearchableFields: ['slug', 'subject.name'],
    description: {
      id: 'Satu baris untuk satu angka, satu ukuran, dan satu masa. Angka yang bertumpang tindih tidak pernah dijumlahkan.',
      en: 'One row for one count, one measure, one period. Figures that overlap are never summed.',
    },
  },
  endpoints: [figuresHeldEndpoint],
  hooks: { beforeValidate: [checkPeriod], beforeChange: [recordRevision] },
  fields: [
    {
      name: 'held',
      type: 'ui',
      label: { id: 'Ditahan', en: 'Held' },
      admin: {
        components: {
          Field: './components/FigureHeld.tsx#FigureHeld',
          Cell: './components/FigureHeld.tsx#FigureHeldCell',
        },
      },
    },
    slugField(figureTitle),
    officeField(),
    {
      name: 'subject',
      type: 'group',
      label: { id: 'Tentang siapa', en: 'Whose figure' },
      fields: [
        row(
          {
            name: 'kind',
            type: 'select',
            required: true,
            defaultValue: ownOffice('kind'),
            label: { id: 'Lingkup', en: 'Level' },
            options: [
              { value: 'kanim', label: { id: 'Kantor imigrasi', en: 'Immigration office' } },
              { value: 'tpi', label: { id: 'Tempat pemeriksaan (TPI)', en: 'Border post (TPI)' } },
              { value: 'kanwil', label: { id: 'Kantor wilayah', en: 'Regional office' } },
              { value: 'nasional', label: { id: 'Nasional', en: 'National' } },
            ],
          },
          {
            name: 'name',
            type: 'text',
            required: true,
            maxLength: 120,
            defaultValue: ownOffice('name'),
            label: { id: 'Nama', en: 'Name' },
          },
          {
            ...areaCodeField('provinceCode', { id: 'Kode provinsi', en: 'Province code' }),
            defaultValue: ownOffice('provinceCode'),
          },
        ),
      ],
    },
    row(
      {
        name: 'measure',
        type: 'select',
        required: true,
        label: { id: 'Yang dihitung', en: 'What was counted' },
        options: measures.map(value => ({ value, label: measureLabels[value] })),
      },
      {
        name: 'reasonScope',
        type: 'select',
        required: true,
        defaultValue: 'semua',
        label: { id: 'Alasan yang tercakup', en: 'Reasons covered' },
        options: reasonScopes.map(value => ({ value, label: scopeLabels[value] })),
      },
    ),
    {
      name: 'period',
      type: 'group',
      label: { id: 'Masa', en: 'Period' },
      fields: [
        row(
          dayField({ name: 'start', required: true, label: { id: 'Mulai', en: 'Start' } }),
          dayField({
            name: 'end',
            required: true,
            label: { id: 'Sampai (termasuk)', en: 'End (inclusive)' },
          }),
        ),
      ],
    },
    row(
      {
        name: 'count',
        type: 'number',
        required: true,
        min: 0,
        max: 10_000_000,
        label: { id: 'Jumlah', en: 'Count' },
        admin: {
          description: {
            id: 'Angka kantor di bawah 10 tidak tampil sendiri agar tidak menunjuk orang tertentu. Isi saja apa adanya: angkanya digabung dengan bulan berikutnya. Perbaikan kurang dari 10 tampil bersama perbaikan berikutnya.',
            en: 'A count of an office below 10 is not shown alone, because it could point at a person. Enter it as it is: it is joined with the next month. A correction below 10 is shown with the next one.',
          },
        },
      },
      {
        name: 'received',
        type: 'number',
        min: 0,
        max: 1_000_000_000,
        label: {
          id: 'Permohonan diterima pada masa yang sama',
          en: 'Applications received in the same period',
        },
      },
      {
        name: 'approximate',
        type: 'checkbox',
        defaultValue: false,
        label: { id: 'Angka kira-kira', en: 'Approximate' },
      },
    ),
    {
      name: 'reasons',
      type: 'select',
      hasMany: true,
      label: { id: 'Alasan', en: 'Reasons' },
      options: reasons.map(value => ({ value, label: reasonLabels[value] })),
    },
    {
      name: 'reasonAsPublished',
      type: 'textarea',
      maxLength: 500,
      label: { id: 'Alasan menurut sumber', en: 'Reason as published' },
    },
    {
      name: 'provenance',
      type: 'select',
      required: true,
      defaultValue: 'kantor',
      label: { id: 'Asal angka', en: 'Where it comes from' },
      options: [
        { value: 'kantor', label: { id: 'Diisi kantor sendiri', en: 'Entered by the office' } },
        { value: 'pers', label: { id: 'Dari publikasi', en: 'From a publication' } },
      ],
    },
    {
      name: 'subsetOf',
      type: 'relationship',
      relationTo: collections.figures,
      label: { id: 'Bagian dari angka', en: 'Part of the figure' },
    },
    {
      name: 'contradicts',
      type: 'relationship',
      relationTo: collections.figures,
      hasMany: true,
      label: { id: 'Bertentangan dengan', en: 'Contradicts' },
    },
    sourcesField(true),
    noteField(1000),
    ...revisionFields,
  ],
})
