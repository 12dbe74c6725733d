import { expect, type Page, test } from '@playwright/test'
import { inTransaction } from '#cms/endpoints/desk-transaction.ts'
import { addMessage, listMessages } from '#cms/endpoints/report-messages.ts'
import { totpCode, totpStep } from '#cms/endpoints/desk-totp.ts'
import { makeInbox, type TestInbox } from '#tests/cms/report-server.ts'
import { base64url } from '#src/crypto/bytes.ts'
import { deriveReporterKeys } from '#src/crypto/derive.ts'
import { memberKeysOf, newMemberSecret, wrapMemberSecret } from '#src/crypto/member.ts'
import { messageHash } from '#src/crypto/message.ts'
import { newReceipt } from '#src/crypto/receipt.ts'
import { openNote } from '#src/crypto/report.ts'
import { sealRoster } from '#src/crypto/roster.ts'
import { newSending } from '#src/crypto/sending.ts'
import { fromWire, toWire } from '#src/crypto/wire.ts'
import { wrapIdentity } from '#src/crypto/wrap.ts'
import { collections } from '#src/slugs.ts'
import { expectAccessible } from '#tests/helpers/axe.ts'
import { handlerPassword, makeAccount, startTestDesk, type TestDesk } from '#tests/helpers/desk.ts'
import { sealHostile } from '#tests/helpers/hostile.ts'
import { storeSealedReport } from '#tests/helpers/sealed-report.ts'

test.describe.configure({ mode: 'serial' })

const email = 'penangan@uji.example'
const phrase = 'frasa untuk uji saja'
const long = 'x'.repeat(4000)
const turned = 'uang \u202Ekidit\u202C السلام عليكم'
const poisoned = newReceipt()
const followed = newReceipt()
const ids = {} as Record<'good' | 'later' | 'poisoned' | 'followed' | 'deep', string>

let desk: TestDesk
let page: Page
let inbox: TestInbox
let factor: Buffer
/** What the page complained of: a violation of its policy is one. */
const errors: string[] = []

const store = (what: string, secret = newReceipt()) =>
  storeSealedReport(desk.cms.payload, inbox, secret, { what, who: turned })

/** Puts a sealed message at a place of a report as the server does. */
const put = (report: string, seq: number, message: Parameters<typeof toWire>[0]) =>
  inTransaction(desk.cms.payload, req =>
    addMessage({
      payload: desk.cms.payload,
      req,
      report,
      direction: 'masuk',
      seq,
      message: toWire(message),
      sending: newSending(),
    }),
  )
const messagesOf = (report: string) =>
  inTransaction(desk.cms.payload, req => listMessages(desk.cms.payload, req, report))
const move = (from: string, to: string) =>
  desk.cms.payload.update({
    collection: collections.sealedMessages,
    where: { report: { equals: from } },
    data: { report: to },
    overrideAccess: true,
  })
const remove = (report: string) =>
  desk.cms.payload.delete({
    collection: collections.sealedMessages,
    where: { report: { equals: report } },
    overrideAccess: true,
  })

async function storePoison(): Promise<void> {
  const { lookup: _, identity: __, recordKey: ___, ...keys } = await deriveReporterKeys(poisoned)
  const base = { v: 1, inbox: inbox.id, direction: 'masuk' }
  const report = {
    ...base,
    kind: 'laporan',
    thread: keys.thread,
    seq: 0,
    prev: null,
    reply: { ...keys, recipient: 'age1pq1x' },
    mac: null,
  }
  const told = {
    v: 1,
    subject: 'korban',
    what: 'beracun',
    where: '',
    when: '',
    who: '',
    knowledge: 'melihat',
  }
  ids.poisoned = await store('diganti')
  await remove(ids.poisoned)
  const content = { ...told, language: 'id' }
  await put(ids.poisoned, 0, await sealHostile(inbox.recipient, { manifest: report, content }))

  const deep = newReceipt()
  const { lookup: _l, identity: _i, recordKey: _r, ...deepKeys } = await deriveReporterKeys(deep)
  ids.deep = await store('diganti', deep)
  await remove(ids.deep)
  const nested = await sealHostile(inbox.recipient, {
    manifest: { ...report, thread: deepKeys.thread, reply: deepKeys },
    content: { ...content, what: 'bersarang dalam' },
    extra: `"x":${'['.repeat(8000)}${']'.repeat(8000)}`,
  })
  await put(ids.deep, 0, nested)

  ids.followed = await store('Laporan yang disusul pesan beracun', followed)
  const [first] = await messagesOf(ids.followed)
  const own = await deriveReporterKeys(followed)
  const message = {
    ...base,
    kind: 'pesan',
    thread: own.thread,
    seq: 1,
    prev: messageHash(fromWire((first as NonNullable<typeof first>).message)),
    reply: null,
    mac: 'A',
  }
  const note = { v: 1, text: 'x', state: null }
  await put(ids.followed, 1, await sealHostile(inbox.recipient, { manifest: message, content: note }))
}

/** Signs in, unlocks, and waits for the work list. */
async function enter(): Promise<void> {
  await page.goto(`http://desk.localhost:${desk.port}/`)
  await page.getByLabel('E-mail akun').fill(email)
  await page.getByLabel('Kata sandi').fill(handlerPassword)
  await page.getByRole('button', { name: 'Masuk' }).click()
  await page.getByLabel('6 angka').fill(totpCode(factor, totpStep(Date.now()) + 1))
  await page.getByRole('button', { name: 'Lanjut' }).click()
  await page.getByLabel('Frasa sandi').fill(phrase)
  await page.getByRole('button', { name: 'Buka' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Kotak pusat' })).toBeVisible({ timeout: 60_000 })
}
const row = (id: string) => page.locator(`[id="row-${id}"]`)
const openRow = async (id: string) => {
  await row(id).click()
  return page.getByRole('article')
}
/** Nothing of the page is wider than the screen. */
const overflow = () =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test.beforeAll(async ({ browser }) => {
  desk = await startTestDesk()
  const user = await makeAccount(desk.cms, email)
  const http = desk.browser()
  factor = await http.signIn(email)
  const secret = await newMemberSecret()
  const keys = await memberKeysOf(secret)
  await http.ask('/api/desk/kunci', {
    ...keys,
    wrapped: base64url(await wrapMemberSecret(secret, phrase, 10)),
  })
  inbox = await makeInbox(desk.cms)
  const member = { user, name: email, ...keys }
  const roster = sealRoster(
    { v: 1, inbox: inbox.recipient, serial: 1, members: [member] },
    inbox.identity,
    secret,
  )
  const wrapped = base64url(await wrapIdentity(inbox.identity, keys.recipient))
  await desk.cms.payload.create({
    collection: collections.inboxMembers,
    data: { inbox: inbox.id, user, wrapped, roster, approved: true },
    overrideAccess: true,
  })
  ids.good = await store(`${turned}\n${`X${'\u0346'.repeat(350)}`.repeat(50)}\n${long}`)
  await storePoison()
  ids.later = await store('Laporan yang datang sesudah racun')
  page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error' && !message.text().includes('Permissions-Policy'))
      errors.push(message.text())
  })
})
test.afterAll(async () => {
  await page?.context().close()
  await desk.close()
})

test('poisoned reports among good ones: every report is listed and opens, none is taken for a broken key', async () => {
  await enter()
  await expect(page.locator('.row')).toHaveCount(5)
  await expect(page.locator('.badge.sealed, .badge.unreadable')).toHaveCount(0)
  await expect(row(ids.later)).toContainText('sesudah racun')
  await expect(row(ids.deep)).toContainText('bersarang dalam')
  await expect(row(ids.followed)).toContainText('Ada yang tidak cocok')
  await expect(page.getByText(/kunci .*rusak/)).toHaveCount(0)
  await expectAccessible(page)
  expect(errors).toEqual([])
})

test('a report without usable keys is read, noted, and said not to be answerable', async () => {
  const article = await openRow(ids.poisoned)
  await expect(article.getByText('beracun')).toBeVisible()
  await expect(article.getByText('Laporan ini tidak dapat dijawab')).toBeVisible()
  await expect(article.getByLabel('Jawab pelapor')).toHaveCount(0)
  await article.getByRole('button', { name: 'Kerjakan' }).click()
  await expect(article.getByText('mulai mengerjakan')).toBeVisible()
  await page.getByRole('button', { name: '← Kembali' }).click()
})

test('a poisoned message is marked; the report above it is answered, and the answer arrives', async () => {
  const article = await openRow(ids.followed)
  await expect(article.getByText('Utas ini tidak utuh')).toBeVisible()
  await expect(article.getByText('disusul pesan beracun')).toBeVisible()
  await article.getByLabel('Jawab pelapor').fill('Terima kasih, kami baca.')
  await article.getByRole('button', { name: 'Segel dan kirim' }).click()
  await expect(article.getByText('Jawaban tersegel dan terkirim')).toBeVisible()
  const stored = (await messagesOf(ids.followed)).at(-1)
  const { identity } = await deriveReporterKeys(followed)
  const { note } = await openNote(
    fromWire((stored as NonNullable<typeof stored>).message),
    identity,
    'reporter',
  )
  expect(note.text).toBe('Terima kasih, kami baca.')
  await page.getByRole('button', { name: '← Kembali' }).click()
})

test('what a reporter wrote is shown, not obeyed, and fits a phone', async () => {
  await expect(row(ids.good)).toContainText('⟦U+202E⟧')
  const article = await openRow(ids.good)
  await expect(article.getByText('uang ⟦U+202E⟧kidit⟦U+202C⟧ السلام عليكم').first()).toBeVisible()
  await expect(article.getByText('⟦+344⟧').first()).toBeVisible()
  expect(await overflow()).toBeLessThanOrEqual(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: '← Kembali' }).click()
  expect(await overflow()).toBeLessThanOrEqual(0)
})

test('one report that the server cannot hand out is said so, and stops no other', async () => {
  await page.route(`**/api/desk/laporan/${ids.good}`, route => route.fulfill({ status: 500, body: '{}' }))
  await page.route(`**/api/desk/laporan/${ids.later}`, route =>
    route.fulfill({ status: 200, body: '{"id":1}' }),
  )
  await page.reload()
  await page.getByLabel('Frasa sandi').fill(phrase)
  await page.getByRole('button', { name: 'Buka' }).click()
  await expect(row(ids.good)).toContainText('Tidak terbuka', { timeout: 60_000 })
  await expect(row(ids.later)).toContainText('Tidak terbuka')
  await expect(row(ids.poisoned)).toContainText('beracun')
  await expect(row(ids.deep)).toContainText('bersarang dalam')
  const article = await openRow(ids.good)
  await expect(article.getByText('Laporan ini tidak dapat dibuka')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '← Kembali' }).click()
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Periksa sekarang' }).click()
  await expect(row(ids.later)).toContainText('sesudah racun')
  await expect(page.locator('.badge.unreadable')).toHaveCount(0)
})

test('the same report under two ids is said to be there twice, on both rows and in the report', async () => {
  const copy = await store('diganti')
  await remove(copy)
  const [first] = await messagesOf(ids.later)
  await put(copy, 0, fromWire((first as NonNullable<typeof first>).message))
  await page.getByRole('button', { name: 'Periksa sekarang' }).click()
  await expect(row(copy)).toContainText('Ada dua kali: salinan')
  await expect(row(ids.later)).toContainText('Ada dua kali: salinan')
  const article = await openRow(copy)
  await expect(article.getByText('Laporan ini ada dua kali di kotak ini')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '← Kembali' }).click()
  await desk.cms.payload.delete({ collection: collections.sealedReports, id: copy, overrideAccess: true })
  await page.getByRole('button', { name: 'Periksa sekarang' }).click()
  await expect(page.getByText('Ada dua kali: salinan')).toHaveCount(0)
})

test('two reports whose messages the database swapped are both shown as not matching, and neither as closed', async () => {
  const article = await openRow(ids.later)
  await article.getByRole('button', { name: 'Selesai…' }).click()
  await article.getByRole('button', { name: 'Selesaikan' }).click()
  await expect(article.getByText(/^Selesai pada/)).toBeVisible()
  await page.getByRole('button', { name: '← Kembali' }).click()
  await move(ids.later, 'sementara')
  await move(ids.good, ids.later)
  await move('sementara', ids.good)
  await page.reload()
  await page.getByLabel('Frasa sandi').fill(phrase)
  await page.getByRole('button', { name: 'Buka' }).click()
  await expect(row(ids.later)).toContainText('Ada yang tidak cocok', { timeout: 60_000 })
  await expect(page.getByRole('heading', { name: /^Selesai/ })).toHaveCount(0)
  const swapped = await openRow(ids.later)
  await expect(swapped.getByText('Catatan ke-1 milik laporan lain').first()).toBeVisible()
  await expect(swapped.getByText(/Server akan menghapus laporan ini pada/)).toBeVisible()
  await expect(swapped.getByRole('button', { name: 'Buka kembali' })).toBeVisible()
  await expectAccessible(page)
})
