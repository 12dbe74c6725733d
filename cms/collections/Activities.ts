import { activityKinds, activitySchema, partners } from '#src/content/programme.ts'
import { collections } from '#src/slugs.ts'
import { bodyField } from '#cms/fields/body.ts'
import { countField, imageField, noteField, officeField, row } from '#cms/fields/common.ts'
import { dayField } from '#cms/fields/day.ts'
import { slugField } from '#cms/fields/slug.ts'
import { sourcesField } from '#cms/fields/sources.ts'
import { toActivity } from '#cms/endpoints/public-shapes.ts'
import { checkPublic } from '#cms/hooks/check-public.ts'
import type { Activity } from '#cms/payload-types.ts'
import { activityKindLabels, partnerLabels } from './activity-labels.ts'
import { contentCollection } from './content.ts'

/** What offices did: meetings, visits, training, inspections. Public shape: `activitySchema`. */
export const Activities = contentCollection({
  slug: collections.activities,
  labels: { singular: { id: 'Kegiatan', en: 'Activity' }, plural: { id: 'Kegiatan', en: 'Activities' } },
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'kind', 'date', 'office', '_status'] },
  hooks: {
    afterChange: [checkPublic((doc: Activity, links) => activitySchema.safeParse(toActivity(doc, links)))],
  },
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 200, label: { id: 'Judul', en: 'Title' } },
    slugField(data => data.title),
    officeField(),
    {
      name: 'kind',
      type: 'select',
      required: true,
      label: { id: 'Jenis kegiatan', en: 'Kind' },
      options: activityKinds.map(value => ({ value, label: activityKindLabels[value] })),
    },
    row(dayField({ name: 'date', label: { id: 'Tanggal', en: 'Date' } }), {
      name: 'dateAsPublished',
      type: 'text',
      maxLength: 120,
      label: { id: 'Tanggal menurut sumber', en: 'Date as published' },
      admin: {
        description: {
          id: 'Bila sumber tidak menyebut hari, atau menyebut dua tanggal.',
          en: 'Where the source gives no day, or two dates.',
        },
      },
    }),
    { name: 'place', type: 'text', maxLength: 200, label: { id: 'Tempat', en: 'Place' } },
    {
      name: 'programmes',
      type: 'relationship',
      relationTo: collections.programmes,
      hasMany: true,
      label: { id: 'Bagian dari program', en: 'Part of programmes' },
    },
    row(
      { name: 'audience', type: 'text', maxLength: 300, label: { id: 'Peserta', en: 'Audience' } },
      countField({
        name: 'attendance',
        max: 1_000_000,
        label: { id: 'Jumlah hadir', en: 'Attendance' },
      }),
    ),
    {
      name: 'partners',
      type: 'select',
      hasMany: true,
      label: { id: 'Mitra', en: 'Partners' },
      options: partners.map(value => ({ value, label: partnerLabels[value] })),
    },
    {
      name: 'summary',
      type: 'textarea',
      required: true,
      maxLength: 600,
      label: { id: 'Ringkasan', en: 'Summary' },
    },
    bodyField(),
    imageField(),
    sourcesField(true),
    noteField(500),
  ],
})
