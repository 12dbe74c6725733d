import type { HelpBody, HelpLine } from './settings.ts'

/**
 * How far a reader may rely on a line, best first. A number of a good source (grade A or B, or ungraded) that a person checked
 * or that its source printed within two years is `baru`, before that `lama`; without a day it is `tanpa-tanggal`. One of grade
 * C is `belum-diperiksa`. A line without any way to reach it is `tanpa-nomor`.
 */
export const standings = ['baru', 'lama', 'tanpa-tanggal', 'belum-diperiksa', 'tanpa-nomor'] as const
export type Standing = (typeof standings)[number]

/** A line as it is shown on a day. `from`: day or month (`YYYY-MM-DD`, `YYYY-MM`) of what it rests on, null where unknown. */
export type ShownLine = Readonly<{ line: HelpLine; standing: Standing; from: string | null }>

type Dated = Pick<HelpLine, 'checked' | 'checkedBy' | 'month'> & {
  source: Pick<HelpLine['source'], 'published'>
}

const asDay = (date: string) => (date.length === 7 ? `${date}-01` : date)

/** The day or month that a number rests on: of the check by a named person, or of its source, whichever is later. */
export function datedOn(line: Dated): string | null {
  const printed = line.source.published ?? line.month
  const checked = line.checkedBy ? line.checked : null
  if (!printed || !checked) return printed ?? checked
  return asDay(checked) >= asDay(printed) ? checked : printed
}

/** Not older than two years on `today` (`YYYY-MM-DD`), and not of a day to come; a month counts from its first day. */
const isRecent = (date: string, today: string) =>
  asDay(date) <= today &&
  asDay(date) >= `${String(Number(today.slice(0, 4)) - 2).padStart(4, '0')}${today.slice(4)}`

/**
 * The standing of a line on `today` (`YYYY-MM-DD`, day in Jakarta), or null where it must not be shown: grade C without a day,
 * which nobody has checked.
 */
export function standingOf(line: HelpLine, today: string): Standing | null {
  const isChecked = Boolean(line.checkedBy && line.checked)
  const from = datedOn(line)
  if (line.grade === 'C' && !isChecked && from === null) return null
  if (!line.tel && !line.whatsapp && !line.url) return 'tanpa-nomor'
  if (line.grade === 'C' && !isChecked) return 'belum-diperiksa'
  if (from === null) return 'tanpa-tanggal'
  return isRecent(from, today) ? 'baru' : 'lama'
}

const bodyOrder: readonly (HelpBody | null)[] = [
  'kbri',
  'kjri',
  'kri',
  'kdei',
  'darurat',
  'polisi',
  'ambulans',
]
const rankOf = (body: HelpBody | null) => {
  const rank = bodyOrder.indexOf(body)
  return rank < 0 ? bodyOrder.length : rank
}

function compare(a: ShownLine, b: ShownLine): number {
  const day = ({ from }: ShownLine) => (from ? asDay(from) : '')
  const isUrgent = ({ line }: ShownLine) => (line.kind === 'darurat' ? 0 : 1)
  return (
    standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
    isUrgent(a) - isUrgent(b) ||
    rankOf(a.line.body) - rankOf(b.line.body) ||
    (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0) ||
    (a.line.id < b.line.id ? -1 : a.line.id > b.line.id ? 1 : 0)
  )
}

/**
 * The lines that may be shown on `today`, best standing first, then emergencies, then by body, newest first. Lines that
 * contradict each other stand together, where the best of them stands.
 */
export function shownLines(lines: readonly HelpLine[], today: string): ShownLine[] {
  const left = lines
    .flatMap((line): ShownLine[] => {
      const standing = standingOf(line, today)
      return standing === null ? [] : [{ line, standing, from: datedOn(line) }]
    })
    .sort(compare)
  const sorted: ShownLine[] = []
  const take = (shown: ShownLine) => {
    left.splice(left.indexOf(shown), 1)
    sorted.push(shown)
    const rivals = left.filter(({ line }) => contradict(line, shown.line))
    for (const rival of rivals) if (left.includes(rival)) take(rival)
  }
  for (let first = left[0]; first; first = left[0]) take(first)
  return sorted
}

/** Whether two lines print another number for the same desk, whichever of them says so. */
export function contradict(a: HelpLine, b: HelpLine): boolean {
  return a.contradicts.includes(b.id) || b.contradicts.includes(a.id)
}

const missions: ReadonlySet<HelpBody | null> = new Set<HelpBody>(['kbri', 'kjri', 'kri', 'kdei'])
const emergencies: ReadonlySet<HelpBody | null> = new Set<HelpBody>(['darurat', 'polisi', 'ambulans'])

/** What is known of a country on a day, in the order in which it helps: Indonesian missions, local emergencies, other local lines. */
export type CountryHelp = Readonly<{
  missions: readonly ShownLine[]
  emergencies: readonly ShownLine[]
  others: readonly ShownLine[]
  /** Whether some mission has a number of a good source with its day. */
  hasMission: boolean
}>

/** The help for people in the country `iso`, out of all lines. */
export function countryHelp(lines: readonly HelpLine[], iso: string, today: string): CountryHelp {
  const shown = shownLines(
    lines.filter(line => line.where === 'luar-negeri' && line.country === iso),
    today,
  )
  const missionLines = shown.filter(({ line }) => missions.has(line.body))
  return {
    missions: missionLines,
    // An emergency number is looked for by what it is for, not by how fresh its source is.
    emergencies: shown
      .filter(({ line }) => emergencies.has(line.body))
      .sort((a, b) => rankOf(a.line.body) - rankOf(b.line.body)),
    others: shown.filter(({ line }) => !missions.has(line.body) && !emergencies.has(line.body)),
    hasMission: missionLines.some(
      ({ line, standing }) =>
        (line.tel || line.whatsapp) !== null && (standing === 'baru' || standing === 'lama'),
    ),
  }
}

/** The lines that serve Indonesians in every country, those that answer a call first. */
export function helpAnywhere(lines: readonly HelpLine[], today: string): ShownLine[] {
  const reach = ({ line }: ShownLine) => (line.whatsapp ? 0 : line.tel ? 1 : line.url ? 2 : 3)
  return shownLines(
    lines.filter(line => line.where === 'luar-negeri' && line.country === null && line.body !== 'pelaut'),
    today,
  ).sort((a, b) => reach(a) - reach(b))
}

/** The lines for seafarers, wherever they are. */
export function seafarerHelp(lines: readonly HelpLine[], today: string): ShownLine[] {
  return shownLines(
    lines.filter(line => line.body === 'pelaut'),
    today,
  )
}
