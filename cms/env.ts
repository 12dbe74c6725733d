import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'

/**
 * The repository's root: every relative path below starts here. Inside Next's bundle a module has no place of its own, so
 * the start script hands the root over in the environment.
 */
export const root =
  process.env.APP_ROOT ?? path.resolve(import.meta.dirname ?? path.join(process.cwd(), 'cms'), '..')

const originWanted = 'expected an origin like https://contoh.go.id, without a path'
const origin = z.url({ protocol: /^https?$/, error: originWanted }).transform((value, context) => {
  const url = new URL(value)
  if (url.pathname !== '/' || url.search || url.hash) context.addIssue(originWanted)
  return url.origin
})
const flag = z
  .enum(['true', 'false'], { error: 'expected true or false' })
  .transform(value => value === 'true')
const portWanted = 'expected a number from 1 to 65535'
/** Their values are never shown. */
const secrets = new Set(['DATABASE_URL', 'PAYLOAD_SECRET', 'SMTP_URL', 'HCAPTCHA_SECRET'])

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z.coerce
    .number({ error: portWanted })
    .int({ error: portWanted })
    .min(1, portWanted)
    .max(65535, portWanted)
    .default(8080),
  /** Address to listen on. The default answers this machine only; a reverse proxy stands in front in production. */
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|mongodb(\+srv)?:\/\/)/, 'expected file:… (SQLite) or mongodb://… (MongoDB)')
    .optional(),
  SITE_URL: origin.optional(),
  ADMIN_URL: origin.optional(),
  DESK_URL: origin.optional(),
  PAYLOAD_SECRET: z
    .string()
    .min(32, 'expected at least 32 characters; leave it out and one is made')
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'expected smtp://… or smtps://…' }).optional(),
  MAIL_FROM: z.email({ error: 'expected an e-mail address' }).optional(),
  HCAPTCHA_SITE_KEY: z.string().min(1).optional(),
  HCAPTCHA_SECRET: z.string().min(1).optional(),
  HCAPTCHA_VERIFY_URL: z.url().default('https://api.hcaptcha.com/siteverify'),
  /** Whether publishers and editors need a second factor at the CMS. Administrators always do, and case handlers at the desk. */
  STAFF_SECOND_FACTOR: flag.default(true),
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
  const filled = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = schema.safeParse(filled)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path: [name = ''], message }) => {
      const got = secrets.has(String(name)) ? '' : `, got "${filled[String(name)]}"`
      return `${String(name)}: ${message}${got}`
    })
    throw new Error(unusable([...new Set(problems)]))
  }
  const value = parsed.data
  const dataDir = path.resolve(root, value.DATA_DIR)
  const siteUrl = value.SITE_URL ?? `http://localhost:${value.PORT}`
  const adminUrl = value.ADMIN_URL ?? siteUrl
  const deskUrl = value.DESK_URL ?? `http://desk.localhost:${value.PORT}`
  const problems = hostProblems(siteUrl, adminUrl, deskUrl)
  if (value.SMTP_URL && !value.MAIL_FROM)
    problems.push('MAIL_FROM: needed with SMTP_URL, the sender of our mail')
  if (Boolean(value.HCAPTCHA_SITE_KEY) !== Boolean(value.HCAPTCHA_SECRET))
    problems.push('HCAPTCHA_SITE_KEY, HCAPTCHA_SECRET: set both or none')
  if (problems.length > 0) throw new Error(unusable(problems))
  return {
    ...value,
    dataDir,
    databaseUrl: absoluteFile(value.DATABASE_URL ?? `file:${path.join(dataDir, 'berangkat-aman.db')}`),
    siteUrl,
    adminUrl,
    deskUrl,
    KEYLIST_PIN_FILE: path.resolve(root, value.KEYLIST_PIN_FILE ?? path.join(dataDir, 'keylist.pin')),
    mediaDir: path.join(dataDir, 'media'),
    releasesDir: path.join(dataDir, 'releases'),
  }
}

function unusable(problems: readonly string[]): string {
  return `Setelan belum dapat dipakai; lihat .env.example. (The configuration is not usable.)\n${problems.map(problem => `  ${problem}`).join('\n')}`
}

/** A `file:` address with a relative path starts at the repository's root; others stay as they are. */
function absoluteFile(url: string): string {
  return url.startsWith('file:') ? `file:${path.resolve(root, url.slice('file:'.length))}` : url
}

/** Staff keys are opened at the desk, and the admin cannot have the policy they need: on https each has a host of its own. */
function hostProblems(siteUrl: string, adminUrl: string, deskUrl: string): string[] {
  const [site, admin, desk] = [siteUrl, adminUrl, deskUrl].map(address => new URL(address))
  const problems: string[] = []
  if (desk?.host === site?.host || desk?.host === admin?.host)
    problems.push(`DESK_URL: must be a host of its own, got ${desk?.host} for the desk and another part`)
  const isSecure = [site, admin, desk].some(url => url?.protocol === 'https:')
  if (isSecure && site?.host === admin?.host)
    problems.push(`ADMIN_URL: on https it must be another host than SITE_URL, got ${site?.host} for both`)
  if (isSecure && [site, admin, desk].some(url => url?.protocol !== 'https:'))
    problems.push('SITE_URL, ADMIN_URL, DESK_URL: all https or all http')
  return problems
}

let parsedEnv: Env | undefined

/**
 * For programs beside the server: takes the settings of `.env` as the server does. To be called before Payload is loaded,
 * which decides by them.
 */
export function loadSettings(): void {
  const file = path.join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  Object.assign(process.env, {
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    APP_ROOT: root,
    PAYLOAD_TELEMETRY_DISABLED: 'true',
    DO_NOT_TRACK: '1',
  })
}

/** The folder in which a person typed a command: npm runs it at the repository's root. */
export const typedIn = (): string => process.env.INIT_CWD ?? process.cwd()

/** The configuration of this process, read once. */
export function serverEnv(): Env {
  parsedEnv ??= parseEnv(process.env)
  return parsedEnv
}

/** What the tools that we start may see of the environment: where programs and homes are, and no secret. */
export function childEnv(): NodeJS.ProcessEnv {
  const names = [
    'PATH',
    'HOME',
    'USER',
    'TMPDIR',
    'TEMP',
    'TMP',
    'LANG',
    'TZ',
    'SystemRoot',
    'APPDATA',
    'LOCALAPPDATA',
  ]
  const given = names.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  return {
    ...Object.fromEntries(given),
    NODE_ENV: 'production',
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    ASTRO_TELEMETRY_DISABLED: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
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
