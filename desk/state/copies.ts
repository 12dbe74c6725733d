import { hashOf } from '../vault/hash-of.ts'
import type { ReadThread } from '../vault/protocol.ts'
import type { Case } from './open-reports.ts'

/** What a report has in common with a copy of it; before it is open, or where it does not open, the hash of its first message. */
export function marked({ envelope: { id }, thread, read }: Case): Pick<ReadThread, 'id' | 'marks'> {
  const first = thread?.messages[0]
  const hash = first === undefined ? null : hashOf(first)
  return { id, marks: [...new Set([...(read?.marks ?? []), ...(hash === null ? [] : [hash])])] }
}

/** The ids of the reports that share a name with another one: each is the copy of the other. Their order does not matter. */
export function copiesAmong(reads: readonly Pick<ReadThread, 'id' | 'marks'>[]): ReadonlySet<string> {
  const idsOf = new Map<string, Set<string>>()
  for (const { id, marks } of reads) {
    for (const mark of marks) idsOf.set(mark, (idsOf.get(mark) ?? new Set()).add(id))
  }
  return new Set([...idsOf.values()].filter(ids => ids.size > 1).flatMap(ids => [...ids]))
}
