/**
 * `npm run test:mongo`: runs the CMS suite on MongoDB. The server is, in this order: `MONGODB_URL`; a `mongod` on the PATH,
 * started as a one-member replica set; the binary that mongodb-memory-server downloads. None of them: it fails.
 */
import { execFileSync, spawn } from 'node:child_process'
import { MongoMemoryReplSet } from 'mongodb-memory-server-core'

type Server = { url: string; stop: () => Promise<void> }

function mongodOnPath(): string | null {
  try {
    return (
      execFileSync('which', ['mongod'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() ||
      null
    )
  } catch {
    return null
  }
}

async function findServer(): Promise<Server> {
  const given = process.env.MONGODB_URL
  if (given) return { url: given, stop: async () => undefined }
  const systemBinary = mongodOnPath()
  try {
    const set = await MongoMemoryReplSet.create({
      replSet: { count: 1, storageEngine: 'wiredTiger' },
      ...(systemBinary ? { binary: { systemBinary } } : {}),
    })
    return { url: set.getUri(), stop: async () => void (await set.stop()) }
  } catch (error) {
    throw new Error(
      `No MongoDB to test on: MONGODB_URL is empty, ${systemBinary ? `${systemBinary} did not start` : 'there is no mongod on the PATH'}, ` +
        `and no binary could be downloaded (${error instanceof Error ? error.message.split('\n')[0] : error}).\n` +
        'Set MONGODB_URL, or install mongod.',
    )
  }
}

function run(url: string): Promise<number> {
  const child = spawn('vitest', ['run', '--project', 'cms', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, TEST_DATABASE_URL: url },
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => resolve(code ?? 1))
  })
}

const server = await findServer().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
const lacking = process.env.TEST_DATABASE_LACKS
if (lacking) console.log(`This server lacks: ${lacking}. The tests that need it are reported as skipped.`)
const code = await run(server.url).finally(() => server.stop())
process.exit(code)
