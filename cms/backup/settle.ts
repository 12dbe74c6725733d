import type { Payload } from 'payload'
import { inTransaction } from '#cms/endpoints/desk-transaction.ts'
import { totpStep } from '#cms/endpoints/desk-totp.ts'
import { markGap } from '#cms/endpoints/figure-gap.ts'
import { deleteExpired } from '#cms/jobs/delete-expired.ts'
import { enqueue } from '#cms/jobs/enqueue.ts'
import { jakartaDay } from '#src/calendar.ts'
import { type Canonical, canonical } from '#src/crypto/canonical.ts'
import { type KeyList, keyListHash } from '#src/crypto/key-list.ts'
import { collections } from '#src/slugs.ts'
import { backupLifeMs } from './format.ts'

/** Where the server keeps the hash of the link for the first account; see first-account.ts. */
const firstLink = 'first-account-link'

/** What a restore does with each collection, and why: whatever ended since the backup must not come alive again. */
export const settled: Readonly<Record<string, string>> = {
  [collections.users]:
    'passwords, links and sessions end: somebody may have left, or a password been stolen, since',
  [collections.staffKeys]: 'steps of second factors up to now count as used; secrets and keys stay',
  [collections.sealedReports]:
    'those whose day has come go at once, all of them when the backup itself is too old',
  [collections.sealedMessages]: 'go with their report',
  [collections.inboxEvents]: 'go with their report',
  [collections.keyLists]: 'the list that the pin names is added where the backup is older',
  [collections.figureReleases]: 'stay, and a gap is marked: what was given out since is not known here',
  [collections.outbox]: 'stays, the memory of take-downs; one row more asks for a build',
  [collections.signInTries]: 'stay: they end by themselves, and dropping them would give guesses back',
  [collections.spentProofs]: 'stay; a proof used since is worth one sending until its five minutes are over',
  [collections.inboxes]: 'stay: the key list says which are open',
  [collections.inboxMembers]:
    'stay: an account that left an inbox cannot sign in until an administrator lets it',
  [collections.builds]: 'stay: what the dashboard shows',
  [collections.offices]: 'stay: content',
  [collections.media]: 'stay: content',
  [collections.programmes]: 'stay: content',
  [collections.activities]: 'stay: content',
  [collections.banners]: 'stay: content',
  [collections.articles]: 'stay: content',
  [collections.figures]: 'stay: content; new numbers are held while the gap is open',
  [collections.helpChannels]: 'stay: content',
  'payload-kv': 'stays, but for the one-time link of the first account',
  'payload-locked-documents': 'go: nobody edits now',
  'payload-preferences': 'stay',
  'payload-migrations': 'stay',
}

/** What was done, for the person at the shell. */
export type Settled = {
  readonly accounts: number
  readonly admins: readonly string[]
  readonly deletedReports: number
}

/**
 * Brings a restored database into a state that may be served: see `settled`. To be called once, before anything is served.
 * @param made when the backup began
 * @param added the key list that the pin names, where the database does not have it
 */
export async function settle(
  payload: Payload,
  { added, made, now }: { made: Date; now: Date; added: KeyList | null },
): Promise<Settled> {
  const accounts = await shutAccounts(payload)
  await spendSteps(payload, now)
  const deletedReports = await deleteOverdue(payload, made, now)
  await payload.kv.delete(firstLink)
  await payload.db.deleteMany({ collection: 'payload-locked-documents', where: {} })
  await markGap(payload, { from: made.toISOString(), until: jakartaDay(now) })
  await inTransaction(payload, async req => {
    if (added !== null) {
      const list = canonical(added as unknown as Canonical)
      await payload.create({
        collection: collections.keyLists,
        data: { serial: added.serial, hash: keyListHash(added), list },
        overrideAccess: true,
        req,
      })
    }
    const label = 'Pemulihan dari cadangan'
    await enqueue(req, { kind: 'publish', source: 'restore', docId: null, label, paths: [] })
  })
  return { ...accounts, deletedReports }
}

/** Nobody signs in until an administrator has made a link: who left since the backup must not be back. */
async function shutAccounts(payload: Payload): Promise<Pick<Settled, 'accounts' | 'admins'>> {
  const { docs } = await payload.find({
    collection: collections.users,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  for (const { id, updatedAt } of docs) {
    const write = (data: object) =>
      payload.db.updateOne({
        collection: collections.users,
        id,
        data: { ...data, updatedAt },
        returning: false,
      })
    await write({ hash: null, salt: null, resetPasswordToken: null, resetPasswordExpiration: null })
    // By itself: together with others the SQLite adapter writes a whole new row.
    await write({ sessions: [] })
  }
  const admins = docs.filter(({ role }) => role === 'admin').map(({ email }) => email)
  return { accounts: docs.length, admins }
}

/** A code counts once: those that were used since the backup, one step of drift ahead at most, count no more. */
async function spendSteps(payload: Payload, now: Date): Promise<void> {
  const used = totpStep(now.getTime()) + 1
  const { docs } = await payload.find({
    collection: collections.staffKeys,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  for (const { id, secondFactorStep } of docs)
    if ((secondFactorStep ?? 0) < used)
      await payload.update({
        collection: collections.staffKeys,
        id,
        data: { secondFactorStep: used },
        overrideAccess: true,
      })
}

/**
 * Reports whose day has come. Of a backup that should be gone itself all go: which of them were closed and deleted since cannot
 * be told.
 */
async function deleteOverdue(payload: Payload, made: Date, now: Date): Promise<number> {
  if (isTooOld(made, now)) {
    await payload.update({
      collection: collections.sealedReports,
      where: { id: { exists: true } },
      data: { deleteAfter: jakartaDay(now), hold: false },
      overrideAccess: true,
    })
  }
  return deleteExpired(payload, jakartaDay(now))
}

/** Whether a backup is older than reporters are promised. */
export const isTooOld = (made: Date, now: Date): boolean => now.getTime() - made.getTime() > backupLifeMs
