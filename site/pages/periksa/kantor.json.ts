import { getCollection } from 'astro:content'
import type { APIRoute } from 'astro'
import { officesServing, provinces, regenciesOf } from '#src/content/areas.ts'
import type { OfficeTable } from '../../islands/check/types.ts'

/** Which office serves which regency, as one table for the office finder. */
export const GET: APIRoute = async () => {
  const offices = (await getCollection('offices')).map(entry => entry.data)
  const index = new Map(offices.map((office, at) => [office.slug, at]))
  const table: OfficeTable = {
    offices: offices.map(({ slug, name, city, provinceCode }) => ({
      slug,
      name,
      city,
      province: provinceCode,
    })),
    provinces: provinces.map(({ code, name }) => ({
      code,
      name,
      regencies: regenciesOf(code).map(regency => {
        const { serving } = officesServing(regency.code, offices)
        return [regency.name, serving.flatMap(item => index.get(item.office.slug) ?? [])] as const
      }),
    })),
  }
  return Response.json(table)
}
