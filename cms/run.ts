import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { root, serverEnv } from './env.ts'
import { needsFirstAccount, linkFile, writeFirstLink } from './first-account.ts'
import { ensureBundle, isFresh } from './jobs/bundles.ts'
import { stopTools } from './jobs/child.ts'
import { failureLine } from './jobs/failure-words.ts'
import type { ReleaseManifest } from './jobs/manifest.ts'
import { watchExpired } from './jobs/delete-expired.ts'
import { endOrphanBuild } from './jobs/orphan.ts'
import { currentRelease, pruneReleases, releasePaths, siteSourceHash } from './jobs/releases.ts'
import { listen, lockOrRefuse, stopOnSignal } from './listen.ts'
import { quietConsole } from './log.ts'
import { openRelease } from './endpoints/release.ts'
import { progress } from './progress.ts'
import { frontServer } from './server.ts'
import { newServerState, type ServerState } from './server-state.ts'
import { serveLastRelease } from './serve-last.ts'
import { followSockets } from './sockets.ts'
import { stopInSteps } from './stop.ts'
import { whenThereIsRoom } from './storage.ts'

const drainMs = 5000

type Task = { name: string; stop: () => Promise<unknown> }

/**
 * Starts the server and resolves when every part is served; the last good release is, from the first answer on. Rejects with a
 * message for the person at the shell.
 */
export async function run(options: { isDemo: boolean; onStopped: () => void }): Promise<void> {
  const env = serverEnv()
  const lock = lockOrRefuse(env)
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 })
  const state = newServerState(env)
  state.isDeskReady = isFresh('desk')
  const isLastServed = serveLastRelease(state)
  const server = frontServer(state)
  const close = followSockets(server)
  await listen(server, env)

  /** What was begun, to be ended in the opposite order. */
  const begun: Task[] = []
  stopOnSignal(async () => {
    state.phase = 'stopping'
    const closed = close(drainMs)
    await stopInSteps([
      ...begun.reverse(),
      { name: 'pembangunan', stop: stopTools },
      { name: 'sambungan', stop: () => closed },
      { name: 'basis data', stop: async () => state.payload?.destroy() },
    ])
    lock.release()
    options.onStopped()
  })
  try {
    await getReady(state, begun, { isDemo: options.isDemo, isLastServed })
  } catch (error) {
    // What was ended on purpose fails: the one who stops the server ends the process.
    if (state.phase !== 'stopping') throw error
  }
}

async function getReady(
  state: ServerState,
  begun: Task[],
  { isDemo, isLastServed }: { isDemo: boolean; isLastServed: boolean },
): Promise<void> {
  const { env } = state
  const log = progress()
  const goOn = () => {
    if (state.phase === 'stopping') throw new Error('stopping')
  }
  const step: typeof log.step = async (name, work) => {
    goOn()
    const result = await log.step(name, work)
    goOn()
    return result
  }
  log.say(`Mendengarkan di ${env.siteUrl} (${isLastServed ? 'situs terakhir sudah tayang' : 'belum siap'})`)
  state.phase = 'building'
  await step('Meja petugas (desk)', () => ensureBundle('desk', log.say))
  state.isDeskReady = true
  await step('CMS (perlu 1–3 menit bila sumbernya berubah)', () => ensureBundle('cms', log.say))

  const { openPayload, openNext } = await import('./open.ts')
  const payload = await step('Basis data', () => whenThereIsRoom(() => openPayload(env, log.say), log.say))
  state.payload = payload
  const demo = isDemo ? await import('./demo.ts') : null
  const accounts = demo && (await step('Akun dan kotak demo', () => demo.fillDemo(payload, env)))
  state.next = await step('Halaman CMS', () => openNext(path.join(root, 'cms'), env))

  const { isServed } = await startPublishing(state, begun, log, goOn)
  const stopDeleting = watchExpired(payload, env)
  begun.push({ name: 'penghapusan', stop: stopDeleting })
  await tellFirstLink(state, log)
  goOn()
  quietConsole()
  state.phase = 'ready'
  if (!state.release)
    log.say('CMS dan meja sudah dapat dipakai. Situs belum tayang; pembangunan dicoba lagi sendiri.')
  await isServed
  goOn()
  log.ready(env)
  accounts?.print()
}

/** Starts the publisher, and builds the site where what is served is not what the sources give. `isServed` resolves when `/` answers. */
async function startPublishing(
  state: ServerState,
  begun: Task[],
  log: ReturnType<typeof progress>,
  goOn: () => void,
): Promise<{ isServed: Promise<void> }> {
  const { env, payload } = state
  if (!payload) throw new Error('the publisher needs the database')
  const paths = releasePaths(env)
  await endOrphanBuild(paths)
  const served = Promise.withResolvers<void>()
  const serveRelease = (release: ReleaseManifest) => {
    state.release = openRelease(paths.folder(release.id), paths.assets)
    served.resolve()
  }
  const { startPublisher } = await import('./jobs/publisher.ts')
  const publisher = await startPublisher({ env, payload, onLive: serveRelease, log: log.say })
  begun.push({ name: 'penerbitan', stop: publisher.stop })
  pruneReleases(paths)
  state.gone = publisher.gone
  if (state.release || serveLastRelease(state)) served.resolve()
  const isCurrent =
    state.release?.manifest.id === currentRelease(paths)?.id &&
    state.release?.manifest.sources === siteSourceHash(env)
  if (!isCurrent || !state.release) {
    const build = log
      .step('Situs', () => publisher.buildNow('Sumber situs berubah'))
      .catch((error: unknown) => {
        if (state.phase !== 'stopping')
          log.say(`Situs tidak dapat dibangun; dicoba lagi sendiri. ${failureLine(error)}`)
      })
    // The last good site stays up while the new one is built; only a first start has to wait for it.
    if (!state.release) await build
  }
  goOn()
  publisher.watch()
  return { isServed: served.promise }
}

async function tellFirstLink({ env, payload }: ServerState, log: ReturnType<typeof progress>): Promise<void> {
  if (!payload || !(await needsFirstAccount(payload))) return
  await writeFirstLink(payload, env, Date.now())
  log.say(`Belum ada akun. Tautan sekali pakai untuk admin pertama ada di berkas ${linkFile(env)}`)
}
