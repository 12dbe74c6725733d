import { routes } from '#site/routes.ts'

const country = (slug: string) => `${routes.help}${slug}/`

const leadTo = (pages: readonly string[], ...typed: readonly string[]) =>
  typed.map(words => [words, pages] as const)

/**
 * What citizens type, and the page that must come first; where several are named, the first that the site has. The unit test
 * asks the index, the browser test the page as it is served.
 */
export const firstResults: readonly (readonly [string, readonly string[]])[] = [
  ['kamboja', [country('kamboja'), routes.article('lowongan-admin-di-kamboja')]],
  ['kambodja', [country('kamboja'), routes.article('lowongan-admin-di-kamboja')]],
  ['lowongan kamboja', [routes.article('lowongan-admin-di-kamboja')]],
  ['umroh', [`${routes.signs}#visit-visa`]],
  ['nomer wa bp2mi', [routes.help]],
  ['TKW arab', [routes.article('visa-ziarah-bukan-visa-kerja')]],
  ['paspor ditolak', [routes.passportRefused]],
  ['cilacap', [routes.office('cilacap')]],
  ['gaji arab', [routes.article('visa-ziarah-bukan-visa-kerja')]],
  ['visa kunjungan', [`${routes.signs}#visit-visa`]],
  ['calo', [routes.signs]],
  ['paspor hilang', [routes.offices]],
  ['desa binaan', [routes.villages]],
  ['magang jepang', [routes.article('magang-ke-luar-negeri')]],
  ['nomor kbri malaysia', [country('malaysia'), routes.help]],
  ['lapor calo', [routes.report]],
  ['imigrasi bandung', [routes.office('bandung')]],
  ['110', [routes.help]],
  ['ijazah ditahan', [`${routes.signs}#papers-held`]],
  ['HP diambil', [`${routes.signs}#phone-held`]],
  ['gaji tidak dibayar', [routes.article('kalau-sudah-di-luar-negeri')]],
  ['biaya', [routes.article('biaya-mana-yang-boleh')]],
  ...leadTo(
    [routes.report],
    'lapor petugas',
    'lapor oknum',
    'oknum',
    'suap',
    'pungli',
    'lapor tppo',
    'report',
  ),
  ...leadTo([routes.report], 'pegawai imigrasi minta uang'),
  ...leadTo([routes.reportCode], 'laporan saya', 'kode 12 kata', 'cek laporan'),
  // People in danger: numbers before articles
  ...leadTo([routes.help], 'perkosaan', 'disekap', 'penyekapan', 'tidak bisa dihubungi', 'orang hilang'),
  ...leadTo([routes.help], 'kemlu', 'iom', 'police', 'emergency', 'embassy'),
  ...leadTo([country('kamboja')], 'disekap di kamboja', 'hilang kontak di kamboja', 'ditipu agen di kamboja'),
  ...leadTo([country('kamboja')], 'minta pulang dari kamboja', 'Nomor penting di Kamboja', 'cambodia'),
  ...leadTo([country('arab-saudi')], 'pasporku ditahan majikan di arab saudi'),
  ...leadTo([routes.article('kalau-sudah-di-luar-negeri')], 'pasporku ditahan majikan'),
  ...leadTo(
    [routes.helpElsewhere],
    'papua nugini',
    'prancis',
    'belanda',
    'inggris',
    'France',
    'hilang kontak rusia',
  ),
  ...leadTo([routes.passportRefused], 'dicegah', 'dicekal', 'gagal berangkat di bandara', 'wawancara paspor'),
  ...leadTo([routes.passportRefused], 'passport refused'),
  ...leadTo([routes.officialPath], 'eps topik', 'tki ilegal'),
  ...leadTo([routes.offices], 'paspor online'),
  ...leadTo([`${routes.signs}#passport-broker`], 'calo imigrasi'),
  // Places
  ...leadTo([routes.helpArea('nusa-tenggara-barat')], 'bp3mi ntb', 'ntb'),
  ...leadTo([routes.helpArea('jawa-timur')], 'bp3mi jatim', 'bp3mi surabaya'),
  ...leadTo([routes.helpArea('kalimantan-barat')], 'bp3mi kalbar'),
  ...leadTo([routes.office('tanjungpinang')], 'tanjung pinang', 'tanjungpinang', 'kota tanjung pinang'),
  ...leadTo([routes.office('kulon-progo')], 'kulon progo', 'kulonprogo'),
  ...leadTo([routes.office('yogyakarta')], 'sleman'),
  ...leadTo([routes.office('palembang')], 'prabumulih'),
  ...leadTo([routes.office('malang')], 'batu', 'kota batu'),
  ...leadTo([routes.office('kupang')], 'sumba barat'),
]
