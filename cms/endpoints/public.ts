import { createHash } from 'node:crypto'
import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { type PublicItem, type PublicName, publicNames } from '#src/content/public-api.ts'
import { say } from '#cms/hooks/say.ts'
import { collections } from '#src/slugs.ts'
import { releaseFigures } from './figure-releases.ts'
import { oncePerChange, perOwner } from './once-per-change.ts'
import { linksOf } from './public-parts.ts'
import { publicStamp, readPublished } from './public-rows.ts'
import { readHelpLines, readOperator } from './public-settings.ts'
import { toActivity, toArticle, toBanner, toOffice, toProgramme } from './public-shapes.ts'

type Readers = { [N in PublicName]: (payload: Payload, demo: boolean) => Promise<PublicItem<N>[]> }

const readers: Readers = {
  offices: async payload => (await readPublished(payload, collections.offices)).map(toOffice),
  figures: async payload => [...(await releaseFigures(payload))],
  programmes: async payload => {
    const links = await linksOf(payload)
    return (await readPublished(payload, collections.programmes)).map(doc => toProgramme(doc, links))
  },
  activities: async payload => {
    const links = await linksOf(payload)
    return (await readPublished(payload, collections.activities)).map(doc => toActivity(doc, links))
  },
  banners: async payload => {
    const links = await linksOf(payload)
    return (await readPublished(payload, collections.banners)).map(doc => toBanner(doc, links))
  },
  articles: async payload => {
    const links = await linksOf(payload)
    return (await readPublished(payload, collections.articles)).map(doc => toArticle(doc, links))
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

type Answer = {
  readonly tag: string
  readonly plain: Buffer<ArrayBuffer>
}

/** An answer in its finished form. The tag names the content, whichever way it is sent. */
function toAnswer(items: readonly unknown[]): Answer {
  const plain = Buffer.from(JSON.stringify({ items }))
  const hash = createHash('sha256').update(plain).digest('base64url')
  return { tag: `W/"${hash.slice(0, 22)}"`, plain }
}

/** Whether a caller says that it has this content already. RFC 9110, 13.1.2: compared weakly. */
const hasTag = (request: PayloadRequest, tag: string) =>
  (request.headers.get('if-none-match') ?? '')
    .split(',')
    .some(known => ['*', tag].includes(known.trim().replace(/^"/, 'W/"')))

/**
 * `GET /api/publik/<name>`: the only anonymous way to content. The answer is made once for each change and given to all; 304
 * where the caller already has it.
 */
export const publicEndpoint = (demo: boolean): Endpoint => {
  const answersOf = perOwner((payload: Payload) => {
    const answerOf = (name: PublicName) =>
      oncePerChange(
        () => publicStamp(payload),
        async () => toAnswer(await readPublic(payload, name, demo)),
      )
    return new Map(publicNames.map(name => [name, answerOf(name)]))
  })
  return {
    path: '/publik/:name',
    method: 'get',
    handler: async req => {
      const answer = await answersOf(req.payload).get(req.routeParams?.name as PublicName)?.()
      if (answer === undefined) {
        const message = say(req, {
          id: `Tidak ada data dengan nama itu. Yang ada: ${publicNames.join(', ')}.`,
          en: `There is no data of that name. There is: ${publicNames.join(', ')}.`,
        })
        return Response.json(
          { errors: [{ message }] },
          { status: 404, headers: { 'Cache-Control': 'no-store' } },
        )
      }
      const headers = {
        'Cache-Control': 'public, no-cache',
        ETag: answer.tag,
        'Content-Type': 'application/json; charset=utf-8',
        'X-Content-Type-Options': 'nosniff',
      }
      if (hasTag(req, answer.tag)) return new Response(null, { status: 304, headers })
      // Not compressed: Next passes the bytes on and drops the header that says how they are coded.
      return new Response(answer.plain, { headers })
    },
  }
}
