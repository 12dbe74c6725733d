import type { Indicator } from './indicator.ts'
import { abroadSigns } from './indicators/abroad.ts'
import { coercionSigns } from './indicators/coercion.ts'
import { jobSigns } from './indicators/job.ts'
import { recruiterSigns } from './indicators/recruiter.ts'

/** Every sign of the rule set, in the order in which they are listed to readers. */
export const indicators = [...jobSigns, ...recruiterSigns, ...coercionSigns, ...abroadSigns] as const
export type IndicatorId = (typeof indicators)[number]['id']

const byId: ReadonlyMap<string, Indicator> = new Map(indicators.map(sign => [sign.id, sign]))

/** The sign with this id, or null when there is none. */
export function indicatorOf(id: string): Indicator | null {
  return byId.get(id) ?? null
}

/** Whether `id` names a sign of this rule set. */
export function isIndicatorId(id: string): id is IndicatorId {
  return byId.has(id)
}
