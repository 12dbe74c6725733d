import { laws } from '../content/laws.ts'
import { reviewDay } from '../content/review.ts'

/** When the research for this rule set last read the sources: a month, because that is all that was noted. */
const READ = '2026-11'

type SourceEntry = Readonly<{
  title: string
  url: string
  kind: 'law' | 'agency' | 'press'
  checked: string
  /** Last day (`YYYY-MM-DD`) until which somebody must look again; null for what happened and cannot change. */
  reviewBy: string | null
}>

/** A law, as the list of laws has it. */
const law = (key: keyof typeof laws): SourceEntry => ({
  title: laws[key].title,
  url: laws[key].url,
  kind: 'law',
  checked: laws[key].checked ?? READ,
  reviewBy: laws[key].reviewBy,
})
const agency = (title: string, url: string): SourceEntry => ({
  title,
  url,
  kind: 'agency',
  checked: READ,
  reviewBy: null,
})
const press = (title: string, url: string): SourceEntry => ({ ...agency(title, url), kind: 'press' })
/** What is said of a rule or a ban that moves, and so may be over. */
const moving = (entry: SourceEntry): SourceEntry => ({
  ...entry,
  reviewBy: reviewDay(entry.checked, 'moving'),
})

/** Laws, pages of public bodies, and reports of real cases on which the signs rest. `checked` is `YYYY-MM`. */
export const sources = {
  ppmi: law('ppmi'),
  tppo: law('tppo'),
  imigrasi: law('imigrasi'),
  kuhp: law('kuhp'),
  tpks: law('tpks'),
  anak: law('anak'),
  pdp: law('pdp'),
  'pp-59': law('pp-59'),
  'pp-22': law('pp-22'),
  'kepmen-260': moving(
    agency(
      'Kepmenaker 260/2015, dimuat Dinsos Bojonegoro',
      'https://dinsos.bojonegorokab.go.id/berita/baca/131',
    ),
  ),
  'timteng-formal': moving(
    press(
      'Golkarpedia: wakil menteri tentang moratorium ke Arab Saudi (26 Maret 2025)',
      'https://golkarpedia.com/wamen-p2mi-christina-aryani-upayakan-pencabutan-moratorium-pmi-ke-arab-saudi',
    ),
  ),
  'timteng-2025': moving(
    press(
      'Fraksi PAN: anggota DPR meminta moratorium dicabut (20 November 2025)',
      'https://www.fraksipan.id/berita/berita-fraksi-pan/muazzim-akbar-desak-pemerintah-cabut-moratorium-pmi-ke-timur-tengah-untuk-tekan-jalur-ilegal',
    ),
  ),
  'kamboja-2025': moving(
    press(
      'Disway: menteri menyebut Kamboja bukan negara penempatan (28 Oktober 2025)',
      'https://disway.id/read/907593/tegas-kp2mi-sebut-kamboja-belum-resmi-tujuan-pekerja-migran-keberangkatan-apapun-dipastikan-ilegal',
    ),
  ),
  'biaya-2025': moving(
    press(
      'JPNN Bali: menteri membahas Permen P2MI 17/2025 tentang biaya penempatan (29 Oktober 2025)',
      'https://bali.jpnn.com/ntb-terkini/37984/regulasi-biaya-penempatan-pmi-lagi-digodok-pastikan-prinsip-zero-cost-terlaksana',
    ),
  ),
  'gtog-korea': agency(
    'BP2MI: formulir resmi program Korea',
    'https://bp2mi.go.id/gtog-detail/korea/pengembalian-biaya-visa-pemberkasan-tahun-2021-s-d-31-mei-2023',
  ),
  siskop2mi: moving(
    press(
      'Voice Indonesia: langkah kerja resmi dan SISKOP2MI (23 April 2025)',
      'https://voiceindonesia.co/ketenagakerjaan/23/04/2025/53110/langkah-mudah-kerja-ke-luar-negeri-secara-resmi',
    ),
  ),
  siapkerja: moving(
    press(
      'Alinea: pendaftaran lewat SIAPkerja (2023)',
      'https://alinea.id/bisnis/bp2mi-alihkan-layanan-siskot-kln-ke-aplikasi-siapkerja-b2hUg9Nxs',
    ),
  ),
  larangan: moving(
    press(
      'Liputan6: larangan bekerja di Thailand, Myanmar, Kamboja (2025)',
      'https://opera.liputan6.com/news/read/5995737/larangan-wni-kerja-di-thailand-myanmar-kamboja-dan-kisah-pilu-korban-tppo-sindikat-scamming',
    ),
  ),
  'iklan-judi': press(
    'Seputar Asia: ciri iklan kerja judi daring',
    'https://seputarasia.com/ciri-ciri-iklan-lowongan-kerja-judi-online-tak-minta-syarat-ijazah-dan-ipk-14590.html',
  ),
  'tukar-negara': press(
    'Tirto: dijanjikan Thailand, tiba di Kamboja',
    'https://tirto.id/kisah-puspa-yang-terjebak-sindikat-penipuan-online-di-kamboja-hex7',
  ),
  'rekrut-medsos': press(
    'IDN Times: perekrutan ke Myanmar lewat media sosial',
    'https://www.idntimes.com/news/indonesia/lia-hutasoit-1/20-wni-korban-tppo-di-myanmar-rekrutmen-bermula-dari-iklan-di-medsos',
  ),
  'hr-palsu': press(
    'Kemnaker soal lowongan palsu, dimuat Gangdao (Januari 2025)',
    'https://gangdao.id/trending/22927/ramai-loker-admin-judol-bergaji-belasan-juta-kemnaker-imbau-masyarakat-waspada',
  ),
  'visa-riyadh': press(
    'Detik: pekerja rumah tangga dengan visa lain di Riyadh (2019)',
    'https://news.detik.com/read/2019/11/09/005810/4777804/10/kbri-riyadh-berhasil-bebaskan-210-wni-di-saudi-dari-denda-rp-23-m',
  ),
  'pura-wisata': press(
    'Antara Kepri: disuruh mengaku wisata lewat Batam',
    'https://kepri.antaranews.com/amp/berita/246022/bp3mi-kepri-gagalkan-pengiriman-pmi-ilegal',
  ),
  'agen-wisata': press(
    'Kepri Update: perekrut menyamar sebagai agen wisata (Maret 2023)',
    'https://kepriupdate.com/2023/03/modus-agen-travel-wisata-ke-malaysia.html',
  ),
  'tiket-makau': press(
    'Harian Jogja: tiket hanya sampai Malaysia, tujuan Makau (Juni 2023)',
    'https://jogjapolitan.harianjogja.com/read/2023/06/21/514/1139274/kantor-imigrasi-kelas-i-tpi-yogyakarta-gagalkan-keberangkatan-nonprosedural-lima-pmi',
  ),
  'jalur-batam': press(
    'Batam Pos: jalur laut tidak resmi dari Batam',
    'https://metro.batampos.co.id/bayar-rp-14-juta-untuk-ke-malaysia-pengiriman-pmi-ilegal-melalui-batam-digagalkan',
  ),
  overcharging: press(
    'Apa Kabar Online: 24 P3MI dan biaya sampai Rp48 juta (2023)',
    'https://apakabaronline.com/banyak-pmi-hong-kong-terkena-overcharging-hingga-48-juta-24-p3mi-kena-teguran-keras',
  ),
  'buah-australia': press(
    'Jatimnow: penipuan kerja petik buah Australia',
    'https://jatimnow.com/baca-54226-puluhan-warga-jatim-tertipu-kerja-di-australia-total-kerugian-rp1-m',
  ),
  'gagal-terbang': press(
    'iNews Surabaya: membayar Rp129 juta, empat kali gagal terbang',
    'https://surabaya.inews.id/read/456159/terjebak-janji-manis-kakak-beradik-tertipu-calo-tki-di-jombang-hingga-rp129-juta-lapor-polisi',
  ),
  'tak-berangkat': press(
    'Kompas TV: membayar jutaan, tidak kunjung berangkat (7 Oktober 2021)',
    'https://www.kompas.tv/article/219230/puluhan-calon-pekerja-migran-jadi-korban-penipuan',
  ),
  'kuliah-kerja': press(
    'IDN Times: mahasiswa magang di Taiwan diduga dipekerjakan paksa',
    'https://www.idntimes.com/news/indonesia/soal-mahasiswa-indonesia-kerja-paksa-di-taiwan-ini-penjelasan-teto-00-4y4sz-63nzdh/amp',
  ),
  'telantar-saudi': press(
    'Suara: ditelantarkan di Arab Saudi tanpa pekerjaan (15 Oktober 2025)',
    'https://sumbar.suara.com/read/2025/10/15/170723/5-fakta-viral-pmi-terlantar-di-arab-saudi-berangkat-ilegal-dijanjikan-gaji-besar-dan-minta-pulang?page=2',
  ),
  sduwhv: press(
    'ABC: perantara surat dukungan WHV (26 November 2025)',
    'https://newsapp.abc.net.au/indonesian/2025-11-26/pengajuan-sduwhv-di-indonesia-diramaikan-calo-dan-penipu/106051552',
  ),
  ferienjob: press(
    'Tribunnews: kerja liburan di Jerman disebut magang (2024)',
    'https://m.tribunnews.com/amp/nasional/2024/06/13/enik-rutita-dpo-kasus-tppo-mahasiswa-magang-ke-jerman-ditangkap-saat-piknik-di-italia-ini-perannya?page=3',
  ),
  'magang-jepang': press(
    'Kompas: magang Jepang dan ancaman dikeluarkan (2024)',
    'https://www.kompas.com/edu/copy/2024/03/28/140013471/kesalahan-prosedur-penyelamat-dari-kasus-ferienjob-jerman',
  ),
  abk: press(
    'Media Indonesia: awak kapal, utang makan dan ijazah ditahan',
    'https://mediaindonesia.com/politik-dan-hukum/669792/abk-korban-dugaan-tppo-kapal-tiongkok-fu-yuan-yu-857-tak-diberi-minum-selama-bekerja',
  ),
  'potong-gaji': press(
    'CNN Indonesia: biaya ditalangi lalu potong gaji (7 Juli 2023)',
    'https://www.cnnindonesia.com/nasional/20230707143235-12-970751/marak-kasus-perdagangan-orang-jerat-pekerja-migran-hingga-anak/1',
  ),
  'kontrak-nanti': press(
    'Kompas: kontrak di negara tujuan (Mei 2023)',
    'https://megapolitan.kompas.com/copy/2023/05/17/18361861/twitter.com',
  ),
  pengantin: press(
    'Tampang: pengantin pesanan dan denda pembatalan (2024)',
    'https://tampang.com/berita/nasional/polda-metro-jaya-bongkar-kasus-tppo-modus-pengantin-pesanan-warga-china-yco9fpaes67ix4959x/page-1',
  ),
  ginjal: press(
    'Detik: 122 orang jadi korban jual beli ginjal (2023)',
    'https://news.detik.com/berita/d-6833211/ini-negara-negara-penerima-donor-ginjal-di-kamboja-122-wni-jadi-korban',
  ),
  'ubah-umur': press(
    'Antara: pengiriman anak dengan umur diubah',
    'https://jabar.antaranews.com/nasional/berita/918474/polda-ntb-ungkap-kasus-pengiriman-pekerja-migran-dibawah-umur?utm_source=antaranews&utm_medium=nasional&utm_campaign=antaranews',
  ),
  'nama-orang': press(
    'Tribun Lombok: berangkat dengan identitas orang lain (2021)',
    'https://lombok.tribunnews.com/2021/04/09/termakan-tipu-daya-tekong-korban-tppo-kantongi-paspor-kosong',
  ),
  'paspor-palsu': press(
    'Antara KL: penipuan layanan paspor berlogo imigrasi',
    'https://kl.antaranews.com/berita/19152/imigrasi-ingatkan-warga-untuk-waspadai-penipuan-layanan-pembuatan-paspor',
  ),
  'kbri-palsu': press(
    'Disway: waspada orang mengaku staf KBRI (25 Januari 2026)',
    'https://okuselatan.disway.id/amp/649337/kasus-online-scam-kamboja-ribuan-wni-minta-dipulangkan',
  ),
  myanmar: press(
    'Lawan Arus: 26 WNI dipulangkan, paspor dan ponsel disita (Oktober 2025)',
    'https://lawanarus.com/terjebak-kerja-paksa-26-wni-korban-online-scam-di-myanmar-berhasil-dipulangkan',
  ),
  'kapal-upah': press(
    'Detik: awak kapal tidak digaji delapan bulan (2017)',
    'https://news.detik.com/read/2017/12/04/195128/3754649/10/menteri-susi-ada-indikasi-perdagangan-orang-di-kapal-fu-yuan-yu-831',
  ),
  'kapal-pindah': press(
    'Bisnis: awak kapal dipindah-pindah dan tidak dibayar (2021)',
    'https://kabar24.bisnis.com/read/20210106/19/1339519/awak-kapal-indonesia-terjebak-di-perairan-china',
  ),
  'kapal-jam': press(
    'IDN Times: tiga agen dan 14 awak kapal (Mei 2020)',
    'https://www.idntimes.com/news/indonesia/amp/axel-harianja/ini-pelanggaran-3-agen-yang-pekerjakan-14-abk-wni-di-kapal-tiongkok',
  ),
  'visa-turis-australia': press(
    'JPNN: bekerja dengan visa turis di Australia',
    'https://m.jpnn.com/news/kenali-modus-penipuan-terkait-australia-yang-menyasar-warga-indonesia?page=2',
  ),
  'restoran-palsu': press(
    'Detik: sembilan WNI dibebaskan KBRI Kuala Lumpur (2014)',
    'http://news.detik.com/read/2014/04/23/040117/2562553/10/kbri-kl-bebaskan-9-wni-di-bawah-umur-korban-perdagangan-orang-di-malaysia',
  ),
  'eja-salah': press(
    'Republika: penipuan kerja di Australia, ejaan nama berbeda',
    'https://internasional.republika.co.id/berita/puq683/wni-jadi-korban-penipuan-kerja-di-australia',
  ),
  'cianjur-siskop': press(
    'Jabar News: penipuan calon PMI dan pengecekan resmi',
    'https://www.jabarnews.com/daerah/penipuan-cpmi-ke-timur-tengah-disnakertrans-cianjur-hanya-sebatas-koordinasi/3',
  ),
  singaraja: press(
    'Keterangan berubah dan tanpa izin keluarga, Singaraja (2025)',
    'http://feed.ilidea.com/index.php/Index/details.html?id=13203739',
  ),
  'biaya-korea': press(
    'Serayu News: biaya ujian resmi program Korea (2025)',
    'https://serayunews.com/pendaftaran-program-g-to-g-korea-selatan-2025-jadwal-lengkap-syarat-dan-sektor-pekerjaan',
  ),
} as const satisfies Readonly<Record<string, SourceEntry>>
export type SourceId = keyof typeof sources

/** One reason why a sign counts: a law with its article, or a page. `article` is Indonesian (`Pasal 13 huruf f`); `articleText` gives it in English. */
export type SourceRef = Readonly<{ source: SourceId; article?: string }>
