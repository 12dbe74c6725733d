import type { Payload } from 'payload'
import { base64url } from '#src/crypto/bytes.ts'
import { makeInbox, newPhrase } from '#src/crypto/founding.ts'
import { type MemberSecret, memberKeysOf, newMemberSecret, wrapMemberSecret } from '#src/crypto/member.ts'
import type { RosterMember } from '#src/crypto/roster.ts'
import { openInbox, storeInbox } from './endpoints/desk-founding.ts'
import { membershipRows } from './endpoints/desk-members.ts'
import { saveOwnKeys } from './endpoints/desk-store.ts'
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
  const [author] = secrets
  if (founder === undefined || second === undefined || author === undefined)
    throw new Error('openDemoInbox: two founders are needed')
  const { phrase: _, ...made } = await makeInbox(roster, author, demoWorkFactor)
  const inboxId = await storeInbox(
    payload,
    {
      ...made,
      wraps: [...made.wraps],
      kind: 'umum',
      name: { id: 'Kotak laporan DEMO', en: 'DEMO inbox' },
      readers: { id: 'dua akun contoh pada DEMO ini', en: 'two sample accounts of this DEMO' },
    },
    founder.id,
  )
  const waiting = (await membershipRows(payload, second.id)).find(({ inbox }) => inbox.id === inboxId)
  if (waiting === undefined) throw new Error('openDemoInbox: the second founder has no membership')
  await openInbox({ payload, env }, inboxId, waiting.row.id)
  return { inboxId, members }
}
