import { z } from 'zod'
import { assessAnswers, chosen, signsOf } from './answers.ts'
import type { Assessment } from './assess.ts'
import { indicatorOf, isIndicatorId } from './indicators.ts'
import { MAX_MESSAGE, readMessage } from './message/read-message.ts'
import { answersOf } from './prefill.ts'
import { questionOf } from './questions.ts'
import { rulesetVersion } from './ruleset.ts'

const id = z.union([z.string(), z.number()], 'expected a string or a number')
const answersLine = z
  .object({
    id,
    answers: z.record(z.string(), z.string()).optional(),
    indicators: z.array(z.string()).optional(),
  })
  .refine(entry => entry.answers ?? entry.indicators, 'expected "answers" or "indicators" beside "id"')
const messageLine = z.object({ id, text: z.string() })

/** One judged line of the reviewer's door. `matched` is the text that gave the sign, or null where there is none. */
export type ReviewLine = Readonly<{
  id: string | number
  level: Assessment['level']
  certainty: Assessment['certainty']
  indicators: readonly Readonly<{ id: string; strength: string; matched: string | null }>[]
  ruleset: string
}>

/** A judged line, with what of the input was left out, in words for a log; empty when all of it counted. */
export type Review = Readonly<{ line: ReviewLine; left: readonly string[] }>

function lineOf(
  entryId: string | number,
  result: Assessment,
  matched: ReadonlyMap<string, string>,
): ReviewLine {
  const indicators = [...result.signs, ...result.notes].map(sign => ({
    id: sign,
    strength: indicatorOf(sign)?.strength ?? 'weak',
    matched: matched.get(sign) ?? null,
  }))
  return {
    id: entryId,
    level: result.level,
    certainty: result.certainty,
    indicators,
    ruleset: rulesetVersion,
  }
}

function parse<T>(schema: z.ZodType<T>, text: string): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Error('expected one JSON object, as {"id":1,…}')
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const place = issue?.path.length ? `${issue.path.join('.')}: ` : ''
  throw new Error(`${place}${issue?.message.replace(/^Invalid input: /, '') ?? 'not valid'}`)
}

/** What of one given answer is unknown to the rule set, in words; null when it is known. */
function foreignAnswer([question, option]: readonly [string, string]): string | null {
  const known = questionOf(question)
  if (!known) return `answers: no question "${question}"`
  return known.options.some(item => item.id === option) ? null : `answers.${question}: no option "${option}"`
}

/**
 * Judges one line of `answers`: `{"id","answers":{question: option}}`, `{"id","indicators":[…]}`, or both. A list of signs is
 * read as the answers that give them: what it does not touch is open, so an empty list is never certain. Ids that the rule
 * set does not know are left out and named.
 * @throws Error that says what is wrong: not JSON, a field missing or of a wrong type
 */
export function reviewAnswers(text: string): Review {
  const { id: entryId, answers = {}, indicators = [] } = parse(answersLine, text)
  const listed = answersOf(indicators.filter(isIndicatorId))
  const matched = new Map(
    Object.keys(answers).flatMap(question => {
      const option = chosen(answers, question)
      return option?.sign ? [[option.sign, `${question}=${option.id}`] as const] : []
    }),
  )
  const given = { ...listed.answers, ...answers }
  const extra = [...listed.extra, ...signsOf(listed.answers)]
  return {
    line: lineOf(entryId, assessAnswers(given, extra), matched),
    left: [
      ...Object.entries(answers).flatMap(entry => foreignAnswer(entry) ?? []),
      ...indicators.filter(sign => !isIndicatorId(sign)).map(sign => `indicators: no sign "${sign}"`),
    ],
  }
}

/**
 * Judges one line of `messages`: `{"id","text"}`.
 * @throws Error that says what is wrong: not JSON, a field missing or of a wrong type
 */
export function reviewMessage(text: string): Review {
  const entry = parse(messageLine, text)
  const { assessment, matches, cut } = readMessage(entry.text)
  const matched = new Map(
    [...matches].reverse().map(match => [match.sign, entry.text.slice(match.start, match.end)]),
  )
  return {
    line: lineOf(entry.id, assessment, matched),
    left: cut ? [`text: read only its first ${MAX_MESSAGE} characters`] : [],
  }
}
