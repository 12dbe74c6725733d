import type { Words } from '#cms/hooks/say.ts'

/** Texts of the dashboard. `{{n}}` is a number, `{{at}}` a time. */
export const words = {
  greeting: { id: 'Halo, {{name}}', en: 'Hello, {{name}}' },
  waiting: { id: 'Yang menunggu Anda hari ini', en: 'Waiting for you today' },
  nothing: {
    id: 'Tidak ada draf yang menunggu. Semua yang ditulis sudah terbit.',
    en: 'No drafts are waiting. All that was written is published.',
  },
  noOffice: {
    id: 'Akun Anda belum dihubungkan dengan kantor. Mintalah pengelola mengisinya: tanpa kantor Anda tidak dapat menulis.',
    en: 'Your account has no office yet. Ask an administrator: without an office you cannot write.',
  },
  draftsAdmin: { id: '{{n}} draf dari semua kantor', en: '{{n}} drafts of all offices' },
  drafts: { id: '{{n}} draf kantor Anda', en: '{{n}} drafts of your office' },
  editedAt: { id: 'diubah {{at}}', en: 'changed {{at}}' },
  newerDraft: { id: 'perubahan pada yang sudah terbit', en: 'changes to a published one' },
  publishHint: { id: 'Buka, periksa, lalu tekan "Publikasikan".', en: 'Open, check, then press "Publish".' },
  editorHint: {
    id: 'Draf Anda diterbitkan oleh penerbit kantor.',
    en: 'Your drafts are published by the publisher of your office.',
  },
  site: { id: 'Keadaan situs', en: 'State of the site' },
  live: { id: 'Situs menampilkan yang terbaru', en: 'The site shows the latest' },
  liveSince: { id: 'Tayang sejak {{at}}', en: 'Live since {{at}}' },
  neverBuilt: { id: 'Situs belum pernah dibangun', en: 'The site was never built' },
  pending: { id: 'Ada perubahan yang segera tayang', en: 'Changes go live in a moment' },
  running: { id: 'Situs sedang diperbarui …', en: 'The site is being updated …' },
  overdue: {
    id: 'Hukum yang perlu ditinjau lagi: {{n}}. Halamannya sudah mengatakan bahwa tinjauannya lewat.',
    en: 'Law to be reviewed again: {{n}}. The pages already say that the review is overdue.',
  },
  queued: { id: '{{n}} perubahan menunggu tayang', en: '{{n}} changes wait to go live' },
  failed: {
    id: 'Pembaruan terakhir gagal. Pembaca tetap melihat versi terakhir yang baik.',
    en: 'The last update failed. Readers still see the last good version.',
  },
  failureDetail: { id: 'Rincian untuk pengelola server', en: 'Details for whoever runs the server' },
  storageFull: {
    id: 'Tempat penyimpanan server penuh atau tidak dapat ditulisi: tidak ada yang dapat disimpan, dilaporkan, atau diterbitkan. Pembaca tetap melihat situs. Beri tahu pengelola server sekarang.',
    en: 'The storage of the server is full or cannot be written: nothing can be saved, reported or published. Readers still see the site. Tell whoever runs the server now.',
  },
  takedowns: { id: 'Terakhir ditarik dari situs', en: 'Last taken down' },
  everywhere: {
    id: 'selesai: halaman dan berkasnya dihapus, dan tidak ada halaman lain yang menyebutnya',
    en: 'done: its page and files are deleted, and no other page mentions it',
  },
  ownPage: {
    id: 'halaman dan berkasnya sudah dihapus; halaman lain masih menyebutnya sampai pembaruan berikut',
    en: 'its page and files are deleted; other pages mention it until the next update',
  },
  pageGone: {
    id: 'Halaman dan berkasnya sudah dihapus. Halaman lain masih menyebutnya sampai pembaruan selesai.',
    en: 'Its page and files are deleted. Other pages mention it until the update is done.',
  },
  pageGoneOnly: {
    id: 'Halaman dan berkasnya sudah dihapus. Halaman lain masih menyebutnya, karena pembaruan gagal.',
    en: 'Its page and files are deleted. Other pages still mention it, because the update failed.',
  },
  allGone: {
    id: 'Selesai: dihapus, dan tidak ada halaman lain yang menyebutnya.',
    en: 'Done: deleted, and no other page mentions it.',
  },
  openSite: { id: 'Buka situs', en: 'Open the site' },
  start: { id: 'Mulai menulis', en: 'Start writing' },
  noFactor: { id: 'Kode kedua belum dipasang', en: 'The second code is not set up' },
  noFactorHint: {
    id: 'Siapa pun yang tahu kata sandi Anda dapat masuk. Pasang kode dari ponsel sebelum orang lain memakai situs ini.',
    en: 'Whoever knows your password can sign in. Set up a code from your phone before others use this site.',
  },
  setFactor: { id: 'Pasang sekarang', en: 'Set it up now' },
} satisfies Record<string, Words>

/** What can be started from the dashboard. */
export const beginnings = [
  {
    slug: 'figures',
    label: { id: 'Angka baru', en: 'New figure' },
    hint: {
      id: 'Penolakan atau penundaan, satu angka satu masa',
      en: 'Refusals or postponements, one count for one period',
    },
  },
  {
    slug: 'banners',
    label: { id: 'Banner baru', en: 'New banner' },
    hint: { id: 'Satu pesan kampanye dengan satu tombol', en: 'One campaign message with one button' },
  },
  {
    slug: 'activities',
    label: { id: 'Kegiatan baru', en: 'New activity' },
    hint: { id: 'Sosialisasi, kunjungan desa, rapat', en: 'Outreach, village visits, meetings' },
  },
  {
    slug: 'articles',
    label: { id: 'Artikel baru', en: 'New article' },
    hint: {
      id: 'Bacaan untuk calon pekerja dan keluarganya',
      en: 'Reading for applicants and their families',
    },
  },
] as const
