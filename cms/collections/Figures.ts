import { figureSchema, measures, reasonScopes, reasons } from '#src/content/figure.ts'
import { figureIdSchema } from '#src/content/shared.ts'
import { collections } from '#src/slugs.ts'
import { canReadFigures } from '#cms/access/can-read-figures.ts'
import { areaCodeField, countField, noteField, officeField, row } from '#cms/fields/common.ts'
import { figuresHeldEndpoint } from '#cms/endpoints/figures-held.ts'
import { dayField, dayOf } from '#cms/fields/day.ts'
import { ownOffice } from '#cms/fields/own-office.ts'
import { slugField } from '#cms/fields/slug.ts'
import { sourcesField } from '#cms/fields/sources.ts'
import { toFigure } from '#cms/endpoints/public-shapes.ts'
import { checkFigure } from '#cms/hooks/check-figure.ts'
import { checkPeriod } from '#cms/hooks/check-period.ts'
import { checkPublic } from '#cms/hooks/check-public.ts'
import { recordRevision } from '#cms/hooks/record-revision.ts'
import { contentCollection } from './content.ts'
import { measureLabels, reasonLabels, scopeLabels } from './figure-labels.ts'
import type { Figure } from '#cms/payload-types.ts'
import { revisionFields } from './figure-revisions.ts'

type Told = {
  subject?: { name?: string }
  measure?: string
  reasonScope?: string
  reasons?: string[]
  period?: { start?: string; end?: string }
}

/** Longest address of a figure: it names office, outcome, reasons and both days. */
const SLUG_LENGTH = 140

/** Words from which the address of a figure is made: whose, what, for which reasons, and when. */
function figureTitle({ measure, period, reasonScope, reasons: told, subject }: Told): string | null {
  if (!subject?.name || !measure || !period?.start || !period.end) return null
  const scope = reasonScope === 'semua' ? null : reasonScope
  const reason = told?.length === 1 ? told[0] : null
  const parts = [subject.name.slice(0, 50), measure, scope, reason === scope ? null : reason]
  return [...parts, dayOf(period.start), dayOf(period.end)].filter(Boolean).join(' ')
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
  access: { read: canReadFigures },
  endpoints: [figuresHeldEndpoint],
  hooks: {
    beforeValidate: [checkPeriod('period.start', 'period.end')],
    beforeChange: [checkFigure, recordRevision],
    afterChange: [checkPublic((doc: Figure, links) => figureSchema.safeParse(toFigure(doc, links)))],
  },
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
    slugField(figureTitle, figureIdSchema, SLUG_LENGTH),
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
      countField({
        name: 'count',
        required: true,
        max: 10_000_000,
        label: { id: 'Jumlah', en: 'Count' },
        admin: {
          description: {
            id: 'Angka kantor di bawah 10 tidak tampil sendiri agar tidak menunjuk orang tertentu. Isi saja apa adanya: angkanya digabung dengan bulan berikutnya. Perbaikan kurang dari 10 tampil bersama perbaikan berikutnya.',
            en: 'A count of an office below 10 is not shown alone, because it could point at a person. Enter it as it is: it is joined with the next month. A correction below 10 is shown with the next one.',
          },
        },
      }),
      countField({
        name: 'received',
        max: 1_000_000_000,
        label: {
          id: 'Permohonan diterima pada masa yang sama',
          en: 'Applications received in the same period',
        },
      }),
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
