import type { GlobalConfig } from 'payload'
import { dialled } from '#src/content/written-number.ts'
import { globals } from '#src/slugs.ts'
import { isAdmin } from '#cms/access/is-admin.ts'
import { isNewsroom } from '#cms/access/is-newsroom.ts'
import { groups } from '#cms/collections/content.ts'
import { imageField, phoneHint, row, writtenNumberField } from '#cms/fields/common.ts'
import { noteGlobalChange } from '#cms/hooks/outbox.ts'

/** Who runs the site: footer, `/privasi/` and `/lapor/`. Public shape: `operatorSchema`. */
export const Operator: GlobalConfig = {
  slug: globals.operator,
  label: { id: 'Penyelenggara situs', en: 'Operator of the site' },
  access: { read: isNewsroom, update: isAdmin, readVersions: isAdmin },
  admin: {
    hideAPIURL: true,
    group: groups.settings,
    description: {
      id: 'Selama belum resmi, setiap halaman menulis "Bukan situs resmi Ditjen Imigrasi".',
      en: 'Until it is official, every page says that this is not an official site of the directorate.',
    },
  },
  versions: { max: 50 },
  hooks: { afterChange: [noteGlobalChange] },
  fields: [
    {
      name: 'name',
      type: 'text',
      maxLength: 160,
      label: { id: 'Nama penyelenggara', en: 'Name of the operator' },
    },
    {
      name: 'official',
      type: 'checkbox',
      defaultValue: false,
      label: { id: 'Situs resmi instansi', en: 'Official site of the agency' },
      admin: {
        description: {
          id: 'Centang hanya bila instansi telah menetapkannya.',
          en: 'Tick only when the agency has adopted it.',
        },
      },
    },
    { name: 'address', type: 'textarea', maxLength: 300, label: { id: 'Alamat', en: 'Address' } },
    row(
      { name: 'email', type: 'email', label: { id: 'Surel', en: 'E-mail' } },
      writtenNumberField('phone', { id: 'Telepon', en: 'Telephone' }, dialled, phoneHint),
    ),
    imageField('logo', { id: 'Logo penyelenggara', en: 'Logo of the operator' }),
  ],
}
