import type { Answers } from './answers.ts'
import { type Question, questions } from './questions.ts'

/**
 * Answers that say the same as these signs, as far as each question takes one: of two signs of one question the first in
 * its order (the heavier) becomes the answer. What finds no place is returned as `extra`, so that no sign is lost.
 */
export function answersOf(signs: Iterable<string>): Readonly<{ answers: Answers; extra: readonly string[] }> {
  const open = new Set(signs)
  const listed: readonly Question[] = questions
  const answers: Record<string, string> = {}
  for (const question of listed) {
    const option = question.options.find(item => item.sign && open.has(item.sign))
    if (!option?.sign) continue
    answers[question.id] = option.id
    open.delete(option.sign)
  }
  return { answers, extra: [...open] }
}
