import { type Canonical, canonical } from './canonical.ts'
import { type EntrySignature, type KeyList, keyListHash, type ListedInbox, nextKeyList } from './key-list.ts'
import { isSignedBy, type MemberSecret, memberKeysOf, signAs } from './member.ts'

const LABEL = 'berangkat-aman/entri-kotak/v1'

/** So many members say by signature what an entry holds. */
const SIGNATURES_NEEDED = 2

/** What a signature of an entry covers: the whole entry but for the signatures, in the canonical encoding. */
export function entryText({ id, kind, name, readers, keyVersion, recipient }: ListedInbox): string {
  const whole = {
    id,
    kind,
    name: { id: name.id, en: name.en },
    readers: { id: readers.id, en: readers.en },
    keyVersion,
    recipient,
  }
  return canonical(whole satisfies Canonical)
}

/** A member's signature of an entry. */
export async function signEntry(entry: ListedInbox, secret: MemberSecret): Promise<EntrySignature> {
  const { signer } = await memberKeysOf(secret)
  return { key: signer, signature: signAs(secret, LABEL, entryText(entry)) }
}

/** Whether this is a signature of this entry. Never throws. */
export function isEntrySignature(entry: ListedInbox, { key, signature }: EntrySignature): boolean {
  return isSignedBy(key, LABEL, entryText(entry), signature)
}

/** The entry with these signatures beside those it has, the newer one where a key signed twice. */
export function withSignatures(entry: ListedInbox, added: readonly EntrySignature[]): ListedInbox {
  const byKey = new Map([...(entry.signatures ?? []), ...added].map(one => [one.key, one]))
  const signatures = [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  return { ...entry, signatures }
}

/** The keys whose signature of the entry is valid, each once. Never throws. */
export function signersOf(entry: ListedInbox): string[] {
  const valid = (entry.signatures ?? []).filter(one => isEntrySignature(entry, one))
  return [...new Set(valid.map(one => one.key))]
}

/** Whether so many valid signers are enough for an entry to stand by its signatures. */
export const isEnough = (signers: readonly string[]): boolean => signers.length >= SIGNATURES_NEEDED

/** Whether two members signed the entry as it is. Never throws. */
export function isSigned(entry: ListedInbox): boolean {
  return isEnough(signersOf(entry))
}

/** Whether every signature that stands at the entry is one of it. True where none stands. Never throws. */
export function hasOnlyTrueSignatures(entry: ListedInbox): boolean {
  return (entry.signatures ?? []).every(one => isEntrySignature(entry, one))
}

/** The list that follows `before` with this entry added, or in the place of the one with its id. */
export function listWith(before: KeyList | null, entry: ListedInbox): KeyList {
  const others = (before?.inboxes ?? []).filter(one => one.id !== entry.id)
  return nextKeyList(before, [...others, entry])
}

/** The list that follows `before` without the entries of these ids. */
export function listWithout(before: KeyList, ids: ReadonlySet<string>): KeyList {
  return nextKeyList(
    before,
    before.inboxes.filter(one => !ids.has(one.id)),
  )
}

const isSame = (a: ListedInbox, b: ListedInbox) => entryText(a) === entryText(b)

function mayStand(old: ListedInbox | undefined, entry: ListedInbox): boolean {
  if (!hasOnlyTrueSignatures(entry)) return false
  if (old === undefined) return isSigned(entry)
  if (isSame(old, entry))
    return (old.signatures ?? []).every(
      one =>
        entry.signatures?.some(kept => kept.key === one.key && kept.signature === one.signature) === true,
    )
  const isOtherKey = old.recipient !== entry.recipient
  const isNewer = isOtherKey ? entry.keyVersion > old.keyVersion : entry.keyVersion >= old.keyVersion
  return isNewer && isSigned(entry)
}

/**
 * Whether a list may follow another. An entry that is new or changed needs valid signatures by two keys, and another
 * recipient a higher key version; an unchanged entry may gain signatures and lose none; taking an entry away needs
 * nothing. No list may hold a false signature or one recipient twice. Never throws for lists of `isKeyList`.
 */
export function mayFollow(before: KeyList | null, after: KeyList): boolean {
  const ids = after.inboxes.map(one => one.id)
  const isSorted = ids.every((id, place) => place === 0 || (ids[place - 1] as string) < id)
  return (
    after.serial === (before?.serial ?? 0) + 1 &&
    after.prev === (before === null ? null : keyListHash(before)) &&
    isSorted &&
    new Set(after.inboxes.map(one => one.recipient)).size === after.inboxes.length &&
    after.inboxes.every(entry =>
      mayStand(
        before?.inboxes.find(old => old.id === entry.id),
        entry,
      ),
    )
  )
}

/** What becomes of one entry between two lists. `before` is the entry as it was, where it changed. */
export type EntryChange = {
  readonly change: 'added' | 'removed' | 'changed' | 'signed' | 'kept'
  readonly entry: ListedInbox
  readonly before: ListedInbox | null
}

/** Every entry of two lists with what becomes of it, what changes first. */
export function listChanges(before: KeyList | null, after: KeyList): EntryChange[] {
  const olds = before?.inboxes ?? []
  const left = olds
    .filter(old => !after.inboxes.some(one => one.id === old.id))
    .map(entry => ({ change: 'removed', entry, before: null }) as const)
  const stay = after.inboxes.map((entry): EntryChange => {
    const old = olds.find(one => one.id === entry.id)
    if (old === undefined) return { change: 'added', entry, before: null }
    if (!isSame(old, entry)) return { change: 'changed', entry, before: old }
    const isMore = (entry.signatures?.length ?? 0) > (old.signatures?.length ?? 0)
    return { change: isMore ? 'signed' : 'kept', entry, before: null }
  })
  const isKept = ({ change }: EntryChange) => change === 'kept'
  return [...left, ...stay.filter(one => !isKept(one)), ...stay.filter(isKept)]
}
