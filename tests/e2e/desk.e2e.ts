import { type Browser, expect, type Page, test } from '@playwright/test'
import { totpCode, totpStep } from '#cms/endpoints/desk-totp.ts'
import { inTransaction } from '#cms/endpoints/desk-transaction.ts'
import { currentKeyList } from '#cms/endpoints/report-keys.ts'
import { addMessage, listMessages } from '#cms/endpoints/report-messages.ts'
import { base64url } from '#src/crypto/bytes.ts'
import { deriveReporterKeys } from '#src/crypto/derive.ts'
import { messageHash } from '#src/crypto/message.ts'
import { newReceipt } from '#src/crypto/receipt.ts'
import { recipientHash } from '#src/crypto/record.ts'
import { openNote, sealReply } from '#src/crypto/report.ts'
import { fromWire, toWire } from '#src/crypto/wire.ts'
import { collections } from '#src/slugs.ts'
import { giveDemoCode } from '#tests/helpers/desk-page.ts'
import { expectAccessible } from '#tests/helpers/axe.ts'
import {
  fromBase32,
  handlerPassword,
  makeAccount,
  startTestDesk,
  type TestDesk,
} from '#tests/helpers/desk.ts'
import { account, e2e } from '#tests/helpers/e2e.ts'
import { storeSealedReport } from '#tests/helpers/sealed-report.ts'

const told = 'Agen menahan paspor kami di Jalan Kenanga <img src=x onerror=alert(1)>'

/** Fails the test on anything the page logs as an error: a policy violation is one. */
function watchErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error' && !message.text().includes('Permissions-Policy'))
      errors.push(message.text())
  })
  return errors
}

test.describe('in the demo', () => {
  test('a handler signs in, is told of a wrong passphrase, unlocks, and finds the work list', async ({
    page,
  }) => {
    const errors = watchErrors(page)
    const handler = account('handler')
    await page.goto(e2e().desk)
    await expectAccessible(page)
    await page.getByLabel('E-mail akun').fill(handler.email)
    await page.getByLabel('Kata sandi').fill(handler.password)
    await page.keyboard.press('Enter')
    await expect(page.locator('.demo-code')).toBeVisible()
    await expectAccessible(page)
    await giveDemoCode(page)
    await page.getByLabel('Frasa sandi').fill('bukan frasa saya')
    await page.keyboard.press('Enter')
    await expect(page.getByText('tidak membuka kunci Anda')).toBeVisible()
    await expectAccessible(page)
    await page.getByLabel('Frasa sandi').fill(handler.passphrase ?? '')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Kotak laporan DEMO' })).toBeVisible()
    await expect(page.getByText('Kunci kotak cocok dengan daftar kunci situs')).toBeVisible()
    await expectAccessible(page)
    expect(errors).toEqual([])
  })

  test('an admin cannot sign in at the desk', async ({ page }) => {
    const admin = account('admin')
    await page.goto(e2e().desk)
    await page.getByLabel('E-mail akun').fill(admin.email)
    await page.getByLabel('Kata sandi').fill(admin.password)
    await page.getByRole('button', { name: 'Masuk' }).click()
    await expect(page.getByText('Tidak dapat masuk')).toBeVisible()
  })
})

test.describe('with a second factor and two founders', () => {
  test.describe.configure({ mode: 'serial' })
  let desk: TestDesk
  let first: Page
  let second: Page
  const phrases: string[] = []
  const fingerprints: string[] = []
  const factors = new Map<string, Buffer>()
  const secret = newReceipt()
  let report: string

  const address = () => `http://desk.localhost:${desk.port}/`

  async function signIn(browser: Browser, email: string): Promise<Page> {
    const page = await (await browser.newContext()).newPage()
    await page.goto(address())
    await page.getByLabel('E-mail akun').fill(email)
    await page.getByLabel('Kata sandi').fill(handlerPassword)
    await page.getByRole('button', { name: 'Masuk' }).click()
    await expect(page.getByRole('heading', { name: 'Pasang kode kedua' })).toBeVisible()
    await expect(page.getByRole('img', { name: 'Kode QR' })).toBeVisible()
    await expect(page.locator('.demo-code')).toHaveCount(0)
    await expectAccessible(page)
    const shown = (await page.locator('.secret').innerText()).replace(/\s/g, '')
    factors.set(email, fromBase32(shown))
    await page.getByLabel('6 angka').fill(totpCode(fromBase32(shown), totpStep(Date.now())))
    await page.getByRole('button', { name: 'Pasang' }).click()
    return page
  }

  async function makeKeys(page: Page): Promise<{ phrase: string; fingerprint: string }> {
    await expect(page.getByRole('heading', { name: 'Buat kunci Anda' })).toBeVisible()
    await expect(page.locator('.phrase li')).toHaveCount(6)
    const phrase = (await page.locator('.phrase li').allInnerTexts()).join(' ')
    await page.getByRole('button', { name: 'Sudah saya tulis' }).click()
    await page.getByLabel('Frasa sandi').fill(`salah ${phrase}`)
    await page.getByRole('button', { name: 'Buat kunci' }).click()
    await expect(page.getByText('Kata ke-1 berbeda')).toBeVisible()
    await page.getByLabel('Frasa sandi').fill(phrase.toUpperCase())
    await page.getByRole('button', { name: 'Buat kunci' }).click()
    await expect(page.getByRole('heading', { name: 'Kunci Anda siap' })).toBeVisible({ timeout: 60_000 })
    await expectAccessible(page)
    const fingerprint = await page.locator('.digits').innerText()
    await page.getByRole('button', { name: 'Ke meja' }).click()
    return { phrase, fingerprint }
  }

  async function sendReport(): Promise<void> {
    const { payload } = desk.cms
    const inbox = (await currentKeyList(payload))?.inboxes[0]
    if (!inbox) throw new Error('no open inbox')
    report = await storeSealedReport(payload, inbox, secret, { what: told, where: 'Batam' })
  }

  const messagesOf = () => inTransaction(desk.cms.payload, req => listMessages(desk.cms.payload, req, report))

  async function reply(text: string): Promise<void> {
    const { payload } = desk.cms
    const inbox = (await currentKeyList(payload))?.inboxes[0]
    const stored = await messagesOf()
    const last = stored.at(-1)
    if (!inbox || !last) throw new Error('no thread')
    const sealed = await sealReply({
      note: { v: 1, text, state: null },
      kind: 'pesan',
      inbox,
      keys: await deriveReporterKeys(secret),
      place: { seq: stored.length, prev: messageHash(fromWire(last.message)) },
    })
    const sending = base64url(newReceipt())
    await inTransaction(payload, req =>
      addMessage({
        payload,
        req,
        report,
        direction: 'masuk',
        seq: stored.length,
        message: toWire(sealed),
        sending,
      }),
    )
  }

  test.beforeAll(async () => {
    desk = await startTestDesk()
    for (const name of ['satu', 'dua']) await makeAccount(desk.cms, `${name}@uji.example`)
  })
  test.afterAll(async () => {
    await first?.context().close()
    await second?.context().close()
    await desk.close()
  })

  test('handlers enrol, and make keys whose passphrase they typed from paper', async ({ browser }) => {
    first = await signIn(browser, 'satu@uji.example')
    const a = await makeKeys(first)
    second = await signIn(browser, 'dua@uji.example')
    const b = await makeKeys(second)
    phrases.push(a.phrase, b.phrase)
    fingerprints.push(a.fingerprint, b.fingerprint)
    await expect(first.getByText('Anda belum menjadi anggota kotak laporan mana pun')).toBeVisible()
    await expectAccessible(first)
  })

  test("a founder opens an inbox only with the colleague's real fingerprint, and after the recovery phrase was typed from paper", async () => {
    await first.getByRole('button', { name: 'Buka kotak baru' }).click()
    await first.getByLabel('Nama kotak', { exact: true }).fill('Kotak uji coba')
    await first.getByLabel('Nama kotak dalam bahasa Inggris').fill('Trial inbox')
    await first.getByLabel('Siapa yang membaca, menurut jabatan').fill('dua pembaca laporan')
    await first.getByLabel('Siapa yang membaca, dalam bahasa Inggris').fill('two case handlers')
    await first.getByLabel('E-mail rekan pendiri').fill('dua@uji.example')
    await first.getByLabel('Sidik kunci rekan').fill(fingerprints[0] ?? '')
    const onwards = first.getByRole('button', { name: 'Lanjut ke frasa pemulihan' })
    await onwards.click()
    await expect(first.getByText('bukan sidik kunci rekan di server')).toBeVisible()
    await expectAccessible(first)
    await first.getByLabel('Sidik kunci rekan').fill((fingerprints[1] ?? '').replace(/\s/g, ''))
    await onwards.click()
    await expect(first.getByRole('heading', { name: 'Catat frasa pemulihan kotak ini' })).toBeVisible({
      timeout: 60_000,
    })
    const recovery = (await first.locator('.phrase li').allInnerTexts()).join(' ')
    await expectAccessible(first)
    await first.getByRole('button', { name: 'Sudah ada di kertas' }).click()
    await first.getByLabel('Frasa pemulihan').fill(`salah ${recovery}`)
    await first.getByRole('button', { name: 'Buat kotak' }).click()
    await expect(first.getByText('Kata ke-1 berbeda')).toBeVisible()
    const { totalDocs } = await desk.cms.payload.count({
      collection: collections.inboxes,
      overrideAccess: true,
    })
    expect(totalDocs).toBe(0)
    await first.getByLabel('Frasa pemulihan').fill(recovery)
    await first.getByRole('button', { name: 'Buat kotak' }).click()
    await expect(first.getByText('Menunggu persetujuan rekan pendiri', { exact: true })).toBeVisible()
    expect(await currentKeyList(desk.cms.payload)).toBeNull()
  })

  test("the second founder approves by the founder's fingerprint, and the inbox is open", async () => {
    await second.reload()
    await second.getByLabel('Frasa sandi').fill(phrases[1] ?? '')
    await second.getByRole('button', { name: 'Buka' }).click()
    await second.getByRole('button', { name: 'Periksa dan setujui' }).click({ timeout: 60_000 })
    await expect(second.getByText('satu@uji.example mengajak')).toBeVisible()
    await second.getByLabel('Sidik kunci pendiri').fill(fingerprints[0] ?? '')
    await second.getByRole('button', { name: 'Setujui dan buka kotak' }).click()
    await expect(second.getByText('Kotak terbuka')).toBeVisible()
    expect((await currentKeyList(desk.cms.payload))?.inboxes).toHaveLength(1)
  })

  test('a member reads a report as plain text, takes it on and answers; the reporter can open the answer', async () => {
    await sendReport()
    const errors = watchErrors(second)
    await second.getByRole('button', { name: 'Buka kotak', exact: true }).click()
    await second.getByRole('button', { name: /Perekrut atau penyalur/ }).click()
    await expect(second.getByRole('article').getByText(told)).toBeVisible()
    await expectAccessible(second)
    await second.getByRole('button', { name: 'Kerjakan' }).click()
    await expect(second.getByText('mulai mengerjakan')).toBeVisible()
    await second.getByLabel('Jawab pelapor').fill('Terima kasih. Berapa orang di sana?')
    await second.getByLabel('Keadaan yang dibaca pelapor').selectOption('ditindaklanjuti')
    await second.getByRole('button', { name: 'Segel dan kirim' }).click()
    await expect(second.getByText('Jawaban tersegel dan terkirim')).toBeVisible()
    const stored = (await messagesOf()).at(-1)
    const { identity } = await deriveReporterKeys(secret)
    const { note } = await openNote(fromWire(stored?.message as never), identity, 'reporter')
    const inbox = (await currentKeyList(desk.cms.payload))?.inboxes[0]
    expect(note).toEqual({
      v: 1,
      text: 'Terima kasih. Berapa orang di sana?',
      state: 'ditindaklanjuti',
      recipient: inbox && recipientHash(inbox.recipient),
    })
    expect(errors).toEqual([])
  })

  test('what was typed outlasts a lost connection, a lost session and the lock', async () => {
    await second.getByLabel('Jawab pelapor').fill('Kalimat yang tidak boleh hilang')
    await second.context().setOffline(true)
    await second.getByRole('button', { name: 'Segel dan kirim' }).click()
    await expect(second.getByText('Server tidak menjawab')).toBeVisible()
    await expect(second.getByLabel('Jawab pelapor')).toHaveValue('Kalimat yang tidak boleh hilang')
    await second.context().setOffline(false)
    await second.context().clearCookies()
    await second.getByRole('button', { name: 'Segel dan kirim' }).click()
    await expect(second.getByText('Sesi Anda berakhir').first()).toBeVisible()
    await expect(second.getByText('yang belum terkirim masih ada')).toBeVisible()
    await expect(second.getByText(told)).toHaveCount(0)
    await second.getByLabel('E-mail akun').fill('dua@uji.example')
    await second.getByLabel('Kata sandi').fill(handlerPassword)
    await second.getByRole('button', { name: 'Masuk' }).click()
    const factor = factors.get('dua@uji.example') ?? Buffer.alloc(0)
    await second.getByLabel('6 angka').fill(totpCode(factor, totpStep(Date.now()) + 1))
    await second.getByRole('button', { name: 'Lanjut' }).click()
    await second.getByLabel('Frasa sandi').fill(phrases[1] ?? '')
    await second.getByRole('button', { name: 'Buka' }).click()
    await second.getByRole('button', { name: /Perekrut atau penyalur/ }).click({ timeout: 60_000 })
    await expect(second.getByLabel('Jawab pelapor')).toHaveValue('Kalimat yang tidak boleh hilang')
  })

  test('the other founder sees the answer and the note of who took it, and an alarm when the thread was tampered with', async () => {
    await first.getByRole('button', { name: 'Kunci', exact: true }).click()
    await expect(first.getByRole('heading', { name: 'Meja terkunci' })).toBeVisible()
    await first.reload()
    await first.getByLabel('Frasa sandi').fill(phrases[0] ?? '')
    await first.getByRole('button', { name: 'Buka' }).click()
    await first.getByRole('button', { name: /Perekrut atau penyalur/ }).click({ timeout: 60_000 })
    await expect(first.getByText('Berapa orang di sana?')).toBeVisible()
    await expect(first.getByText('dua@uji.example')).toBeVisible()
    await reply('Ada tiga orang')
    await reply('Satu masih anak')
    await desk.cms.payload.delete({
      collection: collections.sealedMessages,
      where: { and: [{ report: { equals: report } }, { seq: { equals: 2 } }] },
      overrideAccess: true,
    })
    await first.getByRole('button', { name: 'Periksa sekarang' }).click()
    await expect(first.getByText('Utas ini tidak utuh')).toBeVisible()
    // In the alarm, and beside the message that stands in its place.
    await expect(first.getByText('Pesan ke-2 hilang atau berganda')).toHaveCount(2)
    await expectAccessible(first)
  })
})
