import { OPEN_QUESTIONS_ALLOWED } from '#src/risk/assess.ts'
import { dimensions } from '#src/risk/indicator.ts'
import { indicators } from '#src/risk/indicators.ts'
import { offerQuestions, type Question, questions } from '#src/risk/questions.ts'

/** The radio of one option, as a selector. */
const radio = (question: string, option: string) => `[name=${question}][value=${option}]:checked`

const show = (level: 's' | 'v' | 'u') =>
  `{--s:${level === 's' ? 'block' : 'none'};--v:${level === 'v' ? 'block' : 'none'};--u:${level === 'u' ? 'block' : 'none'};--w:none}`

/** `.q` that contains a checked radio of these classes, and then, further down, another one, and so on, and then the verdict. */
const chain = (...marks: string[]) => `${marks.map(mark => `.q:has(${mark}:checked)`).join('~')}~.out`

/**
 * The verdict of the page without script, as CSS over the same rules as `assess`: a question gives at most one sign and
 * questions are siblings, so "three medium signs of one dimension" is three siblings in a row. Tested against `assess` in a
 * browser with script off.
 */
export function verdictCss(): string {
  const stops = ['.f:has(.a:checked) .out', chain('.s', '.s'), '.f:has(.s:checked):has(.m:checked) .out']
  for (const [index] of dimensions.entries()) {
    const d = `.d${index}`
    stops.push(`.f:has(${d}.s:checked):has(${d}.w:checked) .out`)
    stops.push(chain(`${d}.m`, `${d}.m`, `${d}.m`))
    stops.push(`.f:has(${d}.w:checked) ${chain(`${d}.m`, `${d}.m`)}`)
  }
  const listed: readonly Question[] = questions
  const radios = (sign: string) =>
    listed.flatMap(question =>
      question.options.filter(option => option.sign === sign).map(option => radio(question.id, option.id)),
    )
  const verifies = ['.f:has(.s:checked,.m:checked) .out']
  for (const sign of indicators) {
    if (!('countsWith' in sign)) continue
    const partners = sign.countsWith.flatMap(radios).join(',')
    stops.push(`.f:has(${radios(sign.id).join(',')}):has(${partners}) .q~.out`)
  }
  const open = `${Array.from({ length: OPEN_QUESTIONS_ALLOWED + 1 }, () => '.q.core:not(:has(:checked:not(.u)))').join('~')}~.out`
  return [
    `.f:has(:checked) .out${show('u')}`,
    `${verifies.join()}${show('v')}`,
    `${stops.join()}${show('s')}`,
    `${open}{--k:block}`,
  ].join('')
}

/** Questions that count for the certainty without script: those of the common path. */
export const coreQuestions: ReadonlySet<string> = new Set(offerQuestions.map(question => question.id))
