import type { Answers } from '#src/risk/answers.ts'
import type { Assessment } from '#src/risk/assess.ts'
import type rules from '#src/i18n/id/rules.json'

/**
 * Official differences that the reader should know of, by what was answered. At a stop only those about what counted: that a
 * sign may mean nothing is not said there.
 */
export function notesFor(assessment: Assessment, answers: Answers): (keyof (typeof rules)['notes'])[] {
  const isStop = assessment.level === 'berhenti'
  const seen: readonly string[] = [...assessment.signs, ...(isStop ? [] : assessment.notes)]
  const isWeak = !isStop && assessment.notes.some(id => id !== 'employer-pays-all')
  return [
    ...(seen.includes('employer-pays-all') ? (['employer-pays'] as const) : []),
    ...(answers.perekrut === 'p3mi' ? (['licence'] as const) : []),
    ...(isWeak ? (['official-weak'] as const) : []),
  ]
}
