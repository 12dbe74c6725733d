import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { totpCode, totpStep } from '#cms/endpoints/desk-totp.ts'
import { accessibilityProblems } from '#tests/helpers/axe.ts'
import { fromBase32 } from '#tests/helpers/desk.ts'
import { account, e2e, finishSignIn, headersOf, signIn, signInAs } from '#tests/helpers/e2e.ts'

/** The admin as office staff use it; publishing itself is in publish.e2e.ts and jobs.e2e.ts. */

/** Parts of Payload's own screens that have no name for a reader; axe.e2e.ts says which and why. */
const notOurs = [
  '.rs__input',
  '.rs__indicators',
  '.react-datepicker__input-container',
  '.select-row__checkbox',
  '.clickable-arrow',
  '.clipboard-action__popup',
]
const sameOrigin = { 'Sec-Fetch-Site': 'same-origin' }
const live = { timeout: 240_000 }
test.setTimeout(10 * 60_000)

/** Deletes as an administrator what a test made. */
async function remove(request: APIRequestContext, address: string): Promise<void> {
  const headers = await headersOf(e2e().site, account('admin'))
  const gone = await request.delete(`${e2e().site}/api/${address}`, { data: {}, headers })
  expect(gone.status()).toBe(200)
}
const idIn = (url: string) => /[0-9a-f-]{36}/.exec(url)?.[0] ?? ''
async function newForm(page: Page, collection: string): Promise<void> {
  await page.goto(`${e2e().site}/admin/collections/${collection}/create`)
  await expect(page.locator('#action-save-draft')).toBeVisible()
  await page.waitForLoadState('networkidle')
}
async function writeBanner(page: Page, title: string): Promise<void> {
  await newForm(page, 'banners')
  await page.locator('#field-title').fill(title)
  await page.locator('#field-message').fill('Baca perjanjian kerja bersama keluarga.')
}

test('an administrator invites a colleague, who writes a password and works for the office at once', async ({
  browser,
  page,
  request,
}) => {
  await signIn(page, 'admin')
  await page.getByRole('link', { name: 'Undang rekan' }).click()
  await page.getByRole('button', { name: 'Buat undangan' }).click()
  await expect(page.getByText('Isi nama, paling banyak 120 huruf.')).toBeVisible()
  await expect(page.getByText('Pilih kantor: tanpa kantor')).toBeVisible()
  expect(await accessibilityProblems(page, notOurs)).toEqual([])

  const email = `sari-${Date.now()}@kantor.example`
  await page.getByLabel('Nama', { exact: true }).fill('Sari Dewi')
  await page.getByLabel('Surel').fill(email)
  await page.locator('#ba-invite-office').selectOption({ label: 'Agam' })
  await page.getByRole('button', { name: 'Buat undangan' }).click()
  await expect(page.getByText('Akun untuk Sari Dewi sudah dibuat.')).toBeVisible()
  await expect(page.getByText('Berlaku sekali, sampai')).toBeVisible()
  const link = await page.getByLabel('Tautan untuk diserahkan').inputValue()
  await expect(page.getByRole('row').filter({ hasText: email })).toBeVisible()
  const found = await page.request.get(`${e2e().site}/api/users?where[email][equals]=${email}`, {
    headers: sameOrigin,
  })
  const [user] = (await found.json()).docs

  const colleague = await (await browser.newContext({ locale: 'id-ID' })).newPage()
  await colleague.goto(link)
  await colleague.getByLabel('Kata sandi', { exact: false }).first().fill('perahu rotan hijau')
  await colleague.getByLabel('Kata sandi sekali lagi').fill('perahu rotan hijau')
  await colleague.getByRole('button', { name: 'Simpan kata sandi' }).click()
  await expect(colleague.getByRole('heading', { name: 'Kata sandi Anda tersimpan' })).toBeVisible()
  await colleague.getByRole('link', { name: 'Masuk ke CMS' }).click()
  await colleague.locator('input[name="email"]').fill(email)
  await colleague.locator('input[name="password"]').fill('perahu rotan hijau')
  await colleague.getByRole('button', { name: 'Masuk' }).click()
  await expect(colleague.getByRole('img', { name: 'Kode QR' })).toBeVisible()
  const shown = await colleague.locator('code').innerText()
  await colleague
    .getByLabel('Kode dari ponsel')
    .fill(totpCode(fromBase32(shown.replaceAll(' ', '')), totpStep(Date.now())))
  await colleague.getByRole('button', { name: 'Pasang' }).click()
  await expect(colleague.getByRole('heading', { name: 'Halo, Sari Dewi' })).toBeVisible()
  await newForm(colleague, 'figures')
  await expect(colleague.locator('#field-subject__name')).toHaveValue('Agam')
  await colleague.goto(link)
  await expect(colleague.getByRole('heading', { name: 'sudah dipakai' })).toBeVisible()
  await colleague.context().close()
  await remove(request, `users/${user.id}`)
})

test('a mistake in a figure is told beside its field, on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn(page, 'publisher')
  await newForm(page, 'figures')
  await page.locator('#field-count').fill('-5')
  await page.locator('#action-save').click()
  const told = page.getByText('Angka bulat dari 0 sampai 10.000.000, tanpa titik atau koma.')
  await expect(told).toBeVisible()
  // The form is drawn anew with its mistakes: the text may be another element by now.
  const isOnScreen = async () => {
    const box = await told.boundingBox()
    return box !== null && box.x >= 0 && box.x + box.width <= 360
  }
  await expect.poll(isOnScreen).toBe(true)
  expect(await accessibilityProblems(page, notOurs)).toEqual([])
  await page.locator('#field-count').fill('5')
  await expect(told).toHaveCount(0)
})

test('the form of a help line fits a phone, and a mended number is told no more', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn(page, 'admin')
  await newForm(page, 'help-channels')
  await expect(page.locator('.app-header').getByText('Buat Baru')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const account = await page
    .locator('.app-header')
    .getByRole('link', { name: 'Akun', exact: true })
    .boundingBox()
  expect(account && account.x + account.width <= 360).toBe(true)
  await page.locator('#field-tel').fill('12')
  await page.locator('#action-save').click()
  const told = page.locator('.field-error').getByText('Hanya angka, 3 sampai 15')
  await expect(told).toBeVisible()
  await page.locator('#field-tel').fill('112')
  await expect(told).toHaveCount(0)
})

test('a new figure shows neither a history nor a reason for a change', async ({ page }) => {
  await signIn(page, 'publisher')
  await newForm(page, 'figures')
  await expect(page.locator('#field-count')).toBeVisible()
  await expect(page.getByText('Riwayat perubahan')).toHaveCount(0)
  await expect(page.locator('#field-changeReason')).toHaveCount(0)
})

test('what was typed when the session ended is offered again after signing in, to nobody else', async ({
  context,
  page,
  request,
}) => {
  // The browser asks before it leaves what is not saved.
  page.on('dialog', dialog => dialog.accept())
  await signIn(page, 'publisher')
  await newForm(page, 'figures')
  await page.getByRole('button', { name: 'Tambah Sumber' }).click()
  await page.locator('#field-sources__0__title').fill('Laporan bulanan')
  await page.locator('#field-count').fill('77')
  await context.clearCookies()
  await page.locator('#action-save').click()
  await expect(page.getByText('sesi Anda sudah berakhir')).toBeVisible()
  await expect(page.locator('#field-count')).toHaveValue('77')

  await signInAs(page, e2e().site, account('publisher'))
  await newForm(page, 'figures')
  await page.getByRole('button', { name: 'Kembalikan isian itu' }).click()
  await expect(page.locator('#field-count')).toHaveValue('77')
  await expect(page.locator('#field-sources__0__title')).toHaveValue('Laporan bulanan')
  await expect(page.locator('#field-subject__name')).toHaveValue('Agam')
  await page.locator('#action-save-draft').click()
  await page.waitForURL(/figures\/[0-9a-f-]{36}/)
  const id = idIn(page.url())
  await newForm(page, 'figures')
  await expect(page.locator('.ba-kept')).toHaveCount(0)

  await page.locator('#field-count').fill('78')
  await expect
    .poll(() => page.evaluate(() => Object.keys(sessionStorage).some(key => key.endsWith(':figures:new'))))
    .toBe(true)
  await context.clearCookies()
  await signIn(page, 'admin')
  await newForm(page, 'figures')
  await expect(page.locator('.ba-kept')).toHaveCount(0)
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('"count":78')
  await remove(request, `figures/${id}`)
})

test('a click in the admin after the session ended leads to signing in, and on to where it went', async ({
  context,
  page,
}) => {
  await signIn(page, 'publisher')
  await page.goto(`${e2e().site}/admin/collections/figures`)
  await page.waitForLoadState('networkidle')
  await context.clearCookies()
  await page
    .locator('a[href="/admin/collections/banners"]')
    .first()
    .evaluate((link: HTMLElement) => link.click())
  await page.waitForURL('**/admin/login?redirect=%2Fadmin%2Fcollections%2Fbanners')
  await expect(page.getByRole('heading', { name: 'Masuk ke CMS' })).toBeVisible()
  await finishSignIn(page, account('publisher'))
  await expect(page).toHaveURL(/\/admin\/collections\/banners/)
  await page.goto(`${e2e().site}/admin`)
  await page
    .locator('a[href="/admin/logout"]')
    .first()
    .evaluate((link: HTMLElement) => link.click())
  await expect(page.getByRole('heading', { name: 'Anda sudah keluar' })).toBeVisible()
})

test('after a publish both the document and an open dashboard say since when it is live, without a reload', async ({
  browser,
  page,
  request,
}) => {
  const office = await (await browser.newContext({ locale: 'id-ID' })).newPage()
  await signIn(office, 'publisher')
  await signIn(page, 'publisher')
  const state = page.locator('.ba-site')
  await expect(state.getByText('Situs menampilkan yang terbaru')).toBeVisible(live)
  const liveSince = async () =>
    (await (await page.request.get(`${e2e().site}/api/build-state`, { headers: sameOrigin })).json())
      .liveSince
  const before = await liveSince()
  const loaded = await page.evaluate(() => performance.timeOrigin)

  await writeBanner(office, `Tayang sendiri ${Date.now()}`)
  await office.locator('#action-save').click()
  await office.waitForURL(/banners\/[0-9a-f-]{36}/)
  const note = office.locator('.ba-live-note')
  await expect(note).toHaveText(/segera tayang|sedang diperbarui/)
  // A page out of view asks nothing; seen again it asks at once.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(state.getByText(/segera tayang|sedang diperbarui/)).toBeVisible()
  await expect(note).toHaveText(/Tayang sejak/, live)
  await expect(state.getByText('Situs menampilkan yang terbaru')).toBeVisible(live)
  expect(await liveSince()).not.toBe(before)
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(loaded)

  // Settled, it asks no more.
  const asked: string[] = []
  page.on('request', one => asked.push(one.url()))
  await page.waitForTimeout(5000)
  expect(asked.filter(url => url.includes('/api/build-state'))).toEqual([])

  await office.locator('.doc-controls__popup button').first().click()
  await office.getByRole('button', { name: 'Tarik dari situs' }).click()
  await office.getByRole('button', { name: 'Konfirmasi' }).click()
  await expect(note).toHaveText(
    'Halaman dan berkasnya sudah dihapus. Halaman lain masih menyebutnya sampai pembaruan selesai.',
  )
  await expect(note).toHaveText('Selesai: dihapus, dan tidak ada halaman lain yang menyebutnya.', live)
  await remove(request, `banners/${idIn(office.url())}`)
  await expect(state.getByText('Situs menampilkan yang terbaru')).toBeVisible(live)
  await office.context().close()
})
