import type { APIRoute } from 'astro'
import { figuresDatapackage } from '#src/stats/export/datapackage.ts'
import { published } from '../../published.ts'
import { routes } from '../../routes.ts'
import { siteUrl } from '../../site-url.ts'

export const GET: APIRoute = async ({ site }) => {
  const paths = {
    csv: routes.figuresCsv,
    excelCsv: routes.figuresExcelCsv,
    json: routes.figuresJson,
    page: routes.data,
  }
  const figures = await published('figures')
  return new Response(figuresDatapackage(siteUrl(site).origin, paths, figures.length), {
    headers: { 'content-type': 'application/json' },
  })
}
