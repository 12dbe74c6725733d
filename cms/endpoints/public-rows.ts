import { setImmediate } from 'node:timers/promises'
import type { Payload, SelectType, Where } from 'payload'
import type { Config } from '#cms/payload-types.ts'
import { collections } from '#src/slugs.ts'

/** Documents read in one go: Payload shapes them without a pause, and others wait meanwhile. */
const READ_AT_ONCE = 200

type Slug = keyof Config['collections']

/**
 * What stands for the published content: another text after each change that readers can see. Every such change adds a row to
 * the outbox in its own transaction, and rows are never taken away.
 */
export async function publicStamp(payload: Payload): Promise<string> {
  const { docs, totalDocs } = await payload.find({
    collection: collections.outbox,
    sort: '-createdAt',
    limit: 1,
    select: { kind: true },
    depth: 0,
    overrideAccess: true,
  })
  return `${totalDocs} ${docs[0]?.id ?? ''}`
}

/**
 * All documents of a collection, however many, a part at a time. Whoever has access to everything calls it. Documents that
 * change meanwhile come as they were or as they are, each at most once.
 */
export async function readAll<S extends Slug>(
  payload: Payload,
  collection: S,
  options: { where?: Where; select?: SelectType } = {},
): Promise<Config['collections'][S][]> {
  const all: Config['collections'][S][] = []
  for (let last: string | null = null; ; ) {
    const after: Where[] = last === null ? [] : [{ id: { greater_than: last } }]
    // One name for all: the compiler gives up on the union of what all collections can be asked.
    const { docs } = (await payload.find({
      collection: collection as typeof collections.figures,
      where: { and: [...(options.where ? [options.where] : []), ...after] },
      ...(options.select && { select: options.select as never }),
      sort: 'id',
      limit: READ_AT_ONCE,
      pagination: false,
      depth: 0,
      overrideAccess: true,
    })) as unknown as { docs: Config['collections'][S][] }
    all.push(...docs)
    const newest = docs.at(-1)
    if (newest === undefined || docs.length < READ_AT_ONCE) return all
    last = String(newest.id)
    await setImmediate()
  }
}

/** All published documents of a collection, sorted by slug. */
export async function readPublished<S extends Slug>(
  payload: Payload,
  collection: S,
  select?: SelectType,
): Promise<Config['collections'][S][]> {
  const docs = await readAll(payload, collection, {
    where: { _status: { equals: 'published' } },
    ...(select && { select }),
  })
  const slugOf = (doc: unknown) => String((doc as { slug?: unknown }).slug)
  return docs.sort((a, b) => (slugOf(a) < slugOf(b) ? -1 : 1))
}
