import type { Answers } from './answers.ts'
import type { Applies } from './indicator.ts'
import { indicatorOf } from './indicators.ts'
import { situation } from './questions.ts'

/** Where the reader says to be; 110 counts in Indonesia only. */
export type Place = 'home' | 'abroad' | 'unknown'

const places: Readonly<Record<string, Place | undefined>> = {
  belum: 'home',
  'bersama-perekrut': 'home',
  'di-luar-negeri': 'abroad',
}

/** What was told of the place; `unknown` for no answer and for "tidak tahu". */
export function toldPlace(answers: Answers): Place {
  return places[answers[situation.id] ?? ''] ?? 'unknown'
}

/** Whether some sign can only be seen abroad: who did not say where they are is then spoken to as someone abroad. */
export function hasSignAbroad(signs: Iterable<string>): boolean {
  return [...signs].some(id => {
    const applies: readonly Applies[] = indicatorOf(id)?.applies ?? []
    return applies.length > 0 && applies.every(where => where === 'abroad')
  })
}

/** Whether words and steps are those for someone abroad: as told, else by the signs. */
export function speaksAbroad(told: Place, signs: Iterable<string>): boolean {
  return told === 'abroad' || (told === 'unknown' && hasSignAbroad(signs))
}
