import { routes } from '#site/routes.ts'

const country = (slug: string) => `${routes.help}${slug}/`

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
]
