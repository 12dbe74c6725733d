import { SealingError } from './errors.ts'

/** What the canonical encoding can carry: JSON without fractions, so that each value has one spelling. */
export type Canonical =
  | string
  | number
  | boolean
  | null
  | readonly Canonical[]
  | { readonly [key: string]: Canonical }

/** No format nests deeper than a few levels. A stranger's JSON may, and would exhaust the stack. */
const DEEPEST = 32

/**
 * The one text of a value: JSON without spaces, keys sorted by UTF-16 code unit (RFC 8785 restricted to safe integers).
 * Hashes, MACs and signatures are taken over its UTF-8 bytes.
 * @throws TypeError on fractions, unsafe integers, undefined and anything that is not JSON; SealingError `damaged` below 32 levels.
 */
export function canonical(value: Canonical): string {
  return textOf(value, 0)
}

function textOf(value: Canonical, depth: number): string {
  if (depth > DEEPEST) throw new SealingError('damaged', 'canonical: too deep')
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError('canonical: only safe integers')
    return String(value === 0 ? 0 : value)
  }
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(item => textOf(item, depth + 1)).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`canonical: ${typeof value} is not JSON`)
  const entries = Object.entries(value as { readonly [key: string]: Canonical })
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, item]) => `${JSON.stringify(key)}:${textOf(item, depth + 1)}`).join(',')}}`
}
