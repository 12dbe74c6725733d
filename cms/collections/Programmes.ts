import { programmeSchema } from '#src/content/programme.ts'
import { collections } from '#src/slugs.ts'
import { bodyField } from '#cms/fields/body.ts'
import { areaCodeField, imageField, noteField, officeField, row } from '#cms/fields/common.ts'
import { dayField } from '#cms/fields/day.ts'
import { slugField } from '#cms/fields/slug.ts'
import { sourcesField } from '#cms/fields/sources.ts'
import { toProgramme } from '#cms/endpoints/public-shapes.ts'
import { checkPublic } from '#cms/hooks/check-public.ts'
import type { Programme } from '#cms/payload-types.ts'
import { contentCollection } from './content.ts'

/** Desa Binaan Imigrasi and PIMPASA programmes. Public shape: `programmeSchema`. */
export const Programmes = contentCollection({
  slug: collections.programmes,
  labels: {
    singular: { id: 'Program desa', en: 'Village programme' },
    plural: { id: 'Desa Binaan dan PIMPASA', en: 'Village programmes' },
  },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'office', '_status'],
    listSearchableFields: ['name', 'area.name', 'area.regency'],
  },
  hooks: {
    afterChange: [checkPublic((doc: Programme, links) => programmeSchema.safeParse(toProgramme(doc, links)))],
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120, label: { id: 'Nama', en: 'Name' } },
    slugField(data => data.name),
    officeField(),
    {
      name: 'kind',
      type: 'select',
      required: true,
      label: { id: 'Jenis program', en: 'Kind of programme' },
      options: [
        { value: 'desa-binaan', label: { id: 'Desa Binaan Imigrasi', en: 'Desa Binaan Imigrasi' } },
        {
          value: 'pimpasa',
          label: {
            id: 'PIMPASA (Petugas Imigrasi Pembina Desa)',
            en: 'PIMPASA (village immigration officer)',
          },
        },
      ],
    },
    {
      name: 'area',
      type: 'group',
      label: { id: 'Wilayah', en: 'Area' },
      fields: [
        row(
          {
            name: 'level',
            type: 'select',
            required: true,
            label: { id: 'Tingkat', en: 'Level' },
            options: [
              { value: 'desa', label: { id: 'Desa', en: 'Village (desa)' } },
              { value: 'kelurahan', label: { id: 'Kelurahan', en: 'Urban village (kelurahan)' } },
              { value: 'kecamatan', label: { id: 'Kecamatan', en: 'District (kecamatan)' } },
              { value: 'kabupaten', label: { id: 'Kabupaten atau kota', en: 'Regency or city' } },
            ],
          },
          {
            name: 'name',
            type: 'text',
            required: true,
            maxLength: 120,
            label: { id: 'Nama wilayah', en: 'Name of the area' },
          },
          areaCodeField('code', { id: 'Kode Kemendagri', en: 'Kemendagri code' }),
        ),
        row(
          {
            name: 'regency',
            type: 'text',
            required: true,
            maxLength: 120,
            label: { id: 'Kabupaten atau kota', en: 'Regency or city' },
          },
          {
            name: 'province',
            type: 'text',
            required: true,
            maxLength: 80,
            label: { id: 'Provinsi', en: 'Province' },
          },
        ),
      ],
    },
    dayField({ name: 'since', label: { id: 'Sejak', en: 'Since' } }),
    {
      name: 'decree',
      type: 'group',
      label: { id: 'Surat keputusan', en: 'Decree' },
      fields: [
        row(
          { name: 'number', type: 'text', maxLength: 120, label: { id: 'Nomor', en: 'Number' } },
          dayField({ name: 'date', label: { id: 'Tanggal', en: 'Date' } }),
        ),
      ],
    },
    {
      name: 'summary',
      type: 'textarea',
      required: true,
      maxLength: 400,
      label: { id: 'Ringkasan', en: 'Summary' },
    },
    bodyField(),
    imageField(),
    sourcesField(true),
    noteField(500),
  ],
})
