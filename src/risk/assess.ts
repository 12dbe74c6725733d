import { dimensions, type Dimension, type Indicator } from './indicator.ts'
import { type IndicatorId, indicatorOf } from './indicators.ts'

/**
 * What the reader should do, worst first. `berhenti`: stop, and call now. `periksa-dulu`: check the named things first.
 * `belum-terlihat`: no sign seen that counts; agency and job order must still be verified. There is no level that says "safe".
 */
export const levels = ['berhenti', 'periksa-dulu', 'belum-terlihat'] as const
export type Level = (typeof levels)[number]

/** How much is known: `cukup` or `kurang`. */
export type Certainty = 'cukup' | 'kurang'

/** Why the level is `berhenti`: each rule that fired, with the signs that made it fire. */
export type Ground = Readonly<{
  rule:
    | 'alone'
    | 'two-strong'
    | 'strong-and-medium'
    | 'strong-and-other'
    | 'three-medium'
    | 'two-medium-and-weak'
  dimension: Dimension | null
  signs: readonly IndicatorId[]
}>

export type Assessment = Readonly<{
  level: Level
  certainty: Certainty
  /** Signs that count: those that are enough alone, then strong, medium, weak; by id within each. */
  signs: readonly IndicatorId[]
  /** Weak signs that say nothing by themselves here: shown as notes, never as reasons. */
  notes: readonly IndicatorId[]
  grounds: readonly Ground[]
}>

/** At most this many questions of the reader's own path may be open before the certainty is `kurang`. */
export const OPEN_QUESTIONS_ALLOWED = 3

const idOf = (sign: Indicator): IndicatorId => sign.id as IndicatorId

/** A sign as it counts here: `countsWith` signs are strong beside a partner, and nothing without one. */
function effective(sign: Indicator, present: ReadonlySet<string>): Indicator | null {
  if (!sign.countsWith) return sign
  return sign.countsWith.some(id => present.has(id)) ? { ...sign, strength: 'strong' } : null
}

/**
 * Grounds for `berhenti`. Within a dimension the combinations are those of the ILO/EC operational indicators (one strong
 * and one other; three medium; two medium and one weak). Two rules are our own, and are recorded as decisions: some signs
 * are enough alone, and across dimensions a strong sign is enough with another strong or medium one.
 */
function groundsOf(signs: readonly Indicator[]): Ground[] {
  const grounds: Ground[] = signs
    .filter(sign => sign.alone)
    .map(sign => ({ rule: 'alone', dimension: sign.dimension, signs: [idOf(sign)] }))
  const strong = signs.filter(sign => sign.strength === 'strong')
  const medium = signs.filter(sign => sign.strength === 'medium')
  if (strong.length >= 2) grounds.push({ rule: 'two-strong', dimension: null, signs: strong.map(idOf) })
  if (strong.length >= 1 && medium.length >= 1)
    grounds.push({ rule: 'strong-and-medium', dimension: null, signs: [...strong, ...medium].map(idOf) })
  for (const dimension of dimensions) {
    const here = signs.filter(sign => sign.dimension === dimension)
    const of = (strength: Indicator['strength']) => here.filter(sign => sign.strength === strength)
    const [medium, weak] = [of('medium'), of('weak')]
    if (of('strong').length > 0 && medium.length + weak.length > 0)
      grounds.push({ rule: 'strong-and-other', dimension, signs: here.map(idOf) })
    if (medium.length >= 3) grounds.push({ rule: 'three-medium', dimension, signs: medium.map(idOf) })
    if (medium.length >= 2 && weak.length >= 1)
      grounds.push({ rule: 'two-medium-and-weak', dimension, signs: [...medium, ...weak].map(idOf) })
  }
  return grounds
}

const rank = { strong: 1, medium: 2, weak: 3 } as const

/** Place in a list: signs that are enough alone, then strong, medium, weak. */
const weight = (sign: Indicator) => (sign.alone ? 0 : rank[sign.strength])

/**
 * Judges a set of signs. Pure: the order and repetition of `present` do not matter, ids that are not signs are ignored,
 * and adding a sign never makes the level milder.
 *
 * @param present ids of the signs that were seen
 * @param open number of questions of the reader's path that are unanswered or answered "tidak tahu"; lowers only the certainty
 */
export function assess(present: Iterable<string>, open = 0): Assessment {
  const ids = new Set(present)
  const found = [...ids].map(indicatorOf).filter(sign => sign !== null)
  const counted = found.map(sign => effective(sign, ids)).filter(sign => sign !== null)
  const grounds = groundsOf(counted)
  const telling = counted.some(sign => sign.strength !== 'weak')
  const level: Level = grounds.length > 0 ? 'berhenti' : telling ? 'periksa-dulu' : 'belum-terlihat'
  const enough = grounds.length > 0 || open <= OPEN_QUESTIONS_ALLOWED
  const listed = level === 'belum-terlihat' ? [] : counted
  const inOrder = (list: readonly Indicator[]) =>
    [...list].sort((a, b) => weight(a) - weight(b) || (a.id < b.id ? -1 : 1)).map(idOf)
  return {
    level,
    certainty: enough ? 'cukup' : 'kurang',
    signs: inOrder(listed),
    notes: inOrder(found.filter(sign => !listed.some(other => other.id === sign.id))),
    grounds,
  }
}
