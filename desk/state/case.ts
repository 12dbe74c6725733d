import type { FoundDeskEvent } from '#src/crypto/desk-event.ts'
import type { ReadThread } from '../vault/protocol.ts'

/** Where a report stands with the handlers: what its events add up to. */
export type CaseState = 'new' | 'progress' | 'closed'

type Standing = { readonly state: CaseState; readonly since: string | null; readonly seen: number }

/**
 * The state after all sound events, the day of the last change of state, and how many messages the thread had then.
 * An event with a fault, or not bound to the content of the report, changes nothing.
 */
export function caseState(events: readonly FoundDeskEvent[]): Standing {
  const steps = { take: 'progress', close: 'closed', reopen: 'progress', note: null } as const
  let result: Standing = { state: 'new', since: null, seen: 0 }
  for (const { event, fault } of events) {
    const next = event === null || fault !== null ? null : steps[event.kind]
    if (event !== null && next !== null) result = { state: next, since: event.day, seen: event.seen }
  }
  return result
}

/** What the list shows beside a report, the most pressing first. */
export type CaseBadge = 'broken' | 'withdrawn' | 'new' | 'replied' | 'answered' | 'progress' | 'closed'

/** Whether an event shows that somebody changed something. One of version 1 names no content, and shows nothing. */
export const isBroken = ({ fault }: FoundDeskEvent): boolean => fault !== null && fault !== 'unbound'

/** The badge of an opened report. What the reporter wrote after a report was closed counts as new. */
export function caseBadge(read: ReadThread): CaseBadge {
  const { state, seen } = caseState(read.events)
  const isClosed =
    state === 'closed' && !read.messages.slice(seen).some(message => message.direction === 'masuk')
  const last = read.messages.at(-1)
  if (read.fault !== null || read.events.some(isBroken)) return 'broken'
  if (isClosed) return 'closed'
  if (read.messages.some(message => message.kind === 'tarik')) return 'withdrawn'
  if (last?.direction === 'masuk' && last.seq > 0) return 'replied'
  if (state === 'new') return 'new'
  return last?.direction === 'keluar' ? 'answered' : 'progress'
}

/** The three parts of the work list. A reporter who writes after closing brings the report back to the handlers. */
export type CasePart = 'waiting' | 'progress' | 'closed'

/** Which part of the work list an opened report belongs to. */
export function casePart(read: ReadThread): CasePart {
  const badge = caseBadge(read)
  if (badge === 'closed') return 'closed'
  return badge === 'answered' || badge === 'progress' ? 'progress' : 'waiting'
}

const DAY = 86_400_000

/** The day on which a report closed on `day` is deleted. `YYYY-MM-DD` both. */
export const deletionDay = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** Today in Indonesian civil time (UTC+7), `YYYY-MM-DD`. */
export const today = (now = Date.now()): string => new Date(now + 7 * 3_600_000).toISOString().slice(0, 10)
