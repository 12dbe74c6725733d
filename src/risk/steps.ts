import type { Level } from './assess.ts'
import type { Indicator, StepId } from './indicator.ts'

/** What a step asks of the reader. */
export type Step = Readonly<{
  /** Whom the reader has to ask: the recruiter, a public office or help line, or nobody. */
  asks: 'recruiter' | 'official' | 'nobody'
  /** True when it helps with the offer: to verify it, to put its papers in order, to decide on it. Never at a stop. */
  goesOn?: true
  /** True when it can be done, and makes sense, in another country. */
  abroad?: true
  /** What takes its place when the level is `berhenti`: nobody who must stop is sent back to the recruiter, or to shop for proof. */
  atStop?: StepId
}>

/** Every step. The words are in the namespace `rules`, `steps.<id>`; a test holds them to what is said here. */
export const steps: Readonly<Record<StepId, Step>> = {
  'call-now': { asks: 'official' },
  'call-embassy': { asks: 'official', abroad: true },
  'tell-truth': { asks: 'nobody' },
  'work-visa': { asks: 'recruiter', goesOn: true, atStop: 'do-not-board' },
  'do-not-board': { asks: 'official' },
  'ask-written': { asks: 'recruiter', goesOn: true, atStop: 'sign-nothing' },
  'sign-nothing': { asks: 'official' },
  'check-job': { asks: 'nobody', goesOn: true, atStop: 'ask-official' },
  'search-again': { asks: 'nobody', goesOn: true, atStop: 'ask-official' },
  'check-agency': { asks: 'recruiter', goesOn: true, atStop: 'ask-official' },
  'ask-official': { asks: 'official' },
  'official-path': { asks: 'official', goesOn: true, atStop: 'ask-official' },
  'closed-path': { asks: 'official' },
  'keep-papers': { asks: 'official' },
  'own-passport': { asks: 'nobody', goesOn: true, atStop: 'keep-papers' },
  'do-not-pay': { asks: 'recruiter', goesOn: true, atStop: 'pay-nothing' },
  'pay-nothing': { asks: 'nobody', abroad: true },
  'report-papers': { asks: 'official' },
  'keep-data': { asks: 'nobody', abroad: true },
  'no-debt': { asks: 'official', goesOn: true, atStop: 'sign-nothing' },
  'true-data': { asks: 'official' },
  'tell-family': { asks: 'nobody', goesOn: true, atStop: 'tell-now' },
  'tell-now': { asks: 'official' },
  'keep-proof': { asks: 'nobody', abroad: true },
}

/**
 * The step to show for a sign: its own, or what takes its place at this level and where the reader is. At `berhenti` it never
 * asks the recruiter nor helps with the offer; to someone abroad it never gives what works in Indonesia only.
 */
export function stepFor(sign: Pick<Indicator, 'step'>, level: Level, isAbroad: boolean): StepId {
  const step = (level === 'berhenti' && steps[sign.step].atStop) || sign.step
  return isAbroad && !steps[step].abroad ? 'call-embassy' : step
}

/**
 * Whether a sign only adds to others here, and is told so: the own words of a weak sign say that it proves nothing, which
 * contradicts a stop.
 */
export function onlyAdds(sign: Pick<Indicator, 'strength' | 'countsWith'>, level: Level): boolean {
  return level === 'berhenti' && sign.strength === 'weak' && !sign.countsWith
}
