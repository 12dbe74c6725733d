import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '#tests/helpers/axe.ts'
import { e2e } from '#tests/helpers/e2e.ts'

const story = 'Sponsor menahan paspor tiga orang di Nusawungu'
const typed = 'Pelat mobilnya R-4417-QZX'

/** The code of a report that is stored. */
let code: string[] = []

const refuse = (page: Page, path: string, code: string) =>
  page.route(`**${path}`, route =>
    route.fulfill({ status: 409, json: { error: { code, message: `Ditolak: ${code}` } } }),
  )

async function sendReport(page: Page): Promise<string[]> {
  await page.goto(`${e2e().site}/lapor/`)
  await page.getByLabel('Perekrut atau penyalur (calo, sponsor, agen)').check()
  await page.getByLabel('Apa yang terjadi?').fill(story)
  await page.getByRole('button', { name: 'Lanjut' }).click()
  await page.getByRole('button', { name: 'Lanjut' }).click()
  await page.getByRole('button', { name: 'Benar, buat kode' }).click()
  const words = await page.locator('.words li').allTextContents()
  await page.getByRole('button', { name: 'Sudah saya catat' }).click()
  await page.getByLabel('Kode Anda').fill(words.join(' '))
  await page.getByRole('button', { name: 'Segel dan kirim' }).click()
  return words
}

async function openThread(page: Page): Promise<void> {
  await page.goto(`${e2e().site}/lapor/kode/`)
  await page.getByLabel('Kode laporan').fill(code.join(' '))
  await page.getByRole('button', { name: 'Buka', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Laporan Anda' })).toBeVisible()
}

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage()
  code = await sendReport(page)
  await expect(page.getByRole('heading', { name: 'Laporan tersimpan' })).toBeVisible()
  await page.close()
})

test.describe('a report that the server will not take', () => {
  test('leads to the code page when its code is used, shows what was typed and offers no useless retry', async ({
    page,
  }) => {
    await refuse(page, '/api/lapor/kirim', 'code-used')
    await sendReport(page)
    await expect(page.getByRole('heading', { name: 'Belum terkirim' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Buka halaman kode' })).toHaveAttribute(
      'href',
      /\/lapor\/kode/,
    )
    await expect(page.getByLabel('Tulisan Anda yang belum terkirim')).toHaveValue(story)
    await expect(page.getByRole('button', { name: 'Coba lagi' })).toHaveCount(0)
    await expectAccessible(page)
  })

  test('leads to the channels when its inbox has closed, and offers no useless retry', async ({ page }) => {
    await refuse(page, '/api/lapor/kirim', 'inbox-closed')
    await sendReport(page)
    await expect(page.getByText('muat ulang halaman')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Lihat saluran resmi lain' })).toBeVisible()
    await expect(page.getByLabel('Tulisan Anda yang belum terkirim')).toHaveValue(story)
    await expect(page.getByRole('button', { name: 'Coba lagi' })).toHaveCount(0)
    await expectAccessible(page)
  })
})

test.describe('what is typed on the code page', () => {
  test('cannot grow while a message is sent, so that nothing is dropped with it', async ({ page }) => {
    await openThread(page)
    let answer = () => {}
    const held = new Promise<void>(resolve => {
      answer = resolve
    })
    await page.route('**/api/lapor/tambah', async route => {
      await held
      await route.fulfill({ status: 201, json: { stored: true } })
    })
    const field = page.getByLabel('Tambah pesan')
    await field.fill(typed)
    await page.getByRole('button', { name: 'Segel dan kirim pesan' }).click()
    await expect(page.getByRole('button', { name: 'Menyegel dan mengirim' })).toBeVisible()
    await expect(field).not.toBeEditable()
    answer()
    await expect(page.getByText('Pesan tersimpan.')).toBeVisible()
    await expect(field).toHaveValue('')
    await expect(field).toBeEditable()
  })

  test('is not dropped by closing the report before asking once', async ({ page }) => {
    await openThread(page)
    await page.getByLabel('Tambah pesan').fill(typed)
    await page.getByRole('button', { name: 'Keluar dari laporan' }).click()
    await expect(page.getByText('Pesan Anda belum terkirim')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Batal', exact: true }).click()
    await expect(page.getByLabel('Tambah pesan')).toHaveValue(typed)
    await page.getByRole('button', { name: 'Keluar dari laporan' }).click()
    await page.getByRole('button', { name: 'Ya, buang dan tutup' }).click()
    await expect(page.getByLabel('Kode laporan')).toBeVisible()
  })

  test('stays to be copied when the inbox turns out to be closed, which takes the form away', async ({
    page,
  }) => {
    await openThread(page)
    await refuse(page, '/api/lapor/tambah', 'inbox-closed')
    await page.getByLabel('Tambah pesan').fill(typed)
    await page.getByRole('button', { name: 'Segel dan kirim pesan' }).click()
    await expect(page.getByText('Kotak laporan ini sudah ditutup.')).toBeVisible()
    await expect(page.getByLabel('Tulisan Anda yang belum terkirim')).toHaveValue(typed)
    await expect(page.getByRole('button', { name: 'Segel dan kirim pesan' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Tarik laporan' })).toHaveCount(0)
    await expect(page.getByText('tulis laporan baru ke kotak lain')).toHaveCount(0)
    await expect(page.getByText('Coba lagi beberapa hari lagi')).toHaveCount(0)
    await expectAccessible(page)
  })

  test('stays to be copied when the records of the thread no longer fit', async ({ page }) => {
    await openThread(page)
    await page.getByLabel('Tambah pesan').fill(typed)
    await refuse(page, '/api/lapor/tambah', 'thread-moved')
    await page.route('**/api/lapor/baca', async route => {
      const told = await (await route.fetch()).json()
      const messages = told.messages.map((one: object) => ({ ...one, record: null }))
      await route.fulfill({ json: { ...told, messages } })
    })
    await page.getByRole('button', { name: 'Segel dan kirim pesan' }).click()
    await expect(page.getByText('Jangan menulis di sini.')).toBeVisible()
    await expect(page.getByLabel('Tulisan Anda yang belum terkirim')).toHaveValue(typed)
  })
})
