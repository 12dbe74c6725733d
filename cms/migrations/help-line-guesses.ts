import { countries, everyCountry } from './help-line-countries.ts'

/** Letters alone, in lower case: `Hong-Kong `, `Hongkong` and `HONG KONG` are the same. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')

/** Other names under which people write a country. */
const aliases = {
  brunei: 'bn',
  korea: 'kr',
  saudi: 'sa',
  uea: 'ae',
  uae: 'ae',
  cina: 'cn',
  macao: 'mo',
  turkey: 'tr',
  usa: 'us',
  as: 'us',
} as const

const codes: ReadonlyMap<string, string> = new Map([
  ...countries.flatMap(({ en, id, iso, slug }) =>
    [id, en, slug, iso].map(name => [plain(name), iso] as const),
  ),
  ...Object.entries(aliases),
])
const everywhere = ['semua', 'semuanegara', 'seluruhnegara', 'seluruhdunia', 'luarnegeri', 'allcountries']

/**
 * The country that an editor wrote, by Indonesian or English name, slug or code, in any case: its code, `everyCountry`,
 * `indonesia`, or `unknown`; null where nothing stands.
 */
export function countryFromText(text: string | null): string | null {
  const name = plain(text ?? '')
  if (name === '') return text?.trim() ? 'unknown' : null
  if (everywhere.includes(name)) return everyCountry
  if (name === 'indonesia' || name === 'id') return 'indonesia'
  return codes.get(name) ?? 'unknown'
}

/** The Indonesian missions among the bodies: each serves one country. */
export const missions: readonly string[] = ['kbri', 'kjri', 'kri', 'kdei']

const abroad: readonly (readonly [RegExp, string])[] = [
  [/\bKBRI\b|Kedutaan Besar/i, 'kbri'],
  [/\bKJRI\b|Konsulat Jenderal/i, 'kjri'],
  [/\bKRI\b|Konsulat/i, 'kri'],
  [/\bKDEI\b/i, 'kdei'],
  [/\bPolis(?:i|e)?\b|\bPolice\b/i, 'polisi'],
  [/Ambulan|Pemadam/i, 'ambulans'],
  [/Perdagangan (?:orang|manusia)|Trafficking/i, 'perdagangan-orang'],
  [/Pelaut|Seafarer/i, 'pelaut'],
  [/\bAplikasi\b/i, 'aplikasi'],
  [/Darurat|Emergency/i, 'darurat'],
]
const atHome: readonly (readonly [RegExp, string])[] = [
  [/\bBP3MI\b/i, 'bp3mi'],
  [/\bDisnaker|Dinas (?:Tenaga Kerja|Ketenagakerjaan)/i, 'disnaker'],
]

/** Whose line it is, by its Indonesian name; null where the name does not tell. */
export function bodyFromName(name: string, where: string): string | null {
  const known = where === 'indonesia' ? atHome : abroad
  return known.find(([form]) => form.test(name))?.[1] ?? null
}

/** `key`, or `key-2`, `key-3`, … where it is taken. Never one of `keys` that another line has by right. */
export function freeSlug(key: string, taken: ReadonlySet<string>, keys: ReadonlySet<string>): string {
  if (!taken.has(key)) return key
  for (let number = 2; ; number += 1) {
    const slug = `${key.slice(0, 75)}-${number}`
    if (!taken.has(slug) && !keys.has(slug)) return slug
  }
}
