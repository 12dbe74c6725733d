import type { Payload } from 'payload'
import type { HelpLine, Operator } from '#src/content/settings.ts'
import { dayOf } from '#cms/fields/day.ts'
import { globals } from '#src/slugs.ts'
import { readLinks, textOrNull, toSource } from './public-parts.ts'

/** The operator in the public shape. `demo` is the server's, not the editor's: a demo cannot be made to look real. */
export async function readOperator(payload: Payload, demo: boolean): Promise<Operator> {
  const doc = await payload.findGlobal({ slug: globals.operator, depth: 0, overrideAccess: true })
  const links = await readLinks(payload)
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

/** The help lines in the public shape, in the order in which an administrator put them. */
export async function readHelpLines(payload: Payload): Promise<HelpLine[]> {
  const read = (locale: 'id' | 'en') =>
    payload.findGlobal({
      slug: globals.helpLines,
      locale,
      fallbackLocale: 'id',
      depth: 0,
      overrideAccess: true,
    })
  const [indonesian, english] = await Promise.all([read('id'), read('en')])
  const translated = new Map((english.lines ?? []).map(line => [line.key, line]))
  return (indonesian.lines ?? []).map(line => {
    const other = translated.get(line.key) ?? line
    return {
      id: line.key,
      name: { id: line.name, en: other.name },
      purpose: { id: line.purpose, en: other.purpose },
      where: line.where,
      tel: textOrNull(line.tel),
      telShown: textOrNull(line.telShown),
      whatsapp: textOrNull(line.whatsapp),
      url: textOrNull(line.url),
      hours: line.hours ? { id: line.hours, en: other.hours || line.hours } : null,
      identity: line.identity,
      kind: line.kind,
      country: textOrNull(line.country),
      source: toSource(line.source ?? {}),
      checkedBy: textOrNull(line.checkedBy),
      checked: dayOf(line.checked),
    }
  })
}
