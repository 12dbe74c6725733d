import type { APIRoute } from 'astro'
import { helpLines } from '../../../help-lines.ts'
import { resultData } from '../../../islands/check/result-data.ts'

/** The long texts of the result, loaded once the form stands. */
export const GET: APIRoute = async () => Response.json(resultData('en', await helpLines()))
