import { placeIndex, type Relatives } from './place-index.ts'
import { type Place, placeKey } from './place.ts'

/** A number of the tree. Read it; it is changed through the tree alone. */
export type TreeNode = {
  readonly place: Place
  readonly key: string
  /** Which came first: 0, 1, 2 … */
  readonly order: number
  readonly count: number
  readonly isCorrected: boolean
  /** Given out now, with what it counts now. */
  readonly isCurrent: boolean
  /** All numbers around it. */
  readonly around: ReadonlySet<TreeNode>
  /** Those directly around it, of which there is more than one only where places contradict each other. */
  readonly parents: ReadonlySet<TreeNode>
  /** Those directly within: not within another that is. */
  readonly children: ReadonlySet<TreeNode>
  /** Of the numbers directly within: their sum, how many are not current, and how many are corrected. */
  readonly inner: { readonly sum: number; readonly outdated: number; readonly corrected: number }
}

type Node = {
  -readonly [K in keyof TreeNode]: TreeNode[K] extends ReadonlySet<TreeNode> ? Set<Node> : TreeNode[K]
} & { inner: { sum: number; outdated: number; corrected: number } }
type State = Pick<TreeNode, 'count' | 'isCorrected' | 'isCurrent'>

/** Where a new number would stand, and what is directly around and within it there. */
export type Spot = {
  readonly place: Place
  readonly parent: TreeNode | null
  readonly children: readonly TreeNode[]
  /** What would be left of the parent without those directly within it, once a number of this count stands here. */
  readonly restOfParent: (count: number) => number
  readonly insert: (state: State) => TreeNode
}

export type NumberTree = {
  readonly get: (key: string) => TreeNode | undefined
  /** The spot for a place that has no number yet; null when the place crosses one that stands. */
  readonly spotFor: (place: Place) => Spot | null
  /** Puts a number in, whatever it crosses. */
  readonly insert: (place: Place, state: State) => void
  readonly change: (node: TreeNode, state: Partial<State>) => void
}

/** Of several numbers directly around one, that which came first. */
export const parentOf = (node: TreeNode): TreeNode | null => firstOf(node.parents)

/** What is left of a number without those directly within it. */
export const restOf = (node: TreeNode): number => node.count - node.inner.sum

/**
 * Numbers, each with what lies directly around and within it. Every step looks at the numbers that a place lies in or holds and
 * at no others; what the rules ask of siblings is kept as sums.
 */
export function numberTree(): NumberTree {
  const nodes = new Map<string, Node>()
  const index = placeIndex<Node>()

  function spotAt(
    place: Place,
    { around, within }: Relatives<Node>,
  ): Spot & { insert: (state: State) => Node } {
    const [outer, inner] = [new Set(around), new Set(within)]
    const parents = around.filter(node => !around.some(other => other.around.has(node)))
    const children = within.filter(node => ![...node.around].some(other => inner.has(other)))
    const parent = firstOf(parents)
    return {
      place,
      parent,
      children,
      restOfParent: count => {
        if (parent === null) return Number.POSITIVE_INFINITY
        const taken = within.filter(node => parent.children.has(node))
        return restOf(parent) + sumOf(taken) - count
      },
      insert: state => {
        const node: Node = {
          place,
          key: placeKey(place),
          order: nodes.size,
          ...state,
          around: outer,
          parents: new Set(),
          children: new Set(),
          inner: { sum: 0, outdated: 0, corrected: 0 },
        }
        for (const below of within) {
          below.around.add(node)
          for (const above of [...below.parents].filter(other => outer.has(other))) unlink(above, below)
        }
        for (const child of children) link(node, child)
        for (const above of parents) link(above, node)
        nodes.set(node.key, node)
        index.add(node)
        return node
      },
    }
  }

  return {
    get: key => nodes.get(key),
    spotFor: place => {
      const relatives = nodes.has(placeKey(place)) ? null : index.fittingRelativesOf(place)
      return relatives && spotAt(place, relatives)
    },
    insert: (place, state) => {
      spotAt(place, index.relativesOf(place)).insert(state)
    },
    change: ({ key }, state) => {
      const node = nodes.get(key)
      if (node === undefined) return
      for (const parent of node.parents) tell(parent, node, -1)
      Object.assign(node, state)
      for (const parent of node.parents) tell(parent, node, 1)
    },
  }
}

function link(parent: Node, child: Node): void {
  parent.children.add(child)
  child.parents.add(parent)
  tell(parent, child, 1)
}

function unlink(parent: Node, child: Node): void {
  parent.children.delete(child)
  child.parents.delete(parent)
  tell(parent, child, -1)
}

/** Adds what a child is to its parent's sums, or takes it off. */
function tell({ inner }: Node, { count, isCorrected, isCurrent }: Node, sign: 1 | -1): void {
  inner.sum += sign * count
  inner.outdated += sign * Number(!isCurrent)
  inner.corrected += sign * Number(isCorrected)
}

const sumOf = (list: readonly TreeNode[]) => list.reduce((total, { count }) => total + count, 0)

function firstOf<T extends TreeNode>(list: Iterable<T>): T | null {
  let first: T | null = null
  for (const node of list) if (first === null || node.order < first.order) first = node
  return first
}
