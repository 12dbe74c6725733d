import type { FullConfig } from '@playwright/test'
import type { SharedServer } from './e2e.ts'
import { demoAccounts, type RunningServer, startServer, untilReady } from './server.ts'

/** Starts a demo server for each worker; its tests find it by `e2e()` in e2e.ts. */
export default async function setUp({ workers }: FullConfig): Promise<() => Promise<void>> {
  const servers: RunningServer[] = []
  const remove = async () => {
    await Promise.all(servers.map(server => server.remove()))
  }
  try {
    // One after another: the first makes the bundles that all use.
    for (let worker = 0; worker < workers; worker += 1) {
      const server = await startServer({ demo: true })
      servers.push(server)
      await untilReady(server)
    }
  } catch (error) {
    await remove()
    throw error
  }
  const shared = servers.map(
    (server): SharedServer => ({
      site: server.site,
      desk: server.desk,
      dataDir: server.dataDir,
      accounts: demoAccounts(server),
    }),
  )
  process.env.E2E_SERVERS = JSON.stringify(shared)
  return remove
}
