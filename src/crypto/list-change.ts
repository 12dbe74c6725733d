import { type Canonical, canonical } from './canonical.ts'
import { type EntrySignature, type KeyList, keyListHash, type ListedInbox, nextKeyList } from './key-list.ts'
import { isSignedBy, type MemberSecret, memberKeysOf, signAs } from './member.ts'

const LABEL = 'berangkat-aman/entri-kotak/v1'
const VOUCHER_LABEL = 'berangkat-aman/dukungan/v1'

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

/** The keys that signed an entry which stands by its signatures: their word lets a new entry in. Empty for no list. */
export function listedSigners(list: KeyList | null): Set<string> {
  return new Set((list?.inboxes ?? []).filter(isSigned).flatMap(signersOf))
}

/** What a voucher signs: the list in force that it looked at, and the whole entry that shall follow. */
const voucherText = (before: KeyList, entry: ListedInbox) => `${keyListHash(before)}\0${entryText(entry)}`

/** The word of a member of `before` for a new entry that the signer is no member of. */
export async function signVoucher(
  before: KeyList,
  entry: ListedInbox,
  secret: MemberSecret,
): Promise<EntrySignature> {
  const { signer } = await memberKeysOf(secret)
  return { key: signer, signature: signAs(secret, VOUCHER_LABEL, voucherText(before, entry)) }
}

/** Whether this is a voucher's signature of this entry as the one that follows `before`. Never throws. */
export function isVoucher(
  before: KeyList | null,
  entry: ListedInbox,
  { key, signature }: EntrySignature,
): boolean {
  return before !== null && isSignedBy(key, VOUCHER_LABEL, voucherText(before, entry), signature)
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

const isSameSignature = (a: EntrySignature | undefined, b: EntrySignature | undefined) =>
  a?.key === b?.key && a?.signature === b?.signature

/** Whether somebody whom `before` names by signature stands behind an entry. Anybody does where it names nobody. */
function isLetIn(before: KeyList | null, entry: ListedInbox): boolean {
  const known = listedSigners(before)
  const behind = [...signersOf(entry), ...(entry.voucher ? [entry.voucher.key] : [])]
  return known.size === 0 || behind.some(key => known.has(key))
}

/** An unchanged entry keeps all, and gains signatures only until it stands by two. */
function mayGain(old: ListedInbox, entry: ListedInbox): boolean {
  const [had, has] = [old.signatures ?? [], entry.signatures ?? []]
  return (
    isSameSignature(old.voucher, entry.voucher) &&
    had.every(one => has.some(kept => isSameSignature(kept, one))) &&
    has.length <= Math.max(had.length, SIGNATURES_NEEDED)
  )
}

function mayStand(before: KeyList | null, entry: ListedInbox): boolean {
  const old = before?.inboxes.find(one => one.id === entry.id)
  if (!hasOnlyTrueSignatures(entry)) return false
  if (old !== undefined && isSame(old, entry)) return mayGain(old, entry)
  if (!isSigned(entry) || entry.signatures?.length !== SIGNATURES_NEEDED) return false
  if (entry.voucher !== undefined && !isVoucher(before, entry, entry.voucher)) return false
  if (old === undefined) return isLetIn(before, entry)
  const isOtherKey = old.recipient !== entry.recipient
  const isNewer = isOtherKey ? entry.keyVersion > old.keyVersion : entry.keyVersion >= old.keyVersion
  const members = signersOf(old)
  const isByMembers = isEnough(members)
    ? signersOf(entry).every(key => members.includes(key))
    : isLetIn(before, entry)
  return isNewer && isByMembers
}

/**
 * Whether a list may follow another. A new entry has valid signatures by exactly two keys; where entries of `before` stand
 * by signatures, one of the two, or a valid voucher, is by a key that signed such an entry. A changed one is signed by two
 * keys that signed it before, or like a new one where it did not stand by signatures; another recipient needs a higher key
 * version. An unchanged entry loses nothing, and gains signatures until it has two. Taking an entry away needs nothing.
 * No list may hold a false signature or one recipient twice. Never throws for lists of `isKeyList`.
 */
export function mayFollow(before: KeyList | null, after: KeyList): boolean {
  const ids = after.inboxes.map(one => one.id)
  const isSorted = ids.every((id, place) => place === 0 || (ids[place - 1] as string) < id)
  return (
    after.serial === (before?.serial ?? 0) + 1 &&
    after.prev === (before === null ? null : keyListHash(before)) &&
    isSorted &&
    new Set(after.inboxes.map(one => one.recipient)).size === after.inboxes.length &&
    after.inboxes.every(entry => mayStand(before, entry))
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
