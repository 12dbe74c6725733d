import type { ListedInbox } from '#src/crypto/key-list.ts'
import { signersOf } from '#src/crypto/list-change.ts'
import type { RosterMember } from '#src/crypto/roster.ts'

/**
 * The keys that validly signed an inbox's entry and belong to no member of its roster. The roster is made by who holds the
 * inbox's key, the signatures are the server's choice: where they differ, somebody else was put in a founder's place.
 */
export function strangeSigners(entry: ListedInbox | undefined, members: readonly RosterMember[]): string[] {
  const known = new Set(members.map(member => member.signer))
  return entry === undefined ? [] : signersOf(entry).filter(key => !known.has(key))
}
