import { routes } from '../routes.ts'

/**
 * How people write, and what the site calls it. Each line is one meaning; the first word is the one that the list of first
 * pages below uses. Spelling counts, capitals and signs do not. Old names of offices and old words for people who work abroad
 * stand here so that they are found, and nowhere else.
 */
export const sameWords: readonly (readonly string[])[] = [
  // Countries and regions
  ['kamboja', 'kambodja', 'kambodia', 'kemboja', 'cambodia', 'phnom penh', 'sihanoukville', 'poipet'],
  ['myanmar', 'mianmar', 'miyanmar', 'birma', 'burma', 'myawaddy'],
  ['arab saudi', 'saudi arabia', 'saudi', 'ksa', 'riyadh', 'jeddah', 'jedah', 'mekkah', 'makkah', 'madinah'],
  ['arab', 'arabia', 'arap'],
  ['timur tengah', 'timteng', 'middle east'],
  ['uni emirat arab', 'uea', 'uae', 'emirat', 'dubai', 'abu dhabi'],
  ['malaysia', 'malay', 'malaisia', 'malesia', 'kuala lumpur', 'johor', 'sabah', 'sarawak'],
  ['singapura', 'singapore', 'singapur', 'spore'],
  ['hong kong', 'hongkong', 'hk'],
  ['taiwan', 'taipei', 'taipe', 'taiwann'],
  ['korea selatan', 'korea', 'korsel', 'south korea'],
  ['amerika serikat', 'amerika', 'usa', 'united states'],
  ['britania raya', 'inggris', 'england', 'london', 'uk'],
  ['prancis', 'perancis', 'france', 'paris'],
  ['belanda', 'netherlands', 'holland'],
  ['papua nugini', 'papua new guinea', 'png'],
  ['jepang', 'japan', 'jepan'],
  ['thailand', 'tailan', 'tailand', 'muangthai', 'bangkok'],
  ['filipina', 'philippines', 'pilipina'],
  ['tiongkok', 'cina', 'china'],
  ['turki', 'turkiye', 'turkey'],
  ['qatar', 'katar'],
  ['kuwait', 'kuwet'],
  ['yordania', 'jordan', 'jordania'],
  ['suriah', 'syria', 'siria'],
  ['brunei', 'brunai', 'brunei darussalam'],
  // Provinces
  ['nusa tenggara barat', 'ntb'],
  ['nusa tenggara timur', 'ntt'],
  ['jawa timur', 'jatim', 'east java'],
  ['jawa barat', 'jabar', 'west java'],
  ['jawa tengah', 'jateng', 'central java'],
  ['dki jakarta', 'jakarta', 'dki', 'jkt'],
  ['di yogyakarta', 'diy', 'jogja', 'yogya', 'jogjakarta'],
  ['kepulauan riau', 'kepri'],
  ['kepulauan bangka belitung', 'bangka belitung', 'babel'],
  ['sumatera utara', 'sumut', 'sumatra utara'],
  ['sumatera barat', 'sumbar', 'sumatra barat'],
  ['sumatera selatan', 'sumsel', 'sumatra selatan'],
  ['sulawesi selatan', 'sulsel'],
  ['sulawesi utara', 'sulut'],
  ['sulawesi tengah', 'sulteng'],
  ['sulawesi tenggara', 'sultra'],
  ['sulawesi barat', 'sulbar'],
  ['kalimantan barat', 'kalbar'],
  ['kalimantan timur', 'kaltim'],
  ['kalimantan tengah', 'kalteng'],
  ['kalimantan selatan', 'kalsel'],
  ['kalimantan utara', 'kaltara', 'kalut'],
  ['maluku utara', 'malut'],
  // People and offices
  ['pmi', 'pekerja migran', 'tki', 'tkw', 'buruh migran', 'bmi'],
  [
    'kemenp2mi',
    'kp2mi',
    'bp2mi',
    'bnp2tki',
    'kementerian pelindungan pekerja migran',
    'kementerian perlindungan',
  ],
  ['bp3mi', 'bp3tki', 'upt bp2mi'],
  ['p3mi', 'pjtki', 'pptkis', 'penyalur', 'agen penyalur'],
  ['imigrasi', 'imigrsi', 'kanim', 'kantor imigrasi', 'immigration'],
  ['disnaker', 'depnaker', 'dinas tenaga kerja', 'naker'],
  ['kbri', 'kjri', 'kdei', 'kedutaan', 'kedubes', 'konsulat', 'perwakilan ri', 'embassy', 'consulate'],
  ['kemlu', 'kemenlu', 'kementerian luar negeri', 'deplu'],
  ['petugas', 'oknum', 'pegawai', 'pejabat', 'aparat', 'officer'],
  ['polisi', 'polri', 'polres', 'polsek', 'pulisi', 'police'],
  ['asisten rumah tangga', 'art', 'pembantu', 'prt', 'pembokat', 'khadimat'],
  ['calo', 'sponsor', 'makelar', 'tekong', 'agen gelap', 'cukong'],
  ['korban', 'korbn'],
  // Things
  ['nomor', 'nomer', 'no', 'nmr', 'nomber'],
  ['wa', 'whatsapp', 'whatshap', 'whatsap', 'watsap', 'wasap'],
  ['telepon', 'telpon', 'telfon', 'tlp', 'telp', 'tilpun', 'hubungi', 'kontak', 'hotline', 'call center'],
  ['ponsel', 'hp', 'handphone', 'hape', 'henpon', 'hendpon'],
  ['paspor', 'pasport', 'passport', 'paspot', 'pspor'],
  ['umrah', 'umroh', 'umrh', 'umoh'],
  ['ziarah', 'jiarah', 'ziaroh'],
  ['haji', 'hajj', 'furoda'],
  ['visa kunjungan', 'visa turis', 'visa wisata', 'visa liburan', 'visa pelancong', 'visa melancong'],
  ['visa', 'pisa', 'viza'],
  ['gaji', 'gajih', 'upah', 'bayaran', 'salary'],
  ['biaya', 'ongkos', 'tarif'],
  ['lowongan', 'loker', 'lowker', 'lowongan kerja', 'info kerja'],
  ['kontrak', 'perjanjian kerja', 'kontrak kerja'],
  ['magang', 'pemagangan', 'kenshusei', 'jisshusei', 'ginou jisshu', 'internship'],
  ['lapor', 'melapor', 'lapur', 'report', 'aduan', 'ngadu', 'mengadu', 'pengaduan', 'laporkan', 'melaporkan'],
  ['ditolak', 'ditolk', 'tolak', 'penolakan', 'gagal', 'tidak disetujui', 'refused', 'rejected', 'denied'],
  ['dicegah', 'dicekal', 'cekal', 'pencegahan', 'pencekalan', 'ditahan imigrasi'],
  ['ditunda', 'tunda', 'penundaan', 'pending'],
  ['tppo', 'perdagangan orang', 'perdagangan manusia', 'trafiking', 'trafficking', 'human trafficking'],
  ['penipuan', 'scam', 'skam', 'scammer', 'tipuan'],
  ['pungli', 'suap', 'sogok', 'minta uang', 'uang pelicin', 'pemerasan', 'diperas', 'korupsi', 'bribe'],
  ['pmi ilegal', 'tki ilegal', 'tkw ilegal', 'nonprosedural', 'unprosedural', 'jalur tikus', 'jalur gelap'],
  ['g to g', 'eps topik', 'eps', 'g2g'],
  ['paspor online', 'mpaspor', 'm paspor', 'antrean paspor', 'antrian paspor'],
  // What people in danger write
  ['ditipu', 'tipu', 'ketipu', 'tertipu', 'kena tipu'],
  ['disekap', 'penyekapan', 'sekap', 'dikurung', 'disandera', 'diculik', 'penculikan', 'dikunci'],
  ['perkosaan', 'diperkosa', 'pemerkosaan', 'pelecehan', 'dilecehkan', 'kekerasan seksual', 'rape'],
  ['hilang kontak', 'tidak dihubungi', 'putus kontak', 'orang hilang', 'anak hilang', 'lost contact'],
  ['disiksa', 'penyiksaan', 'disetrum', 'dianiaya', 'penganiayaan', 'siksa'],
  ['dipukul', 'dipukuli', 'pemukulan', 'pukul', 'ditampar', 'ditendang'],
  ['kdrt', 'kekerasan rumah tangga', 'kekerasan dalam rumah tangga', 'domestic violence'],
  ['bunuh diri', 'gantung diri', 'akhiri hidup', 'mengakhiri hidup', 'putus asa', 'suicide'],
  ['overstay', 'over stay', 'overstayer', 'visa habis', 'visa mati', 'izin tinggal habis'],
  ['deportasi', 'dideportasi', 'deported'],
  ['dijual', 'diperjualbelikan'],
  [
    'gaji tidak dibayar',
    'gaji belum dibayar',
    'gaji ditahan',
    'upah tidak dibayar',
    'gaji gak dibayar',
    'gaji ga dibayar',
    'gaji nggak dibayar',
    'gaji tdk dibayar',
    'gaji tak dibayar',
    'tidak digaji',
    'tidak dibayar',
    'gak dibayar',
    'belum dibayar',
    'unpaid',
  ],
  ['ktkln', 'e ktkln', 'ektkln', 'kartu tenaga kerja luar negeri', 'kartu pmi', 'kartu tki'],
  ['ditangkap', 'dipenjara', 'penjara', 'razia', 'arrested'],
  ['meninggal', 'jenazah', 'mati', 'wafat'],
  ['darurat', 'gawat', 'emergency', 'urgent'],
  ['minta pulang', 'ingin pulang', 'mau pulang', 'pulang', 'dipulangkan', 'pemulangan'],
  ['awak kapal', 'abk', 'pelaut', 'kapal ikan', 'anak buah kapal'],
  ['pengantin pesanan', 'kawin kontrak', 'nikah pesanan', 'mail order bride'],
  ['ginjal', 'jual ginjal', 'organ'],
  ['desa binaan', 'desa binaan imigrasi', 'pimpasa', 'kelurahan binaan'],
  ['luar negeri', 'ln', 'luar negri', 'luarnegeri'],
  ['tolong', 'toling', 'help', 'sos', 'selamatkan'],
]

/** What people in danger write, in the first words of their lines. Help comes first, and beside a
 * country its numbers. */
export const dangers: readonly string[] = [
  'disekap',
  'perkosaan',
  'hilang kontak',
  'minta pulang',
  'ditipu',
  'disiksa',
  'dipukul',
  'kdrt',
  'bunuh diri',
  'kabur',
  'ditangkap',
  'meninggal',
  'darurat',
  'tolong',
  'korban',
  'sakit',
  'dipaksa',
  'dijual',
  'deportasi',
  'overstay',
  'ditahan majikan',
  'gaji tidak dibayar',
]

/** Pages that stand first for some words. */
export type FirstPage = {
  /** Addresses in order of preference, with the part of the page: the first that the built site has is taken. */
  readonly page: readonly string[]
  /** Words that must all stand in what is asked, in any order, among others too: longer lines win over shorter ones. */
  readonly for: readonly string[]
  /** Words that lead here only when nothing else is asked. */
  readonly alone?: readonly string[]
}

/** Which page answers a question best, where the words of the page alone would not bring it first. */
export const firstPages: readonly FirstPage[] = [
  {
    page: [`${routes.signs}#visit-visa`],
    for: ['umrah', 'haji kerja', 'visa ziarah', 'visa kunjungan', 'visa umrah', 'kerja umrah'],
  },
  {
    page: [routes.article('visa-ziarah-bukan-visa-kerja')],
    for: [
      'arab',
      'pmi arab',
      'gaji arab',
      'kerja arab',
      'kerja arab saudi',
      'pmi arab saudi',
      'gaji arab saudi',
      'asisten rumah tangga arab',
      'lowongan arab',
      'timur tengah',
      'moratorium',
    ],
  },
  {
    page: [routes.article('lowongan-admin-di-kamboja')],
    for: [
      'kamboja',
      'lowongan kamboja',
      'kerja kamboja',
      'admin kamboja',
      'gaji kamboja',
      'judi online',
      'penipuan kamboja',
    ],
  },
  {
    page: [routes.article('magang-ke-luar-negeri')],
    for: ['magang', 'magang jepang', 'magang korea selatan', 'lpk'],
  },
  {
    page: [routes.help],
    for: [
      ...dangers,
      'nomor kemlu',
      'telepon kemlu',
      'wa kemlu',
      '110',
      '112',
      '129',
      'nomor kemenp2mi',
      'wa kemenp2mi',
      'telepon kemenp2mi',
      'nomor kbri',
      'telepon kbri',
      'wa kbri',
      'nomor polisi',
      'nomor bantuan',
      'lpsk',
      'safe travel',
      'migran aman',
    ],
    alone: [
      'bantuan',
      'kemenp2mi',
      'bp3mi',
      'kbri',
      'kemlu',
      'iom',
      'polisi',
      'nomor telepon',
      'nomor wa',
      'telepon',
    ],
  },
  {
    page: [routes.passportRefused],
    for: [
      'paspor ditolak',
      'paspor ditunda',
      'paspor dicabut',
      'paspor dibatalkan',
      'ditolak imigrasi',
      'ditolak berangkat',
      'ditunda berangkat',
      'bandara',
      'dicegah',
      'wawancara paspor',
    ],
    alone: ['ditolak', 'ditunda', 'keberatan', 'banding'],
  },
  {
    page: [routes.article('kalau-sudah-di-luar-negeri')],
    for: ['gaji tidak dibayar', 'disiksa', 'dipukul', 'kabur', 'ditahan majikan', 'paspor ditahan majikan'],
    alone: ['sudah luar negeri'],
  },
  {
    page: [`${routes.signs}#papers-held`],
    for: ['paspor ditahan', 'ktp ditahan', 'ijazah ditahan', 'paspor dipegang', 'dokumen ditahan'],
  },
  { page: [`${routes.signs}#phone-held`], for: ['ponsel ditahan', 'ponsel diambil', 'ponsel disita'] },
  {
    page: [`${routes.signs}#passport-broker`],
    for: ['calo paspor', 'calo imigrasi', 'jasa paspor', 'biro jasa paspor'],
  },
  {
    page: [routes.report],
    for: [
      'lapor calo',
      'lapor p3mi',
      'lapor polisi',
      'lapor imigrasi',
      'lapor penipuan',
      'lapor ditipu',
      'lapor online',
      'lapor petugas',
      'lapor tppo',
      'petugas pungli',
      'imigrasi pungli',
      'pungli',
    ],
    alone: ['lapor', 'petugas'],
  },
  {
    page: [routes.reportCode],
    for: ['kode laporan', 'jawaban laporan', 'lihat laporan', 'status laporan', 'cek laporan', '12 kata'],
    alone: ['laporan', 'kode'],
  },
  {
    page: [routes.reportProtection],
    for: ['perlindungan pelapor', 'pelindungan pelapor', 'takut lapor', 'lapor aman'],
  },
  {
    page: [routes.signs],
    for: ['tanda bahaya', 'ciri penipuan', 'ciri calo', 'modus penipuan'],
    alone: ['calo', 'tppo', 'modus', 'penipuan'],
  },
  {
    page: [routes.check],
    for: ['cek lowongan', 'tawaran kerja', 'cek tawaran', 'lowongan penipuan'],
    alone: ['periksa', 'cek', 'lowongan', 'kerja luar negeri'],
  },
  { page: [routes.checkMessage], for: ['cek pesan', 'pesan wa', 'iklan facebook', 'tempel pesan'] },
  {
    page: [routes.officialPath],
    for: ['jalur resmi', 'syarat kerja', 'siskop2mi', 'ktkln', 'g to g', 'pmi ilegal'],
    alone: ['pmi', 'p3mi', 'resmi', 'disnaker', 'dokumen', 'prosedural', 'syarat'],
  },
  {
    page: [routes.article('biaya-mana-yang-boleh')],
    for: ['biaya penempatan', 'potong gaji', 'uang muka', 'biaya kerja'],
    alone: ['biaya'],
  },
  { page: [routes.article('jadi-awak-kapal-ikan')], for: ['awak kapal'], alone: ['kapal'] },
  { page: [routes.article('pengantin-pesanan-dan-jual-ginjal')], for: ['pengantin pesanan', 'ginjal'] },
  { page: [routes.villages], for: [], alone: ['desa binaan', 'desa'] },
  // Lost at home: an office. Lost abroad: a mission, whose numbers stand on the help page.
  {
    page: [routes.offices],
    for: [
      'paspor hilang',
      'paspor rusak',
      'mengurus paspor',
      'bikin paspor',
      'buat paspor',
      'perpanjang paspor',
      'paspor online',
    ],
  },
  { page: [routes.help], for: ['paspor hilang'] },
  { page: [routes.offices], for: ['imigrasi terdekat'], alone: ['imigrasi', 'alamat imigrasi'] },
  { page: [routes.data], for: [], alone: ['angka', 'data', 'statistik'] },
  { page: [routes.privacy], for: ['hapus data'], alone: ['privasi'] },
]

/** Words beside the name of a country or place with which people ask for its help page. */
export const helpWords = (
  'nomor penting kbri telepon wa bantuan tolong alamat polisi darurat ambulans wni kantor pmi shelter hukum minta pulang ' +
  'kemenp2mi bp3mi imigrasi disnaker hilang agen kemlu perwakilan'
).split(' ')

/** Words beside the name of a place by which the page of its province comes before its immigration office. */
export const provinceWords = 'bp3mi disnaker polisi kemenp2mi nomor telepon wa bantuan tolong darurat'.split(
  ' ',
)

/** Words that say nothing about what is sought. */
export const fillers = (
  'yang di ke dari untuk dan atau saya aku mau ingin cara bagaimana gimana apa apakah itu ini dong kah ya yg dgn dengan ' +
  'pada para kalau kalo jika bisa boleh ada tolonglah min pak bu mas mbak gan bang kak nya dimana mana berapa siapa kenapa ' +
  'mengapa kapan adalah si sih nih deh lah utk dr'
).split(' ')
