import { type PeriodIndex, periodIndex, spanOf } from './period-index.ts'
import { type Place, relate } from './place.ts'

type Placed = { readonly place: Place }
/** What lies around and within a place. */
export type Relatives<T> = { readonly around: readonly T[]; readonly within: readonly T[] }

export type PlaceIndex<T extends Placed> = {
  readonly add: (item: T) => void
  /** Items around and within a place. */
  readonly relativesOf: (place: Place) => Relatives<T>
  /** The same; null when an item is at the place itself, or crosses it. */
  readonly fittingRelativesOf: (place: Place) => Relatives<T> | null
}

const isOffice = ({ level }: Place) => level === 'kanim' || level === 'tpi'

/** Items by place: only those are looked at that can count the same people, by whom, outcome and days. */
export function placeIndex<T extends Placed>(): PlaceIndex<T> {
  /** By group and measure. */
  const groups = new Map<string, Map<string, PeriodIndex<T>>>()

  const collect = (place: Place, refuses: boolean): Relatives<T> | null => {
    const around: T[] = []
    const within: T[] = []
    const span = spanOf(place.period)
    for (const name of groupsToAsk(place))
      for (const [measure, items] of groups.get(name) ?? []) {
        const isApart = measure !== place.measure && measure !== 'gabungan' && place.measure !== 'gabungan'
        for (const item of isApart ? [] : items.overlapping(span)) {
          const relation = relate(item.place, place)
          if (relation === 'around') around.push(item)
          else if (relation === 'inside') within.push(item)
          else if (relation !== 'apart' && refuses) return null
        }
      }
    return { around, within }
  }

  return {
    add: item => {
      for (const name of groupsOf(item.place)) {
        const group = groups.get(name) ?? new Map<string, PeriodIndex<T>>()
        groups.set(name, group)
        const items = group.get(item.place.measure) ?? periodIndex<T>(({ place }) => place.period)
        group.set(item.place.measure, items)
        items.add(item)
      }
    },
    relativesOf: place => collect(place, false) ?? { around: [], within: [] },
    fittingRelativesOf: place => collect(place, true),
  }
}

const all = 'below the nation'
const nation = 'the nation'

/** The groups under which a place is found. */
function groupsOf(place: Place): string[] {
  const { level, provinceCode, subject } = place
  if (level === 'nasional') return [nation]
  const below = level === 'kanwil' ? `province ${provinceCode}` : `offices of ${provinceCode}`
  return [`subject ${subject}`, below, all]
}

/** The groups whose places can hold people of this one: each place is in one of them at most. */
function groupsToAsk(place: Place): string[] {
  const { level, provinceCode, subject } = place
  if (level === 'nasional') return [nation, all]
  const other = isOffice(place) ? `province ${provinceCode}` : `offices of ${provinceCode}`
  return [`subject ${subject}`, other, nation]
}
