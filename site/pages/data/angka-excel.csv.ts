import type { APIRoute } from 'astro'
import { figuresExcelCsv } from '#src/stats/export/csv.ts'
import { publishedFigures } from '../../components/data/published.ts'

export const GET: APIRoute = async () =>
  new Response(figuresExcelCsv(await publishedFigures()), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  })
