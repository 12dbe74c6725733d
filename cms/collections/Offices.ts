import { contactKinds, isOwnSite, officeSchema } from '#src/content/office.ts'
import { dialled, whatsappDigits } from '#src/content/written-number.ts'
import { collections } from '#src/slugs.ts'
import { canReadOffices } from '#cms/access/can-read-offices.ts'
import { isAdmin } from '#cms/access/is-admin.ts'
import { ownOffice } from '#cms/access/own-office.ts'
import { canReadOfficeVersions } from '#cms/access/versions.ts'
import {
  areaCodeField,
  noteField,
  phoneHint,
  row,
  whatsappHint,
  writtenNumberField,
} from '#cms/fields/common.ts'
import { pastDayField } from '#cms/fields/day.ts'
import { slugField } from '#cms/fields/slug.ts'
import { sourceFields, sourcesField, webAddressField } from '#cms/fields/sources.ts'
import { toOffice } from '#cms/endpoints/public-shapes.ts'
import { checkPublic } from '#cms/hooks/check-public.ts'
import type { Office } from '#cms/payload-types.ts'
import { contentCollection, groups } from './content.ts'
import { checkContactValue, contactKindLabels } from './office-contacts.ts'

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
          pastDayField({ name: 'asOf', label: { id: 'Menurut sumber per', en: 'As of' } }),
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
          {
            name: 'year',
            type: 'number',
            min: 1945,
            max: 2100,
            label: { id: 'Tahun sumber', en: 'Year of the source' },
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
      writtenNumberField('phone', { id: 'Telepon', en: 'Telephone' }, dialled, phoneHint),
      writtenNumberField('whatsapp', { id: 'WhatsApp', en: 'WhatsApp' }, whatsappDigits, whatsappHint),
    ),
    webAddressField('website', { id: 'Situs web kantor', en: 'Website of the office' }, isOwnSite, {
      id: 'Hanya alamat https di bawah imigrasi.go.id, misalnya https://cilacap.imigrasi.go.id/. Banyak situs tiruan.',
      en: 'Only an https address under imigrasi.go.id, such as https://cilacap.imigrasi.go.id/. Look-alikes abound.',
    }),
    {
      name: 'found',
      type: 'array',
      labels: {
        singular: { id: 'Kontak dari sumber lain', en: 'Contact from another source' },
        plural: { id: 'Kontak dari sumber lain', en: 'Contacts from other sources' },
      },
      label: { id: 'Kontak dari sumber lain', en: 'Contacts from other sources' },
      admin: {
        description: {
          id: 'Tampil selama kantor belum mengisi kolom di atas. Sumber tanpa alamat ditandai "belum kami periksa". Bila alamat atau nomor di sini salah, hapus barisnya.',
          en: 'Shown while the office has not filled in the fields above. A source without an address is marked as not checked. Remove what is wrong.',
        },
      },
      fields: [
        row(
          {
            name: 'kind',
            type: 'select',
            required: true,
            label: { id: 'Jenis', en: 'Kind' },
            options: contactKinds.map(value => ({ value, label: contactKindLabels[value] })),
          },
          {
            name: 'value',
            type: 'text',
            required: true,
            maxLength: 1000,
            label: { id: 'Alamat atau nomor', en: 'Address or number' },
            validate: checkContactValue,
          },
        ),
        { name: 'source', type: 'group', label: { id: 'Sumber', en: 'Source' }, fields: sourceFields() },
        {
          name: 'note',
          type: 'text',
          maxLength: 240,
          label: { id: 'Catatan untuk pembaca', en: 'Note to the reader' },
        },
      ],
    },
    sourcesField(false),
    noteField(500),
  ],
})
