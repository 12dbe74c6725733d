import { disclosureThreshold } from './disclosure.ts'
import { numberTree, parentOf, restOf, type TreeNode } from './number-tree.ts'
import { type Place, placeKey } from './place.ts'

/**
 * A number that was given out, with its counts, the last one last. What was given out once stands for good, also when it was
 * taken down: whoever kept it can set it against every later number.
 */
export type ReleasedNumber = { readonly place: Place; readonly counts: readonly [number, ...number[]] }

/**
 * All numbers that anybody can have seen, as a tree: any two are apart, or one lies wholly within the other, and what is left
 * of a number without those within it is never below the threshold. Whoever has them all knows these remainders and nothing
 * else, and a remainder is a sum of at least the threshold.
 */
export type Standing = {
  /** The last count given out for the place of this key, or null. */
  lastCount: (key: string) => number | null
  /**
   * Takes new counts for numbers that stand already. Returns the keys of those that may be given out; where the new counts
   * together would leave a remainder below the threshold, the ones concerned are refused and the old count stands. A number is
   * refused too when one directly around, within or beside it is given out no more, or not with what it counts now.
   * Called once, before numbers are admitted.
   * @param unchanged keys of the numbers that are given out again and still count what they did
   */
  correct: (
    changes: readonly { key: string; count: number }[],
    unchanged: ReadonlySet<string>,
  ) => ReadonlySet<string>
  /** Adds a number when the tree stays one with it; false when it must be held. */
  admit: (place: Place, count: number) => boolean
}

/** The tree of what was released so far, to which more is added. */
export function standingNumbers(released: readonly ReleasedNumber[]): Standing {
  const tree = numberTree()
  for (const { counts, place } of new Map(released.map(number => [placeKey(number.place), number])).values())
    tree.insert(place, {
      count: counts.at(-1) ?? counts[0],
      isCorrected: counts.length > 1,
      isCurrent: false,
    })

  /** Whether what stands directly beside is given out with what it counts now. One that changed unseen would follow. */
  const isAmongCurrent = (node: TreeNode) => {
    const parent = parentOf(node)
    const isBeside =
      parent === null || (parent.isCurrent && parent.inner.outdated === Number(!node.isCurrent))
    return isBeside && node.inner.outdated === 0
  }

  return {
    lastCount: key => tree.get(key)?.count ?? null,

    correct: (changes, unchanged) => {
      const old = new Map<TreeNode, number>()
      for (const { count, key } of changes) {
        const node = tree.get(key)
        if (node === undefined || old.has(node)) continue
        old.set(node, node.count)
        tree.change(node, { count, isCurrent: true })
      }
      for (const key of unchanged) {
        const node = tree.get(key)
        if (node) tree.change(node, { isCurrent: true })
      }
      const restore = (node: TreeNode) => {
        const count = old.get(node)
        if (count === undefined) return false
        old.delete(node)
        tree.change(node, { count, isCurrent: unchanged.has(node.key) })
        return true
      }
      const isUnfit = (node: TreeNode) =>
        restOf(node) < disclosureThreshold || (old.has(node) && !isAmongCurrent(node))
      // Each further round took a new count back; with none left the tree is the old one.
      for (let isStable = false; !isStable; ) {
        isStable = true
        for (const changed of [...old.keys()]) {
          const outer = [...changed.around].sort((a, b) => a.order - b.order)
          for (const node of [changed, ...outer].filter(isUnfit)) {
            const isTakenBack = restore(node) || [...node.children].filter(restore).length > 0
            isStable &&= !isTakenBack
          }
        }
      }
      for (const node of old.keys()) tree.change(node, { isCorrected: true })
      return new Set([...old.keys()].map(node => node.key))
    },

    admit: (place, count) => {
      const spot = tree.spotFor(place)
      if (spot === null) return false
      const { children, parent } = spot
      // A number within a corrected one, or beside one, would tell what the other parts were before.
      if (parent && (parent.isCorrected || parent.inner.corrected > 0)) return false
      // One directly around, beside or within that changed unseen would follow from the new number.
      if (parent && !(parent.isCurrent && parent.inner.outdated === 0)) return false
      if (children.some(child => !child.isCurrent)) return false
      const rest = children.reduce((left, child) => left - child.count, count)
      if (rest < disclosureThreshold || spot.restOfParent(count) < disclosureThreshold) return false
      spot.insert({ count, isCorrected: false, isCurrent: true })
      return true
    },
  }
}
