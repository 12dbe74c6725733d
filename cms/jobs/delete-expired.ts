import type { Payload } from 'payload'
import { closeUnreadInboxes } from '#cms/accounts/leave-inboxes.ts'
import { jakartaDay } from '#src/calendar.ts'
import { whereOf } from '#cms/endpoints/no-values.ts'
import type { Env } from '#cms/env.ts'
import { createCleanUp } from './clean-up.ts'
import { inTransaction } from '#cms/endpoints/desk-transaction.ts'
import { collections } from '#src/slugs.ts'

/** How often reports whose day has come are looked for. Milliseconds. */
const interval = 60 * 60_000

/**
 * Deletes every report whose day of deletion has come, with its messages and events, unless it is on hold.
 * On SQLite the freed bytes are overwritten (secure_delete) and the write-ahead log is emptied, so that nothing of it stays
 * in the files. Returns how many reports were deleted. One that cannot be deleted keeps no other from it.
 * @throws what kept the first of those from being deleted, after all others are gone.
 */
export async function deleteExpired(payload: Payload, today: string): Promise<number> {
  const { docs } = await payload.find({
    collection: collections.sealedReports,
    where: {
      and: [
        { deleteAfter: { exists: true } },
        { deleteAfter: { less_than_equal: today } },
        { hold: { not_equals: true } },
      ],
    },
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const failures: unknown[] = []
  for (const { id } of docs) {
    const deletion = inTransaction(payload, async req => {
      const ofReport = { where: { report: { equals: id } }, overrideAccess: true, req } as const
      await payload.delete({ collection: collections.sealedMessages, ...ofReport })
      await payload.delete({ collection: collections.inboxEvents, ...ofReport })
      await payload.delete({ collection: collections.sealedReports, id, overrideAccess: true, req })
    })
    await deletion.catch((error: unknown) => failures.push(error))
  }
  // Every time, and not only after a deletion: another process may have kept the log from being emptied an hour ago.
  await emptyLog(payload)
  if (failures.length > 0) throw failures[0]
  return docs.length
}

async function emptyLog(payload: Payload): Promise<void> {
  const { client } = payload.db as unknown as { client?: { execute?: (sql: string) => Promise<unknown> } }
  if (payload.db.name === 'sqlite') await client?.execute?.('PRAGMA wal_checkpoint(TRUNCATE)')
}

/**
 * Deletes what has expired and what crashes left behind, and closes inboxes that nobody reads, now and every hour. Returns how
 * to stop it; what is running then ends first.
 */
export function watchExpired(
  payload: Payload,
  env: Pick<Env, 'KEYLIST_PIN_FILE' | 'mediaDir' | 'databaseUrl'>,
): () => Promise<void> {
  const cleanUp = createCleanUp(payload, env)
  let running = Promise.resolve()
  const then = (work: () => Promise<unknown>, failed: string) => {
    running = running.then(work).then(
      () => undefined,
      (error: unknown) => console.error(failed, whereOf(error)),
    )
  }
  const run = () => {
    then(
      () => deleteExpired(payload, jakartaDay()),
      'Laporan yang habis waktunya belum terhapus; dicoba lagi.',
    )
    then(() => closeUnreadInboxes({ payload, env }), 'Kotak tanpa pembaca belum ditutup; dicoba lagi.')
    then(cleanUp, 'Sisa berkas belum dibersihkan; dicoba lagi.')
  }
  run()
  const timer = setInterval(run, interval)
  timer.unref()
  return () => {
    clearInterval(timer)
    return running
  }
}
