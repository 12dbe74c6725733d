import type { Config } from 'payload'
import { root } from './env.ts'
import { blameOf } from './hooks/explain-error.ts'
import { whereOf } from './endpoints/no-values.ts'

type LoggerConfig = Extract<NonNullable<Config['logger']>, { options: unknown }>

/**
 * A text of a library as it may be logged: one line, without e-mails, paths, names of files and network addresses. Lines that a
 * request brought about would otherwise tell who asked what, and journals add when.
 */
export function withoutAddresses(text: string): string {
  return text
    .replace(/\n[\s\S]*/, '')
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

/** What one call of a logger may write, in one line: null for nothing. Of an error its kind and where; its message quotes values. */
export function logLine(given: readonly unknown[]): string | null {
  const [first, second] = given
  const error = first instanceof Error ? first : (first as { err?: unknown } | null | undefined)?.err
  if (isRefusal(error)) return null
  const told = typeof first === 'string' ? first : (first as { msg?: unknown } | null | undefined)?.msg
  const text = typeof told === 'string' ? told : typeof second === 'string' ? second : ''
  const where =
    error === undefined ? [] : whereOf(error).replaceAll(`${root}/`, '').split('\n').slice(0, longestStack)
  return [withoutAddresses(text), ...where.map(line => line.trim())].filter(Boolean).join(' < ') || null
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
  UnauthorizedError: false,
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
