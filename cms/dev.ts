/**
 * `npm run dev`: the addresses of `npm start`, with reload. Next compiles the CMS in this process; Astro and the desk have
 * development servers of their own on the next two ports, and the front server passes their requests on. The data is
 * `data/dev`, unless `DATA_DIR` says otherwise.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from './env.ts'

const envFile = path.join(root, '.env')
if (existsSync(envFile)) process.loadEnvFile(envFile)
Object.assign(process.env, {
  NODE_ENV: 'development',
  APP_ROOT: root,
  DATA_DIR: process.env.DATA_DIR ?? 'data/dev',
  NEXT_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
})

const { develop } = await import('./dev-run.ts')
await develop().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
