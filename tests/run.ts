/**
 * `npm test`: everything that must hold, in the order of what fails fastest. Runs all of it even after a failure, prints the
 * totals, and ends with a non-zero code if anything failed.
 */
import { spawnSync } from 'node:child_process'
import { ensureChromium } from './helpers/chromium.ts'

type Step = { name: string; command: string; args: readonly string[]; before?: () => void }

const steps: readonly Step[] = [
  { name: 'format', command: 'npm', args: ['run', '-s', 'format:check'] },
  { name: 'lint', command: 'npm', args: ['run', '-s', 'lint'] },
  { name: 'types', command: 'npm', args: ['run', '-s', 'typecheck'] },
  { name: 'dead code', command: 'npm', args: ['run', '-s', 'knip'] },
  { name: 'unit, CMS and site tests', command: 'npx', args: ['vitest', 'run'] },
  { name: 'browser tests', command: 'npx', args: ['playwright', 'test'], before: ensureChromium },
]

const results = steps.map(({ name, command, args, before }) => {
  console.log(`\n━━ ${name}`)
  const began = Date.now()
  let isOk = false
  try {
    before?.()
    isOk = spawnSync(command, args, { stdio: 'inherit' }).status === 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
  }
  return { name, isOk, seconds: Math.round((Date.now() - began) / 1000) }
})

console.log('\n━━ npm test')
for (const { name, isOk, seconds } of results)
  console.log(`${isOk ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
const failed = results.filter(result => !result.isOk)
console.log(failed.length === 0 ? 'All steps passed.' : `${failed.length} of ${results.length} steps failed.`)
process.exit(failed.length === 0 ? 0 : 1)
