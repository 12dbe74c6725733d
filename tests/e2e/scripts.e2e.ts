import { expect, type Page, test } from '@playwright/test'
import { resources } from '#src/i18n/t.ts'
import { complaintsOf, drives } from '#tests/helpers/drives.ts'
import { e2e } from '#tests/helpers/e2e.ts'

const { check, common } = resources.id
const english = resources.en.check

test.describe('each page with a script', () => {
  test('search finds, as it is served', async ({ page }) => {
    await drives(page, '/cari/', async () => {
      await page.getByLabel('Apa yang Anda cari?').fill('umroh')
      await expect(page.locator('#hasil a').first()).toHaveAttribute('href', '/tanda-bahaya/#visit-visa')
      // In its worker, not in the page, which a cheap phone would feel.
      expect(page.workers().map(worker => new URL(worker.url()).pathname)).toContain(
        '/pagefind/pagefind-worker.js',
      )
      await page.locator('#hasil a').first().click()
      await expect(page.locator('#visit-visa')).toBeInViewport()
    })
  })

  test('the check takes an answer', async ({ page }) => {
    await drives(page, '/periksa/', async () => {
      await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
      await page.locator('.q.now input').first().focus()
      await page.keyboard.press('Space')
      await page.keyboard.press('Enter')
      await expect.poll(() => page.url()).toContain('posisi=')
    })
  })

  test('the check takes an answer in English', async ({ page }) => {
    await drives(page, '/en/periksa/', async () => {
      await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
      await page.locator('.q.now input').first().focus()
      await page.keyboard.press('Space')
      await page.keyboard.press('Enter')
      await expect.poll(() => page.url()).toContain('posisi=')
    })
  })

  test('a message is read', async ({ page }) => {
    await drives(page, '/periksa/pesan/', async () => {
      await page.getByLabel(check.message.label).fill('pakai visa turis, bilang mau liburan')
      await page.getByRole('button', { name: check.message.read }).click()
      await expect(page.locator('mark').first()).toContainText('visa turis')
    })
  })

  test('a message is read on the English page', async ({ page }) => {
    await drives(page, '/en/periksa/pesan/', async () => {
      await page.getByLabel(english.message.label).fill('pakai visa turis, bilang mau liburan')
      await page.getByRole('button', { name: english.message.read }).click()
      await expect(page.locator('mark').first()).toContainText('visa turis')
    })
  })

  test('the report asks for what is missing', async ({ page }) => {
    await drives(page, '/lapor/', async () => {
      await page.getByRole('button', { name: 'Lanjut' }).click()
      await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible()
    })
  })

  test('the report asks for what is missing in English', async ({ page }) => {
    await drives(page, '/en/lapor/', async () => {
      await page.getByRole('button', { name: 'Next' }).click()
      await expect(page.getByText('Choose one.')).toBeVisible()
    })
  })

  test('a code that cannot be one is refused on the phone', async ({ page }) => {
    await drives(page, '/lapor/kode/', async () => {
      await page.getByLabel('Kode laporan').fill('banjir')
      await page.getByRole('button', { name: 'Buka', exact: true }).click()
      await expect(page.locator('[role="alert"], [aria-invalid="true"]').first()).toBeVisible()
    })
  })

  test('a code that cannot be one is refused on the phone in English', async ({ page }) => {
    await drives(page, '/en/lapor/kode/', async () => {
      await page.getByLabel('Report code').fill('banjir')
      await page.getByRole('button', { name: 'Open', exact: true }).click()
      await expect(page.getByText('A code has 12 words; you typed 1.')).toBeVisible()
    })
  })

  test('copies are removed from the phone', async ({ page }) => {
    // A first visit to the check keeps them.
    await page.goto(`${e2e().site}/periksa/`, { waitUntil: 'networkidle' })
    await expect
      .poll(() => page.evaluate(async () => (await caches.keys()).length), { timeout: 30_000 })
      .toBeGreaterThan(0)
    await drives(page, '/privasi/', async () => {
      await page.getByRole('button', { name: 'Hapus dari ponsel ini' }).click()
      await expect(page.getByText('Salinan sudah dihapus')).toBeVisible()
      expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0)
    })
  })
})

/** Keeps the page for use without a connection, and removes the copy. */
async function keepAndDrop(page: Page, { keep, drop, dropped }: typeof common.keep): Promise<void> {
  await page.getByRole('button', { name: keep }).click()
  await page.getByRole('button', { name: drop }).click()
  await expect(page.getByText(dropped)).toBeVisible()
}

test.describe('pages that can be kept are kept and removed', () => {
  test('home', ({ page }) => drives(page, '/', () => keepAndDrop(page, common.keep)))
  test('home, English', ({ page }) => drives(page, '/en/', () => keepAndDrop(page, resources.en.common.keep)))
  test('passport refused', ({ page }) =>
    drives(page, '/paspor-ditolak/', () => keepAndDrop(page, common.keep)))
  test('help in a country', ({ page }) =>
    drives(page, '/bantuan/kamboja/', () => keepAndDrop(page, common.keep)))
  test('help in a country, English', ({ page }) =>
    drives(page, '/en/bantuan/kamboja/', () => keepAndDrop(page, resources.en.common.keep)))
})

/** Begins to leave by Shift and calls it off. */
async function almostLeave(page: Page, { exit }: typeof common): Promise<void> {
  const status = page.locator('#keluar + [role="status"]')
  await page.keyboard.press('Shift')
  await expect(status).toHaveText(exit.two)
  await page.keyboard.press('Tab')
  await expect(status).toHaveText(exit.over)
}

test.describe('pages that only inform, with a quick exit, listen to Shift', () => {
  test('rules', ({ page }) => drives(page, '/periksa/aturan/', () => almostLeave(page, common)))
  test('rules, English', ({ page }) =>
    drives(page, '/en/periksa/aturan/', () => almostLeave(page, resources.en.common)))
  test('without a copy', ({ page }) => drives(page, '/periksa/luring/', () => almostLeave(page, common)))
  test('protection', ({ page }) => drives(page, '/lapor/perlindungan/', () => almostLeave(page, common)))
})

/** One page of each kind that only informs; those with a script are driven above. */
const informing = [
  '/tanda-bahaya/',
  '/jalur-resmi/',
  '/bantuan/',
  '/bantuan/daerah/',
  '/bantuan/daerah/jawa-tengah/',
  '/kantor/',
  '/kantor/cilacap/',
  '/desa/',
  '/desa/pimpasa-ponorogo/',
  '/data/',
  '/data/2023/',
  '/kampanye/',
  '/kampanye/disuruh-bilang-liburan/',
  '/periksa/aturan/',
  '/periksa/luring/',
  '/lapor/perlindungan/',
  '/aksesibilitas/',
  '/en/bantuan/',
  '/en/periksa/aturan/',
]

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page that only informs makes the browser complain (${colorScheme})`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    for (const path of informing) {
      const response = await page.goto(`${e2e().site}${path}`, { waitUntil: 'networkidle' })
      expect(response?.status(), path).toBe(200)
      expect(complaints, path).toEqual([])
    }
    await context.close()
  })
}
