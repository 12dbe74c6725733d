import { articleSchema } from '#src/content/campaign.ts'
import { collections } from '#src/slugs.ts'
import { bodyField } from '#cms/fields/body.ts'
import { imageField, officeField, row } from '#cms/fields/common.ts'
import { dayField } from '#cms/fields/day.ts'
import { slugField } from '#cms/fields/slug.ts'
import { sourcesField } from '#cms/fields/sources.ts'
import { toArticle } from '#cms/endpoints/public-shapes.ts'
import { checkPublic } from '#cms/hooks/check-public.ts'
import type { Article } from '#cms/payload-types.ts'
import { contentCollection } from './content.ts'

/** Articles for readers. Public shape: `articleSchema`. */
export const Articles = contentCollection({
  slug: collections.articles,
  labels: { singular: { id: 'Artikel', en: 'Article' }, plural: { id: 'Artikel', en: 'Articles' } },
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'topic', 'published', 'office', '_status'] },
  hooks: {
    afterChange: [checkPublic((doc: Article, links) => articleSchema.safeParse(toArticle(doc, links)))],
  },
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 140, label: { id: 'Judul', en: 'Title' } },
    slugField(data => data.title),
    officeField(),
    {
      name: 'summary',
      type: 'textarea',
      required: true,
      maxLength: 300,
      label: { id: 'Ringkasan', en: 'Summary' },
    },
    {
      name: 'topic',
      type: 'select',
      required: true,
      label: { id: 'Topik', en: 'Topic' },
      options: [
        { value: 'modus', label: { id: 'Modus perekrut', en: 'How recruiters work' } },
        { value: 'jalur-resmi', label: { id: 'Jalur resmi', en: 'The official path' } },
        { value: 'paspor', label: { id: 'Paspor', en: 'Passport' } },
        { value: 'kegiatan', label: { id: 'Kegiatan', en: 'Activities' } },
        { value: 'kabar', label: { id: 'Kabar', en: 'News' } },
      ],
    },
    row(
      dayField({
        name: 'published',
        required: true,
        label: { id: 'Tanggal artikel', en: 'Date of the article' },
      }),
      dayField({ name: 'updated', label: { id: 'Diperbarui', en: 'Updated' } }),
    ),
    imageField(),
    bodyField(),
    sourcesField(false),
  ],
})
