import type { Payload } from 'payload'
import { beginBuild, endBuild, failInterrupted, keepNewest } from './jobs/build-rows.ts'
import { markLive, waitingRows } from './jobs/outbox-rows.ts'

const lookMs = 500
const longestStartMs = 120_000

/**
 * Development: brings what is published in the CMS to Astro's server by starting it again, and tells the dashboard so, as
 * the publisher does with a build. One restart at a time; what is published meanwhile goes with the next.
 */
export function watchContent(options: { payload: Payload; restart: () => Promise<void>; port: number }) {
  const { payload, port, restart } = options
  let isStopped = false
  let timer: NodeJS.Timeout | undefined

  const show = async (reason: string, isFirst: boolean) => {
    const rows = await waitingRows(payload)
    if (rows.length === 0 && !isFirst) return
    const build = await beginBuild(payload, 'dev', rows[0]?.label ?? reason, rows.length)
    if (!isFirst) await restart()
    const isUp = await answers(port, () => isStopped)
    if (isUp) await markLive(payload, rows, 'dev')
    await endBuild(
      payload,
      build,
      isUp
        ? { state: 'live', pages: 0 }
        : {
            state: 'failed',
            failure: { kind: 'other', subject: '', detail: 'Astro tidak menjawab; lihat terminal.' },
          },
    )
    await keepNewest(payload)
  }
  const look = (isFirst: boolean): Promise<void> =>
    show('npm run dev', isFirst)
      .catch((error: unknown) => console.error(error instanceof Error ? error.message : error))
      .finally(() => {
        if (!isStopped) timer = setTimeout(() => (looking = look(false)), lookMs)
      })
  let looking = failInterrupted(payload).then(() => look(true))
  return {
    /** Ends the looking. */
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await looking
    },
  }
}

/** Resolves with true as soon as something on the port gives out a page; with false when that takes too long. */
async function answers(port: number, isOver: () => boolean): Promise<boolean> {
  const end = Date.now() + longestStartMs
  while (Date.now() < end && !isOver()) {
    const response = await fetch(`http://127.0.0.1:${port}/`).catch(() => null)
    if (response?.ok) return true
    await new Promise(resolve => setTimeout(resolve, lookMs))
  }
  return false
}
