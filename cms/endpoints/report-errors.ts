import { FrontError } from './front.ts'

/** The refusals of the tip endpoints, with their status and their text in each language. */
const refusals = {
  'not-sealed': {
    status: 400,
    id: 'Kiriman tidak tersegel seperti seharusnya. Muat ulang halaman laporan lalu coba lagi.',
    en: 'This was not sealed as it should be. Reload the report page and try again.',
  },
  'inbox-closed': {
    status: 409,
    id: 'Kotak laporan ini sudah ditutup, jadi kiriman ini tidak tersimpan. Tulisan Anda masih ada di layar.',
    en: 'This inbox is closed, so this was not stored. What you wrote is still on your screen.',
  },
  'list-damaged': {
    status: 503,
    id: 'Daftar kunci terbaru di basis data rusak. Situs tidak dibangun sampai diperbaiki; lihat docs/protocol.md.',
    en: 'The newest key list of the database is damaged. The site is not built until it is mended; see docs/protocol.md.',
  },
  'sending-used': {
    status: 409,
    id: 'Kiriman dengan tanda yang sama sudah ada, tetapi isinya lain.',
    en: 'There is another message under the same sending key.',
  },
  'thread-moved': {
    status: 409,
    id: 'Ada pesan baru di percakapan ini. Baca dulu, lalu kirim lagi; isian Anda masih ada.',
    en: 'This thread has a new message. Read it, then send again; what you wrote is still there.',
  },
  'thread-full': {
    status: 409,
    id: 'Percakapan ini sudah penuh. Tulis laporan baru bila perlu.',
    en: 'This thread is full. Write a new report if you need to.',
  },
  'proof-refused': {
    status: 403,
    id: 'Bukti kerja ditolak atau sudah lewat waktunya. Coba kirim lagi; isian Anda masih ada.',
    en: 'The proof of work was refused or is too old. Send again; what you wrote is still there.',
  },
  'proof-too-cheap': {
    status: 403,
    id: 'Sedang banyak kiriman, jadi bukti kerja harus lebih berat. Coba kirim lagi; isian Anda masih ada.',
    en: 'Many are sending at the moment, so the proof of work has to be heavier. Send again; what you wrote is still there.',
  },
  'storage-full': {
    status: 507,
    id: 'Tempat penyimpanan situs ini penuh, jadi kiriman Anda belum tersimpan. Isian Anda masih ada. Coba lagi nanti, atau pakai saluran resmi lain.',
    en: 'The storage of this site is full, so this was not stored. What you wrote is still there. Try again later, or use another official channel.',
  },
  'captcha-silent': {
    status: 503,
    id: 'hCaptcha tidak menjawab. Isian Anda masih ada; coba lagi, atau kirim tanpa hCaptcha.',
    en: 'hCaptcha does not answer. What you wrote is still there; try again, or send without hCaptcha.',
  },
  'code-used': {
    status: 409,
    id: 'Laporan dengan kode ini sudah tersimpan. Perubahan sesudahnya belum terkirim: buka laporan dengan kode Anda, lalu tambahkan sebagai pesan.',
    en: 'A report with this code is already stored. What you changed since was not sent: open the report with your code and add it as a message.',
  },
  'unknown-code': {
    status: 404,
    id: 'Tidak ada laporan dengan kode ini. Periksa lagi kodenya. Laporan yang sudah dihapus juga tidak ditemukan.',
    en: 'There is no report with this code. Check the code again. A deleted report is not found either.',
  },
} as const
export type ReportRefusal = keyof typeof refusals

/** The refusal with this code, in both languages. */
export function refuseReport(code: ReportRefusal): FrontError {
  const { status, ...texts } = refusals[code]
  return new FrontError(status, code, texts)
}
