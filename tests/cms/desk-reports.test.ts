import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seal } from '#src/crypto/age.ts'
import { base64url } from '#src/crypto/bytes.ts'
import { pad } from '#src/crypto/padding.ts'
import { newReceipt } from '#src/crypto/receipt.ts'
import { sealReport } from '#src/crypto/report.ts'
import { toWire } from '#src/crypto/wire.ts'
import { collections } from '#src/slugs.ts'
import { type DeskBrowser, makeAccount, startTestDesk, type TestDesk } from '#tests/helpers/desk.ts'
import { makeMember, type OpenedInbox, openTestInbox } from '#tests/helpers/inbox.ts'
import { storeSealedReport } from '#tests/helpers/sealed-report.ts'

const plaintext = 'Paspor kami ditahan di penampungan Jalan Melati'

let desk: TestDesk
let opened: OpenedInbox
let report: string
let founder: DeskBrowser
let partner: DeskBrowser
let outsiders: DeskBrowser[]

async function signedIn(email: string): Promise<DeskBrowser> {
  const browser = desk.browser()
  await browser.signIn(email)
  return browser
}

beforeAll(async () => {
  desk = await startTestDesk()
  opened = await openTestInbox(desk.cms)
  const [one, two] = opened.members
  founder = await signedIn(one.email)
  partner = await signedIn(two.email)
  // With keys of their own, and without any.
  await makeAccount(desk.cms, 'kosong@uji.example')
  const stranger = await makeMember(desk.cms)
  outsiders = [await signedIn(stranger.email), await signedIn('kosong@uji.example')]
  report = await storeSealedReport(desk.cms.payload, opened, newReceipt(), { what: plaintext })
})
afterAll(() => desk.close())

describe('reports', () => {
  test('are listed sealed: day, size and counts, and nothing of their content', async () => {
    const answer = await founder.ask(`/api/desk/kotak/${opened.id}/laporan`)
    expect(answer.json).toEqual({
      reports: [{ id: report, day: '2026-11-20', bucket: 16_384, deleteAfter: null, messages: 1, events: 0 }],
    })
  })

  test('are handed to both founders as sealed files', async () => {
    const answers = [
      await founder.ask(`/api/desk/laporan/${report}`),
      await partner.ask(`/api/desk/laporan/${report}`),
    ]
    expect(answers.map(answer => answer.status)).toEqual([200, 200])
    expect(answers[0]?.body).not.toContain('Melati')
  })

  test("are handed over without the reporter's own record", async () => {
    const { docs } = await desk.cms.payload.find({
      collection: 'sealed-messages',
      where: { report: { equals: report } },
      overrideAccess: true,
    })
    const thread = await founder.ask(`/api/desk/laporan/${report}`)
    expect(docs[0]?.record).toMatch(/^YWdl/)
    expect(thread.body).not.toContain(docs[0]?.record)
  })

  test('are as absent for others as what never was, for every address', async () => {
    const missing = '00000000-0000-4000-8000-000000000000'
    const paths = (inboxId: string, reportId: string): [string, unknown][] => [
      [`/api/desk/kotak/${inboxId}/laporan`, undefined],
      [`/api/desk/kotak/${inboxId}/setuju`, {}],
      [`/api/desk/kotak/${inboxId}/tanda-tangan`, {}],
      [`/api/desk/kotak/${inboxId}/batal`, {}],
      [`/api/desk/kotak/${inboxId}/pemulihan`, undefined],
      [`/api/desk/laporan/${reportId}`, undefined],
      [`/api/desk/laporan/${reportId}/jawab`, {}],
      [`/api/desk/laporan/${reportId}/catatan`, {}],
    ]
    for (const browser of outsiders) {
      const real = await Promise.all(paths(opened.id, report).map(([path, body]) => browser.ask(path, body)))
      const absent = await Promise.all(paths(missing, missing).map(([path, body]) => browser.ask(path, body)))
      expect(real.map(answer => answer.status)).toEqual(Array(8).fill(404))
      expect(real.map(answer => answer.body)).toEqual(absent.map(answer => answer.body))
    }
  })

  test('are 401 without a session', async () => {
    expect((await desk.browser().ask(`/api/desk/laporan/${report}`)).status).toBe(401)
  })

  test('take an answer once, and refuse one that is sealed to an older end of the thread', async () => {
    const { message } = await sealReport({
      report: {
        v: 1,
        subject: 'lainnya',
        what: 'x',
        where: '',
        when: '',
        who: '',
        knowledge: 'mendengar',
        language: 'id',
      },
      inbox: opened,
      secret: newReceipt(),
    })
    const wire = toWire(message)
    const body = {
      seq: 1,
      sending: base64url(newReceipt()),
      message: { ...wire, reporterKey: wire.inboxKey },
    }
    const path = `/api/desk/laporan/${report}/jawab`
    const first = await founder.ask(path, body)
    const repeated = await founder.ask(path, body)
    const late = await partner.ask(path, { ...body, sending: base64url(newReceipt()) })
    const thread = await founder.ask(`/api/desk/laporan/${report}`)
    expect([first.status, repeated.status, late.status]).toEqual([201, 201, 409])
    expect(thread.json.messages).toHaveLength(2)
  })

  test('take events in order; closing sets the day of deletion and reopening takes it back', async () => {
    const path = `/api/desk/laporan/${report}/catatan`
    const sealed = base64url(await seal(pad(new Uint8Array()), [opened.recipient]))
    const clear = base64url(Buffer.from('age-encryption.org/v1 catatan terang'))
    expect((await partner.ask(path, { seq: 1, sealed: clear, closing: null })).status).toBe(400)
    const close = await partner.ask(path, { seq: 1, sealed, closing: 'close' })
    const another = base64url(await seal(pad(new Uint8Array()), [opened.recipient]))
    const late = await founder.ask(path, { seq: 1, sealed: another, closing: null })
    const reopen = await founder.ask(path, { seq: 2, sealed, closing: 'reopen' })
    const inDays = (Date.parse(String(close.json.deleteAfter)) - Date.now()) / 86_400_000
    expect([close.status, late.status, reopen.status]).toEqual([201, 409, 201])
    expect(Math.round(inDays)).toBeGreaterThanOrEqual(89)
    expect(Math.round(inDays)).toBeLessThanOrEqual(91)
    expect(reopen.json.deleteAfter).toBeNull()
  })

  test('take the same event twenty times as one, and go on to take it when others followed', async () => {
    const path = `/api/desk/laporan/${report}/catatan`
    const { events } = (await partner.ask(`/api/desk/laporan/${report}`)).json as { events: string[] }
    const file = async () => base64url(await seal(pad(new Uint8Array()), [opened.recipient]))
    const closing = { seq: events.length + 1, sealed: await file(), closing: 'close' }
    const answers = await Promise.all(Array.from({ length: 20 }, () => partner.ask(path, closing)))
    const reopening = { seq: closing.seq + 1, sealed: await file(), closing: 'reopen' }
    const reopened = await founder.ask(path, reopening)
    const late = await partner.ask(path, closing)
    const other = await partner.ask(path, { ...closing, sealed: await file() })
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201))
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect([reopened.status, late.status, other.status]).toEqual([201, 201, 409])
    const after = (await partner.ask(`/api/desk/laporan/${report}`)).json
    expect(after.events).toEqual([...events, closing.sealed, reopening.sealed])
    const row = await desk.cms.payload.findByID({
      collection: collections.sealedReports,
      id: report,
      overrideAccess: true,
    })
    expect(row.deleteAfter ?? null).toBeNull()
  })

  test('take an event again that was stored without the day of deletion, and set it', async () => {
    const path = `/api/desk/laporan/${report}`
    const { events } = (await partner.ask(path)).json as { events: string[] }
    const sealed = base64url(await seal(pad(new Uint8Array()), [opened.recipient]))
    const seq = events.length + 1
    await partner.ask(`${path}/catatan`, { seq, sealed, closing: null })
    const again = await partner.ask(`${path}/catatan`, { seq, sealed, closing: 'close' })
    const row = await desk.cms.payload.findByID({
      collection: collections.sealedReports,
      id: report,
      overrideAccess: true,
    })
    expect(again.status).toBe(201)
    expect(row.deleteAfter).toBe(again.json.deleteAfter)
    const reopening = base64url(await seal(pad(new Uint8Array()), [opened.recipient]))
    await partner.ask(`${path}/catatan`, { seq: seq + 1, sealed: reopening, closing: 'reopen' })
  })

  test('refuse bad bodies with 400 and unknown methods with 405', async () => {
    const path = `/api/desk/laporan/${report}`
    const bad = await founder.ask(`${path}/catatan`, {
      seq: 'satu',
      sealed: '<script>',
      closing: 'never',
    })
    const big = await founder.ask(`${path}/catatan`, {
      seq: 3,
      sealed: 'a'.repeat(300_000),
      closing: null,
    })
    const method = await founder.ask(path, undefined, { method: 'DELETE' })
    expect([bad.status, big.status, method.status]).toEqual([400, 413, 405])
  })
})
