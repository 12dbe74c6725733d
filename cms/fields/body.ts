import {
  BlockquoteFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  ItalicFeature,
  LinkFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type { RichTextField } from 'payload'
import { say } from '#cms/hooks/say.ts'
import { toBlocks } from './body-convert.ts'

/** The editor: only what the site's blocks can show, so nothing an editor writes is lost on the way. */
const editor = lexicalEditor({
  features: () => [
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }),
    BoldFeature(),
    ItalicFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    BlockquoteFeature(),
    LinkFeature({
      enabledCollections: [],
      fields: ({ defaultFields }) =>
        defaultFields.filter(field => !('name' in field) || field.name !== 'newTab'),
    }),
    FixedToolbarFeature(),
  ],
})

/** The running text of a document. */
export function bodyField(): RichTextField {
  return {
    name: 'body',
    type: 'richText',
    label: { id: 'Isi', en: 'Text' },
    editor,
    validate: (value: unknown, { req }: { req: Parameters<typeof say>[0] }) => {
      try {
        toBlocks(value)
        return true
      } catch {
        return say(req, {
          id: 'Isi memuat sesuatu yang tidak dapat ditampilkan situs. Pakai paragraf, judul, daftar, kutipan, dan tautan saja.',
          en: 'The text holds something the site cannot show. Use paragraphs, headings, lists, quotes and links only.',
        })
      }
    },
  } as RichTextField
}
