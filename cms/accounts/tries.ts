import { createHmac, hkdfSync, randomUUID } from 'node:crypto'
import type { Payload, Where } from 'payload'
import { isConflict } from '#cms/endpoints/conflicts.ts'
import { collections } from '#src/slugs.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** How many tries follow one another, and what comes then. All times in milliseconds. */
export type TryRule = {
  /** Tries in one round; after the last of them nothing is tried for `pause`. */
  readonly perRound: number
  /** The pause after round `round`, counted from 1. */
  pause(round: number): number
  /** A try is forgotten by itself after this long; at least the longest pause. */
  readonly memory: number
}

/** Five passwords in any 15 minutes. */
export const passwordRule: TryRule = { perRound: 5, pause: () => 15 * minute, memory: 15 * minute }

/** Every fifth wrong code pauses the codes: 15 minutes, then twice as long each time, at most a day. */
export const codeRule: TryRule = {
  perRound: 5,
  pause: round => Math.min(day, 15 * minute * 2 ** (round - 1)),
  memory: 30 * day,
}

/** A try that may be made. `end`: until when nothing more may be tried if it fails, or null. Milliseconds since 1970. */
export type Reserved = {
  readonly isReserved: true
  readonly subject: string
  readonly number: number
  readonly at: number
  readonly end: number | null
}
/** `end`: when the next try may be made, in milliseconds since 1970. */
type Refused = { readonly isReserved: false; readonly end: number }

type Row = { number: number; at: number }
const collection = collections.signInTries
/** Each turn that finds its place taken means that another try took it: more turns than a round has come from a clock or a bug. */
const mostTurns = 20

/** The name of `parts` in the rows: under a key of the server, so that who tried cannot be read from the database. */
export function subjectOf(payload: Payload, ...parts: readonly string[]): string {
  const key = Buffer.from(hkdfSync('sha256', payload.secret, '', 'berangkat-aman sign-in tries v1', 32))
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex')
}

/**
 * Takes the next try of `subject` before anything is checked. However many ask at once, and in however many processes, no more
 * tries than the rule has are given. A try that was right must be given back with `releaseTry` or `forgetTries`.
 */
export async function reserveTry(
  payload: Payload,
  subject: string,
  rule: TryRule,
  now = Date.now(),
): Promise<Reserved | Refused> {
  await forgetExpired(payload, now)
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const last = await lastTry(payload, subject)
    const end = last === null ? null : pauseAfter(last, rule)
    if (end !== null && end > now) return { isReserved: false, end }
    const number = (last?.number ?? -1) + 1
    if (await insert(payload, { subject, number, at: now, until: now + rule.memory }))
      return { isReserved: true, subject, number, at: now, end: pauseAfter({ number, at: now }, rule) }
  }
  return { isReserved: false, end: now + minute }
}

/** Gives back a try that was right. */
export async function releaseTry(payload: Payload, { subject, number, at }: Reserved): Promise<void> {
  const where: Where = {
    and: [{ subject: { equals: subject } }, { number: { equals: number } }, { at: { equals: at } }],
  }
  await payload.db.deleteMany({ collection, where })
}

/** Forgets all tries of `subject`. */
export async function forgetTries(payload: Payload, subject: string): Promise<void> {
  await payload.db.deleteMany({ collection, where: { subject: { equals: subject } } })
}

/** Takes what counts once: true for one caller only until `life` milliseconds have passed or it was forgotten. */
export async function takeOnce(payload: Payload, subject: string, life: number): Promise<boolean> {
  const now = Date.now()
  await forgetExpired(payload, now)
  return insert(payload, { subject, number: 0, at: now, until: now + life })
}

function pauseAfter({ number, at }: Pick<Row, 'number' | 'at'>, { perRound, pause }: TryRule): number | null {
  return (number + 1) % perRound === 0 ? at + pause((number + 1) / perRound) : null
}

async function lastTry(payload: Payload, subject: string): Promise<Row | null> {
  const { docs } = await payload.db.find<Row>({
    collection,
    where: { subject: { equals: subject } },
    sort: '-number',
    limit: 1,
    pagination: false,
  })
  return docs[0] ?? null
}

/** Whether the row got its place; false when it is taken. Nothing is read back: by then it may be forgotten again. */
async function insert(
  payload: Payload,
  data: { subject: string; number: number; at: number; until: number },
): Promise<boolean> {
  try {
    await payload.db.create({ collection, data: { id: randomUUID(), ...data }, returning: false })
    return true
  } catch (error) {
    if (isConflict(error)) return false
    throw error
  }
}

async function forgetExpired(payload: Payload, now: number): Promise<void> {
  await payload.db.deleteMany({ collection, where: { until: { less_than_equal: now } } })
}
