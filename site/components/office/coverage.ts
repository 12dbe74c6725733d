import { type Area, officesServing } from '#src/content/areas.ts'
import type { Office } from '#src/content/office.ts'

/** What is known of one province: its offices, the regencies each is known to serve there, and the regencies of none. */
export type ProvinceCoverage = {
  code: string
  name: string
  anchor: string
  regencies: number
  offices: { office: Office; serves: { name: string; partial: boolean }[]; elsewhere: boolean }[]
  unknown: string[]
}

/** Address part of a name: `DI Yogyakarta` → `di-yogyakarta`. */
export function anchorOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** `Kabupaten Agam` → `Kab. Agam`: short enough for lists of hundreds. */
export function shortArea(name: string): string {
  return name.replace(/^Kabupaten /, 'Kab. ')
}

/**
 * Coverage by province, in the order of `provinces`. An office stands in its own province, and also in another one where it
 * is known to serve a regency (`elsewhere`). A regency that no source gives an office for is listed as unknown.
 */
export function coverageByProvince(
  provinces: readonly Area[],
  regencies: readonly Area[],
  offices: readonly Office[],
): ProvinceCoverage[] {
  return provinces.map(({ code, name }) => {
    const here = regencies.filter(regency => regency.code.startsWith(`${code}.`))
    const serving = here.map(regency => ({
      name: regency.name,
      by: officesServing(regency.code, offices).serving,
    }))
    const rows = offices.flatMap(office => {
      const serves = serving.flatMap(({ name: regency, by }) =>
        by
          .filter(entry => entry.office.slug === office.slug)
          .map(({ partial }) => ({ name: regency, partial })),
      )
      const elsewhere = office.provinceCode !== code
      return elsewhere && serves.length === 0 ? [] : [{ office, serves, elsewhere }]
    })
    rows.sort(
      (a, b) => Number(a.elsewhere) - Number(b.elsewhere) || a.office.name.localeCompare(b.office.name, 'id'),
    )
    const unknown = serving.filter(({ by }) => by.length === 0).map(regency => regency.name)
    return { code, name, anchor: anchorOf(name), regencies: here.length, offices: rows, unknown }
  })
}
