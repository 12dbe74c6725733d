import { createHash, randomUUID } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { getPayload, type Payload } from 'payload'
import { buildCmsConfig } from '#cms/build-config.ts'
import { handleRest } from '#cms/endpoints/rest.ts'
import { type Env, parseEnv, root } from '#cms/env.ts'
import { migrations } from '#cms/migrations/index.ts'

const secret = 'a secret that only the tests know, 32+'
const mongoUrl = process.env.TEST_DATABASE_URL

/** A CMS of its own for one test file: database, media folder, and REST called in process. */
export type TestCms = {
  payload: Payload
  env: Env
  /** Folder of this CMS; gone after `close`. */
  folder: string
  /** Calls a REST route (`/banners?limit=1`) as the server would, without a network. */
  rest: (method: string, address: string, options?: RestOptions) => Promise<Response>
  close: () => Promise<void>
}
export type RestOptions = {
  body?: unknown
  token?: string | null
  headers?: Record<string, string>
  raw?: BodyInit
}

/** Starts a CMS on a copy of a migrated database; on MongoDB, when `TEST_DATABASE_URL` names a server, on a database of its own. */
export async function startTestCms(variables: Record<string, string> = {}): Promise<TestCms> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'berangkat-aman-cms-'))
  const databaseUrl = mongoUrl ? ownMongoDatabase(mongoUrl) : `file:${path.join(folder, 'test.db')}`
  if (!mongoUrl) copyFileSync(await migratedTemplate(), path.join(folder, 'test.db'))
  const env = parseEnv({ NODE_ENV: 'test', DATA_DIR: folder, DATABASE_URL: databaseUrl, ...variables })
  mkdirSync(env.mediaDir, { recursive: true })
  const key = randomUUID()
  const config = await buildCmsConfig(env, { migrations, secret })
  const payload = await getPayload({ config, key, disableOnInit: true })
  payload.logger.level = 'silent'
  const rest: TestCms['rest'] = (method, address, options = {}) =>
    handleRest({ config, payloadInstanceCacheKey: key, request: toRequest(method, address, options) })

  return {
    payload,
    env,
    folder,
    rest,
    close: async () => {
      if (mongoUrl) await dropMongo(payload)
      await payload.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function toRequest(method: string, address: string, { body, headers, raw, token }: RestOptions): Request {
  return new Request(`http://localhost:8080/api${address}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token ? { Authorization: `JWT ${token}` } : {}),
      ...headers,
    },
    body: raw ?? (body === undefined ? null : JSON.stringify(body)),
  })
}

function ownMongoDatabase(url: string): string {
  const own = new URL(url)
  own.pathname = `/test-${randomUUID().slice(0, 8)}`
  return own.href
}

async function dropMongo(payload: Payload): Promise<void> {
  const { connection } = payload.db as unknown as { connection: { dropDatabase: () => Promise<void> } }
  await connection.dropDatabase()
}

/** An empty, migrated SQLite file, made once for each state of the migrations. */
async function migratedTemplate(): Promise<string> {
  const folder = path.join(root, 'cms/migrations')
  const hash = createHash('sha256')
  for (const name of readdirSync(folder)
    .filter(entry => entry.endsWith('.ts'))
    .sort())
    hash.update(readFileSync(path.join(folder, name)))
  const cache = path.join(root, 'node_modules/.cache/berangkat-aman')
  const template = path.join(cache, `migrated-${hash.digest('hex').slice(0, 16)}.db`)
  if (existsSync(template)) return template
  mkdirSync(cache, { recursive: true })
  const draft = path.join(cache, `${randomUUID()}.db`)
  const env = parseEnv({ NODE_ENV: 'test', DATA_DIR: cache, DATABASE_URL: `file:${draft}` })
  const payload = await getPayload({
    config: await buildCmsConfig(env, { migrations, secret }),
    key: randomUUID(),
    disableOnInit: true,
  })
  await payload.destroy()
  for (const leftover of ['-wal', '-shm']) rmSync(`${draft}${leftover}`, { force: true })
  renameSync(draft, template)
  return template
}
