import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Answers } from '#site/islands/tip/Answers.tsx'
import { tipView } from '#site/islands/tip/tip-view.ts'
import vector from '../../fixtures/crypto/v1.json' with { type: 'json' }
import type { KeyList } from '#src/crypto/key-list.ts'

const turned = '\u202Ekotak'
const shown = '⟦U+202E⟧kotak'

test('names of inboxes are shown to reporters, not obeyed', () => {
  const { inboxes, ...rest } = vector.keyList as unknown as KeyList
  const list = { ...rest, inboxes: inboxes.map(one => ({ ...one, name: { id: turned, en: 'x' } })) }
  expect(tipView('id', { list, pin: '' }).inboxes.map(one => one.name)).toEqual(inboxes.map(() => shown))
})

test('an answer is shown to its reporter, not obeyed, and turns no other line', () => {
  const strings = tipView('id', { list: vector.keyList as unknown as KeyList, pin: '' }).strings.thread
  const message = {
    seq: 1,
    direction: 'keluar',
    day: '2026-11-20',
    hash: '',
    message: null,
    record: null,
  } as const
  const opened = {
    notes: new Map([[1, { v: 1, text: turned, state: null, recipient: null } as const]]),
    problem: null,
    next: { seq: 2, prev: '' },
    channel: { state: 'closed' } as const,
  }
  const first = { ...message, seq: 0, direction: 'masuk' } as const
  const thread = { inbox: 'x', messages: [first, message], opened, keys: {} as never }
  const html = renderToStaticMarkup(<Answers thread={thread} strings={strings} dayText={day => day} />)
  expect(html).toContain(`dir="auto">${shown}</p>`)
})
