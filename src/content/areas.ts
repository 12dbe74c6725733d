import areas from './areas.json' with { type: 'json' }
import type { Office } from './office.ts'

/**
 * Provinces, regencies and cities by Kemendagri code, taken from idn-area-data 3.1.2 (Open Database License; attribution in
 * docs/data.md). Names are written as people write them: `Kabupaten Cilacap`, `Kota Batu`.
 */
export type Area = { readonly code: string; readonly name: string }

const toAreas = (rows: readonly (readonly string[])[]): readonly Area[] =>
  rows.map(([code = '', name = '']) => ({ code, name }))

/** The 38 provinces, by code. */
export const provinces = toAreas(areas.provinces)

/** The 514 regencies and cities (kabupaten/kota), by code. */
export const regencies = toAreas(areas.regencies)

const names: ReadonlyMap<string, string> = new Map(
  [...provinces, ...regencies].map(area => [area.code, area.name]),
)

/** Name of a province, regency or city; null when the code is none of them. */
export function areaName(code: string): string | null {
  return names.get(code) ?? null
}

/** Code of the province that an area belongs to: the first two digits of every Kemendagri code. */
export function provinceOf(code: string): string {
  return code.slice(0, 2)
}

/** Regencies and cities of one province, by code; empty for an unknown province. */
export function regenciesOf(provinceCode: string): readonly Area[] {
  return regencies.filter(regency => provinceOf(regency.code) === provinceCode)
}

/**
 * An office that serves a regency. `partial`: only some of its districts, or the source names just the province. `year`: of the
 * source, where it is noted.
 */
export type ServingOffice<O> = {
  readonly office: O
  readonly partial: boolean
  readonly year: number | null
}

/** `serving` is empty when no source says which office serves the regency; then `province` is all that can be offered. */
export type OfficeLookup<O> = {
  readonly known: boolean
  readonly serving: readonly ServingOffice<O>[]
  readonly province: readonly O[]
}

type OfficeAreas = Pick<Office, 'slug' | 'provinceCode'> & {
  areas: readonly { code: string | null; partial: boolean; year?: number | null }[]
}

/**
 * The immigration offices whose published working area names `regencyCode`, offices that serve all of it first. Working
 * areas matter for villages and supervision; a passport may be applied for at any office. Nothing is inferred from
 * distance: an unknown regency stays unknown.
 */
export function officesServing<O extends OfficeAreas>(
  regencyCode: string,
  offices: readonly O[],
): OfficeLookup<O> {
  const provinceCode = provinceOf(regencyCode)
  const serving = offices
    .flatMap(office => {
      const matches = office.areas.filter(area => covers(area.code, regencyCode))
      if (matches.length === 0) return []
      const partial = matches.every(area => area.partial || area.code !== regencyCode)
      return [{ office, partial, year: matches[0]?.year ?? null }]
    })
    .sort((a, b) => Number(a.partial) - Number(b.partial) || a.office.slug.localeCompare(b.office.slug))
  return {
    known: serving.length > 0,
    serving,
    province: offices.filter(office => office.provinceCode === provinceCode),
  }
}

/** A place by its name alone: “Kota Tanjung Pinang”, “Tanjungpinang” and “Kulon-Progo” are written in many ways. */
export function placeKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(?:kabupaten|kota) (?:administrasi )?/, '')
    .replace(/[^a-z]/g, '')
}

/**
 * Offices that bear the name of the regency or city without any source saying that they serve it: new offices, mostly, whose
 * regency older sources still give to another office. Readers are told of both.
 */
export function namesakesOf<O extends OfficeAreas & Pick<Office, 'name'>>(
  regencyCode: string,
  offices: readonly O[],
): O[] {
  const name = areaName(regencyCode)
  if (name === null) return []
  return offices.filter(
    office =>
      placeKey(office.name.replace(/^Kantor Imigrasi /, '')) === placeKey(name) &&
      office.provinceCode === provinceOf(regencyCode) &&
      !office.areas.some(area => covers(area.code, regencyCode)),
  )
}

/** Whether an area names the regency itself, a district inside it, or the whole province around it. */
function covers(areaCode: string | null, regencyCode: string): boolean {
  if (areaCode === null) return false
  return areaCode.slice(0, 5) === regencyCode || areaCode === provinceOf(regencyCode)
}
