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

/** Prepares the built Next of `folder`. */
export async function openNext(folder: string): Promise<RequestListener> {
  const app = next({ dev: false, dir: folder })
  await app.prepare()
  return app.getRequestHandler()
}
