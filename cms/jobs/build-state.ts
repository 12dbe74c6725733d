import type { Payload } from 'payload'
import { type Place, type StorageFolders, unwritable } from '#cms/storage.ts'
import { collections } from '#src/slugs.ts'
import { type Failure, readFailure } from './failure.ts'

export type BuildState = {
  /** What the site is doing now. `waiting`: changes are committed, later than a failed build, and the next build begins in a moment. */
  state: 'running' | 'waiting' | 'failed' | 'live'
  /** Committed changes that the site does not show yet. */
  waiting: number
  /** When the build that is served was finished, ISO 8601; null before the first. */
  liveSince: string | null
  /** Begin of the running build, else null. */
  runningSince: string | null
  /** Why the last build failed, while nothing newer is live. The last good site is served meanwhile. */
  error: ({ at: string } & Failure) | null
  /** The newest take-downs. `everywhere`: no page of the site mentions it any more; before that only its own page and files are gone (410, and removed). */
  takedowns: { label: string; at: string; everywhere: boolean }[]
  /** What of the server cannot be written now: while that is so nothing is stored or published. */
  unwritable: Place[]
}

/** The state of the published site, for the dashboard. Reads the database, so it works in every process. */
export async function getBuildState(payload: Payload): Promise<BuildState> {
  const common = { overrideAccess: true, depth: 0 } as const
  const builds = { ...common, collection: collections.builds, sort: '-started', limit: 1 } as const
  const folders = payload.config.custom.storage as StorageFolders
  const [newest, live, waiting, takedowns, places] = await Promise.all([
    payload.find(builds),
    payload.find({ ...builds, where: { state: { equals: 'live' } } }),
    payload.find({
      ...common,
      collection: collections.outbox,
      where: { build: { exists: false } },
      sort: '-createdAt',
      limit: 1,
    }),
    payload.find({
      ...common,
      collection: collections.outbox,
      where: { kind: { equals: 'takedown' } },
      sort: '-createdAt',
      limit: 5,
    }),
    unwritable(folders),
  ])
  const last = newest.docs[0]
  const isRunning = last?.state === 'running'
  const error =
    last?.state === 'failed' ? { at: last.finished ?? last.started, ...readFailure(last.error ?? '') } : null
  const hasNewer = (waiting.docs[0]?.createdAt ?? '') > (error?.at ?? '')
  const idle = error && !hasNewer ? 'failed' : waiting.totalDocs > 0 ? 'waiting' : 'live'
  return {
    state: isRunning ? 'running' : idle,
    waiting: waiting.totalDocs,
    liveSince: live.docs[0]?.finished ?? null,
    runningSince: isRunning ? last.started : null,
    error,
    takedowns: takedowns.docs.map(row => ({
      label: row.label ?? '',
      at: row.createdAt,
      everywhere: Boolean(row.build),
    })),
    unwritable: places,
  }
}
