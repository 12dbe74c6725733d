import { bannerSchema } from '#src/content/campaign.ts'
import { collections } from '#src/slugs.ts'
import { imageField, officeField, row } from '#cms/fields/common.ts'
import { dayField } from '#cms/fields/day.ts'
import { slugField } from '#cms/fields/slug.ts'
import { say } from '#cms/hooks/say.ts'
import { checkPeriod } from '#cms/hooks/check-period.ts'
import { toBanner } from '#cms/endpoints/public-shapes.ts'
import { checkPublic } from '#cms/hooks/check-public.ts'
import type { Banner } from '#cms/payload-types.ts'
import { contentCollection } from './content.ts'

/** Campaign banners: one message, one action. Public shape: `bannerSchema`. */
export const Banners = contentCollection({
  slug: collections.banners,
  labels: {
    singular: { id: 'Banner kampanye', en: 'Campaign banner' },
    plural: { id: 'Banner kampanye', en: 'Campaign banners' },
  },
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'office', 'from', 'until', '_status'] },
  hooks: {
    beforeValidate: [checkPeriod('from', 'until')],
    afterChange: [checkPublic((doc: Banner, links) => bannerSchema.safeParse(toBanner(doc, links)))],
  },
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 90, label: { id: 'Judul', en: 'Title' } },
    slugField(data => data.title),
    officeField(),
    {
      name: 'message',
      type: 'textarea',
      required: true,
      maxLength: 240,
      label: { id: 'Pesan', en: 'Message' },
      admin: {
        description: {
          id: 'Satu atau dua kalimat pendek. Tanpa menakuti, tanpa menyalahkan.',
          en: 'One or two short sentences. No fear, no blame.',
        },
      },
    },
    {
      name: 'action',
      type: 'group',
      label: { id: 'Tombol', en: 'Button' },
      fields: [
        row(
          {
            name: 'label',
            type: 'text',
            required: true,
            maxLength: 40,
            defaultValue: 'Periksa tawaran kerja',
            label: { id: 'Tulisan tombol', en: 'Words on the button' },
          },
          {
            name: 'href',
            type: 'text',
            required: true,
            maxLength: 200,
            defaultValue: '/periksa/',
            label: { id: 'Menuju halaman', en: 'Leads to' },
            validate: (value: unknown, { req }: { req: Parameters<typeof say>[0] }) =>
              (typeof value === 'string' && /^\/(?!\/)[\w\-/#?=&.]*$/.test(value)) ||
              say(req, {
                id: 'Halaman di situs ini, mulai dengan garis miring: /periksa/',
                en: 'A page of this site, starting with a slash: /periksa/',
              }),
          },
        ),
      ],
    },
    {
      name: 'pattern',
      type: 'select',
      required: true,
      defaultValue: 'anyaman',
      label: { id: 'Corak', en: 'Pattern' },
      options: [
        { value: 'anyaman', label: { id: 'Anyaman', en: 'Woven' } },
        { value: 'ombak', label: { id: 'Ombak', en: 'Waves' } },
        { value: 'perahu', label: { id: 'Perahu', en: 'Boats' } },
      ],
    },
    imageField(),
    row(
      dayField({ name: 'from', label: { id: 'Tampil di beranda mulai', en: 'On the home page from' } }),
      dayField({ name: 'until', label: { id: 'Sampai', en: 'Until' } }),
    ),
  ],
})
