import { disclosureThreshold } from '#src/stats/disclosure.ts'
import { type Place, placeKey, relate } from '#src/stats/place.ts'
import type { ReleasedNumber } from '#src/stats/standing.ts'

type Node = { place: Place; count: number; isCorrected: boolean }

/**
 * The tree of numbers that were given out, as its rule reads: every question looks at every number. Slow, with nothing kept
 * that could be out of step; what `standingNumbers` answers must be the same.
 */
export function standingByDefinition(released: readonly ReleasedNumber[]) {
  const nodes = new Map(
    released.map(({ counts, place }): [string, Node] => [
      placeKey(place),
      { place, count: counts.at(-1) ?? counts[0], isCorrected: counts.length > 1 },
    ]),
  )

  const within = (place: Place) => [...nodes.values()].filter(node => relate(node.place, place) === 'inside')
  const around = (place: Place) => [...nodes.values()].filter(node => relate(node.place, place) === 'around')
  /** Those directly within: not within another that is. */
  const childrenOf = (place: Place) => {
    const inner = within(place)
    return inner.filter(node => !inner.some(other => relate(node.place, other.place) === 'inside'))
  }
  const isTooSmall = (node: Node) =>
    node.count - childrenOf(node.place).reduce((total, child) => total + child.count, 0) < disclosureThreshold

  /** Numbers given out now, with what they count now. */
  const current = new Set<string>()
  const parentOf = (place: Place) => {
    const outer = around(place)
    return outer.find(node => outer.every(other => relate(other.place, node.place) !== 'inside'))
  }
  /**
   * Whether all beside which a new count would stand directly (the number around it, the others in that, those within) are
   * given out with what they count now. One that changed unseen would follow from the new count.
   */
  const isAmongCurrent = (place: Place, isCurrent: (key: string) => boolean) => {
    const parent = parentOf(place)
    const beside = parent
      ? [parent, ...childrenOf(parent.place)].filter(node => placeKey(node.place) !== placeKey(place))
      : []
    return [...beside, ...childrenOf(place)].every(node => isCurrent(placeKey(node.place)))
  }

  return {
    lastCount: (place: Place) => nodes.get(placeKey(place))?.count ?? null,

    correct: (changes: readonly { place: Place; count: number }[], unchanged: ReadonlySet<string>) => {
      const old = new Map<string, number>()
      for (const { place, count } of changes) {
        const key = placeKey(place)
        const node = nodes.get(key)
        if (node === undefined || old.has(key)) continue
        old.set(key, node.count)
        node.count = count
      }
      const restore = (node: Node) => {
        const key = placeKey(node.place)
        const count = old.get(key)
        old.delete(key)
        if (count !== undefined) node.count = count
        return count !== undefined
      }
      const isCurrent = (key: string) => unchanged.has(key) || old.has(key)
      const isUnfit = (node: Node) =>
        isTooSmall(node) || (old.has(placeKey(node.place)) && !isAmongCurrent(node.place, isCurrent))
      // Each further round took a new count back; with none left the tree is the old one.
      for (let isStable = false; !isStable; ) {
        isStable = true
        for (const key of [...old.keys()]) {
          const changed = nodes.get(key)
          if (changed === undefined) continue
          for (const node of [changed, ...around(changed.place)].filter(isUnfit)) {
            const isTakenBack = restore(node) || childrenOf(node.place).filter(restore).length > 0
            isStable &&= !isTakenBack
          }
        }
      }
      for (const key of unchanged) current.add(key)
      for (const key of old.keys()) {
        current.add(key)
        const node = nodes.get(key)
        if (node !== undefined) node.isCorrected = true
      }
      return new Set(old.keys())
    },

    admit: (place: Place, count: number) => {
      const key = placeKey(place)
      const crosses = (node: Node) => ['same', 'crossing'].includes(relate(node.place, place))
      if (nodes.has(key) || [...nodes.values()].some(crosses)) return false
      const parent = parentOf(place)
      // A number within a corrected one, or beside one, would tell what the other parts were before.
      if (parent && [parent, ...childrenOf(parent.place)].some(node => node.isCorrected)) return false
      if (!isAmongCurrent(place, known => current.has(known))) return false
      const node = { place, count, isCorrected: false }
      nodes.set(key, node)
      const fits = ![node, ...(parent ? [parent] : [])].some(isTooSmall)
      if (fits) current.add(key)
      else nodes.delete(key)
      return fits
    },
  }
}
