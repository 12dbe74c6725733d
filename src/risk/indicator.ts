import type { SourceRef } from './sources.ts'

/**
 * Dimensions of the ILO/EC operational indicators of trafficking in human beings (2009): what the sign is about. Signs
 * strengthen one another within a dimension.
 */
export const dimensions = [
  'deceptive',
  'coercive',
  'vulnerability',
  'exploitation',
  'coercion-abroad',
  'vulnerability-abroad',
] as const
export type Dimension = (typeof dimensions)[number]

/** How much a sign says, strongest first. */
export const strengths = ['strong', 'medium', 'weak'] as const
export type Strength = (typeof strengths)[number]

/** When a sign can be seen: before departure, once with a recruiter, already abroad. */
export type Applies = 'before' | 'with-recruiter' | 'abroad'

/** What the reader does next about a sign (`steps.ts`). The words are in the namespace `rules`, `steps.<id>`. */
export const stepIds = [
  'call-now',
  'call-embassy',
  'tell-truth',
  'work-visa',
  'do-not-board',
  'ask-written',
  'sign-nothing',
  'check-job',
  'search-again',
  'check-agency',
  'ask-official',
  'official-path',
  'closed-path',
  'keep-papers',
  'own-passport',
  'do-not-pay',
  'pay-nothing',
  'report-papers',
  'keep-data',
  'no-debt',
  'true-data',
  'tell-family',
  'tell-now',
  'keep-proof',
] as const
export type StepId = (typeof stepIds)[number]

/** Pictures, drawn once for page, card and poster. */
export const pictogramIds = [
  'lie',
  'visa',
  'closed',
  'switch',
  'boat',
  'contract',
  'hidden',
  'person',
  'licence',
  'search',
  'office',
  'intern',
  'scam',
  'pay',
  'promise',
  'passport',
  'money',
  'deadline',
  'phone',
  'papers',
  'debt',
  'family',
  'threat',
  'locked',
  'secret',
  'child',
  'identity',
  'bride',
  'organ',
  'wages',
  'hours',
  'conditions',
] as const
export type PictogramId = (typeof pictogramIds)[number]

/** A sign of danger. Its `id` is permanent: never renamed, never used again for something else. */
export type Indicator = Readonly<{
  id: string
  dimension: Dimension
  strength: Strength
  /** True when this one sign is enough for `berhenti`. Only strong signs. */
  alone?: true
  /** A weak sign that says nothing by itself, and counts as strong beside one of these. */
  countsWith?: readonly string[]
  applies: readonly Applies[]
  pictogram: PictogramId
  step: StepId
  sources: readonly [SourceRef, ...SourceRef[]]
}>
