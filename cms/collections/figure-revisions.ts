import type { Field } from 'payload'
import { never } from '#cms/access/never.ts'
import { dayField } from '#cms/fields/day.ts'

/** A figure that never changed has no history to show. */
const hasRevisions = (data: { revisions?: unknown }) =>
  Array.isArray(data?.revisions) && data.revisions.length > 0

/** The reason for a change, and the public list of changes, which only the hook `recordRevision` writes. */
export const revisionFields: Field[] = [
  {
    name: 'changeReason',
    type: 'textarea',
    maxLength: 500,
    label: { id: 'Alasan perubahan', en: 'Reason for the change' },
    admin: {
      condition: (_data, _siblings, { operation }) => operation === 'update',
      description: {
        id: 'Wajib bila jumlah, ukuran, atau masa dari angka yang sudah terbit diubah. Terbit bersama angkanya.',
        en: 'Needed when the count, measure or period of a published figure changes. It is published with the figure.',
      },
    },
  },
  {
    name: 'revisions',
    type: 'array',
    labels: {
      singular: { id: 'Perubahan', en: 'Revision' },
      plural: { id: 'Riwayat perubahan', en: 'Revisions' },
    },
    label: { id: 'Riwayat perubahan yang terbit', en: 'Published revisions' },
    access: { create: never, update: never },
    admin: { readOnly: true, condition: hasRevisions },
    fields: [
      dayField({ name: 'date', required: true, label: { id: 'Tanggal', en: 'Date' } }),
      {
        name: 'change',
        type: 'text',
        required: true,
        maxLength: 500,
        label: { id: 'Perubahan', en: 'Change' },
      },
      { name: 'reason', type: 'text', required: true, maxLength: 500, label: { id: 'Alasan', en: 'Reason' } },
    ],
  },
]
