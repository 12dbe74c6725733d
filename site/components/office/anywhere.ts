import type { Source } from '#src/content/shared.ts'

/** Ditjen Imigrasi said that a passport may be applied for at any office. */
export const anywhereSource: Source = {
  title: 'detikTravel, keterangan Humas Ditjen Imigrasi',
  url: 'https://travel.detik.com/travel-news/d-6508259/tidak-ada-kuota-paspor-di-kantor-imigrasi-tujuan-lakukan-ini-saja',
  published: '2023-01-10',
  checked: null,
  note: null,
}
