import type { HelpLine } from './settings.ts'

type Local = Pick<HelpLine, 'areas'>

/** Whether a line serves the whole country, and not only some provinces or regencies. */
export function isNational(line: Local): boolean {
  return line.areas.length === 0
}

/**
 * The lines that a source names for an area: those of the area itself or of one around it, and for a province also those of
 * the regencies inside it. Nothing is inferred from distance: an area that no line names has none.
 *
 * @param code Kemendagri code of a province (`33`) or of a regency or city (`33.01`)
 */
export function linesFor<L extends Local>(code: string, lines: readonly L[]): L[] {
  return lines.filter(({ areas }) => areas.some(area => isWithin(code, area) || isWithin(area, code)))
}

/** Whether `inner` is `outer` or lies in it. */
function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`)
}
