import { fill } from '#src/i18n/fill.ts'
import { type Answers, openQuestions } from '#src/risk/answers.ts'
import type { Level } from '#src/risk/assess.ts'
import { pathOf } from '#src/risk/flow.ts'
import type { FormView } from './types.ts'

/** Open questions that are named; a list below the level has them all. */
const NAMED = 3

/** What a result rests on: what was asked, what of it is not known; for `berhenti`, that it is enough. */
export function askedText(view: FormView, answers: Answers, level: Level): string {
  const { asked } = view
  if (level === 'berhenti') return asked.enough
  const of = pathOf(answers).length
  const open = openQuestions(answers)
  const named = view.questions.filter(({ id }) => open.includes(id)).map(question => `“${question.text}”`)
  const rest = named.length - NAMED
  const list = [...named.slice(0, NAMED), ...(rest > 0 ? [fill(asked.more, { count: rest })] : [])].join(', ')
  return open.length === 0 ? fill(asked.all, { of }) : fill(asked.open, { of, open: open.length, list })
}
