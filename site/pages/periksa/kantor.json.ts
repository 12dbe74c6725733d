import { getCollection } from 'astro:content'
import type { APIRoute } from 'astro'
import { officesServing, provinces, regenciesOf } from '#src/content/areas.ts'
import type { OfficeTable } from '../../islands/check/types.ts'

/** Which office serves which regency, and how to reach it, as one table for the office finder and for pages without a connection. */
export const GET: APIRoute = async () => {
  const offices = (await getCollection('offices')).map(entry => entry.data)
  const index = new Map(offices.map((office, at) => [office.slug, at]))
  const table: OfficeTable = {
    offices: offices.map(({ slug, name, city, provinceCode, address, phone, whatsapp, website }) => ({
      slug,
      name,
      city,
      province: provinceCode,
      ...(address && { address }),
      ...(phone && { phone }),
      ...(whatsapp && { whatsapp }),
      ...(website && { website }),
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
