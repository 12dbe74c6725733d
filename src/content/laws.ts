/** A law that the pages cite. Pages name the article; the list of laws gives title, validity and the official text. */
export interface Law {
  /** As people cite it, e.g. `UU 18/2017`. */
  short: string
  title: string
  /** Address of the official text. */
  url: string
  /** First day in force (`YYYY-MM-DD`), or null where our sources do not give it. */
  from: string | null
  /** Month (`YYYY-MM`) in which we last read the text, or null where we only know it from reports. */
  checked: string | null
  /** What has changed in it, and what we do not know. */
  note: string | null
}

const official = (slug: string) => `https://peraturan.go.id/id/${slug}`

/** Month in which the texts were last read for these pages. */
export const lawsChecked = '2026-11'

/** The laws by a permanent key, in the order in which pages list them. */
export const laws = {
  kuhp: {
    short: 'KUHP',
    title: 'UU 1/2023 tentang Kitab Undang-Undang Hukum Pidana',
    url: official('uu-no-1-tahun-2023'),
    from: '2026-01-02',
    checked: lawsChecked,
    note: 'Pasal 455 menggantikan Pasal 2 UU 21/2007. Pasal 457 menggantikan Pasal 120 ayat (1) UU 6/2011 (Pasal 622).',
  },
  penyesuaian: {
    short: 'UU 1/2026',
    title: 'UU 1/2026 tentang Penyesuaian Pidana',
    url: official('uu-no-1-tahun-2026'),
    from: '2026-01-02',
    checked: null,
    note: 'Teks lengkapnya belum kami baca. Menurut berita, UU ini menghapus pidana minimum khusus di banyak undang-undang. Apakah batas bawah 3 tahun di UU 21/2007 masih berlaku perlu ditanyakan kepada ahli hukum.',
  },
  tppo: {
    short: 'UU 21/2007',
    title: 'UU 21/2007 tentang Pemberantasan Tindak Pidana Perdagangan Orang',
    url: official('uu-no-21-tahun-2007'),
    from: null,
    checked: lawsChecked,
    note: 'Pasal 2 berlaku sampai 1 Januari 2026; sejak 2 Januari 2026 diganti Pasal 455 KUHP. Pasal lain yang disebut di sini tetap.',
  },
  ppmi: {
    short: 'UU 18/2017',
    title: 'UU 18/2017 tentang Pelindungan Pekerja Migran Indonesia',
    url: official('uu-no-18-tahun-2017'),
    from: null,
    checked: lawsChecked,
    note: 'Pasal 81 dan 83 disentuh UU 6/2023 (Cipta Kerja).',
  },
  'pp-59': {
    short: 'PP 59/2021',
    title: 'PP 59/2021 tentang Pelaksanaan Pelindungan Pekerja Migran Indonesia',
    url: official('pp-no-59-tahun-2021'),
    from: null,
    checked: lawsChecked,
    note: null,
  },
  'pp-22': {
    short: 'PP 22/2022',
    title: 'PP 22/2022 tentang Awak Kapal Niaga Migran dan Awak Kapal Perikanan Migran',
    url: official('pp-no-22-tahun-2022'),
    from: null,
    checked: lawsChecked,
    note: null,
  },
  imigrasi: {
    short: 'UU 6/2011',
    title: 'UU 6/2011 tentang Keimigrasian',
    url: official('uu-no-6-tahun-2011'),
    from: null,
    checked: lawsChecked,
    note: 'Pasal 120 ayat (1) dan Pasal 126 huruf e dicabut KUHP sejak 2 Januari 2026. Diubah lagi oleh UU 63/2024, yang teks lengkapnya belum kami baca.',
  },
  'pp-31': {
    short: 'PP 31/2013',
    title: 'PP 31/2013 tentang Peraturan Pelaksanaan UU Keimigrasian',
    url: official('pp-no-31-tahun-2013'),
    from: null,
    checked: lawsChecked,
    note: 'Diubah oleh PP 26/2016, 51/2020, 48/2021 dan 40/2023. Nomor pasal di sini dari teks awal.',
  },
  saksi: {
    short: 'UU 31/2014',
    title: 'UU 31/2014, perubahan UU 13/2006 tentang Perlindungan Saksi dan Korban',
    url: official('uu-no-31-tahun-2014'),
    from: null,
    checked: lawsChecked,
    note: null,
  },
  'pp-7': {
    short: 'PP 7/2018',
    title: 'PP 7/2018 tentang Pemberian Kompensasi, Restitusi, dan Bantuan kepada Saksi dan Korban',
    url: official('pp-no-7-tahun-2018'),
    from: null,
    checked: lawsChecked,
    note: null,
  },
  tpks: {
    short: 'UU 12/2022',
    title: 'UU 12/2022 tentang Tindak Pidana Kekerasan Seksual',
    url: official('uu-no-12-tahun-2022'),
    from: null,
    checked: lawsChecked,
    note: null,
  },
  anak: {
    short: 'UU 35/2014',
    title: 'UU 35/2014, perubahan UU 23/2002 tentang Perlindungan Anak',
    url: official('uu-no-35-tahun-2014'),
    from: null,
    checked: lawsChecked,
    note: null,
  },
  pdp: {
    short: 'UU 27/2022',
    title: 'UU 27/2022 tentang Pelindungan Data Pribadi',
    url: official('uu-no-27-tahun-2022'),
    from: null,
    checked: lawsChecked,
    note: null,
  },
  kip: {
    short: 'UU 14/2008',
    title: 'UU 14/2008 tentang Keterbukaan Informasi Publik',
    url: official('uu-no-14-tahun-2008'),
    from: null,
    checked: lawsChecked,
    note: null,
  },
} as const satisfies Readonly<Record<string, Law>>
export type LawId = keyof typeof laws
