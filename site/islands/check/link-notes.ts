import { fill } from '#src/i18n/fill.ts'
import { type Answers, assessAnswers } from '#src/risk/answers.ts'
import { pathOf } from '#src/risk/flow.ts'
import { type Lost, type ParsedFragment, type Place, RESULT } from '#src/risk/fragment.ts'
import type { FormView } from './types.ts'

/** What a walk owes to a link, for as long as its reader has not answered every question of the path himself. */
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

/** The same after the reader has answered `question`; null once all answers of the path are his own. */
export function answeredSelf(link: Link | null, answers: Answers, question: string): Link | null {
  if (!link) return null
  const without = (ids: readonly string[]) => ids.filter(id => id !== question)
  const brought = without(link.brought)
  if (pathOf(answers).every(id => answers[id] && !brought.includes(id))) return null
  return { ...link, brought, lost: { ...link.lost, questions: without(link.lost.questions) } }
}

type Where = Readonly<{ place: Place; answers: Answers; extra: readonly string[]; openOnly: boolean }>

/**
 * What a link's reader has to be told, on arrival and at every result: other rules, what of it is no longer known, that
 * answers are filled in. At a result that does not say to stop: that somebody else may have given them.
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
  const count = brought.filter(id => id !== place).length
  return [
    ...(isOther ? [fill(text.otherRules, { version, now: view.ruleset })] : []),
    ...(unknown.length > 0 ? [fill(text.lost, { list: unknown.join(', ') })] : []),
    ...(count > 0 && !isStop ? [fill(filled, { count })] : []),
  ]
}
