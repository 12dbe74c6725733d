import type { APIRoute } from 'astro'
import { figuresCsv } from '#src/stats/export/csv.ts'
import { publishedFigures } from '../../components/data/published.ts'

export const GET: APIRoute = async () =>
  new Response(figuresCsv(await publishedFigures()), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  })
