import { OPEN_QUESTIONS_ALLOWED } from '#src/risk/assess.ts'
import { dimensions } from '#src/risk/indicator.ts'
import { indicators } from '#src/risk/indicators.ts'
import {
  abroadQuestions,
  heldQuestion,
  offerQuestions,
  type Question,
  questions,
} from '#src/risk/questions.ts'

/** The radio of one option, as a selector. */
const radio = (question: string, option: string) => `[name=${question}][value=${option}]:checked`

const show = (level: 's' | 'v' | 'u') =>
  `{--s:${level === 's' ? 'block' : 'none'};--v:${level === 'v' ? 'block' : 'none'};--u:${level === 'u' ? 'block' : 'none'};--w:none}`

/** What comes after a `.q` that contains a checked radio of these classes, and then, further down, another one, and so on. */
const chain = (...marks: string[]) => `${marks.map(mark => `.q:has(${mark}:checked)`).join('~')}~*`

/**
 * The verdict of the page without script, as CSS over the same rules as `assess`, in variables that the verdict and the way to it
 * inherit from the form, or are given as later siblings: a question gives at most one sign and
 * questions are siblings, so "three medium signs of one dimension" is three siblings in a row. Tested against `assess` in a
 * browser with script off.
 */
export function verdictCss(): string {
  const stops = ['.f:has(.a:checked)', chain('.s', '.s'), '.f:has(.s:checked):has(.m:checked)']
  for (const [index] of dimensions.entries()) {
    const d = `.d${index}`
    stops.push(`.f:has(${d}.s:checked):has(${d}.w:checked)`)
    stops.push(chain(`${d}.m`, `${d}.m`, `${d}.m`))
    stops.push(`.f:has(${d}.w:checked) ${chain(`${d}.m`, `${d}.m`)}`)
  }
  const listed: readonly Question[] = questions
  const radios = (sign: string) =>
    listed.flatMap(question =>
      question.options.filter(option => option.sign === sign).map(option => radio(question.id, option.id)),
    )
  const verifies = '.f:has(.s:checked,.m:checked)'
  for (const sign of indicators) {
    if (!('countsWith' in sign)) continue
    const partners = sign.countsWith.flatMap(radios).join(',')
    stops.push(`.f:has(${radios(sign.id).join(',')}):has(${partners})`)
  }
  return [
    `.f:has(:checked)${show('u')}`,
    `${verifies}${show('v')}`,
    `${stops.join()}${show('s')}`,
    pathCss(),
  ].join('')
}

const held = ':has([value=bersama-perekrut]:checked)'
const away = ':has([value=di-luar-negeri]:checked)'
const home = ':has([value=belum]:checked,[value=bersama-perekrut]:checked)'

/** Classes of the questions that only one of the paths has. */
const pathClasses: ReadonlyMap<string, string> = new Map([
  [heldQuestion.id, ' held-only'],
  ...offerQuestions.map(question => [question.id, ' home-only'] as const),
  ...abroadQuestions.map(question => [question.id, ' away-only'] as const),
])

/** Class of a question that not everyone is asked, with a space before it; else empty. */
export const pathClass = (question: string): string => pathClasses.get(question) ?? ''

/** Shows the questions of the reader's own path (`pathOf`), and says so when more of them are open than `assess` allows. */
function pathCss(): string {
  const open = (question: string) =>
    Array.from(
      { length: OPEN_QUESTIONS_ALLOWED + 1 },
      () => `.q${question}:not(:has(:checked:not(.u)))`,
    ).join('~')
  const unsure = [
    `.f${away} ${open(':not(.held-only,.home-only)')}`,
    `.f${held} ${open(':not(.away-only)')}`,
    `.f:not(${away},${held}) ${open(':not(.away-only,.held-only)')}`,
  ]
  return (
    `.f:not(${held}) .held-only,.f${away} .home-only,.f:not(${away}) .away-only,` +
    // Until the place is told, the numbers of both sides stand there, each with where it counts.
    `.f${home} .not-home,.f${home} .untold,.f${away} .untold{display:none}` +
    `${unsure.map(selector => `${selector}~.out`).join()}{--k:block}`
  )
}
