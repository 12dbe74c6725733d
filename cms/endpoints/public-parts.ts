import type { Payload } from 'payload'
import type { Image, Source } from '#src/content/shared.ts'
import { dayOf } from '#cms/fields/day.ts'
import type { Media } from '#cms/payload-types.ts'
import { collections } from '#src/slugs.ts'
import { oncePerChange, perOwner } from './once-per-change.ts'
import { publicStamp, readAll, readPublished } from './public-rows.ts'

type Relation = string | { id: string } | null | undefined
type StoredSource = {
  title?: string | null
  url?: string | null
  published?: string | null
  checked?: string | null
  note?: string | null
}

/** The stored text, or null for nothing: a form sends an empty text where the public shape says null. */
export function textOrNull(value: string | null | undefined): string | null {
  return value ? value : null
}

/** One source in the public shape. */
export function toSource(source: StoredSource): Source {
  return {
    title: textOrNull(source.title),
    url: textOrNull(source.url),
    published: dayOf(source.published),
    checked: dayOf(source.checked),
    note: textOrNull(source.note),
  }
}

export const toSources = (sources: readonly StoredSource[] | null | undefined): Source[] =>
  (sources ?? []).map(toSource)

function toImage(file: Media): Image | null {
  if (!file.filename || !file.width || !file.height) return null
  return {
    url: `/media/${file.filename}`,
    width: file.width,
    height: file.height,
    alt: file.alt,
    credit: textOrNull(file.credit),
  }
}

/** Turns links between documents into what the public shape says: slugs of published documents, and pictures. */
export type Links = {
  /** Slug of the linked document; null when there is none, or when it is not published. */
  slug: (relation: Relation) => string | null
  slugs: (relations: readonly Relation[] | null | undefined) => string[]
  image: (relation: Relation) => Image | null
}

const idOf = (relation: Relation) => (relation && typeof relation === 'object' ? relation.id : relation)

const linked = [
  collections.offices,
  collections.programmes,
  collections.figures,
  collections.helpChannels,
] as const

const keptLinks = perOwner((payload: Payload) =>
  oncePerChange(
    () => publicStamp(payload),
    () => readLinks(payload),
  ),
)

/** What links of public documents can point to, read once for each change. */
export const linksOf = (payload: Payload): Promise<Links> => keptLinks(payload)()

async function readLinks(payload: Payload): Promise<Links> {
  const slugs = new Map<string, string>()
  for (const collection of linked)
    for (const { id, slug } of await readPublished(payload, collection, { slug: true })) slugs.set(id, slug)
  const files = await readAll(payload, collections.media)
  const images = new Map(files.map(file => [file.id, toImage(file)] as const))
  const slug = (relation: Relation) => slugs.get(idOf(relation) ?? '') ?? null
  return {
    slug,
    slugs: relations => (relations ?? []).map(slug).filter(value => value !== null),
    image: relation => images.get(idOf(relation) ?? '') ?? null,
  }
}
