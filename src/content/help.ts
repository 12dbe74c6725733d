import { isNational } from './near.ts'
import { type HelpBody, type HelpLine, missionBodies } from './settings.ts'

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

const emergencyBodies = ['darurat', 'polisi', 'ambulans'] as const satisfies readonly HelpBody[]
const missions: ReadonlySet<HelpBody | null> = new Set<HelpBody>(missionBodies)
const emergencies: ReadonlySet<HelpBody | null> = new Set<HelpBody>(emergencyBodies)
/** What serves people of one province or regency of Indonesia. */
const offices: ReadonlySet<HelpBody | null> = new Set<HelpBody>(['bp3mi', 'disnaker'])

/** What keeps an entry from every page. `nothing-to-use`: neither a way to reach it nor a body whose number people look for. */
export type Misfit =
  | 'country-at-home'
  | 'mission-at-home'
  | 'areas-abroad'
  | 'office-abroad'
  | 'mission-everywhere'
  | 'emergency-everywhere'
  | 'nothing-to-use'

type Entry = Pick<HelpLine, 'areas' | 'body' | 'country' | 'kind' | 'tel' | 'url' | 'whatsapp' | 'where'>

/** Whether there is any way to reach a line. */
const isReachable = ({ tel, url, whatsapp }: Pick<HelpLine, 'tel' | 'url' | 'whatsapp'>) =>
  Boolean(tel || whatsapp || url)

/**
 * Everything that keeps an entry from the pages; none for one that fits. A line in Indonesia has no other country and is no
 * mission; one abroad has no provinces; one for every country (`country` null) is no mission and no emergency number, which
 * are those of one country. A body of which no number is known is said to be so, but not an emergency number at home.
 */
export function misfitsOf(entry: Entry): Misfit[] {
  const { areas, body, country, where } = entry
  const isHome = where === 'indonesia'
  const isUseful = isReachable(entry) || (body !== null && !(isHome && entry.kind === 'darurat'))
  const isEverywhere = !isHome && country === null
  const found: Record<Misfit, boolean> = {
    'country-at-home': isHome && country !== null,
    'mission-at-home': isHome && missions.has(body),
    'areas-abroad': !isHome && areas.length > 0,
    'office-abroad': !isHome && offices.has(body),
    'mission-everywhere': isEverywhere && missions.has(body),
    'emergency-everywhere': isEverywhere && emergencies.has(body),
    'nothing-to-use': !isUseful,
  }
  return (Object.keys(found) as Misfit[]).filter(misfit => found[misfit])
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

/** How far what is said of a line may be relied on, whether or not it has a number. */
export type Freshness = Exclude<Standing, 'tanpa-nomor'>

/**
 * The freshness of a line on `today` (`YYYY-MM-DD`, day in Jakarta), or null where it must not be shown: grade C without a
 * day, which nobody has checked, or an entry that fits no page (`misfitsOf`).
 */
export function freshnessOf(line: HelpLine, today: string): Freshness | null {
  const isChecked = Boolean(line.checkedBy && line.checked)
  const from = datedOn(line)
  if (misfitsOf(line).length > 0) return null
  if (line.grade === 'C' && !isChecked) return from === null ? null : 'belum-diperiksa'
  if (from === null) return 'tanpa-tanggal'
  return isRecent(from, today) ? 'baru' : 'lama'
}

/** The standing of a line on `today`, or null where it must not be shown: its freshness, where there is a way to reach it. */
export function standingOf(line: HelpLine, today: string): Standing | null {
  const freshness = freshnessOf(line, today)
  if (freshness === null) return null
  return isReachable(line) ? freshness : 'tanpa-nomor'
}

const bodyOrder: readonly (HelpBody | null)[] = [...missionBodies, ...emergencyBodies]
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
  const shown = lines.flatMap((line): ShownLine[] => {
    const standing = standingOf(line, today)
    return standing === null ? [] : [{ line, standing, from: datedOn(line) }]
  })
  return together(shown.sort(compare), ({ line }) => line)
}

/** The same in the same order, but that lines which contradict each other stand together, where the first of them stands. */
export function together<T>(items: readonly T[], lineOf: (item: T) => HelpLine): T[] {
  const left = [...items]
  const sorted: T[] = []
  const take = (item: T) => {
    left.splice(left.indexOf(item), 1)
    sorted.push(item)
    const rivals = left.filter(other => contradict(lineOf(other), lineOf(item)))
    for (const rival of rivals) if (left.includes(rival)) take(rival)
  }
  for (let first = left[0]; first; first = left[0]) take(first)
  return sorted
}

/** Whether two lines print another number for the same desk, whichever of them says so. */
export function contradict(a: HelpLine, b: HelpLine): boolean {
  return a.contradicts.includes(b.id) || b.contradicts.includes(a.id)
}

/** What is known of a country on a day, in the order in which it helps: Indonesian missions, local emergencies, other local lines. */
export type CountryHelp = Readonly<{
  missions: readonly ShownLine[]
  emergencies: readonly ShownLine[]
  others: readonly ShownLine[]
  /** Whether some mission has a number of a good source with its day. */
  hasMission: boolean
  /** Whether some mission has a number of a good source of the last two years. */
  isSure: boolean
}>

/** Whether a line has a number to call or to write to. */
export const canCall = ({ line }: ShownLine): boolean => line.tel !== null || line.whatsapp !== null

/** Whether a line answers calls from all of Indonesia. */
export const answersAtHome = (line: HelpLine): boolean =>
  line.where === 'indonesia' && line.tel !== null && isNational(line)

/** The numbers that may be shown on `today` to people in danger anywhere in Indonesia. */
export function homeEmergencies(lines: readonly HelpLine[], today: string): ShownLine[] {
  return shownLines(lines, today).filter(({ line }) => line.kind === 'darurat' && answersAtHome(line))
}

/** The help for people in the country `iso`, out of all lines. */
export function countryHelp(lines: readonly HelpLine[], iso: string, today: string): CountryHelp {
  const shown = shownLines(
    lines.filter(line => line.where === 'luar-negeri' && line.country === iso),
    today,
  )
  const ofMissions = shown.filter(({ line }) => missions.has(line.body))
  const isSure = ofMissions.some(item => item.standing === 'baru' && canCall(item))
  // What can be called comes before what can only be read; where nothing is sure, what bears a day before what does not.
  const rank = (item: ShownLine) => (canCall(item) ? 0 : 2) + (!isSure && item.from === null ? 1 : 0)
  const missionLines = together(
    ofMissions.toSorted((a, b) => rank(a) - rank(b)),
    ({ line }) => line,
  )
  return {
    missions: missionLines,
    // An emergency number is looked for by what it is for, not by how fresh its source is.
    emergencies: shown
      .filter(({ line }) => emergencies.has(line.body))
      .sort((a, b) => rankOf(a.line.body) - rankOf(b.line.body)),
    others: shown.filter(({ line }) => !missions.has(line.body) && !emergencies.has(line.body)),
    hasMission: missionLines.some(
      item => canCall(item) && (item.standing === 'baru' || item.standing === 'lama'),
    ),
    isSure,
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
