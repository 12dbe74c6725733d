import { APIError, type PayloadRequest } from 'payload'
import { say } from './say.ts'

const MAX_LIMIT = 1000
const MAX_PAGE = 1_000_000
const MAX_DEPTH = 10
const MAX_CONDITIONS = 100
const MAX_NESTING = 6
const MAX_VALUE = 500
const MAX_LIST = 200

const single = new Set([
  'equals',
  'not_equals',
  'contains',
  'like',
  'not_like',
  'exists',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
])
const many = new Set(['in', 'not_in', 'all'])

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isScalar = (value: unknown) =>
  value === null ||
  ['boolean', 'number'].includes(typeof value) ||
  (typeof value === 'string' && value.length <= MAX_VALUE && !value.includes('\0'))

function isCondition(operators: unknown): boolean {
  if (!isObject(operators)) return false
  return Object.entries(operators).every(([operator, value]) => {
    if (single.has(operator)) return isScalar(value)
    if (!many.has(operator)) return false
    const list = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value]
    return list.length <= MAX_LIST && list.every(isScalar)
  })
}

/** Counts the conditions of a query; Infinity for one that is not formed as Payload documents it. */
function countConditions(where: unknown, nesting = 0): number {
  if (where === undefined) return 0
  if (!isObject(where) || nesting > MAX_NESTING) return Number.POSITIVE_INFINITY
  return Object.entries(where).reduce((sum, [key, value]) => {
    if (key.toLowerCase() !== 'and' && key.toLowerCase() !== 'or')
      return sum + (isCondition(value) ? 1 : Number.POSITIVE_INFINITY)
    const parts = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [null]
    return parts.reduce<number>((inner, part) => inner + countConditions(part, nesting + 1), sum)
  }, 0)
}

const isWhole = (value: unknown, min: number, max: number) =>
  value === undefined ||
  value === null ||
  (Number.isInteger(Number(value)) && Number(value) >= min && Number(value) <= max)

type Query = { where?: unknown; limit?: unknown; page?: unknown; depth?: unknown }

/**
 * Refuses a query that no list of ours asks: malformed, or so large that answering would cost the others.
 * @throws APIError 400 in the caller's language.
 */
export function checkQuery(query: Query, req: PayloadRequest): void {
  const isFit =
    countConditions(query.where) <= MAX_CONDITIONS &&
    isWhole(query.limit, 0, MAX_LIMIT) &&
    isWhole(query.page, 0, MAX_PAGE) &&
    isWhole(query.depth, 0, MAX_DEPTH)
  if (isFit) return
  const message = say(req, {
    id: `Pencarian ini tidak dapat dibaca. limit paling besar ${MAX_LIMIT}, paling banyak ${MAX_CONDITIONS} syarat.`,
    en: `This query cannot be read. The limit is ${MAX_LIMIT} at most, with ${MAX_CONDITIONS} conditions at most.`,
  })
  throw new APIError(message, 400, null, true)
}
