import { afterEach, expect, test, vi } from 'vitest'
import { createEventSender } from '#desk/send-event.ts'

let sealed = 0
/** Each sealing gives other bytes, as age does. */
const vault = {
  sealEvent: async () => {
    sealed += 1
    return { seq: 1, sealed: `berkas ${sealed}` }
  },
}
const thread = { id: 'laporan' } as never
const note = { kind: 'note', text: 'Sudah dibaca', author: 'saya' } as const

/** A server that gives these answers in turn (null: none comes back); what it was sent is kept. */
function serve(...answers: (number | null)[]): unknown[] {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    sent.push(JSON.parse(String(init.body)).sealed)
    const status = answers.shift()
    if (!status) throw new TypeError('Failed to fetch')
    return new Response('{}', { status })
  })
  return sent
}
const attempt = (work: Promise<void>) => work.catch(() => undefined)

afterEach(() => vi.unstubAllGlobals())

test.each([
  ['no answer came', null],
  ['the server broke', 502],
])('the same event is sent again as the same bytes when %s', async (_, lost) => {
  const sent = serve(lost, 201)
  const send = createEventSender(vault)
  await attempt(send(thread, note))
  await send(thread, note)
  expect(sent[1]).toBe(sent[0])
})

test('an event that a colleague forestalled is sealed anew', async () => {
  const sent = serve(409, 201)
  const send = createEventSender(vault)
  await attempt(send(thread, note))
  await send(thread, note)
  expect(sent[1]).not.toBe(sent[0])
})

test('another event is sealed anew', async () => {
  const sent = serve(null, 201)
  const send = createEventSender(vault)
  await attempt(send(thread, note))
  await send(thread, { ...note, text: 'Lain' })
  expect(sent[1]).not.toBe(sent[0])
})

test('the same words said twice on purpose are two events', async () => {
  const sent = serve(201, 201)
  const send = createEventSender(vault)
  await send(thread, note)
  await send(thread, note)
  expect(sent[1]).not.toBe(sent[0])
})
