import { expect, test } from 'vitest'
import type { Me } from '#desk/desk-context.ts'
import { visibleMe } from '#desk/state/visible-me.ts'
import type { ListedInbox } from '#src/crypto/key-list.ts'

const turned = '\u202Ekotak'
const shown = '⟦U+202E⟧kotak'
const inbox = {
  id: 'kotak-1',
  name: turned,
  readers: turned,
  kind: 'umum',
  state: 'open',
  recipient: 'age1pq1x',
  wrapped: 'AAAA',
  roster: `AAAA.{"name":"${turned}"}`,
  isApproved: true,
  needsVoucher: false,
  listedRecipient: null,
  isRowChanged: false,
  founding: null,
  readerCount: 2,
} as const
const entry: ListedInbox = {
  id: inbox.id,
  kind: 'umum',
  name: { id: turned, en: turned },
  readers: { id: turned, en: turned },
  keyVersion: 1,
  recipient: 'age1pq1x',
}
const me: Me = {
  user: 'a',
  email: turned,
  isDemo: false,
  keys: { recipient: 'age1pq1y', signer: 'AAAA', wrapped: 'AAAA' },
  inboxes: [inbox],
  list: null,
  isListPinned: true,
  waiting: [{ ...inbox, entry, founders: [turned, 'b@uji.example'] }],
}

test('names that others chose are shown, not obeyed, and files stay as they are', () => {
  const { email, keys, inboxes, waiting } = visibleMe(me)
  expect([email, inboxes[0]?.name, inboxes[0]?.readers]).toEqual([shown, shown, shown])
  expect([waiting[0]?.name, waiting[0]?.readers, waiting[0]?.founders]).toEqual([
    shown,
    shown,
    [shown, 'b@uji.example'],
  ])
  expect([keys, inboxes[0]?.roster]).toEqual([me.keys, inbox.roster])
})
