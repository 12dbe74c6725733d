import { fill } from '#src/i18n/fill.ts'
import { type Answers, assessAnswers, chosen } from '#src/risk/answers.ts'
import { pathOf } from '#src/risk/flow.ts'
import { type Lost, type ParsedFragment, type Place, RESULT } from '#src/risk/fragment.ts'
import type { FormView } from './types.ts'

/** What a walk owes to a link, for as long as an answer or a sign of it counts or a question of the path is open. */
export type Link = Readonly<{
  /** Questions whose answer came with the link, and that the reader has not gone past since. */
  brought: readonly string[]
  lost: Lost
  version: string
  isOther: boolean
}>

/** What a link that was read leaves to be told. */
export function linkOf({
  answers,
  lost,
  version,
  isOther,
}: Extract<ParsedFragment, { kind: 'state' }>): Link {
  return { brought: Object.keys(answers), lost, version, isOther }
}

/**
 * `answers` without what a link brought for a path that is not the reader's and that gives no sign: it counts for nothing,
 * and is asked when the reader comes onto that path. What gives a sign stays: nothing that a link says makes a level milder.
 * @param brought questions whose answer came with the link; all where it is left out
 */
export function onOwnPath(answers: Answers, brought: readonly string[] = Object.keys(answers)): Answers {
  const path: readonly string[] = pathOf(answers)
  return Object.fromEntries(
    Object.entries(answers).filter(
      ([id]) => path.includes(id) || !brought.includes(id) || chosen(answers, id)?.sign,
    ),
  )
}

/**
 * The same after the reader has answered `question`; null once nothing of the answers or signs is
 * the link's and all of the path are answered.
 * @param extra signs that came with the link
 */
export function answeredSelf(
  link: Link | null,
  answers: Answers,
  extra: readonly string[],
  question: string,
): Link | null {
  if (!link) return null
  const without = (ids: readonly string[]) => ids.filter(id => id !== question)
  const brought = without(link.brought).filter(id => answers[id])
  if (brought.length + extra.length === 0 && pathOf(answers).every(id => answers[id])) return null
  return { ...link, brought, lost: { ...link.lost, questions: without(link.lost.questions) } }
}

type Where = Readonly<{ place: Place; answers: Answers; extra: readonly string[]; openOnly: boolean }>

/**
 * What a link's reader has to be told, on arrival and at every result: other rules, what of it is no longer known, that
 * answers are filled in, signs among them. At a result that does not say to stop: that somebody else may have given them.
 */
export function notesOf(view: FormView, link: Link, { place, answers, extra, openOnly }: Where): string[] {
  const { text } = view
  const { brought, lost, version, isOther } = link
  const unknown = [
    ...view.questions.filter(({ id }) => lost.questions.includes(id)).map(question => `“${question.text}”`),
    ...(lost.others > 0 ? [fill(text.lostOthers, { count: lost.others })] : []),
  ]
  const isResult = place === RESULT
  const isStop = isResult && assessAnswers(answers, extra).level === 'berhenti'
  const filled = isResult ? text.fromLink : openOnly ? text.prefilled : text.filled
  const count = brought.filter(id => id !== place).length + extra.length
  return [
    ...(isOther ? [fill(text.otherRules, { version, now: view.ruleset })] : []),
    ...(unknown.length > 0 ? [fill(text.lost, { list: unknown.join(', ') })] : []),
    ...(count > 0 && !isStop ? [fill(filled, { count })] : []),
  ]
}
