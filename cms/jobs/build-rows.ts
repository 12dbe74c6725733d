import type { Payload } from 'payload'
import { collections } from '#src/slugs.ts'
import { type Failure, failureText } from './failure.ts'

const keptRows = 50
const options = { collection: collections.builds, overrideAccess: true, depth: 0 } as const

/** Notes the start of a build. Returns the row's id. */
export async function beginBuild(
  payload: Payload,
  release: string,
  reason: string,
  changes: number,
): Promise<string> {
  const row = await payload.create({
    ...options,
    data: {
      state: 'running',
      release,
      reason: reason.slice(0, 300),
      changes,
      started: new Date().toISOString(),
    },
  })
  return String(row.id)
}

/** Notes how a build ended. */
export async function endBuild(
  payload: Payload,
  id: string,
  result: { state: 'live'; pages: number } | { state: 'failed'; failure: Failure },
): Promise<void> {
  const finished = new Date().toISOString()
  const data =
    result.state === 'failed'
      ? { state: result.state, error: failureText(result.failure), finished }
      : { ...result, error: null, finished }
  await payload.update({ ...options, id, data })
}

/** Rows that still say "running" when the server starts belong to builds that died with it. */
export async function failInterrupted(payload: Payload): Promise<void> {
  await payload.update({
    ...options,
    where: { state: { equals: 'running' } },
    data: {
      state: 'failed',
      error: failureText({ kind: 'interrupted', subject: '', detail: '' }),
      finished: new Date().toISOString(),
    },
  })
}

/** Removes all but the newest rows. */
export async function keepNewest(payload: Payload): Promise<void> {
  const { docs } = await payload.find({
    ...options,
    sort: '-started',
    limit: 1,
    page: keptRows + 1,
    select: { started: true },
  })
  const oldest = docs[0]?.started
  if (oldest) await payload.delete({ ...options, where: { started: { less_than_equal: oldest } } })
}
