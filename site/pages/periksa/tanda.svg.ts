import type { APIRoute } from 'astro'
import { pictogramIds } from '#src/risk/indicator.ts'
import { pictograms } from '#src/risk/pictograms.ts'

/** Every pictogram as a symbol of one file, so that the check's first bytes carry none. */
export const GET: APIRoute = () => {
  const symbols = pictogramIds.map(
    id => `<symbol id="${id}" viewBox="0 0 48 48"><path d="${pictograms[id]}"/></symbol>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } })
}
