import type { IncomingMessage, ServerResponse } from 'node:http'
import { languageOf } from './front.ts'
import { sendPlainPage } from './plain-page.ts'

const texts = {
  id: {
    title: 'Halaman ini sudah ditarik',
    paragraphs: [
      'Yang pernah ada di alamat ini sudah ditarik oleh kantor yang menerbitkannya dan tidak ditampilkan lagi.',
      'Bila Anda menyimpan atau menyebarkan salinannya, periksa lagi dengan keterangan terbaru di situs ini.',
    ],
    links: [
      { href: '/periksa/', text: 'Periksa tawaran kerja' },
      { href: '/kampanye/', text: 'Bahan dan berita terbaru' },
      { href: '/bantuan/', text: 'Minta bantuan' },
      { href: '/', text: 'Beranda' },
    ],
  },
  en: {
    title: 'This page was withdrawn',
    paragraphs: [
      'What was at this address has been withdrawn by the office that published it and is no longer shown.',
      'If you saved or shared a copy, check it against the latest information on this site.',
    ],
    links: [
      { href: '/en/periksa/', text: 'Check a job offer' },
      { href: '/en/bantuan/', text: 'Get help' },
      { href: '/en/', text: 'Home' },
    ],
  },
} as const

/** Answers 410 for what an office took down. */
export function sendGone(request: IncomingMessage, response: ServerResponse): void {
  const language = languageOf(request)
  sendPlainPage(response, 410, { language, ...texts[language] })
}
