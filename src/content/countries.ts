/**
 * Countries and territories with a page of their own, by ISO 3166-1 alpha-2 in lower case. The first twelve are those that
 * readers of this site are most often sent to, or held in; the others follow by Indonesian name. `slug` is part of printed
 * addresses: never change one.
 */
export const countries = [
  { iso: 'my', slug: 'malaysia', id: 'Malaysia', en: 'Malaysia' },
  { iso: 'tw', slug: 'taiwan', id: 'Taiwan', en: 'Taiwan' },
  { iso: 'hk', slug: 'hong-kong', id: 'Hong Kong', en: 'Hong Kong' },
  { iso: 'sa', slug: 'arab-saudi', id: 'Arab Saudi', en: 'Saudi Arabia' },
  { iso: 'sg', slug: 'singapura', id: 'Singapura', en: 'Singapore' },
  { iso: 'kh', slug: 'kamboja', id: 'Kamboja', en: 'Cambodia' },
  { iso: 'mm', slug: 'myanmar', id: 'Myanmar', en: 'Myanmar' },
  { iso: 'th', slug: 'thailand', id: 'Thailand', en: 'Thailand' },
  { iso: 'kr', slug: 'korea-selatan', id: 'Korea Selatan', en: 'South Korea' },
  { iso: 'jp', slug: 'jepang', id: 'Jepang', en: 'Japan' },
  { iso: 'ae', slug: 'uni-emirat-arab', id: 'Uni Emirat Arab', en: 'United Arab Emirates' },
  { iso: 'bn', slug: 'brunei-darussalam', id: 'Brunei Darussalam', en: 'Brunei Darussalam' },
  { iso: 'za', slug: 'afrika-selatan', id: 'Afrika Selatan', en: 'South Africa' },
  { iso: 'us', slug: 'amerika-serikat', id: 'Amerika Serikat', en: 'United States' },
  { iso: 'au', slug: 'australia', id: 'Australia', en: 'Australia' },
  { iso: 'bh', slug: 'bahrain', id: 'Bahrain', en: 'Bahrain' },
  { iso: 'ph', slug: 'filipina', id: 'Filipina', en: 'Philippines' },
  { iso: 'iq', slug: 'irak', id: 'Irak', en: 'Iraq' },
  { iso: 'ir', slug: 'iran', id: 'Iran', en: 'Iran' },
  { iso: 'it', slug: 'italia', id: 'Italia', en: 'Italy' },
  { iso: 'de', slug: 'jerman', id: 'Jerman', en: 'Germany' },
  { iso: 'kw', slug: 'kuwait', id: 'Kuwait', en: 'Kuwait' },
  { iso: 'la', slug: 'laos', id: 'Laos', en: 'Laos' },
  { iso: 'lb', slug: 'lebanon', id: 'Lebanon', en: 'Lebanon' },
  { iso: 'ly', slug: 'libya', id: 'Libya', en: 'Libya' },
  { iso: 'mo', slug: 'makau', id: 'Makau', en: 'Macau' },
  { iso: 'eg', slug: 'mesir', id: 'Mesir', en: 'Egypt' },
  { iso: 'om', slug: 'oman', id: 'Oman', en: 'Oman' },
  { iso: 'pl', slug: 'polandia', id: 'Polandia', en: 'Poland' },
  { iso: 'qa', slug: 'qatar', id: 'Qatar', en: 'Qatar' },
  { iso: 'nz', slug: 'selandia-baru', id: 'Selandia Baru', en: 'New Zealand' },
  { iso: 'rs', slug: 'serbia', id: 'Serbia', en: 'Serbia' },
  { iso: 'sy', slug: 'suriah', id: 'Suriah', en: 'Syria' },
  { iso: 'tl', slug: 'timor-leste', id: 'Timor-Leste', en: 'Timor-Leste' },
  { iso: 'cn', slug: 'tiongkok', id: 'Tiongkok', en: 'China' },
  { iso: 'tr', slug: 'turki', id: 'Turki', en: 'Türkiye' },
  { iso: 'vn', slug: 'vietnam', id: 'Vietnam', en: 'Vietnam' },
  { iso: 'jo', slug: 'yordania', id: 'Yordania', en: 'Jordan' },
] as const
export type Country = (typeof countries)[number]

/** How many of `countries` stand first in a list to choose from. */
export const mostAsked = 12

/** The country of an ISO code, or null where it has no page. */
export function countryOf(iso: string | null): Country | null {
  return countries.find(country => country.iso === iso) ?? null
}

/** What the CMS stores as the country of a help line that serves every country. */
export const everyCountry = 'semua'
