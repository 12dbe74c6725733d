import { type Figure, type Measure, measures } from '#src/content/figure.ts'
import { contradictionGroups } from '#src/stats/contradictions.ts'
import { figureYear } from './figure-href.ts'

/**
 * A table row: the figure, how deep it lies under what it is a part of, that whole (wherever it stands), and the figures
 * that contradict it but stand in another group.
 */
export type Row = { figure: Figure; depth: number; whole: Figure | null; against: Figure[] }
/** Rows that belong together: one figure with its parts, or figures that contradict each other with theirs. */
export type Cluster = { rows: Row[]; disputed: boolean }
export type MeasureGroup = { measure: Measure; count: number; clusters: Cluster[] }

const subjectRank = { nasional: 0, kanwil: 1, kanim: 2, tpi: 3 } as const

/** Nation, provinces, offices, ports; then by name, oldest first. */
export function byPlace(a: Figure, b: Figure): number {
  return (
    subjectRank[a.subject.kind] - subjectRank[b.subject.kind] ||
    a.subject.name.localeCompare(b.subject.name, 'id') ||
    byTime(a, b)
  )
}

/** Oldest first, then the shorter period, then the id. */
export function byTime(a: Figure, b: Figure): number {
  return (
    a.period.start.localeCompare(b.period.start) ||
    a.period.end.localeCompare(b.period.end) ||
    a.id.localeCompare(b.id)
  )
}

/** For each figure that is contradicted: the ids of the others in its group of contradicting figures. */
export function disputes(figures: readonly Figure[]): Map<string, Set<string>> {
  const groups = contradictionGroups(figures).map(group => group.map(figure => figure.id))
  return new Map(
    groups.flatMap(ids => ids.map(id => [id, new Set(ids.filter(other => other !== id))] as const)),
  )
}

/** The figures of each year, newest year first. A figure belongs to the year in which its period starts. */
export function byYear(figures: readonly Figure[]): { year: string; figures: Figure[] }[] {
  const years = [...new Set(figures.map(figureYear))].sort().reverse()
  return years.map(year => ({ year, figures: figures.filter(figure => figureYear(figure) === year) }))
}

/**
 * The tables of one list of figures: a group for each measure that occurs, parts right under their whole, contradicting
 * figures side by side. `all` is the whole collection: a whole may stand on another page.
 */
export function measureGroups(figures: readonly Figure[], all: readonly Figure[]): MeasureGroup[] {
  const known = new Map(all.map(figure => [figure.id, figure]))
  return measures.flatMap(measure => {
    const members = figures.filter(figure => figure.measure === measure).sort(byPlace)
    if (members.length === 0) return []
    return [{ measure, count: members.length, clusters: clusters(members, known) }]
  })
}

function clusters(members: readonly Figure[], known: ReadonlyMap<string, Figure>): Cluster[] {
  const inGroup = new Set(members.map(figure => figure.id))
  const placed = new Set<string>()
  const sets = contradictionGroups(members)
  const opposed = disputes([...known.values()])
  const tree = (figure: Figure, depth: number): Row[] => {
    if (placed.has(figure.id)) return []
    placed.add(figure.id)
    const whole = figure.subsetOf === null ? null : (known.get(figure.subsetOf) ?? null)
    const parts = members.filter(candidate => candidate.subsetOf === figure.id)
    const against = [...(opposed.get(figure.id) ?? [])]
      .flatMap(id => known.get(id) ?? [])
      .filter(other => !inGroup.has(other.id))
    return [{ figure, depth, whole, against }, ...parts.flatMap(part => tree(part, depth + 1))]
  }
  const roots = members.filter(figure => figure.subsetOf === null || !inGroup.has(figure.subsetOf))
  // What is left after the roots lies in a circle of subsets: shown all the same.
  return [...roots, ...members].flatMap(root => {
    if (placed.has(root.id)) return []
    const set = sets.find(candidates => candidates.some(figure => figure.id === root.id)) ?? [root]
    const rows = set.flatMap(figure => tree(figure, 0))
    return [{ rows, disputed: set.length > 1 }]
  })
}
