import { z } from 'zod'
import { type Assessment, assess } from './assess.ts'
import { assessAnswers, signsOf } from './answers.ts'
import { indicatorOf, isIndicatorId } from './indicators.ts'
import { questionOf } from './questions.ts'
import { readMessage } from './message/read-message.ts'
import { rulesetVersion } from './ruleset.ts'

const idSchema = z.union([z.string().min(1).max(200), z.number()])
const answersLine = z.union([
  z.object({ id: idSchema, answers: z.record(z.string(), z.string()) }),
  z.object({ id: idSchema, indicators: z.array(z.string()).max(200) }),
])
const messageLine = z.object({ id: idSchema, text: z.string().max(1_000_000) })

/** One judged line of the reviewer's door. `matched` is the text that gave the sign, or null where there is none. */
export type ReviewLine = Readonly<{
  id: string | number
  level: Assessment['level']
  certainty: Assessment['certainty']
  indicators: readonly Readonly<{ id: string; strength: string; matched: string | null }>[]
  ruleset: string
}>

function line(id: string | number, result: Assessment, matched: ReadonlyMap<string, string>): ReviewLine {
  const indicators = [...result.signs, ...result.notes].map(sign => ({
    id: sign,
    strength: indicatorOf(sign)?.strength ?? 'weak',
    matched: matched.get(sign) ?? null,
  }))
  return { id, level: result.level, certainty: result.certainty, indicators, ruleset: rulesetVersion }
}

function parse<T>(schema: z.ZodType<T>, text: string): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Error('expected one JSON object on the line')
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Error(`${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'not valid'}`)
}

/**
 * Judges one line of `answers`: `{"id","answers":{question: option}}` or `{"id","indicators":[…]}`.
 * @throws Error that says what is wrong: not JSON, a field missing, or an id that the rule set does not know
 */
export function reviewAnswers(text: string): ReviewLine {
  const entry = parse(answersLine, text)
  if ('indicators' in entry) {
    const foreign = entry.indicators.find(id => !isIndicatorId(id))
    if (foreign !== undefined)
      throw new Error(`indicators: no sign "${foreign}" in rule set ${rulesetVersion}`)
    return line(entry.id, assess(entry.indicators), new Map())
  }
  for (const [question, option] of Object.entries(entry.answers)) {
    if (!questionOf(question)) throw new Error(`answers: no question "${question}"`)
    if (!questionOf(question)?.options.some(item => item.id === option))
      throw new Error(`answers.${question}: no option "${option}"`)
  }
  const matched = signsOf(entry.answers).map(
    sign =>
      [
        sign,
        Object.entries(entry.answers)
          .find(([, option]) => option === sign)
          ?.join('=') ?? '',
      ] as const,
  )
  return line(entry.id, assessAnswers(entry.answers), new Map(matched))
}

/**
 * Judges one line of `messages`: `{"id","text"}`.
 * @throws Error that says what is wrong with the line
 */
export function reviewMessage(text: string): ReviewLine {
  const entry = parse(messageLine, text)
  const { assessment, matches } = readMessage(entry.text)
  return line(
    entry.id,
    assessment,
    new Map([...matches].reverse().map(match => [match.sign, entry.text.slice(match.start, match.end)])),
  )
}
