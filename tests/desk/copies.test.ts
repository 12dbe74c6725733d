import { expect, test } from 'vitest'
import { copiesAmong, marked } from '#desk/state/copies.ts'
import { unopened } from '#desk/state/open-reports.ts'
import { hashOf } from '#desk/vault/hash-of.ts'

const one = { id: 'satu', marks: ['pesan-1', 'utas-1'] }
const other = { id: 'dua', marks: ['pesan-2', 'utas-2'] }
const byThread = { id: 'salinan-utas', marks: ['pesan-3', 'utas-1'] }
const byMessage = { id: 'salinan-pesan', marks: ['pesan-2'] }

test('reports that share nothing are no copies', () => {
  expect([...copiesAmong([one, other])]).toEqual([])
})

test.each([[[one, other, byThread]], [[byThread, other, one]]])(
  'a report and its copy are both named, in whatever order they come',
  reads => {
    expect([...copiesAmong(reads)].toSorted()).toEqual(['salinan-utas', 'satu'])
  },
)

test('a copy that does not open is known by its first message', () => {
  expect([...copiesAmong([one, other, byMessage])].toSorted()).toEqual(['dua', 'salinan-pesan'])
})

test('once a copy is gone the report is none any more', () => {
  expect([...copiesAmong([one, other])]).toEqual([])
  expect(copiesAmong([one, byThread]).size).toBe(2)
  expect(copiesAmong([one]).size).toBe(0)
})

test('a report read twice is no copy of itself', () => {
  expect(copiesAmong([one, one]).size).toBe(0)
})

test('a report that does not open still has the mark of its first message in common with its copy', () => {
  const manifest = 'AAAA'
  const message = {
    seq: 0,
    direction: 'masuk',
    day: '',
    inboxKey: '',
    reporterKey: null,
    manifest,
    parts: [],
  } as const
  const envelope = { id: 'asli', day: '', bucket: 0, messages: 1, events: 0, deleteAfter: null }
  const sealed = {
    ...unopened(envelope),
    thread: { id: 'asli', inbox: 'kotak', messages: [message], events: [] },
  }
  const copy = { id: 'salinan', marks: [hashOf(message) ?? ''] }
  expect([...copiesAmong([marked(sealed), copy])].toSorted()).toEqual(['asli', 'salinan'])
})
