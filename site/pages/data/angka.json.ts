import type { APIRoute } from 'astro'
import { figuresJson } from '#src/stats/export/json.ts'
import { published } from '../../published.ts'

export const GET: APIRoute = async () =>
  new Response(figuresJson(await published('figures')), { headers: { 'content-type': 'application/json' } })
