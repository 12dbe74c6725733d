import { expect, type Locator, type Page, test } from '@playwright/test'
import { e2e } from '#tests/helpers/e2e.ts'

/** What a phone of 360 × 740 px shows without scrolling, under the bar that marks a demo, which a real site does not have. */
async function expectOnFirstScreen(page: Page, target: Locator) {
  const demo = (await page.locator('.demo').boundingBox())?.height ?? 0
  const box = await target.boundingBox()
  expect(box).not.toBeNull()
  if (box) expect(box.y + box.height - demo).toBeLessThanOrEqual(740)
}

test.use({ viewport: { width: 360, height: 740 } })

/** A good mission, none, an old one, contradicting numbers, a long name, no country. */
const kinds = ['malaysia', 'serbia', 'jerman', 'hong-kong', 'uni-emirat-arab', 'negara-lain']

for (const prefix of ['', '/en'])
  for (const slug of kinds)
    test(`${prefix}/bantuan/${slug}/ has a number to call or to write to on the first screen`, async ({
      page,
    }) => {
      await page.goto(`${e2e().site}${prefix}/bantuan/${slug}/`)
      await page.evaluate(() => document.fonts.ready)
      const first = page.locator('main').locator('a[href^="tel:+"], a[href^="https://wa.me/"]').first()
      await expectOnFirstScreen(page, first)
      await expectOnFirstScreen(page, page.locator('#keluar'))
    })

for (const path of ['/bantuan/', '/en/bantuan/'])
  test(`${path} has both ways on the first screen: 110 in Indonesia, and the countries abroad`, async ({
    page,
  }) => {
    await page.goto(e2e().site + path)
    await page.evaluate(() => document.fonts.ready)
    await expectOnFirstScreen(page, page.locator('main a[href="tel:110"]').first())
    const away = page.locator('main a.button[href="#negara"]')
    await expectOnFirstScreen(page, away)
    await away.click()
    await expect(page.locator('#negara')).toBeInViewport()
  })
