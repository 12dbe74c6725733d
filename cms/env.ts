import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'

/** The repository's root: every relative path below starts here, whatever the working folder. */
export const root = path.resolve(import.meta.dirname, '..')

const origin = z.url({ protocol: /^https?$/ }).transform((value, context) => {
  const url = new URL(value)
  if (url.pathname !== '/' || url.search || url.hash) context.addIssue(`expected an origin like https://contoh.id, got ${value}`)
  return url.origin
})
const flag = z.enum(['true', 'false']).transform(value => value === 'true')

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z.coerce.number().int().min(1).max(65535).default(8080),
  /** Address to listen on. The default answers this machine only; a reverse proxy stands in front in production. */
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|mongodb(\+srv)?:\/\/)/, 'expected file:… or mongodb://…')
    .optional(),
  SITE_URL: origin.optional(),
  ADMIN_URL: origin.optional(),
  DESK_URL: origin.optional(),
  PAYLOAD_SECRET: z.string().min(32, 'at least 32 characters').optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  HCAPTCHA_SITE_KEY: z.string().min(1).optional(),
  HCAPTCHA_SECRET: z.string().min(1).optional(),
  HCAPTCHA_VERIFY_URL: z.url().default('https://api.hcaptcha.com/siteverify'),
  /** SHA-256 (hex) of the first key list; see docs/protocol.md. Outside the database on purpose. */
  KEYLIST_PIN_FILE: z.string().optional(),
  DEMO: flag.default(false),
})

export type Env = ReturnType<typeof parseEnv>

/**
 * Reads and checks the configuration. The only reader of `process.env` on the server.
 * @throws Error that lists each variable, what was expected and what to do.
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>) {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(filled)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The configuration is not usable. See .env.example.\n${lines.join('\n')}`)
  }
  const value = parsed.data
  const dataDir = path.resolve(root, value.DATA_DIR)
  const siteUrl = value.SITE_URL ?? `http://localhost:${value.PORT}`
  const adminUrl = value.ADMIN_URL ?? siteUrl
  const deskUrl = value.DESK_URL ?? `http://desk.localhost:${value.PORT}`
  const hosts = [siteUrl, adminUrl, deskUrl].map(address => new URL(address).host)
  if (hosts[2] === hosts[0] || hosts[2] === hosts[1]) throw new Error('DESK_URL must be a host of its own: staff keys are opened there.')
  if (siteUrl.startsWith('https:') && hosts[0] === hosts[1]) {
    throw new Error('On https, SITE_URL and ADMIN_URL must be different hosts.')
  }
  return {
    ...value,
    dataDir,
    databaseUrl: value.DATABASE_URL ?? `file:${path.join(dataDir, 'berangkat-aman.db')}`,
    siteUrl,
    adminUrl,
    deskUrl,
    mediaDir: path.join(dataDir, 'media'),
    releasesDir: path.join(dataDir, 'releases'),
  }
}

/** The secret that signs sessions: from the environment, else made on the first run and kept in the data folder, mode 0600. */
export function payloadSecret(env: Env): string {
  if (env.PAYLOAD_SECRET) return env.PAYLOAD_SECRET
  const file = path.join(env.dataDir, 'payload-secret')
  if (!existsSync(file)) {
    mkdirSync(env.dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(file, 'utf8').trim()
}
