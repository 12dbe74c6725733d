import { randomUUID } from 'node:crypto'
import { storeInbox } from '#cms/endpoints/desk-founding.ts'
import { openInbox } from '#cms/endpoints/desk-opening.ts'
import { requireMember } from '#cms/endpoints/inbox-memberships.ts'
import { saveOwnKeys } from '#cms/endpoints/desk-store.ts'
import { changeKeyList, listInForce } from '#cms/endpoints/report-keys.ts'
import { type Identity, newIdentity, type Recipient, recipientOf } from '#src/crypto/age.ts'
import { type InboxKind, type KeyList, keyListHash, type ListedInbox } from '#src/crypto/key-list.ts'
import {
  listedSigners,
  listWith,
  listWithout,
  signEntry,
  signVoucher,
  withSignatures,
} from '#src/crypto/list-change.ts'
import { type MemberSecret, memberKeysOf, newMemberSecret } from '#src/crypto/member.ts'
import { makeAccount } from './desk.ts'
import type { TestCms } from './payload.ts'

/** A handler with keys on the server, and the secret behind them. */
export type TestMember = { user: string; email: string; secret: MemberSecret }
export type OpenedInbox = {
  id: string
  identity: Identity
  recipient: Recipient
  entry: ListedInbox
  members: [TestMember, TestMember]
}

/** A handler's account with keys. */
export async function makeMember(cms: TestCms): Promise<TestMember> {
  const email = `p-${randomUUID().slice(0, 8)}@uji.example`
  const user = await makeAccount(cms, email)
  const secret = await newMemberSecret()
  const keys = await memberKeysOf(secret)
  secrets.set(keys.signer, secret)
  await saveOwnKeys(cms.payload, user, { ...keys, wrapped: 'YQ' })
  return { user, email, secret }
}

/** An entry that nobody has signed, with the identity behind it. */
export async function makeEntry(
  kind: InboxKind = 'umum',
  name = 'Kotak pusat',
): Promise<{ entry: ListedInbox; identity: Identity }> {
  const identity = await newIdentity()
  const entry = {
    id: randomUUID(),
    kind,
    name: { id: name, en: 'Central inbox' },
    readers: { id: 'dua penelaah pada unit pusat', en: 'two handlers of the central unit' },
    keyVersion: 1,
    recipient: await recipientOf(identity),
  }
  return { entry, identity }
}

/** Stores an inbox as its founder's desk does; the second member has yet to approve. */
export async function foundInbox(
  cms: TestCms,
  entry: ListedInbox,
  [founder, second]: readonly [TestMember, TestMember],
): Promise<void> {
  const { signature } = await signEntry(entry, founder.secret)
  const wraps = [founder, second].map(({ user }) => ({ user, wrapped: 'YQ' }))
  const given = { ...entry, keyVersion: 1 as const, name: { ...entry.name }, readers: { ...entry.readers } }
  await storeInbox(cms, { entry: given, signature, roster: 'x', wraps, recovery: 'YQ' }, founder.user)
}

/** The secrets of all members here, by their public signing key. */
const secrets = new Map<string, MemberSecret>()

/** The entry with the word of a member of this list, where it needs one. */
export async function vouchedFor(entry: ListedInbox, list: KeyList | null): Promise<ListedInbox> {
  const [secret] = [...listedSigners(list)].flatMap(key => secrets.get(key) ?? [])
  return list === null || secret === undefined
    ? entry
    : { ...entry, voucher: await signVoucher(list, entry, secret) }
}

/** An open inbox of two members, in the pinned key list as two desks put it there. */
export async function openTestInbox(cms: TestCms, kind: InboxKind = 'umum'): Promise<OpenedInbox> {
  const members: [TestMember, TestMember] = [await makeMember(cms), await makeMember(cms)]
  const { entry: bare, identity } = await makeEntry(kind)
  await foundInbox(cms, bare, members)
  const { row, inbox } = await requireMember(cms.payload, members[1].user, bare.id)
  const [own, agreed] = [await signEntry(bare, members[0].secret), await signEntry(bare, members[1].secret)]
  const before = await listInForce(cms.payload, cms.env)
  const entry = await vouchedFor(withSignatures(bare, [own, agreed]), before)
  const hash = keyListHash(listWith(before, entry))
  const approval = { member: row.id, signature: agreed.signature }
  await openInbox({ payload: cms.payload, env: cms.env }, { inbox, entry, hash }, approval)
  return { id: bare.id, identity, recipient: bare.recipient, entry, members }
}

/** Takes an inbox out of the key list. */
export async function unlist(cms: TestCms, id: string): Promise<void> {
  await changeKeyList({ payload: cms.payload, env: cms.env }, async ({ before, publish }) => {
    if (before !== null) await publish(listWithout(before, new Set([id])))
  })
}
