import type { APIRoute } from 'astro'
import { figuresCsv } from '#src/stats/export/csv.ts'
import { published } from '../../published.ts'

export const GET: APIRoute = async () =>
  new Response(figuresCsv(await published('figures')), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  })
