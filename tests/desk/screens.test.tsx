import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DeskContextValue, type Me, type Membership } from '#desk/desk-context.ts'
import { Home } from '#desk/screens/Home.tsx'
import { InboxScreen } from '#desk/screens/InboxScreen.tsx'
import { OpenInbox } from '#desk/screens/OpenInbox.tsx'
import { createDrafts } from '#desk/state/drafts.ts'
import { foundingDraft } from '#desk/state/founding-draft.ts'
import texts from '#src/i18n/id/desk.json' with { type: 'json' }

const inbox: Membership = {
  id: 'kotak-1',
  name: 'Kotak',
  readers: 'dua penelaah',
  kind: 'umum',
  state: 'open',
  recipient: 'age1pq1x',
  wrapped: 'AAAA',
  roster: 'AAAA',
  isApproved: true,
  needsVoucher: false,
  listedRecipient: 'age1pq1x',
  isRowChanged: false,
  founding: null,
  readerCount: 2,
}
const me: Me = {
  user: 'a',
  email: 'a@uji.example',
  isDemo: false,
  keys: { recipient: 'age1pq1y', signer: 'AAAA', wrapped: 'AAAA' },
  inboxes: [inbox],
  list: null,
  isListPinned: true,
  waiting: [],
}
const nothing = () => undefined
const show = (screen: ReactNode) =>
  renderToStaticMarkup(
    <DeskContextValue.Provider
      value={{ vault: {} as never, onEnded: nothing, refreshMe: async () => undefined }}
    >
      {screen}
    </DeskContextValue.Provider>,
  )
const home = (drafts = createDrafts(), seen = me) =>
  show(<Home me={seen} fingerprint="1" drafts={drafts} onChanged={nothing} />)

test('what a founder typed stands in the form again after a lock, which leads back to it', () => {
  const drafts = createDrafts()
  show(<OpenInbox me={me} drafts={drafts} onDone={nothing} onCancel={nothing} />)
  foundingDraft(drafts, me.user).setValue('readers', 'dua penelaah di luar kantor')
  foundingDraft(drafts, me.user).setKind('petugas')
  const html = home(drafts)
  expect(html).toContain('dua penelaah di luar kantor')
  expect(html).toMatch(/<input id="kind-petugas"[^>]*checked/)
})

test('another account in the same tab does not meet the form of the first', () => {
  const drafts = createDrafts()
  foundingDraft(drafts, 'b').setValue('name', 'Kotak rahasia')
  expect(show(<OpenInbox me={me} drafts={drafts} onDone={nothing} onCancel={nothing} />)).not.toContain(
    'Kotak rahasia',
  )
})

test('nothing of the founding form stays unsent once it was dropped', () => {
  const drafts = createDrafts()
  const draft = foundingDraft(drafts, me.user)
  draft.setValue('name', 'Kotak')
  draft.setKind('petugas')
  expect([draft.isBegun(), drafts.hasAny()]).toEqual([true, true])
  draft.drop()
  expect([draft.isBegun(), drafts.hasAny()]).toEqual([false, false])
})

test('an inbox shows the alarm of the key list, and no tick beside it', () => {
  const names = new Map<string, string>()
  const screen = (isListPinned: boolean) =>
    show(<InboxScreen me={{ ...me, isListPinned }} inbox={inbox} names={names} drafts={createDrafts()} />)
  expect(screen(true)).toContain(texts.list.keyOk)
  expect(screen(false)).not.toContain(texts.list.keyOk)
  expect(screen(false)).toContain(texts.errors.listNotPinned)
})
