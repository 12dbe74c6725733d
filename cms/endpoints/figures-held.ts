import { setImmediate } from 'node:timers/promises'
import type { Endpoint } from 'payload'
import { isNewsroom } from '#cms/access/is-newsroom.ts'
import { say } from '#cms/hooks/say.ts'
import { collections } from '#src/slugs.ts'
import type { HeldFigure } from '#src/stats/protect.ts'
import { readFigures } from './figure-releases.ts'

/** Names in one question: a database takes only so many values (SQLite 32,766). */
const ASKED_AT_ONCE = 500

const noStore = { headers: { 'Cache-Control': 'no-store' } }

/**
 * `GET /api/figures/held`: which published figures of those that the caller may read do not come out as they are, and why,
 * as `{ items: [{ id, slug, why }] }`.
 */
export const figuresHeldEndpoint: Omit<Endpoint, 'root'> = {
  path: '/held',
  method: 'get',
  handler: async req => {
    if (!isNewsroom({ req })) {
      const message = say(req, {
        id: 'Masuk dulu untuk melihat ini.',
        en: 'Sign in to see this.',
      })
      return Response.json({ errors: [{ message }] }, { status: 401, ...noStore })
    }
    const { held } = await readFigures(req.payload)
    const why = new Map(held.map(figure => [figure.id, figure.why]))
    const items: { id: string; slug: string; why: HeldFigure['why'] | undefined }[] = []
    for (let from = 0; from < held.length; from += ASKED_AT_ONCE) {
      const { docs } = await req.payload.find({
        collection: collections.figures,
        where: { slug: { in: held.slice(from, from + ASKED_AT_ONCE).map(({ id }) => id) } },
        select: { slug: true },
        depth: 0,
        pagination: false,
        overrideAccess: false,
        req,
      })
      items.push(...docs.map(({ id, slug }) => ({ id, slug, why: why.get(slug) })))
      await setImmediate()
    }
    return Response.json({ items }, noStore)
  },
}
