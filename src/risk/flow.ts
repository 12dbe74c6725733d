import { abroadQuestions, heldQuestion, offerQuestions, type QuestionId, situation } from './questions.ts'

const offerPath: readonly QuestionId[] = offerQuestions.map(question => question.id)

const commonPath: readonly QuestionId[] = [situation.id, ...offerPath]

/** Which questions follow each answer to the first one. An unanswered or unknown situation is treated as "not yet left". */
export const paths: ReadonlyMap<string | undefined, readonly QuestionId[]> = new Map<
  string | undefined,
  readonly QuestionId[]
>([
  ['belum', commonPath],
  ['bersama-perekrut', [situation.id, heldQuestion.id, ...offerPath]],
  ['di-luar-negeri', [situation.id, ...abroadQuestions.map(question => question.id)]],
])

/** The questions asked of this reader, in order. It depends on the first answer only, so earlier answers can be changed freely. */
export function pathOf(answers: Readonly<Record<string, string | undefined>>): readonly QuestionId[] {
  return paths.get(answers[situation.id]) ?? commonPath
}

/** The question after `current` on this reader's path; null after the last one, and for a question that is not on it. */
export function nextQuestion(
  answers: Readonly<Record<string, string | undefined>>,
  current: string,
): QuestionId | null {
  const path = pathOf(answers)
  const at = path.indexOf(current as QuestionId)
  return at < 0 ? null : (path[at + 1] ?? null)
}

/** The question before `current` on this reader's path; null at the start, and for a question that is not on it. */
export function previousQuestion(
  answers: Readonly<Record<string, string | undefined>>,
  current: string,
): QuestionId | null {
  const path = pathOf(answers)
  return path[path.indexOf(current as QuestionId) - 1] ?? null
}

/** Whether help lines come before any question: for people who are abroad or already with a recruiter. */
export function helpComesFirst(answers: Readonly<Record<string, string | undefined>>): boolean {
  const where = answers[situation.id]
  return where === 'di-luar-negeri' || where === 'bersama-perekrut'
}

/**
 * The question to ask next of someone who is asked the open ones only: the first without an answer after `current`, else the
 * first without one; null when all but `current` are answered. "Tidak tahu" is an answer here.
 */
export function nextUnanswered(
  answers: Readonly<Record<string, string | undefined>>,
  current: string | null,
): QuestionId | null {
  const open = pathOf(answers).filter(id => id !== current && !answers[id])
  const path: readonly string[] = pathOf(answers)
  const at = current === null ? -1 : path.indexOf(current)
  return open.find(id => path.indexOf(id) > at) ?? open[0] ?? null
}

/**
 * The question after `current`, of all or of the open ones alone; after the last one those that a link to a later question
 * left out; null when all but `current` are answered.
 */
export function nextAsked(
  answers: Readonly<Record<string, string | undefined>>,
  current: string,
  openOnly: boolean,
): QuestionId | null {
  return (openOnly ? null : nextQuestion(answers, current)) ?? nextUnanswered(answers, current)
}
