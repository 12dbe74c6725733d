import type { APIRoute } from 'astro'
import { figuresJson } from '#src/stats/export/json.ts'
import { publishedFigures } from '../../components/data/published.ts'

export const GET: APIRoute = async () =>
  new Response(figuresJson(await publishedFigures()), { headers: { 'content-type': 'application/json' } })
