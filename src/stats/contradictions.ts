import type { Figure } from '../content/figure.ts'

/**
 * Groups of published figures that cannot all be true, each group by period and id, groups by their first figure's id. A
 * figure that contradicts nothing is in no group. A reference to a figure that is not in the list is passed over.
 */
export function contradictionGroups<F extends Pick<Figure, 'id' | 'contradicts' | 'period'>>(
  figures: readonly F[],
): F[][] {
  const byId = new Map(figures.map(figure => [figure.id, figure]))
  const seen = new Set<string>()
  const groups: F[][] = []
  for (const figure of [...figures].sort((a, b) => a.id.localeCompare(b.id))) {
    if (figure.contradicts.length === 0 || seen.has(figure.id)) continue
    const group: F[] = []
    const open = [figure.id]
    while (open.length > 0) {
      const id = open.pop() ?? ''
      const member = byId.get(id)
      if (member === undefined || seen.has(id)) continue
      seen.add(id)
      group.push(member)
      open.push(...member.contradicts)
    }
    groups.push(
      group.sort((a, b) => a.period.start.localeCompare(b.period.start) || a.id.localeCompare(b.id)),
    )
  }
  return groups.filter(group => group.length > 1)
}
