import { officeSchema } from '#src/content/office.ts'
import { collections } from '#src/slugs.ts'
import { canReadOffices } from '#cms/access/can-read-offices.ts'
import { isAdmin } from '#cms/access/is-admin.ts'
import { ownOffice } from '#cms/access/own-office.ts'
import { canReadOfficeVersions } from '#cms/access/versions.ts'
import { areaCodeField, noteField, row } from '#cms/fields/common.ts'
import { dayField } from '#cms/fields/day.ts'
import { slugField } from '#cms/fields/slug.ts'
import { sourcesField, webAddressField } from '#cms/fields/sources.ts'
import { toOffice } from '#cms/endpoints/public-shapes.ts'
import { checkPublic } from '#cms/hooks/check-public.ts'
import type { Office } from '#cms/payload-types.ts'
import { contentCollection, groups } from './content.ts'

/** Immigration offices, with their working area and contacts. Public shape: `officeSchema`. */
export const Offices = contentCollection({
  slug: collections.offices,
  labels: {
    singular: { id: 'Kantor imigrasi', en: 'Immigration office' },
    plural: { id: 'Kantor imigrasi', en: 'Immigration offices' },
  },
  access: {
    create: isAdmin,
    read: canReadOffices,
    update: ownOffice,
    delete: isAdmin,
    readVersions: canReadOfficeVersions,
  },
  admin: {
    group: groups.staff,
    useAsTitle: 'name',
    defaultColumns: ['name', 'city', 'province', '_status'],
    listSearchableFields: ['name', 'city', 'province'],
    description: {
      id: 'Halaman tiap kantor di situs. Yang tidak diketahui dibiarkan kosong: situs menulis "belum diisi kantor".',
      en: 'The page of each office. Leave empty what is not known: the site then says so.',
    },
  },
  hooks: {
    afterChange: [checkPublic((doc: Office) => officeSchema.safeParse(toOffice(doc)))],
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: 120,
      label: { id: 'Nama kantor', en: 'Name of the office' },
    },
    slugField(data => data.name),
    row(
      {
        name: 'city',
        type: 'text',
        required: true,
        maxLength: 80,
        label: { id: 'Kota atau kabupaten', en: 'City or regency' },
      },
      {
        name: 'province',
        type: 'text',
        required: true,
        maxLength: 80,
        label: { id: 'Provinsi', en: 'Province' },
      },
      areaCodeField('provinceCode', { id: 'Kode provinsi', en: 'Province code' }, true),
    ),
    {
      name: 'class',
      type: 'group',
      label: { id: 'Kelas kantor', en: 'Class of the office' },
      fields: [
        row(
          { name: 'name', type: 'text', maxLength: 60, label: { id: 'Kelas', en: 'Class' } },
          dayField({ name: 'asOf', label: { id: 'Menurut sumber per', en: 'As of' } }),
          {
            name: 'verified',
            type: 'checkbox',
            defaultValue: false,
            label: { id: 'Sudah dipastikan', en: 'Verified' },
          },
        ),
      ],
    },
    {
      name: 'areasStatus',
      type: 'select',
      required: true,
      defaultValue: 'belum-diketahui',
      label: { id: 'Kelengkapan wilayah kerja', en: 'How complete the working area is' },
      options: [
        { value: 'lengkap', label: { id: 'Lengkap menurut sumber', en: 'Complete in its source' } },
        {
          value: 'sebagian',
          label: { id: 'Sebagian, atau sumbernya lama', en: 'In part, or from an old source' },
        },
        { value: 'belum-diketahui', label: { id: 'Belum diketahui', en: 'Not known' } },
      ],
    },
    {
      name: 'areas',
      type: 'array',
      labels: {
        singular: { id: 'Wilayah', en: 'Area' },
        plural: { id: 'Wilayah kerja', en: 'Working area' },
      },
      label: { id: 'Wilayah kerja', en: 'Working area' },
      fields: [
        row(
          {
            name: 'name',
            type: 'text',
            required: true,
            maxLength: 120,
            label: { id: 'Nama wilayah', en: 'Name of the area' },
          },
          areaCodeField('code', { id: 'Kode Kemendagri', en: 'Kemendagri code' }),
          {
            name: 'partial',
            type: 'checkbox',
            defaultValue: false,
            label: { id: 'Hanya sebagian', en: 'Only a part' },
          },
        ),
      ],
    },
    {
      name: 'address',
      type: 'textarea',
      maxLength: 300,
      label: { id: 'Alamat kantor', en: 'Postal address' },
    },
    row(
      { name: 'phone', type: 'text', maxLength: 40, label: { id: 'Telepon', en: 'Telephone' } },
      { name: 'whatsapp', type: 'text', maxLength: 40, label: { id: 'WhatsApp', en: 'WhatsApp' } },
    ),
    webAddressField('website', { id: 'Situs web kantor', en: 'Website of the office' }),
    sourcesField(false),
    noteField(500),
  ],
})
