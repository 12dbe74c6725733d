/**
 * `npm start`: makes ready what is missing and serves everything. `npm run demo` (`--demo`): the same on a throw-away folder.
 */
import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import path from 'node:path'
import { root } from './env.ts'

// Next and Payload decide by these while they load: they come before everything else.
const envFile = path.join(root, '.env')
if (existsSync(envFile)) process.loadEnvFile(envFile)
const settings = {
  NODE_ENV: 'production',
  APP_ROOT: root,
  NEXT_TELEMETRY_DISABLED: '1',
  PAYLOAD_TELEMETRY_DISABLED: 'true',
  DO_NOT_TRACK: '1',
}
Object.assign(process.env, settings)

// Payload and Next are thousands of modules: what Node made of them is kept, so that a later start takes seconds.
enableCompileCache(path.join(root, '.cache', 'node'))

const isDemo = process.argv.includes('--demo')
const { makeDemoFolder } = await import('./demo-folder.ts')
const removeDemoFolder = isDemo ? makeDemoFolder() : () => undefined

const { run } = await import('./run.ts')
await run({ isDemo, onStopped: removeDemoFolder }).catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : error}`)
  removeDemoFolder()
  process.exit(1)
})
