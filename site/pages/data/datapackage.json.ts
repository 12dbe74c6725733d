import type { APIRoute } from 'astro'
import { figuresDatapackage } from '#src/stats/export/datapackage.ts'
import { publishedFigures, siteOrigin } from '../../components/data/published.ts'
import { routes } from '../../routes.ts'

export const GET: APIRoute = async ({ site }) => {
  const paths = {
    csv: routes.figuresCsv,
    excelCsv: routes.figuresExcelCsv,
    json: routes.figuresJson,
    page: routes.data,
  }
  const figures = await publishedFigures()
  return new Response(figuresDatapackage(siteOrigin(site), paths, figures.length), {
    headers: { 'content-type': 'application/json' },
  })
}
