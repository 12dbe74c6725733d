import type { Article, Banner } from '#src/content/campaign.ts'
import type { Figure } from '#src/content/figure.ts'
import type { Office } from '#src/content/office.ts'
import type { Activity, Programme } from '#src/content/programme.ts'
import { everyCountry } from '#src/content/countries.ts'
import type { HelpLine } from '#src/content/settings.ts'
import type { Source } from '#src/content/shared.ts'
import { fromBlocks } from './fields/body-convert.ts'
import { storedDay } from './fields/day.ts'

/** Public shapes → documents for Payload. `idOf` turns the slug of a linked document into its id. */
type IdOf = (slug: string | null) => string | null

const published = { _status: 'published' } as const

function fromSource(source: Source) {
  return { ...source, published: storedDay(source.published), checked: storedDay(source.checked) }
}

export function fromOffice({ hasUnlinkedSite: _, ...office }: Office) {
  return {
    ...office,
    ...published,
    class: { ...office.class, asOf: storedDay(office.class.asOf) },
    found: office.found.map(contact => ({ ...contact, source: fromSource(contact.source) })),
    sources: office.sources.map(fromSource),
  }
}

/** Without its links to other figures, which may not exist yet. */
export function fromFigure({ contradicts: _, id, subject, subsetOf: __, ...figure }: Figure, officeId: IdOf) {
  const { office, ...who } = subject
  return {
    ...figure,
    ...published,
    slug: id,
    subject: who,
    office: officeId(office),
    period: { start: storedDay(figure.period.start) ?? '', end: storedDay(figure.period.end) ?? '' },
    sources: figure.sources.map(fromSource),
    revisions: figure.revisions.map(revision => ({ ...revision, date: storedDay(revision.date) ?? '' })),
  }
}

export function fromProgramme(programme: Programme, officeId: IdOf) {
  const { decree } = programme
  return {
    ...programme,
    ...published,
    office: officeId(programme.office),
    since: storedDay(programme.since),
    decree: decree ? { number: decree.number, date: storedDay(decree.date) } : {},
    body: fromBlocks(programme.body),
    image: null,
    sources: programme.sources.map(fromSource),
  }
}

export function fromActivity(activity: Activity, officeId: IdOf, programmeId: IdOf) {
  return {
    ...activity,
    ...published,
    date: storedDay(activity.date),
    office: officeId(activity.office),
    programmes: activity.programmes.map(programmeId).filter(id => id !== null),
    body: fromBlocks(activity.body),
    image: null,
    sources: activity.sources.map(fromSource),
  }
}

export function fromBanner(banner: Banner, officeId: IdOf) {
  return {
    ...banner,
    ...published,
    office: officeId(banner.office),
    image: null,
    from: storedDay(banner.from),
    until: storedDay(banner.until),
  }
}

export function fromArticle(article: Article, officeId: IdOf) {
  return {
    ...article,
    ...published,
    published: storedDay(article.published) ?? '',
    updated: storedDay(article.updated),
    office: officeId(article.office),
    body: fromBlocks(article.body),
    image: null,
    sources: article.sources.map(fromSource),
  }
}

/** One help line in one language, without its links to others, which may not exist yet. */
export function fromHelpLine(
  { contradicts: _, hours, id, name, note, purpose, ...line }: HelpLine,
  language: 'id' | 'en',
) {
  return {
    ...line,
    ...published,
    slug: id,
    country: line.country ?? (line.where === 'luar-negeri' ? everyCountry : null),
    name: name[language],
    purpose: purpose[language],
    hours: hours?.[language] ?? null,
    note: note?.[language] ?? null,
    areas: line.areas.map(code => ({ code })),
    source: fromSource(line.source),
    checked: storedDay(line.checked),
  }
}
