import type { ReadThread } from '../vault/protocol.ts'

/** The ids of the reports that share a name with another one: each is the copy of the other. Their order does not matter. */
export function copiesAmong(reads: readonly Pick<ReadThread, 'id' | 'marks'>[]): ReadonlySet<string> {
  const idsOf = new Map<string, Set<string>>()
  for (const { id, marks } of reads) {
    for (const mark of marks) idsOf.set(mark, (idsOf.get(mark) ?? new Set()).add(id))
  }
  return new Set([...idsOf.values()].filter(ids => ids.size > 1).flatMap(ids => [...ids]))
}
