import { fill } from '../i18n/fill.ts'
import type { Language } from '../slugs.ts'
import {
  answersAtHome,
  canCall,
  type CountryHelp,
  contradict,
  helpAnywhere,
  type ShownLine,
  shownLines,
} from './help.ts'
import type { HelpLine } from './settings.ts'

/** A number to tap. */
export type Call = Readonly<{
  href: string
  /** Whose number it is, and the number. */
  text: string
  /** The number alone, or "WhatsApp". */
  number: string
}>

/** The numbers of an emergency by where the caller is, best first. `abroad` is empty where no line is published. */
export type Calls = Readonly<{ here: readonly Call[]; abroad: readonly Call[] }>

/** Words around the numbers, of the namespace `check`. */
export type CallWords = Readonly<{ police: string; policeSaid: string; or: string; fromAbroad: string }>

/** Values of the texts that name numbers: `{{here}}` and `{{fromAbroad}}`. */
export type CallValues = Readonly<{ here: string; fromAbroad: string }>

/** The police's number in Indonesia, where no line says another one. */
const POLICE = '110'

/** A number that is not broken over two rows: no-break spaces and hyphens. */
export const unbroken = (number: string) => number.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')

/** The name without what stands in brackets behind it. */
const shortName = (line: HelpLine, language: Language) => line.name[language].replace(/ \(.*\)$/, '')

const numberOf = (line: HelpLine) => unbroken(line.telShown ?? line.tel ?? `+${line.whatsapp}`)

function waysOf(line: HelpLine, language: Language): Call[] {
  const name = shortName(line, language)
  const way = (href: string, number: string): Call => ({ href, text: `${name} ${number}`, number })
  return [
    ...(line.whatsapp ? [way(`https://wa.me/${line.whatsapp}`, 'WhatsApp')] : []),
    ...(line.tel ? [way(`tel:${line.tel}`, numberOf(line))] : []),
  ]
}

/** The lines that the numbers are taken from, as far as they are published and may be shown on `today`. */
function chosen(lines: readonly HelpLine[], today: string) {
  const shown = shownLines(lines, today).map(({ line }) => line)
  const here = (id: string) => shown.find(line => line.id === id && answersAtHome(line))
  return {
    police: here('polisi-110'),
    ministry: here('kp2mi-dalam-negeri'),
    abroad: helpAnywhere(lines, today).find(canCall)?.line,
  }
}

/** The numbers to tap, out of all published lines, on `today` (`YYYY-MM-DD`, day in Jakarta). */
export function callsOf(
  lines: readonly HelpLine[],
  today: string,
  words: CallWords,
  language: Language,
): Calls {
  const { police, ministry, abroad } = chosen(lines, today)
  const number = police ? numberOf(police) : POLICE
  return {
    here: [
      { href: `tel:${police?.tel ?? POLICE}`, text: fill(words.police, { number }), number },
      // Inside the country by telephone: a message waits.
      ...(ministry ? waysOf({ ...ministry, whatsapp: null }, language) : []),
    ],
    abroad: abroad ? waysOf(abroad, language) : [],
  }
}

/** What `{{here}}` and `{{fromAbroad}}` stand for in texts; the second is empty where no line is published. */
export function callValues(
  lines: readonly HelpLine[],
  today: string,
  words: CallWords,
  language: Language,
): CallValues {
  const { police, ministry, abroad } = chosen(lines, today)
  const said = (line: HelpLine) => `${shortName(line, language)} ${numberOf(line)}`
  return {
    here: [
      fill(words.policeSaid, { number: police ? numberOf(police) : POLICE }),
      ...(ministry ? [said(ministry)] : []),
    ].join(words.or),
    fromAbroad: abroad ? fill(words.fromAbroad, { line: said(abroad) }) : '',
  }
}

/** Texts of any shape with the values in them put in; every other placeholder stays. */
export function withCalls<Texts>(texts: Texts, values: CallValues): Texts {
  return JSON.parse(JSON.stringify(texts), (_key, value: unknown) =>
    typeof value === 'string' ? fill(value, values) : value,
  ) as Texts
}

const forEverybody: ReadonlySet<HelpLine['body']> = new Set<HelpLine['body']>(['kbri', 'kdei'])
const postOf = ({ line }: ShownLine) => `${line.body} ${line.city}`

/**
 * The one number of a mission that may stand alone, without its date and note: for emergencies of everybody (`kind`), of a
 * source of the last two years that no other such source contradicts, and of a post that serves the whole country: the embassy
 * or trade office, or the only mission there is. Null where there is none: a consulate of one region sends others astray.
 */
export function bestMission({ missions }: Pick<CountryHelp, 'missions'>): HelpLine | null {
  const isOnly = new Set(missions.map(postOf)).size === 1
  const sure = missions.filter(({ standing }) => standing === 'baru')
  const best = sure.find(
    item =>
      item.line.kind === 'darurat' &&
      canCall(item) &&
      (isOnly || forEverybody.has(item.line.body)) &&
      !sure.some(other => other !== item && contradict(other.line, item.line)),
  )
  return best?.line ?? null
}

/** A line as one number to tap, the call before the message. */
export function callOf(line: HelpLine, language: Language): Call | null {
  return waysOf(line, language).at(-1) ?? null
}
