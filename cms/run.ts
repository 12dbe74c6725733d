import { mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'
import { root, serverEnv } from './env.ts'
import { needsFirstAccount, linkFile, writeFirstLink } from './first-account.ts'
import { ensureBundle } from './jobs/bundles.ts'
import type { ReleaseManifest } from './jobs/manifest.ts'
import { watchExpired } from './jobs/delete-expired.ts'
import { endOrphanBuild } from './jobs/orphan.ts'
import { currentRelease, pruneReleases, releasePaths, siteSourceHash } from './jobs/releases.ts'
import { listen, lockOrRefuse, stopOnSignal } from './listen.ts'
import { quietConsole } from './log.ts'
import { openRelease } from './endpoints/release.ts'
import { progress } from './progress.ts'
import { frontServer } from './server.ts'
import { newServerState } from './server-state.ts'

const drainMs = 5000

/** Starts the server and resolves when every part is served. Rejects with a message for the person at the shell. */
export async function run(options: { isDemo: boolean; onStopped: () => void }): Promise<void> {
  const env = serverEnv()
  const log = progress()
  const lock = lockOrRefuse(env)
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 })
  const state = newServerState(env)
  const server = frontServer(state)
  await listen(server, env)
  log.say(`Mendengarkan di ${env.siteUrl} (belum siap)`)

  let stopPublisher = async () => {}
  let stopDeleting = async () => {}
  stopOnSignal(async () => {
    state.phase = 'stopping'
    await closeServer(server)
    await stopPublisher()
    await stopDeleting()
    await state.payload?.destroy()
    lock.release()
    options.onStopped()
  })

  state.phase = 'building'
  await log.step('Meja petugas (desk)', () => ensureBundle('desk', log.say))
  await log.step('CMS (perlu 1–3 menit bila sumbernya berubah)', () => ensureBundle('cms', log.say))

  const { openPayload, openNext } = await import('./open.ts')
  const payload = await log.step('Basis data', () => openPayload(env, log.say))
  state.payload = payload
  const demo = options.isDemo ? await import('./demo.ts') : null
  const accounts = demo && (await log.step('Akun dan kotak demo', () => demo.fillDemo(payload, env)))
  state.next = await log.step('Halaman CMS', () => openNext(path.join(root, 'cms'), env))

  const paths = releasePaths(env)
  await endOrphanBuild(paths)
  pruneReleases(paths)
  const serveRelease = (release: ReleaseManifest) => {
    state.release = openRelease(paths.folder(release.id), paths.assets)
  }
  const { startPublisher } = await import('./jobs/publisher.ts')
  const publisher = await startPublisher({ env, payload, onLive: serveRelease, log: log.say })
  stopPublisher = publisher.stop
  state.gone = publisher.gone
  const current = currentRelease(paths)
  if (current) serveRelease(current)
  if (current?.sources !== siteSourceHash(env)) {
    const build = log
      .step('Situs', () => publisher.buildNow('Sumber situs berubah'))
      .catch(error => {
        console.error(
          `Situs tidak dapat dibangun. CMS tetap hidup, dan pembangunan dicoba lagi sendiri.\n${error.message}`,
        )
      })
    // The last good site stays up while the new one is built; only a first start has to wait for it.
    if (!current) await build
  }
  publisher.watch()
  stopDeleting = watchExpired(payload, env)

  if (await needsFirstAccount(payload)) {
    await writeFirstLink(payload, env, Date.now())
    log.say(`Belum ada akun. Tautan sekali pakai untuk admin pertama ada di berkas ${linkFile(env)}`)
  }
  quietConsole()
  state.phase = 'ready'
  log.ready(env)
  accounts?.print()
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise(resolve => server.close(resolve))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), drainMs)
  await closed
  clearTimeout(timer)
}
