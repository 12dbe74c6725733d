import type { Language } from '#src/slugs.ts'

/** Every internal address of the site. They are printed on posters: never change one, only add. */
export const routes = {
  home: '/',
  check: '/periksa/',
  checkRules: '/periksa/aturan/',
  checkMessage: '/periksa/pesan/',
  checkOffices: '/periksa/kantor.json',
  checkSigns: '/periksa/tanda.svg',
  checkResult: '/periksa/hasil.json',
  checkOffline: '/periksa/luring/',
  signs: '/tanda-bahaya/',
  officialPath: '/jalur-resmi/',
  passportRefused: '/paspor-ditolak/',
  offices: '/kantor/',
  office: (slug: string) => `/kantor/${slug}/` as const,
  villages: '/desa/',
  village: (slug: string) => `/desa/${slug}/` as const,
  data: '/data/',
  dataYear: (year: string) => `/data/${year}/` as const,
  figuresCsv: '/data/angka.csv',
  figuresExcelCsv: '/data/angka-excel.csv',
  figuresJson: '/data/angka.json',
  datapackage: '/data/datapackage.json',
  feed: '/data/angka.atom',
  campaign: '/kampanye/',
  article: (slug: string) => `/kampanye/${slug}/` as const,
  help: '/bantuan/',
  helpAreas: '/bantuan/daerah/',
  helpArea: (province: string) => `/bantuan/daerah/${province}/` as const,
  helpCountry: (slug: string) => `/bantuan/${slug}/` as const,
  helpElsewhere: '/bantuan/negara-lain/',
  helpCountries: '/bantuan/negara.json',
  report: '/lapor/',
  reportCode: '/lapor/kode/',
  reportProtection: '/lapor/perlindungan/',
  privacy: '/privasi/',
  accessibility: '/aksesibilitas/',
  search: '/cari/',
} as const

/** Pages that exist in English, by their Indonesian address. */
const english: ReadonlySet<string> = new Set([
  routes.home,
  routes.check,
  routes.checkRules,
  routes.checkMessage,
  routes.checkResult,
  routes.help,
  routes.report,
  routes.reportCode,
])

/** The pages of countries, all in English too, and their table. Not listed: the list would travel with every script. */
const countryPage = /^\/bantuan\/(?!daerah\/)[a-z-]+(?:\/|\.json)$/

/** The address of `path` in `language`, or null where that page is not translated. */
export function localized(path: string, language: Language): string | null {
  if (language === 'id') return path
  return english.has(path) || countryPage.test(path) ? `/en${path}` : null
}
