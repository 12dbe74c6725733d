import { demoAccounts, startServer, untilReady } from './server.ts'

/** Starts the demo server that all browser tests share; they find it by `e2e()` in e2e.ts. */
export default async function setUp(): Promise<() => Promise<void>> {
  const server = await startServer({ demo: true })
  await untilReady(server).catch(async error => {
    await server.remove()
    throw error
  })
  const shared = {
    site: server.site,
    desk: server.desk,
    dataDir: server.dataDir,
    accounts: demoAccounts(server),
  }
  process.env.E2E_SERVER = JSON.stringify(shared)
  return () => server.remove()
}
