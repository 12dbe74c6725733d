import { type Assessment, assess } from './assess.ts'
import { pathOf } from './flow.ts'
import type { IndicatorId } from './indicators.ts'
import { type Option, questionOf } from './questions.ts'

/** Question id → id of the chosen option. Unknown ids on either side are ignored by everything that reads it. */
export type Answers = Readonly<Record<string, string | undefined>>

/** The chosen option of one question, or null when it is unanswered or the answer is not one of its options. */
export function chosen(answers: Answers, questionId: string): Option | null {
  return questionOf(questionId)?.options.find(option => option.id === answers[questionId]) ?? null
}

/**
 * Signs that the answers give, in no promised order. Every answered question counts, also one that is no longer on the
 * reader's path: taking back "I am abroad" must not hide that the passport is held.
 */
export function signsOf(answers: Answers): IndicatorId[] {
  return Object.keys(answers).flatMap(id => chosen(answers, id)?.sign ?? [])
}

/** Questions of the reader's path that are unanswered or answered "tidak tahu". */
export function openQuestions(answers: Answers): string[] {
  return pathOf(answers).filter(id => {
    const option = chosen(answers, id)
    return option === null || option.unknown === true
  })
}

/**
 * Judges a set of answers, with signs from elsewhere (a message that was read) added. Never throws; foreign ids are ignored.
 */
export function assessAnswers(answers: Answers, extra: Iterable<string> = []): Assessment {
  return assess([...signsOf(answers), ...extra], openQuestions(answers).length)
}
