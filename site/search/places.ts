import { placeKey } from '#src/content/areas.ts'
import { routes } from '../routes.ts'
import type { SearchedPage } from './page-words.ts'
import { type Place, wordsOf } from './query.ts'

type Regency = readonly [
  name: string,
  serving: readonly number[],
  code: string,
  years: readonly number[],
  namesakes: readonly number[],
]

/** The part of `/periksa/kantor.json` that says which office serves which regency. */
export type OfficeAreaTable = {
  offices: readonly { slug: string; name: string }[]
  provinces: readonly { name: string; regencies: readonly Regency[] }[]
}

type Places = {
  /** The pages of the offices and provinces named by `places`, which count in this list. */
  pages: readonly SearchedPage[]
  places: readonly Place[]
  /** All words of the names, for the list of known words. */
  names: readonly string[]
}

/**
 * Which pages answer the name of a regency, city or province: the office that bears its name, offices that serve it, then the
 * page of the province.
 */
export function placesOf(pages: readonly SearchedPage[], areas: OfficeAreaTable | null): Places {
  if (!areas) return { pages: [], places: [], names: [] }
  const byAddress = new Map(pages.map(page => [page.address, page]))
  const byHeading = new Map(
    pages
      .filter(page => page.address.startsWith(routes.helpAreas))
      .map(page => [page.document.querySelector('h1')?.textContent?.trim() ?? '', page]),
  )
  const used: SearchedPage[] = []
  const indexOf = (page: SearchedPage | undefined): number | null => {
    if (!page) return null
    if (!used.includes(page)) used.push(page)
    return used.indexOf(page)
  }
  const officePage = (at: number) => byAddress.get(routes.office(areas.offices[at]?.slug ?? ''))
  const places = areas.provinces.flatMap(({ name, regencies }) => {
    const province = indexOf(byHeading.get(name))
    return [
      { name: placeKey(name), offices: [], province },
      ...regencies.map(([regency, serving, , , namesakes]) => ({
        name: placeKey(regency),
        offices: [...namesakes, ...serving].flatMap(at => indexOf(officePage(at)) ?? []),
        province,
      })),
    ]
  })
  const names = areas.provinces.flatMap(one => [one.name, ...one.regencies.map(([name]) => name)])
  return { pages: used, places, names: [...new Set(names.flatMap(wordsOf))] }
}
