import { expect, type Page, test } from '@playwright/test'
import { resources } from '#src/i18n/t.ts'
import { e2e } from '#tests/helpers/e2e.ts'

const { exit } = resources.id.common
const address = (path: string) => e2e().site + path
/** Every page with a quick exit, and a field on it in which capitals are typed; null where it has none at first. */
const pages: readonly [path: string, field: string | null][] = [
  ['/periksa/', null],
  ['/en/periksa/', null],
  ['/periksa/pesan/', 'textarea'],
  ['/lapor/', 'textarea'],
  ['/lapor/kode/', 'textarea'],
]

async function open(page: Page, path: string): Promise<() => boolean> {
  let hasLeft = false
  await page.route('https://www.bmkg.go.id/**', route => {
    hasLeft = true
    return route.fulfill({ contentType: 'text/html', body: '<title>Cuaca</title>' })
  })
  await page.goto(address(path), { waitUntil: 'load' })
  return () => hasLeft
}
const shift = (page: Page) => page.keyboard.press('Shift')

for (const [path, field] of pages)
  test(`Shift three times leaves ${path}`, async ({ page }) => {
    await open(page, path)
    if (field) await page.locator(field).first().focus()
    for (let press = 0; press < 3; press += 1) await shift(page)
    await expect(page).toHaveTitle('Cuaca')
  })

test('it is told to screen readers and to the eye how many presses are left', async ({ page }) => {
  await open(page, '/periksa/')
  const status = page.locator('#keluar + [role="status"]')
  await shift(page)
  await expect(status).toHaveText(exit.two)
  await expect(page.locator('#keluar')).toHaveAttribute('data-step', '1')
  await shift(page)
  await expect(status).toHaveText(exit.one)
  await page.keyboard.press('Tab')
  await expect(status).toHaveText(exit.over)
  await expect(page.locator('#keluar')).toHaveAttribute('data-step', '0')
})

test('capitals, other keys between and a click do not leave', async ({ page }) => {
  const hasLeft = await open(page, '/periksa/pesan/')
  const field = page.locator('textarea').first()
  await field.focus()
  await page.keyboard.type('ABC def GHI')
  for (const letter of ['K', 'L', 'M', 'N']) await page.keyboard.press(`Shift+${letter}`)
  for (let time = 0; time < 4; time += 1) {
    await shift(page)
    await page.keyboard.press('a')
  }
  await shift(page)
  await shift(page)
  await field.click()
  await shift(page)
  await expect(page.locator('#keluar')).toHaveAttribute('data-step', '1')
  expect(hasLeft()).toBe(false)
})

test('presses more than five seconds apart do not leave', async ({ page }) => {
  await page.clock.install()
  const hasLeft = await open(page, '/periksa/')
  await shift(page)
  await shift(page)
  await page.clock.fastForward(5100)
  await expect(page.locator('#keluar + [role="status"]')).toHaveText(exit.over)
  await shift(page)
  await expect(page.locator('#keluar')).toHaveAttribute('data-step', '1')
  expect(hasLeft()).toBe(false)
})
