import { createHash } from 'node:crypto'
import type { Endpoint, Payload } from 'payload'
import { type PublicItem, type PublicName, publicNames } from '#src/content/public-api.ts'
import { say } from '#cms/hooks/say.ts'
import { collections } from '#src/slugs.ts'
import { releaseFigures } from './figure-releases.ts'
import { readLinks } from './public-parts.ts'
import { readHelpLines, readOperator } from './public-settings.ts'
import { toActivity, toArticle, toBanner, toOffice, toProgramme } from './public-shapes.ts'

type Readers = { [N in PublicName]: (payload: Payload, demo: boolean) => Promise<PublicItem<N>[]> }

const published = {
  where: { _status: { equals: 'published' } },
  sort: 'slug',
  depth: 0,
  pagination: false,
  overrideAccess: true,
} as const

const readers: Readers = {
  offices: async payload =>
    (await payload.find({ collection: collections.offices, ...published })).docs.map(toOffice),
  figures: async payload => [...(await releaseFigures(payload))],
  programmes: async payload => {
    const links = await readLinks(payload)
    return (await payload.find({ collection: collections.programmes, ...published })).docs.map(doc =>
      toProgramme(doc, links),
    )
  },
  activities: async payload => {
    const links = await readLinks(payload)
    return (await payload.find({ collection: collections.activities, ...published })).docs.map(doc =>
      toActivity(doc, links),
    )
  },
  banners: async payload => {
    const links = await readLinks(payload)
    return (await payload.find({ collection: collections.banners, ...published })).docs.map(doc =>
      toBanner(doc, links),
    )
  },
  articles: async payload => {
    const links = await readLinks(payload)
    return (await payload.find({ collection: collections.articles, ...published })).docs.map(doc =>
      toArticle(doc, links),
    )
  },
  operator: async (payload, demo) => [await readOperator(payload, demo)],
  'help-lines': payload => readHelpLines(payload),
}

/**
 * All published items of one kind in the public shape, sorted by slug. Figures that are new in the
 * answer count as released from now on.
 */
export function readPublic<N extends PublicName>(
  payload: Payload,
  name: N,
  demo: boolean,
): Promise<PublicItem<N>[]> {
  return readers[name](payload, demo)
}

const isPublicName = (name: unknown): name is PublicName => publicNames.some(known => known === name)

/** `GET /api/publik/<name>`: the only anonymous way to content. Answers 304 where the caller already has it. */
export const publicEndpoint = (demo: boolean): Endpoint => ({
  path: '/publik/:name',
  method: 'get',
  handler: async req => {
    const name = req.routeParams?.name
    if (!isPublicName(name)) {
      const message = say(req, {
        id: `Tidak ada data dengan nama itu. Yang ada: ${publicNames.join(', ')}.`,
        en: `There is no data of that name. There is: ${publicNames.join(', ')}.`,
      })
      return Response.json(
        { errors: [{ message }] },
        { status: 404, headers: { 'Cache-Control': 'no-store' } },
      )
    }
    const body = JSON.stringify({ items: await readPublic(req.payload, name, demo) })
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const headers = {
      'Cache-Control': 'public, no-cache',
      ETag: tag,
      'Content-Type': 'application/json; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
    }
    if (req.headers.get('if-none-match') === tag) return new Response(null, { status: 304, headers })
    return new Response(body, { headers })
  },
})
