import { mkdirSync } from 'node:fs'
import path from 'node:path'
import next from 'next'
import { watchContent } from './dev-content.ts'
import { passSockets, passTo } from './dev-proxy.ts'
import { root, serverEnv } from './env.ts'
import { linkFile, needsFirstAccount, writeFirstLink } from './first-account.ts'
import { type Child, runTool } from './jobs/child.ts'
import { listen, lockOrRefuse, stopOnSignal } from './listen.ts'
import { openPayload, ownAddress } from './open.ts'
import { progress } from './progress.ts'
import { frontServer } from './server.ts'
import { newServerState } from './server-state.ts'

/** Starts the development servers and resolves when they answer. */
export async function develop(): Promise<void> {
  const env = serverEnv()
  const log = progress()
  const lock = lockOrRefuse(env)
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 })
  const ports = { site: env.PORT + 1, desk: env.PORT + 2 }
  const state = newServerState(env)
  state.develop = { site: passTo(ports.site), desk: passTo(ports.desk) }
  const server = frontServer(state)
  const app = next({ dev: true, dir: path.join(root, 'cms'), httpServer: server, ...ownAddress(env) })
  passSockets(server, (host, address) => {
    if (host.startsWith('desk.')) return ports.desk
    return address.startsWith('/_next') ? null : ports.site
  })
  await listen(server, env)

  const payload = await openPayload(env, log.say)
  state.payload = payload
  await app.prepare()
  state.next = app.getRequestHandler()
  state.phase = 'ready'

  const tool = (script: string, args: readonly string[]): Child =>
    runTool(
      script,
      args,
      {
        NODE_ENV: 'development',
        CMS_URL: `http://127.0.0.1:${env.PORT}`,
        SITE_URL: env.siteUrl,
        ADMIN_URL: env.adminUrl,
        DESK_URL: env.deskUrl,
        DEMO: String(env.DEMO),
        KEYLIST_PIN_FILE: env.KEYLIST_PIN_FILE,
      },
      line => console.log(line),
    )
  const startSite = () =>
    tool('astro/bin/astro.mjs', ['dev', '--host', '127.0.0.1', '--port', String(ports.site)])
  let site = startSite()
  const desk = tool('vite/bin/vite.js', [
    'desk',
    '--host',
    '127.0.0.1',
    '--port',
    String(ports.desk),
    '--strictPort',
  ])

  // Content is read when Astro starts: a publish in the CMS starts it again.
  const restart = async () => {
    site.stop()
    await site.done
    site = startSite()
  }
  const watch = watchContent({ payload, restart, port: ports.site })
  stopOnSignal(async () => {
    await watch.stop()
    site.stop()
    desk.stop()
    server.closeAllConnections()
    await payload.destroy()
    lock.release()
  })
  if (await needsFirstAccount(payload)) {
    await writeFirstLink(payload, env, Date.now())
    log.say(`Belum ada akun. Tautan sekali pakai untuk admin pertama ada di berkas ${linkFile(env)}`)
  }
  log.ready(env)
}
