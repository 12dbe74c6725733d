import path from 'node:path'
import type { CollectionConfig } from 'payload'
import { collections } from '#src/slugs.ts'
import { canCreateContent } from '#cms/access/can-create-content.ts'
import { isNewsroom } from '#cms/access/is-newsroom.ts'
import { ownMedia } from '#cms/access/own-media.ts'
import { officeField } from '#cms/fields/common.ts'
import { checkUpload } from '#cms/hooks/check-upload.ts'
import { keepOwnOffice } from '#cms/hooks/keep-own-office.ts'
import { noteMediaChange } from '#cms/hooks/note-media-change.ts'
import { refuseUsedMedia } from '#cms/hooks/refuse-used-media.ts'
import { groups } from './content.ts'

/** Longest side in pixels: enough for a poster on a screen, small enough for a weak link. */
const MAX_SIDE = 2000
const QUALITY = 82

/** Pictures and PDF files. Pictures are drawn anew, so that nothing of a camera's metadata (place, device) is left. */
export const media = (mediaDir: string): CollectionConfig => ({
  slug: collections.media,
  labels: {
    singular: { id: 'Berkas', en: 'File' },
    plural: { id: 'Gambar dan berkas', en: 'Pictures and files' },
  },
  access: { create: canCreateContent, read: isNewsroom, update: ownMedia, delete: ownMedia },
  admin: {
    hideAPIURL: true,
    group: groups.content,
    useAsTitle: 'alt',
    defaultColumns: ['filename', 'alt', 'persons', 'office'],
    description: {
      id: 'JPG, PNG, WebP, atau PDF, paling besar 8 MB. Lokasi dan data kamera dihapus dari gambar.',
      en: 'JPG, PNG, WebP or PDF, 8 MB at most. Place and camera data are removed from pictures.',
    },
  },
  upload: {
    staticDir: path.resolve(mediaDir),
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'],
    formatOptions: { format: 'webp', options: { quality: QUALITY } },
    resizeOptions: { width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true },
    withMetadata: false,
    crop: false,
    focalPoint: false,
    pasteURL: false,
    filesRequiredOnCreate: true,
  },
  hooks: {
    beforeOperation: [checkUpload],
    beforeChange: [keepOwnOffice],
    afterChange: [noteMediaChange],
    beforeDelete: [refuseUsedMedia],
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      required: true,
      maxLength: 300,
      label: { id: 'Teks pengganti', en: 'Alternative text' },
      admin: {
        description: {
          id: 'Apa yang terlihat, untuk pembaca yang tidak melihat gambar. Untuk PDF: isinya dalam satu kalimat.',
          en: 'What is seen, for readers who do not see the picture. For a PDF: its content in one sentence.',
        },
      },
    },
    {
      name: 'persons',
      type: 'select',
      required: true,
      label: { id: 'Orang dalam gambar', en: 'People in the picture' },
      options: [
        {
          value: 'tidak-ada',
          label: { id: 'Tidak ada orang yang dapat dikenali', en: 'Nobody who can be recognised' },
        },
        {
          value: 'setuju',
          label: { id: 'Semua yang terlihat sudah setuju', en: 'Everyone shown has agreed' },
        },
      ],
      admin: {
        description: {
          id: 'Jangan unggah wajah korban, calon pekerja, atau anak tanpa persetujuan tertulis.',
          en: 'Never upload faces of victims, applicants or children without written consent.',
        },
      },
    },
    { name: 'credit', type: 'text', maxLength: 200, label: { id: 'Kredit foto', en: 'Credit' } },
    officeField(),
  ],
})
