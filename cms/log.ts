import type { Config } from 'payload'
import { root } from './env.ts'
import { blameOf } from './hooks/explain-error.ts'
import { whereOf } from './endpoints/no-values.ts'

type LoggerConfig = Extract<NonNullable<Config['logger']>, { options: unknown }>

/**
 * A line of a library as it may be logged: without e-mails, paths, names of files and network addresses. Lines that a
 * request brought about would otherwise tell who asked what, and journals add when.
 */
export function withoutAddresses(text: string): string {
  return text
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[surel]')
    .replace(/(?:[a-z][\w+.-]*:)?\/\/?[^\s"'<>()[\]{}]+/gi, '[alamat]')
    .replace(/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b|\[?(?:[\da-f]{0,4}:){3,}[\da-f]{0,4}\]?/gi, '[alamat]')
    .replace(/[\w-]+\.(?:webp|jpe?g|png|pdf|svg|gif|html?|css|js|json|txt|xml)\b/gi, '[berkas]')
    .slice(0, 300)
}

/** Whether the caller brought the error about, and is told so: nobody else has to know. */
function isRefusal(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const status = Number((error as { status?: unknown }).status ?? 500)
  return status < 500 ? status >= 400 : blameOf(error) !== null
}

const longestStack = 6
const isFrame = (line: string) => /^\s+at /.test(line)

/** Whether the caller hung up: nobody waits for an answer. */
const isGone = (error: unknown) =>
  ['ECONNRESET', 'EPIPE', 'ABORT_ERR'].includes(String((error as { code?: unknown })?.code))

/** What a text says, as parts of one line: what it tells without addresses; of a stack the kind of the error and where. */
function partsOfText(text: string): string[] {
  const lines = text.split('\n').filter(line => line.trim())
  const frames = lines.filter(isFrame).slice(0, longestStack)
  if (frames.length > 0) return [lines[0]?.split(':', 1)[0] ?? '', ...frames]
  return [lines.map(withoutAddresses).join(' / ')]
}

/**
 * What one call of a logger may write, in one line: null for nothing. Of an error its kind and where, as its message quotes
 * values; nothing of refusals and of callers who left.
 */
export function logLine(given: readonly unknown[]): string | null {
  const [first] = given
  const told = (first as { msg?: unknown } | null | undefined)?.msg
  const error =
    given.find(one => one instanceof Error) ?? (first as { err?: unknown } | null | undefined)?.err
  if (error !== undefined && (isRefusal(error) || isGone(error))) return null
  const texts = [told, ...given].filter(one => typeof one === 'string').flatMap(partsOfText)
  const where = error === undefined ? [] : whereOf(error).split('\n').slice(0, longestStack)
  const parts = [...texts, ...where].map(part => part.replaceAll(`${root}/`, '').trim())
  return parts.filter(part => /\w/.test(part)).join(' < ') || null
}

/** The same line again within this time is written once. Milliseconds. */
const sameWithin = 1000

/**
 * Makes `console.error` and `console.warn`, through which Next and other libraries tell of requests, write as `logLine` says.
 * To be called once everything is loaded, as Next puts its own in their place. Returns what undoes it.
 */
export function quietConsole(): () => void {
  const { error, warn } = console
  let last = { line: '', at: 0 }
  const quiet =
    (write: typeof console.error) =>
    (...given: unknown[]) => {
      // Libraries put what was sent between quotation marks.
      const bare = given.map(one => (typeof one === 'string' ? one.replace(/"[^"\n]*"/g, '"…"') : one))
      const line = logLine(bare)
      const now = Date.now()
      if (line === null || (line === last.line && now - last.at < sameWithin)) return
      last = { line, at: now }
      write(line)
    }
  Object.assign(console, { error: quiet(error), warn: quiet(warn) })
  return () => Object.assign(console, { error, warn })
}

/** Errors that are refusals by their kind, which Payload would log by their message alone. */
export const refusalsUnlogged = {
  AuthenticationError: false,
  Forbidden: false,
  Locked: false,
  LockedAuth: false,
  MissingFile: false,
  NotFound: false,
  QueryError: false,
  ValidationError: false,
} as const satisfies Config['loggingLevels']

/**
 * The logger of Payload. Its own writes each refused request with a stack of fifteen lines, and quotes e-mails, file names and
 * whole addresses. What only refuses the caller (4xx) is not written at all.
 */
export function payloadLogger(
  level: 'info' | 'silent',
  write: (line: string) => void = line => console.error(line),
): LoggerConfig {
  return {
    options: {
      level,
      hooks: {
        logMethod(given, method) {
          const line = logLine(given)
          if (line !== null) method.call(this, line)
        },
      },
    },
    destination: { write: (text: string) => write(String((JSON.parse(text) as { msg?: unknown }).msg)) },
  }
}
