import { getCollection } from 'astro:content'
import type { APIRoute } from 'astro'
import { namesakesOf, officesServing, provinces, regenciesOf } from '#src/content/areas.ts'
import { isNational } from '#src/content/near.ts'
import { type ContactKind, contactsOf, type Office } from '#src/content/office.ts'
import { jakartaDay } from '#src/calendar.ts'
import { freshnessWords } from '../../components/help/freshness.ts'
import { helpLines } from '../../help-lines.ts'
import type { LocalView, OfficeTable, TableContact } from '../../islands/check/types.ts'

const columns: readonly (readonly [TableContact, ContactKind])[] = [
  ['address', 'alamat'],
  ['phone', 'telepon'],
  ['whatsapp', 'whatsapp'],
  ['website', 'situs'],
]

/** The first contact of each kind, and which of them nobody has checked. */
function reach(office: Office) {
  const contacts = contactsOf(office)
  const given = columns.flatMap(([column, kind]) => {
    const contact = contacts.find(candidate => candidate.kind === kind)
    return contact ? [[column, contact] as const] : []
  })
  const unchecked = given
    .filter(([, contact]) => contact.standing === 'belum-diperiksa')
    .map(([column]) => column)
  return {
    ...Object.fromEntries(given.map(([column, { value }]) => [column, value])),
    ...(unchecked.length > 0 && { unchecked }),
  }
}

/** Which office serves which regency, how to reach it, and what else is near, as one table for the office finder and for pages without a connection. */
export const GET: APIRoute = async () => {
  const offices = (await getCollection('offices')).map(entry => entry.data)
  const index = new Map(offices.map((office, at) => [office.slug, at]))
  const today = jakartaDay()
  const near = (await helpLines())
    .filter(line => !isNational(line))
    .map((line): LocalView => {
      const { areas, body, city, name, note, tel, telShown, whatsapp, source } = line
      const [id, en] = [freshnessWords(line, today, 'id'), freshnessWords(line, today, 'en')]
      return {
        areas,
        body,
        city,
        name,
        note,
        tel,
        telShown,
        whatsapp,
        source: { title: source.title, url: source.url, published: source.published },
        mark: id && en ? { id, en } : null,
      }
    })
  const table: OfficeTable = {
    offices: offices.map(office => ({
      slug: office.slug,
      name: office.name,
      city: office.city,
      province: office.provinceCode,
      ...reach(office),
    })),
    provinces: provinces.map(({ code, name }) => ({
      code,
      name,
      regencies: regenciesOf(code).map(regency => {
        const { serving } = officesServing(regency.code, offices)
        return [
          regency.name,
          serving.flatMap(item => index.get(item.office.slug) ?? []),
          regency.code,
          serving.map(item => item.year ?? 0),
          namesakesOf(regency.code, offices).flatMap(office => index.get(office.slug) ?? []),
        ] as const
      }),
    })),
    near,
  }
  return Response.json(table)
}
