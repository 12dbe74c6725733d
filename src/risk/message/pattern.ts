import type { IndicatorId } from '../indicators.ts'

/**
 * Where a way of saying counts. `offer`: the message speaks of work, pay or a recruiter. `away`: and not of a place in
 * Indonesia only. `abroad`: and of a place abroad. Without it the words themselves are enough.
 */
export type Scope = 'offer' | 'away' | 'abroad'

/**
 * One way recruiters say a sign, over the normalised words. Gaps are counted in words, stay inside a clause and are bounded,
 * so that matching is linear. (Inline gaps allow four words where fewer would do: engines unroll shorter loops into much more code.)
 */
export type Pattern = Readonly<{
  sign: IndicatorId
  when: RegExp
  scope?: Scope
  /** Its own words deny ("jangan bilang mau kerja"): denials before or in it do not clear it. */
  denies?: true
  /** Words within the match that turn it into something else. */
  not?: RegExp
  /** Words that must stand somewhere in the message too. */
  requires?: RegExp
  /** Words anywhere in the message that answer what the sign asks. */
  unless?: RegExp
  /** Words within 80 characters after the match that do so. */
  unlessNext?: RegExp
}>

export const pattern = (
  sign: IndicatorId,
  source: string,
  more: Omit<Pattern, 'sign' | 'when'> = {},
): Pattern => ({ sign, when: new RegExp(`\\b(?:${source})\\b`, 'g'), ...more })
