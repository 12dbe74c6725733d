import type { RequestListener } from 'node:http'
import next from 'next'
import { getPayload, type Payload } from 'payload'
import type { Env } from './env.ts'

const contentKey = 'starting-content'

/** Opens Payload, brings the database to the newest layout, and loads the starting content into one that never had it. */
export async function openPayload(env: Env, log: (line: string) => void): Promise<Payload> {
  const { default: config } = await import('./payload.config.ts')
  const payload = await getPayload({ config, cron: true })
  if (!(await payload.kv.has(contentKey))) {
    log('Memuat isi awal (kantor, angka, desa, kegiatan, artikel) …')
    const { seed } = await import('./seed.ts')
    await seed(payload)
    await payload.kv.set(contentKey, { loaded: new Date().toISOString() })
  }
  log(env.databaseUrl.startsWith('file:') ? 'SQLite' : 'MongoDB')
  return payload
}

/**
 * Prepares the built Next of `folder`. It is told where this server listens: a server action that ends in a redirect makes Next
 * ask that address with the caller's cookies, and without one another program's port.
 */
export async function openNext(folder: string, env: Env): Promise<RequestListener> {
  const app = next({ dev: false, dir: folder, ...ownAddress(env) })
  await app.prepare()
  return app.getRequestHandler()
}

/** The address at which this server reaches itself. */
export function ownAddress({ HOST, PORT }: Pick<Env, 'HOST' | 'PORT'>): { hostname: string; port: number } {
  const ofAll: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' }
  return { hostname: ofAll[HOST] ?? HOST, port: PORT }
}
