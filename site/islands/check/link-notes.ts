import { fill } from '#src/i18n/fill.ts'
import type { ParsedFragment } from '#src/risk/fragment.ts'
import type { FormView } from './types.ts'

type Arrival = Readonly<{
  /** Number of answers that the link brought and that the reader has not seen yet. */
  filled: number
  /** True when a link brought a result that somebody could show as a proof. */
  isForeign: boolean
}>

/** What a link's reader has to be told: other rules, what of it is no longer known, that answers are filled in, and by whom. */
export function notesOf(
  view: FormView,
  { lost, version, isOther, openOnly }: Extract<ParsedFragment, { kind: 'state' }>,
  { filled, isForeign }: Arrival,
): string[] {
  const { text } = view
  const unknown = [
    ...view.questions.filter(({ id }) => lost.questions.includes(id)).map(question => `“${question.text}”`),
    ...(lost.others > 0 ? [fill(text.lostOthers, { count: lost.others })] : []),
  ]
  return [
    ...(isOther ? [fill(text.otherRules, { version, now: view.ruleset })] : []),
    ...(unknown.length > 0 ? [fill(text.lost, { list: unknown.join(', ') })] : []),
    ...(filled > 0 ? [fill(openOnly ? text.prefilled : text.filled, { count: filled })] : []),
    ...(isForeign ? [text.fromLink] : []),
  ]
}
