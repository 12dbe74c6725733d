import { type ReviewPace, reviewDay } from './review.ts'

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
  /** Last day (`YYYY-MM-DD`) until which somebody must look again whether it still stands as written here. */
  reviewBy: string
  /** What has changed in it, and what we do not know. */
  note: string | null
}

/** Month in which the texts were last read for these pages. */
export const lawsChecked = '2026-11'

type Entry = Omit<Law, 'url' | 'reviewBy' | 'checked'> & {
  /** Slug in the register of peraturan.go.id. */
  slug: string
  pace: ReviewPace
  /** False where we know the law from reports alone. */
  isRead?: false
}

const law = ({ slug, pace, isRead, ...entry }: Entry): Law => ({
  ...entry,
  url: `https://peraturan.go.id/id/${slug}`,
  checked: isRead === false ? null : lawsChecked,
  reviewBy: reviewDay(lawsChecked, pace),
})

/** The laws by a permanent key, in the order in which pages list them. */
export const laws = {
  kuhp: law({
    short: 'KUHP',
    title: 'UU 1/2023 tentang Kitab Undang-Undang Hukum Pidana',
    slug: 'uu-no-1-tahun-2023',
    from: '2026-01-02',
    pace: 'moving',
    note: 'Pasal 455 menggantikan Pasal 2 UU 21/2007. Pasal 457 menggantikan Pasal 120 ayat (1) UU 6/2011 (Pasal 622). Keduanya berlaku dengan bunyi baru dari UU 1/2026: tanpa batas bawah.',
  }),
  penyesuaian: law({
    short: 'UU 1/2026',
    title: 'UU 1/2026 tentang Penyesuaian Pidana',
    slug: 'uu-no-1-tahun-2026',
    from: '2026-01-02',
    pace: 'moving',
    note: 'Yang kami baca: Pasal I sampai III, Pasal VII untuk Pasal 398, 455, 457, dan 622 KUHP, dan Lampiran I untuk undang-undang di daftar ini. Bagian lain belum kami baca. Batas bawah pidana di undang-undang lain dihapus (Pasal I) dan dendanya memakai kategori (Pasal II).',
  }),
  tppo: law({
    short: 'UU 21/2007',
    title: 'UU 21/2007 tentang Pemberantasan Tindak Pidana Perdagangan Orang',
    slug: 'uu-no-21-tahun-2007',
    from: '2007-04-19',
    pace: 'moving',
    note: 'Pasal 2 berlaku sampai 1 Januari 2026; sejak 2 Januari 2026 diganti Pasal 455 KUHP. Lama hukuman di pasal lain disesuaikan UU 1/2026. Isi pasal lain yang disebut di sini tetap.',
  }),
  ppmi: law({
    short: 'UU 18/2017',
    title: 'UU 18/2017 tentang Pelindungan Pekerja Migran Indonesia',
    slug: 'uu-no-18-tahun-2017',
    from: null,
    pace: 'moving',
    note: 'Pasal 81 dan 83 disentuh UU 6/2023 (Cipta Kerja). Denda di Pasal 79 sampai 86 disesuaikan UU 1/2026. Menurut berita, DPR menjadikan perubahan ketiga undang-undang ini usul DPR pada Maret 2025. Apa yang terjadi sesudahnya belum kami temukan.',
  }),
  'pp-59': law({
    short: 'PP 59/2021',
    title: 'PP 59/2021 tentang Pelaksanaan Pelindungan Pekerja Migran Indonesia',
    slug: 'pp-no-59-tahun-2021',
    from: null,
    pace: 'moving',
    note: null,
  }),
  'pp-22': law({
    short: 'PP 22/2022',
    title: 'PP 22/2022 tentang Awak Kapal Niaga Migran dan Awak Kapal Perikanan Migran',
    slug: 'pp-no-22-tahun-2022',
    from: null,
    pace: 'settled',
    note: null,
  }),
  imigrasi: law({
    short: 'UU 6/2011',
    title: 'UU 6/2011 tentang Keimigrasian',
    slug: 'uu-no-6-tahun-2011',
    from: null,
    pace: 'moving',
    note: 'Pasal 120 ayat (1) dan Pasal 126 huruf e dicabut KUHP sejak 2 Januari 2026. Pasal 16 ayat (1) dan Pasal 97 ayat (1) berlaku dengan bunyi UU 63/2024. Denda dan lama hukuman disesuaikan UU 1/2026.',
  }),
  'imigrasi-63': law({
    short: 'UU 63/2024',
    title: 'UU 63/2024, perubahan ketiga UU 6/2011 tentang Keimigrasian',
    slug: 'uu-no-63-tahun-2024',
    from: '2024-10-17',
    pace: 'settled',
    note: 'Mengubah antara lain alasan menolak orang keluar (Pasal 16) dan lamanya pencegahan (Pasal 97).',
  }),
  'pp-31': law({
    short: 'PP 31/2013',
    title: 'PP 31/2013 tentang Peraturan Pelaksanaan UU Keimigrasian',
    slug: 'pp-no-31-tahun-2013',
    from: null,
    pace: 'moving',
    note: 'Diubah oleh PP 26/2016, 51/2020, 48/2021 dan 40/2023, yang belum kami baca. Nomor pasal di sini dari teks awal.',
  }),
  saksi: law({
    short: 'UU 31/2014',
    title: 'UU 31/2014, perubahan UU 13/2006 tentang Perlindungan Saksi dan Korban',
    slug: 'uu-no-31-tahun-2014',
    from: null,
    pace: 'settled',
    note: 'Pasal 37, 38, 39, dan 41 UU 13/2006 dicabut KUHP sejak 2 Januari 2026; halaman ini tidak memakainya.',
  }),
  'pp-7': law({
    short: 'PP 7/2018',
    title: 'PP 7/2018 tentang Pemberian Kompensasi, Restitusi, dan Bantuan kepada Saksi dan Korban',
    slug: 'pp-no-7-tahun-2018',
    from: null,
    pace: 'settled',
    note: 'Diubah oleh PP 35/2020. Nomor pasal di sini dari teks awal.',
  }),
  'pp-35': law({
    short: 'PP 35/2020',
    title: 'PP 35/2020, perubahan PP 7/2018',
    slug: 'pp-no-35-tahun-2020',
    from: '2020-07-08',
    pace: 'settled',
    isRead: false,
    note: 'Menurut berita, isinya terutama kompensasi bagi korban terorisme. Teks lengkapnya belum kami baca, termasuk Pasal 37A yang disisipkan sesudah Pasal 37.',
  }),
  tpks: law({
    short: 'UU 12/2022',
    title: 'UU 12/2022 tentang Tindak Pidana Kekerasan Seksual',
    slug: 'uu-no-12-tahun-2022',
    from: null,
    pace: 'settled',
    note: null,
  }),
  anak: law({
    short: 'UU 35/2014',
    title: 'UU 35/2014, perubahan UU 23/2002 tentang Perlindungan Anak',
    slug: 'uu-no-35-tahun-2014',
    from: null,
    pace: 'settled',
    note: null,
  }),
  pdp: law({
    short: 'UU 27/2022',
    title: 'UU 27/2022 tentang Pelindungan Data Pribadi',
    slug: 'uu-no-27-tahun-2022',
    from: null,
    pace: 'settled',
    note: null,
  }),
  kip: law({
    short: 'UU 14/2008',
    title: 'UU 14/2008 tentang Keterbukaan Informasi Publik',
    slug: 'uu-no-14-tahun-2008',
    from: null,
    pace: 'settled',
    note: null,
  }),
} as const satisfies Readonly<Record<string, Law>>
export type LawId = keyof typeof laws

/** The laws that a text names as people cite them (`UU 6/2011`), in the order of the list. */
export function lawsNamedIn(text: string): LawId[] {
  return (Object.keys(laws) as LawId[]).filter(id => text.includes(laws[id].short))
}
