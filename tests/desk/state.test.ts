import { describe, expect, test } from 'vitest'
import { caseBadge, casePart, caseState, deletionDay, today } from '#desk/state/case.ts'
import { createDrafts } from '#desk/state/drafts.ts'
import { watchIdle } from '#desk/state/idle.ts'
import type { ReadMessage, ReadThread } from '#desk/vault/protocol.ts'
import { firstDifference, normalPhrase } from '#desk/vault/phrase.ts'
import type { DeskEvent, FoundDeskEvent } from '#src/crypto/desk-event.ts'

const event = (kind: DeskEvent['kind'], seq = 1): FoundDeskEvent => ({
  seq,
  fault: null,
  event: {
    v: 2,
    report: 'r',
    seq,
    previous: '',
    author: 'a',
    day: `2026-11-0${seq}`,
    kind,
    first: '0'.repeat(64),
    seen: 2,
    last: '0'.repeat(64),
    text: '',
  },
})
const message = (seq: number, direction: 'masuk' | 'keluar', kind: ReadMessage['kind']): ReadMessage => ({
  seq,
  direction,
  kind,
  day: '2026-11-01',
  text: 't',
  state: null,
  attachments: [],
  problem: null,
  isFaulty: false,
})
const opening = message(0, 'masuk', 'laporan')
const thread = (
  messages: ReadMessage[],
  events: FoundDeskEvent[],
  fault: ReadThread['fault'] = null,
): ReadThread => ({
  id: 'r',
  first: null,
  marks: [],
  noAnswer: null,
  report: null,
  messages,
  fault,
  events,
})

describe('the state of a report', () => {
  test('is new until somebody takes it, and follows the events in order', () => {
    const kinds = ['take', 'note', 'close', 'reopen'] as const
    const events = kinds.map((kind, place) => event(kind, place + 1))
    const states = events.map((_, place) => caseState(events.slice(0, place + 1)).state)
    expect(caseState([]).state).toBe('new')
    expect(states).toEqual(['progress', 'progress', 'closed', 'progress'])
  })

  test('is not moved by a forged or broken event', () => {
    const broken = { ...event('close', 2), fault: 'chain' as const }
    const forged = { seq: 3, event: null, fault: 'forged' as const }
    expect(caseState([event('take'), broken, forged])).toMatchObject({
      state: 'progress',
      since: '2026-11-01',
    })
  })
})

describe('an event with a fault', () => {
  const faults = ['unreadable', 'forged', 'chain', 'moved', 'changed', 'unbound'] as const
  test.each(faults)('%s moves no state', fault => {
    expect(caseState([event('take'), { ...event('close', 2), fault }]).state).toBe('progress')
  })

  test('brings the report back to the handlers, unless it is merely from before events were bound', () => {
    const parts = faults.map(fault =>
      casePart(thread([opening], [event('take'), { ...event('note', 2), fault }])),
    )
    expect(parts).toEqual(['waiting', 'waiting', 'waiting', 'waiting', 'waiting', 'progress'])
  })
})

describe('the work list', () => {
  const reply = message(1, 'masuk', 'pesan')
  const answer = message(1, 'keluar', 'jawaban')
  const rows: [string, ReadThread, string, string][] = [
    ['a new report waits', thread([opening], []), 'new', 'waiting'],
    ['a report that was taken is in progress', thread([opening], [event('take')]), 'progress', 'progress'],
    ['an answered report is in progress', thread([opening, answer], [event('take')]), 'answered', 'progress'],
    ['a reporter who wrote waits', thread([opening, reply], [event('take')]), 'replied', 'waiting'],
    [
      'a withdrawal waits',
      thread([opening, message(1, 'masuk', 'tarik')], [event('take')]),
      'withdrawn',
      'waiting',
    ],
    ['a closed report is closed', thread([opening, answer], [event('close')]), 'closed', 'closed'],
    [
      'a broken thread waits, closed or not',
      thread([opening], [event('close')], { seq: 0, problem: 'forged' }),
      'broken',
      'waiting',
    ],
    [
      'a forged event waits',
      thread([opening], [{ seq: 1, event: null, fault: 'forged' }]),
      'broken',
      'waiting',
    ],
  ]
  test.each(rows)('%s', (_, read, badge, part) => {
    expect([caseBadge(read), casePart(read)]).toEqual([badge, part])
  })

  test('brings a closed report back when the reporter writes after the last answer', () => {
    const late = thread([opening, answer, message(2, 'masuk', 'pesan')], [event('close')])
    expect(casePart(late)).toBe('waiting')
  })
})

describe('days', () => {
  test('count in Indonesian civil time', () => {
    expect(today(Date.parse('2026-11-22T17:30:00Z'))).toBe('2026-11-23')
  })
  test('of deletion cross months and years', () => {
    expect(deletionDay('2026-11-22', 90)).toBe('2027-02-20')
  })
})

describe('the idle watch', () => {
  const start = (calls: number[]) => watchIdle(0, 1000, () => calls.push(1))
  test('locks once after the limit', () => {
    const calls: number[] = []
    const watch = start(calls)
    watch.check(999)
    watch.check(1000)
    watch.check(5000)
    expect(calls).toHaveLength(1)
  })
  test('starts again with every touch', () => {
    const calls: number[] = []
    const watch = start(calls)
    watch.touch(900)
    watch.check(1800)
    expect(calls).toHaveLength(0)
  })
  test('locks when a computer wakes up after the limit, although the first sign of life is a touch', () => {
    const calls: number[] = []
    const watch = start(calls)
    watch.touch(10_000)
    expect(calls).toHaveLength(1)
  })
})

describe('drafts', () => {
  test('keep what was typed per report until it is emptied', () => {
    const drafts = createDrafts()
    drafts.set('a', 'Terima kasih')
    expect([drafts.get('a'), drafts.get('b'), drafts.hasAny()]).toEqual(['Terima kasih', '', true])
    drafts.set('a', '  ')
    expect(drafts.hasAny()).toBe(false)
  })
})

describe('a typed passphrase', () => {
  test('may have capitals, line breaks and spaces around', () => {
    expect(normalPhrase('  Padi  Sawah\nRUMAH ')).toBe('padi sawah rumah')
  })
  test('names the first word that differs, one that is missing included', () => {
    const wanted = ['padi', 'sawah', 'rumah']
    const typed = ['padi sawah rumah', 'padi sawa rumah', 'padi sawah', 'padi sawah rumah satu']
    expect(typed.map(text => firstDifference(wanted, text))).toEqual([null, 2, 3, 4])
  })
})
