import type { Source } from '#src/content/shared.ts'

const publication = (title: string, url: string, published: string | null): Source => ({
  title,
  url,
  published,
  checked: null,
  note: null,
})

/** What the page about fostered villages rests on, in the order of its footnotes. */
const sources = {
  arti: publication(
    'Good News From Indonesia',
    'https://goodnewsfromindonesia.pages.dev/2025/01/13/mengenal-petugas-imigrasi-pembina-desa-pimpasa-emris-kaja-jade',
    '2025-01-13',
  ),
  tugas: publication(
    'detikcom',
    'https://www.detik.com/jatim/berita/d-7379502/imigrasi-surabaya-bentuk-desa-binaan-untuk-cegah-tppo-dan-tppm',
    null,
  ),
  pelajaran: publication(
    'Tribun Jatim',
    'https://jatim.tribunnews.com/2024/04/30/cegah-tppo-kantor-imigrasi-kelas-ii-non-tpi-madiun-bentuk-desa-binaan-imigrasi-di-2-kecamatan',
    '2024-04-30',
  ),
  syarat: publication(
    'Fianjaya',
    'https://fianjaya.co.id/cegah-tppo-imigrasi-kelas-i-tpi-tanjung-priok-bentuk-tiga-desa-binaan',
    null,
  ),
  pasal89: publication(
    'Klik Fakta',
    'https://klikfakta.com/2024/05/desa-ngetuk-jepara-dikukuhkan-sebagai-desa-binaan-imigrasi/',
    null,
  ),
  dolopo: publication(
    'Radar Sampit',
    'https://www.radarsampit.com/berita/kantor-imigrasi-sampit-resmikan-delapan-desa-binaan-di-mentaya-hilir-selatan.html/2',
    null,
  ),
  keputusan: publication(
    'Indonesia Discover',
    'https://indonesiadiscover.com/2024/05/27/kantor-imigrasi-bandung-kukuhkan-desa-binaan-imigrasi-di-kabupaten-subang',
    '2024-05-27',
  ),
  pengukuhan: publication(
    'ANTARA Sultra',
    'https://sultra.antaranews.com/berita/478529/agus-andrianto-kukuhkan-pimpasa-cegah-tppo-dan-tppm',
    null,
  ),
  jumlah: publication(
    'Pantau Bali',
    'https://pantaubali.com/2024/11/05/146-personel-imigrasi-kawal-desa-binaan-cegah-calon-pmi-jadi-korban-perdagangan-orang',
    '2024-11-05',
  ),
  banten: publication(
    'JPNN',
    'https://www.jpnn.com/news/kanwil-imigrasi-banten-kukuhkan-27-pimpasa-untuk-membina-desa',
    '2025-10-29',
  ),
  malut: publication(
    'Nuansa Malut',
    'https://www.nuansamalut.com/2025/11/25/empat-warga-halsel-korban-tppo-buat-paspor-di-jakarta',
    '2025-11-25',
  ),
} as const
type SourceId = keyof typeof sources

/** The footnotes, numbered from 1 in this order. */
export const sourceList = Object.entries(sources).map(([id, source]) => ({ id, source }))

/** Number of a footnote. @throws Error for an id that has none. */
export function sourceNumber(id: string): number {
  const index = sourceList.findIndex(entry => entry.id === id)
  if (index < 0) throw new Error(`no source "${id}" on the page about villages`)
  return index + 1
}

/** What a fostered village is and where it comes from, each statement with its sources. */
export const roots: { head: string; text: string; sources: SourceId[] }[] = [
  {
    head: 'Apa itu.',
    text: 'Petugas Imigrasi Pembina Desa (PIMPASA) mendampingi satu desa atau lebih: menjelaskan aturan, memberi informasi paspor, memberi peringatan dini tentang perdagangan orang (TPPO) dan penyelundupan manusia (TPPM), dan menampung pertanyaan warga.',
    sources: ['arti', 'tugas'],
  },
  {
    head: 'Yang dipelajari.',
    text: 'Perangkat desa belajar cara mengurus paspor, bahaya berangkat sebagai PMI nonprosedural, aplikasi M-Paspor, dan pelaporan orang asing.',
    sources: ['pelajaran'],
  },
  {
    head: 'Desa mana yang dipilih.',
    text: 'Yang disebut antara lain: daerah asal banyak pekerja migran, sulit mendapat informasi, di perbatasan atau pesisir, atau banyak warga miskin dan berpendidikan rendah.',
    sources: ['syarat', 'pasal89'],
  },
  {
    head: 'Asalnya.',
    text: 'Desa binaan pertama adalah Dolopo di Kabupaten Madiun. Dasarnya tugas imigrasi mencegah TPPO dan TPPM dalam Pasal 89 UU 6/2011, dan Keputusan Menteri M.HH-01.OT.01.01 Tahun 2024.',
    sources: ['dolopo', 'pasal89', 'keputusan'],
  },
  {
    head: 'Jumlahnya.',
    text: 'Pada 4 November 2024 dikukuhkan 146 petugas dari 133 kantor imigrasi dan 13 rumah detensi, ketika itu untuk 125 desa. Sesudahnya ada angka daerah, misalnya 27 petugas di Banten (Oktober 2025) dan 3 desa di Maluku Utara (November 2025). Jumlah nasional yang lebih baru tidak kami temukan.',
    sources: ['pengukuhan', 'jumlah', 'banten', 'malut'],
  },
]
