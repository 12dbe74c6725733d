import type { Article, Banner } from '#src/content/campaign.ts'
import type { Figure } from '#src/content/figure.ts'
import { foundContactSchema, isImmigrationSite, type Office } from '#src/content/office.ts'
import type { Activity, Programme } from '#src/content/programme.ts'
import { toBlocks } from '#cms/fields/body-convert.ts'
import { dayOf } from '#cms/fields/day.ts'
import type * as Stored from '#cms/payload-types.ts'
import { type Links, textOrNull, toSource, toSources } from './public-parts.ts'

/** Stored documents → the public shapes of `src/content`. Each is the inverse of its partner in `cms/seed-shapes.ts`. */

export function toOffice(doc: Stored.Office): Office {
  const website = textOrNull(doc.website)
  const isLinked = website !== null && isImmigrationSite(website)
  return {
    slug: doc.slug,
    name: doc.name,
    city: doc.city,
    province: doc.province,
    provinceCode: doc.provinceCode,
    class: {
      name: textOrNull(doc.class?.name),
      asOf: dayOf(doc.class?.asOf),
      verified: doc.class?.verified ?? false,
    },
    areas: (doc.areas ?? []).map(area => ({
      name: area.name,
      code: textOrNull(area.code),
      partial: area.partial ?? false,
      year: area.year ?? null,
    })),
    areasStatus: doc.areasStatus,
    address: textOrNull(doc.address),
    phone: textOrNull(doc.phone),
    whatsapp: textOrNull(doc.whatsapp),
    // One from before only such hosts were taken would stop the publishing of everybody; so would a contact.
    website: isLinked ? website : null,
    hasUnlinkedSite: website !== null && !isLinked,
    found: (doc.found ?? [])
      .map(({ kind, note, source, value }) => ({
        kind,
        value,
        source: toSource(source ?? {}),
        note: textOrNull(note),
      }))
      .filter(contact => foundContactSchema.safeParse(contact).success),
    sources: toSources(doc.sources),
    note: textOrNull(doc.note),
  }
}

export function toFigure(doc: Stored.Figure, links: Links): Figure {
  return {
    id: doc.slug,
    subject: {
      kind: doc.subject.kind,
      name: doc.subject.name,
      office: links.slug(doc.office),
      provinceCode: textOrNull(doc.subject.provinceCode),
    },
    measure: doc.measure,
    reasonScope: doc.reasonScope,
    period: { start: dayOf(doc.period.start) ?? '', end: dayOf(doc.period.end) ?? '' },
    count: doc.count,
    approximate: doc.approximate ?? false,
    subsetOf: links.slug(doc.subsetOf),
    contradicts: links.slugs(doc.contradicts),
    reasons: doc.reasons ?? [],
    reasonAsPublished: textOrNull(doc.reasonAsPublished),
    provenance: doc.provenance,
    received: doc.received ?? null,
    sources: toSources(doc.sources),
    note: textOrNull(doc.note),
    revisions: (doc.revisions ?? []).map(({ change, date, reason }) => ({
      date: dayOf(date) ?? '',
      change,
      reason,
    })),
  }
}

export function toProgramme(doc: Stored.Programme, links: Links): Programme {
  const { area, decree } = doc
  return {
    slug: doc.slug,
    name: doc.name,
    kind: doc.kind,
    area: {
      level: area.level,
      name: area.name,
      code: textOrNull(area.code),
      regency: area.regency,
      province: area.province,
    },
    office: links.slug(doc.office),
    since: dayOf(doc.since),
    decree: decree?.number ? { number: decree.number, date: dayOf(decree.date) } : null,
    summary: doc.summary,
    body: toBlocks(doc.body),
    image: links.image(doc.image),
    sources: toSources(doc.sources),
    note: textOrNull(doc.note),
  }
}

export function toActivity(doc: Stored.Activity, links: Links): Activity {
  return {
    slug: doc.slug,
    title: doc.title,
    kind: doc.kind,
    date: dayOf(doc.date),
    dateAsPublished: textOrNull(doc.dateAsPublished),
    place: textOrNull(doc.place),
    office: links.slug(doc.office),
    programmes: links.slugs(doc.programmes),
    audience: textOrNull(doc.audience),
    attendance: doc.attendance ?? null,
    partners: doc.partners ?? [],
    summary: doc.summary,
    body: toBlocks(doc.body),
    image: links.image(doc.image),
    sources: toSources(doc.sources),
    note: textOrNull(doc.note),
  }
}

export function toBanner(doc: Stored.Banner, links: Links): Banner {
  return {
    slug: doc.slug,
    title: doc.title,
    message: doc.message,
    action: { label: doc.action.label, href: doc.action.href },
    pattern: doc.pattern,
    image: links.image(doc.image),
    office: links.slug(doc.office),
    from: dayOf(doc.from),
    until: dayOf(doc.until),
  }
}

export function toArticle(doc: Stored.Article, links: Links): Article {
  return {
    slug: doc.slug,
    title: doc.title,
    summary: doc.summary,
    topic: doc.topic,
    published: dayOf(doc.published) ?? '',
    updated: dayOf(doc.updated),
    office: links.slug(doc.office),
    image: links.image(doc.image),
    body: toBlocks(doc.body),
    sources: toSources(doc.sources),
  }
}
