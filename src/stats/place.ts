import { z } from 'zod'
import { type Figure, figureSchema, measures, reasonScopes, reasons } from '../content/figure.ts'
import { isSamePeriod, isWithin, periodsOverlap } from './periods.ts'

/** What a number counts: whom, which outcome, which reasons, when. Two figures of one place say the same thing. */
export const placeSchema = z.object({
  /** `kanim blitar`, `tpi … Hang Nadim`, `kanwil 35`, `nasional`: an office is known by its slug, however its name was typed. */
  subject: z.string(),
  level: figureSchema.shape.subject.shape.kind,
  provinceCode: figureSchema.shape.subject.shape.provinceCode,
  measure: z.enum(measures),
  scope: z.enum(reasonScopes),
  /** Set for a part by reason of a count. */
  reason: z.enum(reasons).nullable(),
  period: figureSchema.shape.period,
})
export type Place = z.infer<typeof placeSchema>

/** The place of an office's figure; `isPart` when it counts one reason of a larger figure of the same scope. */
export function placeOf(figure: Figure, isPart: boolean): Place {
  const { measure, period, reasonScope, subject } = figure
  return {
    subject: subjectOf(subject),
    level: subject.kind,
    provinceCode: subject.provinceCode,
    measure,
    scope: reasonScope,
    reason: isPart ? (figure.reasons[0] ?? null) : null,
    period: { start: period.start, end: period.end },
  }
}

function subjectOf({ kind, name, office, provinceCode }: Figure['subject']): string {
  if (kind === 'nasional') return kind
  if (kind === 'kanwil' && provinceCode !== null) return `${kind} ${provinceCode}`
  // One office can have several checkpoints, told apart by name.
  return kind === 'kanim' && office !== null ? `${kind} ${office}` : `${kind} ${office} ${name}`
}

/** One text for each place. */
export const placeKey = (place: Place): string =>
  [place.subject, place.measure, place.scope, place.reason ?? '', place.period.start, place.period.end].join(
    '|',
  )

/**
 * How the people counted at `a` lie to those at `b`. `crossing` is every case in which neither is known to lie within the
 * other, nor that they share nobody.
 */
export type Relation = 'same' | 'inside' | 'around' | 'apart' | 'crossing'

const sides = [relateMeasures, relatePeriods, relateSubjects, relateReasons]

/** The relation of `a` to `b`: `inside` when everybody of `a` is counted in `b`. */
export function relate(a: Place, b: Place): Relation {
  let result: Relation = 'same'
  for (const relateSide of sides) {
    const side = relateSide(a, b)
    if (side === 'apart') return 'apart'
    if (side === 'same' || result === side) continue
    result = result === 'same' ? side : 'crossing'
  }
  return result
}

/** A count that mixes outcomes may hold any of the others: nobody knows which. */
function relateMeasures(a: Place, b: Place): Relation {
  if (a.measure === b.measure) return 'same'
  return a.measure === 'gabungan' || b.measure === 'gabungan' ? 'crossing' : 'apart'
}

function relatePeriods({ period: a }: Place, { period: b }: Place): Relation {
  if (!periodsOverlap(a, b)) return 'apart'
  if (isSamePeriod(a, b)) return 'same'
  if (isWithin(b, a)) return 'inside'
  return isWithin(a, b) ? 'around' : 'crossing'
}

function relateSubjects(a: Place, b: Place): Relation {
  if (a.subject === b.subject) return 'same'
  if (isBelow(b, a)) return 'around'
  return isBelow(a, b) ? 'inside' : 'apart'
}

/** Whether the people of `a` are among those of `b` because of its level. */
function isBelow(a: Place, b: Place): boolean {
  if (b.level === 'nasional') return a.level !== 'nasional'
  const isOffice = a.level === 'kanim' || a.level === 'tpi'
  return b.level === 'kanwil' && isOffice && a.provinceCode === b.provinceCode
}

/** All reasons hold every scope and part; a part by reason and a scope of another figure can count the same people. */
function relateReasons(a: Place, b: Place): Relation {
  if (a.scope === b.scope) {
    if (a.reason === b.reason) return 'same'
    if (a.reason === null) return 'around'
    return b.reason === null ? 'inside' : 'apart'
  }
  if (a.scope === 'semua') return a.reason === null ? 'around' : 'crossing'
  if (b.scope === 'semua') return b.reason === null ? 'inside' : 'crossing'
  return 'apart'
}
