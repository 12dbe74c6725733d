import type { Article } from '#src/content/campaign.ts'

/** What an article is about, as a heading. */
export const topicWords: Record<Article['topic'], string> = {
  modus: 'Modus perekrut',
  'jalur-resmi': 'Jalur resmi',
  paspor: 'Paspor',
  kegiatan: 'Kegiatan',
  kabar: 'Kabar',
}
