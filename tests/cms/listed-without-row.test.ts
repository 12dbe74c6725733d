import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  closeUnreadInboxes,
  inboxesInNeed,
  inboxesReadBy,
  leaveInboxes,
} from '#cms/accounts/leave-inboxes.ts'
import { listedInbox, listInForce } from '#cms/endpoints/report-keys.ts'
import type { Me } from '#desk/desk-context.ts'
import { newReceipt } from '#src/crypto/receipt.ts'
import { collections } from '#src/slugs.ts'
import { type DeskBrowser, startTestDesk, type TestDesk } from '#tests/helpers/desk.ts'
import { type OpenedInbox, openTestInbox } from '#tests/helpers/inbox.ts'
import { storeSealedReport } from '#tests/helpers/sealed-report.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(() => desk.close())

const row = (id: string) => ({ collection: collections.inboxes, where: { id: { equals: id } } }) as const
const faults: [string, (id: string) => Promise<unknown>][] = [
  [
    'is written back to being founded',
    id => desk.cms.payload.update({ ...row(id), data: { state: 'founding' }, overrideAccess: true }),
  ],
  ['is deleted', id => desk.cms.payload.delete({ ...row(id), overrideAccess: true })],
]

describe.each(faults)('a listed inbox whose row %s', (_, harm) => {
  let inbox: OpenedInbox
  let report: string
  let browser: DeskBrowser
  const user = () => inbox.members[0].user

  beforeAll(async () => {
    inbox = await openTestInbox(desk.cms)
    report = await storeSealedReport(desk.cms.payload, inbox, newReceipt(), { what: 'Paspor ditahan' })
    browser = desk.browser()
    await browser.signIn(inbox.members[0].email)
    await harm(inbox.id)
  })

  test('takes reports, and its members read them', async () => {
    const { payload, env } = desk.cms
    const answers = [
      await browser.ask(`/api/desk/kotak/${inbox.id}/laporan`),
      await browser.ask(`/api/desk/laporan/${report}`),
    ]
    expect(await listedInbox(payload, env, inbox.id)).toEqual(inbox.entry)
    expect(answers.map(answer => answer.status)).toEqual([200, 200])
  })

  test('is shown at the desk as the list has it, with an alarm', async () => {
    const { inboxes } = (await browser.ask('/api/desk/saya')).json as unknown as Me
    const { name, readers, kind, recipient } = inbox.entry
    expect(inboxes).toEqual([
      expect.objectContaining({
        id: inbox.id,
        name: name.id,
        readers: readers.id,
        kind,
        recipient,
        listedRecipient: recipient,
        state: 'open',
        founding: null,
        readerCount: 2,
      }),
    ])
  })

  test('cannot be cancelled, and its readers count as such', async () => {
    const cancelled = await browser.ask(`/api/desk/kotak/${inbox.id}/batal`, {})
    const read = await inboxesReadBy(desk.cms.payload, user())
    expect(cancelled.status).toBe(409)
    expect(read).toEqual([{ id: inbox.id, name: inbox.entry.name, readers: 1 }])
  })

  test('keeps its other reader when one leaves, and is named as short of readers', async () => {
    const { payload, env } = desk.cms
    await leaveInboxes({ payload, env }, user(), () => {})
    const { totalDocs } = await payload.count({
      collection: collections.inboxMembers,
      where: { inbox: { equals: inbox.id } },
      overrideAccess: true,
    })
    // The other reader's copy and the one for the recovery phrase.
    expect(totalDocs).toBe(2)
    expect((await inboxesInNeed(payload)).filter(one => one.id === inbox.id)).toEqual([
      { id: inbox.id, name: inbox.entry.name, readers: 1 },
    ])
  })
})

test('a member whose sealed copy of the key is empty reads nothing, and an inbox of such members is closed', async () => {
  const { payload, env } = desk.cms
  const inbox = await openTestInbox(desk.cms)
  const browser = desk.browser()
  await browser.signIn(inbox.members[0].email)
  await payload.db.updateMany({
    collection: collections.inboxMembers,
    where: { inbox: { equals: inbox.id } },
    data: { wrapped: '' },
  })
  const answer = await browser.ask(`/api/desk/kotak/${inbox.id}/laporan`)
  expect(answer.status).toBe(404)
  expect(await listedInbox(payload, env, inbox.id)).toBeNull()
  expect(await closeUnreadInboxes({ payload, env })).toBe(1)
  expect((await listInForce(payload, env))?.inboxes.map(one => one.id)).not.toContain(inbox.id)
})
