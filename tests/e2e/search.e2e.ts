import { expect, test } from '@playwright/test'
import { e2e } from '#tests/helpers/e2e.ts'
import { firstResults } from '#tests/helpers/search-questions.ts'

const first = '#hasil > li:first-child > a'

test('search leads to the page that answers, by the words that people use', async ({ page, request }) => {
  const exists = async (address: string) =>
    (await request.get(`${e2e().site}${address.replace(/#.*/, '')}`)).ok()
  await page.goto(`${e2e().site}/cari/`)
  for (const [typed, choices] of firstResults) {
    let wanted = choices[0]
    for (const choice of choices.toReversed()) if (await exists(choice)) wanted = choice
    await page.getByLabel('Apa yang Anda cari?').fill(typed)
    await expect(page.locator('#hasil-status')).toContainText(`“${typed}”`)
    await expect(page.locator(first), typed).toHaveAttribute('href', String(wanted))
  }
})

test('search says what it took for a slip of the keyboard', async ({ page }) => {
  await page.goto(`${e2e().site}/cari/#q=cilacep`)
  await expect(page.locator('#hasil-status')).toContainText('hasil untuk “cilacap”. Anda menulis “cilacep”.')
  await expect(page.locator(first)).toHaveAttribute('href', '/kantor/cilacap/')
})

test('search says when there is nothing, and leaves the list of all pages', async ({ page }) => {
  for (const typed of ['xqzzw', 'asdfghjkl']) {
    await page.goto(`${e2e().site}/cari/#q=${typed}`)
    await expect(page.locator('#hasil-status')).toContainText(
      `Tidak ada hasil untuk “${typed}”. Coba kata lain`,
    )
    await expect(page.locator('#hasil > li')).toHaveCount(0)
  }
  await expect(page.getByRole('link', { name: 'Tanda bahaya' }).first()).toBeVisible()
})

test('search tells a failed load and works once there is a connection again', async ({ page, context }) => {
  await page.goto(`${e2e().site}/cari/`)
  await context.setOffline(true)
  await page.getByLabel('Apa yang Anda cari?').fill('paspor')
  await expect(page.locator('#hasil-status')).toContainText('tidak dapat dimuat')
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Cari' }).click()
  await expect(page.locator(first)).toBeVisible()
})

test('search answers a link to other words in an open tab, and says what one letter lacks', async ({
  page,
}) => {
  await page.goto(`${e2e().site}/cari/#q=umroh`)
  await expect(page.locator('#hasil-status')).toContainText('“umroh”')
  await page.evaluate(() => {
    location.hash = '#q=cilacap'
  })
  await expect(page.locator(first)).toHaveAttribute('href', '/kantor/cilacap/')
  for (const typed of ['a', '%', '0']) {
    await page.getByLabel('Apa yang Anda cari?').fill(typed)
    await expect(page.locator('#hasil-status')).toContainText('paling sedikit dua huruf')
  }
})

test('search sends no word of what is typed', async ({ page }) => {
  const asked: string[] = []
  page.on('request', request => asked.push(`${request.url()} ${request.postData() ?? ''}`))
  await page.goto(`${e2e().site}/cari/`)
  await page.getByLabel('Apa yang Anda cari?').fill('umroh')
  await expect(page.locator(first)).toBeVisible()
  expect(asked.filter(line => /umroh|umrah/i.test(line))).toEqual([])
})
