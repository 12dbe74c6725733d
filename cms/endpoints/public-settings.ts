import type { Payload } from 'payload'
import { everyCountry } from '#src/content/countries.ts'
import { type HelpLine, isPlainAddress, type Operator } from '#src/content/settings.ts'
import { isWhatsapp } from '#src/content/written-number.ts'
import { dayOf } from '#cms/fields/day.ts'
import type { HelpChannel } from '#cms/payload-types.ts'
import { collections, globals } from '#src/slugs.ts'
import { type Links, linksOf, textOrNull, toSource } from './public-parts.ts'

/** The operator in the public shape. `demo` is the server's, not the editor's: a demo cannot be made to look real. */
export async function readOperator(payload: Payload, demo: boolean): Promise<Operator> {
  const doc = await payload.findGlobal({ slug: globals.operator, depth: 0, overrideAccess: true })
  const links = await linksOf(payload)
  return {
    name: textOrNull(doc.name),
    official: doc.official ?? false,
    address: textOrNull(doc.address),
    email: textOrNull(doc.email),
    phone: textOrNull(doc.phone),
    logo: links.image(doc.logo),
    demo,
  }
}

/** One help line in the public shape: `doc` in Indonesian, `other` in English. */
export function toHelpLine(doc: HelpChannel, other: HelpChannel, links: Links): HelpLine {
  const both = (field: 'hours' | 'note') => {
    const id = doc[field]
    return id ? { id, en: other[field] || id } : null
  }
  return {
    id: doc.slug,
    name: { id: doc.name, en: other.name || doc.name },
    purpose: { id: doc.purpose, en: other.purpose || doc.purpose },
    where: doc.where,
    tel: textOrNull(doc.tel),
    telShown: textOrNull(doc.telShown),
    // A number or address from before its rule would stop the publishing of everybody.
    whatsapp: doc.whatsapp && isWhatsapp(doc.whatsapp) ? doc.whatsapp : null,
    url: doc.url && isPlainAddress(doc.url) ? doc.url : null,
    hours: both('hours'),
    identity: doc.identity,
    kind: doc.kind,
    country: doc.country && doc.country !== everyCountry ? doc.country : null,
    body: doc.body ?? null,
    city: textOrNull(doc.city),
    areas: (doc.areas ?? []).map(({ code }) => code),
    grade: doc.grade ?? null,
    month: textOrNull(doc.month),
    note: both('note'),
    contradicts: links.slugs(doc.contradicts),
    source: toSource(doc.source ?? {}),
    checkedBy: textOrNull(doc.checkedBy),
    checked: dayOf(doc.checked),
  }
}

/** Abroad, a line without a country is for nobody: that it serves every country must have been chosen. */
const isPlaced = ({ country, where }: HelpChannel) => where === 'indonesia' || Boolean(country)

/** The published help lines in the public shape, sorted by slug. Whoever asks reads them: what is published is public. */
export async function readHelpLines(payload: Payload): Promise<HelpLine[]> {
  const read = async (locale: 'id' | 'en') =>
    (
      await payload.find({
        collection: collections.helpChannels,
        where: { _status: { equals: 'published' } },
        locale,
        fallbackLocale: 'id',
        sort: 'slug',
        depth: 0,
        pagination: false,
        overrideAccess: true,
      })
    ).docs
  const [indonesian, english, links] = await Promise.all([read('id'), read('en'), linksOf(payload)])
  const translated = new Map(english.map(doc => [doc.id, doc]))
  const lines = indonesian.filter(isPlaced).map(doc => toHelpLine(doc, translated.get(doc.id) ?? doc, links))
  // Whoever enters a contradiction enters it on one side.
  return lines.map(line => {
    const rivals = lines.filter(({ contradicts }) => contradicts.includes(line.id)).map(({ id }) => id)
    return { ...line, contradicts: [...new Set([...line.contradicts, ...rivals])].sort() }
  })
}
