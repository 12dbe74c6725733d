import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { base64url } from '#src/crypto/bytes.ts'
import { makeInbox, newPhrase } from '#src/crypto/founding.ts'
import { keyListHash } from '#src/crypto/key-list.ts'
import { listWith, signEntry, withSignatures } from '#src/crypto/list-change.ts'
import { type MemberSecret, memberKeysOf, newMemberSecret, wrapMemberSecret } from '#src/crypto/member.ts'
import type { RosterMember } from '#src/crypto/roster.ts'
import { storeInbox } from './endpoints/desk-founding.ts'
import { openInbox } from './endpoints/desk-opening.ts'
import { requireMember } from './endpoints/inbox-memberships.ts'
import { saveOwnKeys } from './endpoints/desk-store.ts'
import { listInForce } from './endpoints/report-keys.ts'
import type { Env } from './env.ts'

/** scrypt's work factor in a demo, whose folder is thrown away: unlocking takes a moment instead of seconds. */
const demoWorkFactor = 14

/**
 * Opens an inbox with two generated founding members, as two handlers do at the desk, for a demo only: here the server
 * makes the keys and prints the passphrases.
 */
export async function openDemoInbox(
  payload: Payload,
  { users, env }: { users: readonly { id: string; email: string }[]; env: Env },
): Promise<{ inboxId: string; members: { email: string; passphrase: string }[] }> {
  if (!env.DEMO) throw new Error('openDemoInbox: only in a demo')
  const roster: RosterMember[] = []
  const members: { email: string; passphrase: string }[] = []
  const secrets: MemberSecret[] = []
  for (const { id, email } of users) {
    const secret = await newMemberSecret()
    const keys = await memberKeysOf(secret)
    const passphrase = newPhrase().join(' ')
    await saveOwnKeys(payload, id, {
      ...keys,
      wrapped: base64url(await wrapMemberSecret(secret, passphrase, demoWorkFactor)),
    })
    secrets.push(secret)
    roster.push({ user: id, name: email, ...keys })
    members.push({ email, passphrase })
  }
  const [founder, second] = users
  const [author, other] = secrets
  if (founder === undefined || second === undefined || author === undefined || other === undefined)
    throw new Error('openDemoInbox: two founders are needed')
  const { phrase: _, recipient, ...files } = await makeInbox(roster, author, demoWorkFactor)
  const bare = {
    id: randomUUID(),
    kind: 'umum',
    name: { id: 'Kotak laporan DEMO', en: 'DEMO inbox' },
    readers: { id: 'dua akun contoh pada DEMO ini', en: 'two sample accounts of this DEMO' },
    keyVersion: 1,
    recipient,
  } as const
  const own = await signEntry(bare, author)
  const input = { ...files, wraps: [...files.wraps], entry: bare, signature: own.signature }
  await storeInbox({ payload, env }, input, founder.id)
  const { row, inbox } = await requireMember(payload, second.id, bare.id)
  const agreed = await signEntry(bare, other)
  const entry = withSignatures(bare, [own, agreed])
  const hash = keyListHash(listWith(await listInForce(payload, env), entry))
  const approval = { member: row.id, signature: agreed.signature }
  await openInbox({ payload, env }, { inbox, entry, hash }, approval)
  return { inboxId: bare.id, members }
}
