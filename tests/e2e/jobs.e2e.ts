import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { resources } from '#src/i18n/t.ts'
import { account, e2e, headersOf, signIn } from '#tests/helpers/e2e.ts'

/** The jobs of the README as a stranger does them. Sending a tip and reading it are in tip.e2e.ts. */

const live = { timeout: 60_000, intervals: [500] }
const textOf = async (request: APIRequestContext, path: string) =>
  (await request.get(e2e().site + path)).text()

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.locator(`${field} .rs__control`).click()
  await page.locator('.rs__option').getByText(option, { exact: true }).click()
}

async function pickDay(page: Page, field: string, day: string): Promise<void> {
  const input = page.locator(`${field} input`)
  await input.fill(day)
  await input.press('Enter')
}

async function writeFigure(page: Page, from: string, until: string, count: string): Promise<void> {
  await page.goto(`${e2e().site}/admin/collections/figures`)
  // The list writes its order into the address when it is loaded, which takes back a click made before.
  await page.waitForLoadState('networkidle')
  await page.getByRole('link', { name: 'Buat Angka baru' }).first().click()
  await expect(page.locator('#field-subject__name')).toHaveValue('Agam')
  await choose(page, '#field-measure', 'Permohonan paspor ditolak')
  await pickDay(page, '#field-period__start', from)
  await pickDay(page, '#field-period__end', until)
  await page.locator('#field-count').fill(count)
  // The form may be drawn anew under the pointer when a day was chosen.
  const title = page.locator('#field-sources__0__title')
  await expect(async () => {
    if ((await title.count()) === 0) await page.getByRole('button', { name: 'Tambah Sumber' }).click()
    await expect(title).toBeVisible({ timeout: 20_000 })
  }).toPass()
  await title.fill('Laporan bulanan Kantor Imigrasi Agam')
}

/** Waits for the address that the saved document has, and returns its id. */
async function savedId(page: Page): Promise<string> {
  await page.waitForURL(/\/figures\/[0-9a-f-]{36}/)
  return /\/figures\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
}

async function remove(request: APIRequestContext, id: string): Promise<void> {
  const headers = await headersOf(e2e().site, account('admin'))
  const gone = await request.delete(`${e2e().site}/api/figures/${id}`, { data: {}, headers })
  expect(gone.status()).toBe(200)
}

test('an office publishes a figure in the admin, and it appears on the page of the office and on the data pages', async ({
  page,
  request,
}) => {
  await signIn(page, 'publisher')
  await writeFigure(page, '1 Feb 2021', '28 Feb 2021', '37')
  await page.getByRole('button', { name: 'Publikasikan perubahan' }).click()
  const id = await savedId(page)
  await expect.poll(() => textOf(request, '/kantor/agam/'), live).toContain('Laporan bulanan')
  expect(await textOf(request, '/data/angka.csv')).toContain('Laporan bulanan Kantor Imigrasi Agam')

  await expect(async () => {
    await page.goto(`${e2e().site}/admin`)
    await expect(page.getByText('Situs menampilkan yang terbaru')).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })
  await page.goto(`${e2e().site}/kantor/agam/`)
  await expect(page.getByRole('row').filter({ hasText: 'Laporan bulanan' })).toContainText('37')
  await page.goto(`${e2e().site}/data/`)
  await page.getByRole('link', { name: '2021', exact: true }).first().click()
  await expect(page.getByRole('row').filter({ hasText: 'Laporan bulanan' })).toContainText('37')

  await remove(request, id)
  await expect.poll(() => textOf(request, '/kantor/agam/'), live).not.toContain('Laporan bulanan')
})

test("an editor's draft is not public until the publisher of the office publishes it", async ({
  browser,
  page,
  request,
}) => {
  await signIn(page, 'editor')
  await writeFigure(page, '1 Mar 2021', '31 Mar 2021', '41')
  await expect(page.getByRole('button', { name: 'Publikasikan perubahan' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Simpan Draf' }).click()
  const id = await savedId(page)
  expect((await request.get(`${e2e().site}/api/figures/${id}`)).ok()).toBe(false)
  expect(await textOf(request, '/api/publik/figures')).not.toContain('Laporan bulanan')

  const publisher = await (await browser.newContext()).newPage()
  await signIn(publisher, 'publisher')
  await publisher.locator('#ba-waiting ~ ul a').first().click()
  await publisher.getByRole('button', { name: 'Publikasikan perubahan' }).click()
  await expect.poll(() => textOf(request, '/kantor/agam/'), live).toContain('Laporan bulanan')
  await publisher.context().close()
  await remove(request, id)
  await expect.poll(() => textOf(request, '/kantor/agam/'), live).not.toContain('Laporan bulanan')
})

test('a citizen comes to the home page with an offer and leaves with a level, a reason and a number', async ({
  page,
}) => {
  const { rules } = resources.id
  await page.goto(e2e().site)
  await page.getByRole('link', { name: 'Periksa tawaran' }).first().click()
  await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
  const answers = ['belum', 'lain', 'jelas', 'wajar', 'p3mi', 'jelas', 'ada', 'visit-visa', 'sudah-dibaca']
  for (const option of [...answers, 'tidak', 'tidak', 'dipegang-sendiri', 'benar', 'langsung', 'tidak']) {
    await page.locator(`.q.now input[value="${option}"]`).check()
    await page.locator('.walk button[type="submit"]').click()
  }
  await expect(page.locator('.result [data-level]')).toHaveAttribute('data-level', 'berhenti')
  await expect(page.locator('.reason').first()).toContainText(rules.signs['visit-visa'].label)
  await expect(page.locator('.reason a').first()).toHaveAttribute('href', /^https:/)
  await expect(page.locator('.result a[href^="tel:"]').first()).toBeVisible()
})
