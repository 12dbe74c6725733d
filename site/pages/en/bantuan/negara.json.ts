import type { APIRoute } from 'astro'
import { helpLines } from '../../../help-lines.ts'
import { countryTable } from '../../../islands/check/country-table.ts'

/** The numbers of every country as one table, fetched by the check once someone says that they are abroad. */
export const GET: APIRoute = async () => Response.json(countryTable('en', await helpLines()))
