import type { Source } from '#src/content/shared.ts'

/** Where it is said that a passport may be applied for at any office: an immigration office, then the directorate in the press. */
export const anywhereSources: readonly Source[] = [
  {
    title: 'Kantor Imigrasi Jakarta Timur, tanya jawab',
    url: 'https://jakartatimur.imigrasi.go.id/lain-lain/',
    published: null,
    checked: null,
    note: 'Halaman tidak bertanggal.',
  },
  {
    title: 'detikTravel, keterangan Humas Ditjen Imigrasi',
    url: 'https://travel.detik.com/travel-news/d-6508259/tidak-ada-kuota-paspor-di-kantor-imigrasi-tujuan-lakukan-ini-saja',
    published: '2023-01-10',
    checked: null,
    note: null,
  },
]
