import { expect, type Page, test } from '@playwright/test'
import { resources } from '#src/i18n/t.ts'
import { rulesetVersion } from '#src/risk/ruleset.ts'
import { e2e } from '#tests/helpers/e2e.ts'

const { country } = resources.id.help
const table = '**/bantuan/negara.json'

async function sayAbroad(page: Page, path = '/periksa/') {
  await page.goto(`${e2e().site}${path}`)
  await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
  await page.locator('.q.now input[value="di-luar-negeri"]').check()
}

test.describe('someone who is abroad', () => {
  test('is asked for the country at once, and gets its mission before its police', async ({ page }) => {
    await sayAbroad(page)
    await page.locator('.first').getByLabel(country.choose).selectOption('kh')
    const calls = page.locator('.first.away a[href^="tel:"]')
    await expect(calls.first()).toHaveAttribute('href', 'tel:+85512813282')
    const order = await calls.evaluateAll(links => links.map(link => link.getAttribute('href')))
    expect(order.indexOf('tel:117')).toBeGreaterThan(order.indexOf('tel:+622129244800'))
    expect(order).not.toContain('tel:110')
    await expect(page.locator('.first.away')).toContainText(country.emergencyText)
    await expect(page.locator('.first.away a[href="/bantuan/kamboja/"]')).toBeVisible()
  })

  test('learns that no good number of a mission is known, and gets the ministries first', async ({
    page,
  }) => {
    await sayAbroad(page)
    await page.locator('.first').getByLabel(country.choose).selectOption('rs')
    await expect(page.locator('.first.away')).toContainText('Kami belum menemukan nomor')
    const first = page.locator('.first.away .numbers a').first()
    await expect(first).toHaveAttribute('href', 'tel:+622129244800')
    await expect(page.locator('.first.away')).not.toContainText('Aplikasi Migran Aman')
    await expect(page.locator('.first.away')).toContainText('Aplikasi Safe Travel')
  })

  test('keeps the numbers of the page while the table does not come, and gets it once it can', async ({
    page,
  }) => {
    await page.route(table, route => route.abort())
    await sayAbroad(page)
    await expect(page.locator('.first.away a[href="tel:+622129244800"]')).toBeVisible()
    await expect(page.locator('.first.away a[href="/bantuan/#negara"]')).toBeVisible()
    await page.unroute(table)
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await expect(page.locator('.first').getByLabel(country.choose)).toBeVisible()
  })

  test('gets no old number as the one to call, and the ministries before the old ones', async ({ page }) => {
    await sayAbroad(page)
    for (const iso of ['jp', 'ae', 'tw', 'kw']) {
      await page.locator('.first').getByLabel(country.choose).selectOption(iso)
      const first = page.locator('.first.away .numbers a').first()
      await expect(first).toHaveAttribute('href', 'tel:+622129244800')
      await expect(page.locator('.near a[href^="tel:"]')).toHaveAttribute('href', 'tel:+622129244800')
    }
    await expect(page.locator('.first.away')).toContainText('Nomor pendek hanya')
  })

  test('in a country that is not listed, or whose police nobody knows, is told so', async ({ page }) => {
    await sayAbroad(page)
    const choice = page.locator('.first').getByLabel(country.choose)
    await choice.selectOption({ label: resources.id.help.countries.more })
    await expect(page.locator('.first.away')).toContainText(country.leadElsewhere)
    await expect(page.locator('.first.away a[href="/bantuan/negara-lain/"]')).toBeVisible()
    await choice.selectOption('ir')
    await expect(page.locator('.first.away')).toContainText('belum menemukan nomor darurat di Iran')
  })

  test('who does not say where they are gets the numbers of both sides, and words by the signs', async ({
    page,
  }) => {
    const open = (rest: string) => page.goto(`${e2e().site}/periksa/#v=${rulesetVersion}&${rest}`)
    await open('ln-bebas=confined&ln-paspor=papers-held-abroad&di=hasil')
    await expect(page.locator('#hasil')).toHaveText(resources.id.check.levelsAbroad.berhenti)
    const calls = page.locator('.level a.button')
    await expect(calls.first()).toHaveAttribute('href', 'https://wa.me/628118080141')
    await expect(page.locator('.level a[href="tel:110"]')).toBeVisible()
    await expect(page.locator('.level')).toContainText(resources.id.check.inIndonesia)
    await page.goto('about:blank')
    await open('posisi=tidak-tahu&visa=visit-visa&disuruh=told-to-lie&di=hasil')
    await expect(page.locator('#hasil')).toHaveText(resources.id.check.levels.berhenti)
    await expect(calls.first()).toHaveAttribute('href', 'tel:110')
    await expect(page.locator('.level a[href="tel:+622129244800"]')).toBeVisible()
    await page.goto('about:blank')
    await open('posisi=tidak-tahu&di=negara')
    await expect(page.locator('.near a[href="tel:110"]')).toBeVisible()
    await expect(page.locator('.near a[href="tel:+622129244800"]')).toBeVisible()
  })

  test('finds the country in English too', async ({ page }) => {
    await sayAbroad(page, '/en/periksa/')
    await page
      .locator('.first')
      .getByLabel(resources.en.help.country.choose)
      .selectOption({ label: 'Saudi Arabia' })
    await expect(page.locator('.first.away a[href="/en/bantuan/arab-saudi/"]')).toBeVisible()
  })

  test('finds the numbers of the country in the result', async ({ page }) => {
    await page.goto(
      `${e2e().site}/periksa/#v=${rulesetVersion}&posisi=di-luar-negeri&ln-gaji=underpaid&di=hasil`,
    )
    await page.locator('.help-lines').getByLabel(country.choose).selectOption('my')
    await expect(page.locator('.help-lines a[href="tel:+60176688032"]')).toBeVisible()
  })
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the verdict has the numbers of both sides until the place is told', async ({ page }) => {
    await page.goto(`${e2e().site}/periksa/`)
    await page.locator('[name="disuruh"]').first().check()
    const here = page.locator('.out a[href="tel:110"]')
    const away = page.locator('.out a[href="tel:+622129244800"]')
    for (const answer of [null, 'tidak-tahu', 'belum']) {
      if (answer) await page.locator(`[name="posisi"][value="${answer}"]`).check()
      await expect(here).toBeVisible()
      await expect(away).toBeVisible({ visible: answer !== 'belum' })
      await expect(page.locator('.out .untold').first()).toBeVisible({ visible: answer !== 'belum' })
    }
  })

  test('the help page asks where one is and leads to the country', async ({ page }) => {
    await page.goto(`${e2e().site}/bantuan/`)
    await page.locator('.notice').getByRole('link', { name: 'Kamboja' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nomor penting di Kamboja')
    await expect(page.locator('main a[href^="tel:"]').first()).toHaveAttribute('href', 'tel:+85512813282')
  })
})
