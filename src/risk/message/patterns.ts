import type { Pattern } from './pattern.ts'
import { abroadPatterns } from './patterns/abroad.ts'
import { coercionPatterns } from './patterns/coercion.ts'
import { contractPatterns } from './patterns/contract.ts'
import { jobPatterns } from './patterns/job.ts'
import { journeyPatterns } from './patterns/journey.ts'
import { moneyPatterns } from './patterns/money.ts'
import { recruiterPatterns } from './patterns/recruiter.ts'

/** Every way of saying every sign that a message can show. */
export const patterns: readonly Pattern[] = [
  ...journeyPatterns,
  ...contractPatterns,
  ...recruiterPatterns,
  ...jobPatterns,
  ...moneyPatterns,
  ...coercionPatterns,
  ...abroadPatterns,
]
