import type { Payload } from 'payload'
import { hasEmergencyLine } from '#cms/endpoints/emergency-lines.ts'
import { readFigures } from '#cms/endpoints/figure-releases.ts'
import type { Env } from '#cms/env.ts'
import { isStorageFull } from '#cms/storage.ts'
import { jakartaDay } from '#src/calendar.ts'
import { beginBuild, endBuild, failInterrupted, keepNewest } from './build-rows.ts'
import { buildSite, type SiteBuild } from './build-site.ts'
import { eraseGone } from './erase.ts'
import { failureOf } from './failure.ts'
import { failureLine } from './failure-words.ts'
import { gonePaths, type GonePaths } from './gone.ts'
import type { ReleaseManifest } from './manifest.ts'
import { readOwners } from './owners.ts'
import { allWithPaths, markLive, type OutboxRow, waitingRows } from './outbox-rows.ts'
import { currentRelease, newReleaseId, type ReleasePaths, releasePaths } from './releases.ts'
import { writeWithdrawn } from './withdrawn.ts'

const pollMs = 250
/** A build begins when no change came for this long, or when the first one has waited for the longest time. */
const quietMs = 1000
const longestWaitMs = 3000
const firstRetryMs = 30_000
const longestRetryMs = 10 * 60_000
const noteAgainMs = 2000

export type Publisher = {
  gone: GonePaths
  /** Builds now, whatever waits. Resolves when that build is live, rejects when it failed. */
  buildNow: (reason: string) => Promise<void>
  /** Begins to look at the outbox. */
  watch: () => void
  /** Ends a running build and the polling. */
  stop: () => Promise<void>
}

/**
 * Watches the outbox: a take-down takes effect with the next look (410, its files removed, noted on disk for the next start),
 * everything committed goes live with the next build. One build at a time; what is committed during a build goes with the one after. A failed build is tried again when something
 * changes, and by itself after a growing while. The first look of a new day in Jakarta builds too: pages say what has begun,
 * ended or passed its review day. `onLive` swaps the release that is served.
 */
export async function startPublisher(options: {
  env: Env
  payload: Payload
  onLive: (release: ReleaseManifest) => void
  log: (line: string) => void
  /** What builds a release. */
  buildWith?: typeof buildSite
  /** The day (`YYYY-MM-DD`) that readers have now. */
  today?: () => string
}): Promise<Publisher> {
  const { env, payload, onLive, log, buildWith = buildSite, today = jakartaDay } = options
  const paths: ReleasePaths = releasePaths(env)
  const gone = gonePaths()
  const seen = new Set<string>()
  let running: SiteBuild | null = null
  let current: Promise<void> | null = null
  let isStopped = false
  let firstSeen = 0
  let lastSeen = 0
  let failed: { at: number; waitMs: number } | null = null
  const served = currentRelease(paths)
  /** Day on which the build of what is served began; null before the first. Pages may have been made before midnight. */
  let servedDay = served && jakartaDay(new Date(served.begun ?? served.built))

  /** When the list of what is gone is to be written again; null when it is settled. */
  let writeAt: number | null = 0
  const writeGone = () => {
    const againIn = writeWithdrawn(paths.withdrawn, gone.addresses())
    writeAt = againIn === null ? null : Date.now() + againIn
  }
  const erase = () => {
    try {
      gone.setOwners(readOwners(paths.owners))
      eraseGone(paths, gone)
    } catch (error) {
      log(`Berkas yang ditarik belum terhapus, tetapi tidak ditampilkan (410). ${firstLine(error)}`)
    }
  }

  await failInterrupted(payload).catch(error => {
    if (!isStorageFull(error)) throw error
  })
  for (const row of await allWithPaths(payload)) {
    gone.note(row.kind, row.paths)
    if (row.isLive && row.kind === 'publish') gone.lift(row.paths)
  }
  writeGone()
  erase()

  const notice = (rows: readonly OutboxRow[]) => {
    const fresh = rows.filter(row => !seen.has(row.id))
    if (fresh.length === 0) return
    for (const row of fresh) {
      seen.add(row.id)
      gone.note(row.kind, row.paths)
    }
    if (fresh.some(row => row.paths.length > 0)) {
      writeGone()
      erase()
    }
    lastSeen = Date.now()
    firstSeen ||= lastSeen
    failed = null
  }

  /** Notes in the build's row how it ended. On a full disk that has to wait; the dashboard tells of the disk meanwhile. */
  let unnoted: { note: () => Promise<void>; at: number } | null = null
  const noteEnd = async (note: () => Promise<void>) => {
    try {
      await note()
      unnoted = null
    } catch (error) {
      if (!isStorageFull(error)) throw error
      unnoted = { note, at: Date.now() + noteAgainMs }
    }
  }

  const build = async (reason: string) => {
    const rows = await waitingRows(payload)
    notice(rows)
    const noted = gone.noted()
    firstSeen = 0
    const day = today()
    const id = newReleaseId(new Date())
    let row: string | null = null
    try {
      row = await beginBuild(payload, id, reason, rows.length)
      // Many figures take longer than the build waits for an answer: here they are worked out before it asks.
      await readFigures(payload)
      if (isStopped) throw new Error('stopped')
      running = buildWith(id, env, paths, log)
      const release = await running.done
      for (const { kind, paths: again } of rows) if (kind === 'publish') gone.lift(again, noted)
      writeGone()
      // What was taken down while it was built may still be in it.
      erase()
      onLive(release)
      failed = null
      if (!(await hasEmergencyLine(payload)))
        log('Peringatan: tidak ada nomor darurat yang terbit. Lihat Saluran bantuan di CMS.')
      servedDay = day
      await markLive(payload, rows, id)
      for (const { id: rowId } of rows) seen.delete(rowId)
      await endBuild(payload, row, { state: 'live', pages: release.pages })
    } catch (error) {
      const failure = failureOf(error)
      const ended = row
      if (!isStopped && ended) await noteEnd(() => endBuild(payload, ended, { state: 'failed', failure }))
      // What came meanwhile may be the cure: it is tried at once.
      failed = firstSeen
        ? null
        : { at: Date.now(), waitMs: Math.min((failed?.waitMs ?? firstRetryMs / 2) * 2, longestRetryMs) }
      throw error
    } finally {
      running = null
      if (!isStopped && !unnoted) await keepNewest(payload)
    }
  }

  const begin = (reason: string) => {
    if (isStopped) return Promise.reject(new Error('stopped'))
    current = build(reason).finally(() => {
      current = null
    })
    return current
  }

  const look = async () => {
    const rows = await waitingRows(payload)
    notice(rows)
    if (writeAt !== null && Date.now() >= writeAt) writeGone()
    if (unnoted && Date.now() >= unnoted.at) await noteEnd(unnoted.note)
    if (current || isStopped) return
    const isNewDay = servedDay !== null && servedDay !== today()
    if (rows.length === 0 && !failed && !isNewDay) return
    const now = Date.now()
    const isDue = failed
      ? now - failed.at > failed.waitMs
      : now - lastSeen >= quietMs || now - firstSeen >= longestWaitMs
    if (!isDue) return
    begin(rows.length === 0 && isNewDay ? 'Hari baru' : reasonOf(rows))
      .then(() => log('Situs diperbarui.'))
      .catch(error => {
        if (!isStopped) log(`Situs tidak dapat diperbarui; dicoba lagi sendiri. ${failureLine(error)}`)
      })
  }

  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  let told = ''
  const poll = () => {
    looking = look()
      .then(() => {
        told = ''
      })
      .catch(error => {
        // Once for each reason, not four times a second.
        if (told !== firstLine(error)) log(`Antrean terbit tidak terbaca: ${firstLine(error)}`)
        told = firstLine(error)
      })
      .finally(() => {
        if (!isStopped) timer = setTimeout(poll, pollMs)
      })
  }

  return {
    gone,
    watch: poll,
    buildNow: async reason => {
      await current?.catch(() => undefined)
      await begin(reason)
    },
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      running?.stop()
      await Promise.allSettled([looking, current])
    },
  }
}

function reasonOf(rows: readonly OutboxRow[]): string {
  const label = rows[0]?.label ?? 'Dicoba lagi'
  return rows.length > 1 ? `${label} (+${rows.length - 1})` : label
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
