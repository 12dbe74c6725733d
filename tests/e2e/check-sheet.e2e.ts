import { chromium, expect, type Page, test } from '@playwright/test'
import { resources } from '#src/i18n/t.ts'
import { offerQuestions } from '#src/risk/questions.ts'
import { rulesetVersion } from '#src/risk/ruleset.ts'
import { ensureChromium } from '#tests/helpers/chromium.ts'
import { e2e } from '#tests/helpers/e2e.ts'

const { check } = resources.id
const address = (fragment: string) => `${e2e().site}/periksa/#v=${rulesetVersion}&${fragment}`

const every = offerQuestions.map(question => `${question.id}=${question.options[0].id}`).join('&')
const results: readonly [name: string, fragment: string][] = [
  ['no sign and every question open', 'posisi=belum&di=hasil'],
  ['one sign and many open questions', 'posisi=belum&visa=visit-visa&perekrut=p3mi&di=hasil'],
  [
    'six signs',
    'posisi=belum&negara=closed-country&pekerjaan=scam-job&janji=pay-too-good&visa=visit-visa&bayar=placement-fee&perekrut=individual-recruiter&di=hasil',
  ],
  ['a sign for every question', `posisi=belum&${every}&di=hasil`],
  ['someone abroad', 'posisi=di-luar-negeri&ln-gaji=underpaid&di=hasil'],
]

for (const [name, fragment] of results)
  test(`the result prints on one A4: ${name}`, async ({ page }) => {
    await page.goto(address(fragment))
    await page.locator('.ruleset').waitFor()
    const sheet = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
    expect(sheet.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  })

/** Width of what does not fit, in px, and the parts that are cut off. */
const overflow = (page: Page) =>
  page.evaluate(() => ({
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    cut: [...document.querySelectorAll('main *:not(.sr-only)')]
      .filter(
        part => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== 'visible',
      )
      .map(part => part.className)
      .join(),
  }))
const none = { sideways: 0, cut: '' }

/** Opens every folded part of a result and the office finder. */
async function unfold(page: Page): Promise<void> {
  await page.getByRole('button', { name: check.officeOpen }).click()
  await page.locator('.answers summary').click()
  await page.locator('#provinsi').waitFor()
}

test.describe('at 400 %, a window of 320 × 256 px', () => {
  test.use({ viewport: { width: 320, height: 256 } })

  test('a question and a result fit the width', async ({ page }) => {
    await page.goto(address('posisi=belum&di=pekerjaan'))
    await page.locator('#q-pekerjaan').waitFor()
    expect(await overflow(page)).toEqual(none)
    await page.goto(address('posisi=belum&visa=visit-visa&perekrut=p3mi&di=hasil'))
    await unfold(page)
    expect(await overflow(page)).toEqual(none)
  })

  test('a read message fits the width, however long its words are', async ({ page }) => {
    await page.goto(`${e2e().site}/periksa/pesan/`)
    await page.locator('#pesan[data-hydrated]').waitFor()
    await page.getByLabel(check.message.label).fill(`visa turis https://${'a'.repeat(300)}.com`)
    await page.getByRole('button', { name: check.message.read }).click()
    await page.locator('.marked').waitFor()
    expect(await overflow(page)).toEqual(none)
  })
})

test('with letters twice as large a question and a result fit the width of a phone', async () => {
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--blink-settings=defaultFontSize=32'],
  })
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
  await page.goto(address('posisi=belum&di=pekerjaan'))
  await page.locator('#q-pekerjaan').waitFor()
  expect(await overflow(page)).toEqual(none)
  await page.goto(address('posisi=belum&visa=visit-visa&perekrut=p3mi&di=hasil'))
  await unfold(page)
  expect(await overflow(page)).toEqual(none)
  await browser.close()
})
