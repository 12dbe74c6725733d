import type { APIRoute } from 'astro'
import { figuresAtom } from '#src/stats/export/atom.ts'
import { figureHref } from '../../components/data/figure-href.ts'
import { published } from '../../published.ts'
import { routes } from '../../routes.ts'
import { siteUrl } from '../../site-url.ts'

export const GET: APIRoute = async ({ site }) => {
  const origin = siteUrl(site).origin
  const addresses = {
    feed: `${origin}${routes.feed}`,
    page: `${origin}${routes.data}`,
    figure: (figure: Parameters<typeof figureHref>[0]) => `${origin}${figureHref(figure)}`,
  }
  return new Response(figuresAtom(await published('figures'), addresses, 'Berangkat Aman'), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  })
}
