import { expect, type Page, test } from '@playwright/test'
import { resources } from '#src/i18n/t.ts'
import { e2e } from '#tests/helpers/e2e.ts'

const { check } = resources.id

/** Presses Tab until the element that has the focus has this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : element
      return element?.getAttribute('aria-label') ?? label?.textContent ?? ''
    })
  await expect(async () => {
    await page.keyboard.press('Tab')
    expect((await focused()).trim()).toBe(name)
  }).toPass({ intervals: [0] })
}

/** What has the focus, as the eye sees it: is it in the window, free of what sticks to the top, and ringed? */
const focusIsSeen = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body
    const { top, bottom, left } = element.getBoundingClientRect()
    const there = document.elementFromPoint(left + 4, Math.max(top, 0) + 4)
    return {
      inWindow: bottom > 0 && top < innerHeight,
      ringed: getComputedStyle(element).outlineStyle !== 'none',
      uncovered: there !== null && (element.contains(there) || there.contains(element)),
    }
  })
const seen = { inWindow: true, ringed: true, uncovered: true }

/** Answers the question that has the focus by the worst option but `down` ones, and goes on. */
async function answerByKeys(page: Page, down: number): Promise<void> {
  await expect(async () => {
    // A question may have a link before its answers.
    await page.keyboard.press('Tab')
    await expect(page.locator('.now input:focus')).toHaveCount(1, { timeout: 500 })
  }).toPass({ intervals: [0] })
  await page.keyboard.press('Space')
  for (let press = 0; press < down; press += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

test('the whole check works by keyboard: answers, result, one change, start again, quick exit', async ({
  page,
}) => {
  await page.route('https://www.bmkg.go.id/**', route => route.fulfill({ body: 'cuaca' }))
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`${e2e().site}/periksa/`)
  await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
  await tabTo(page, check.questions.posisi.options.belum)
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  for (let at = 2; at <= 15; at += 1) {
    await expect(page.locator('.now .progress')).toHaveText(`Pertanyaan ${at} dari 15`)
    await expect(page.locator('.now legend')).toBeFocused()
    await expect.poll(() => focusIsSeen(page)).toEqual(seen)
    await answerByKeys(page, 0)
  }
  await expect(page.locator('#hasil')).toBeFocused()
  await expect.poll(() => focusIsSeen(page)).toEqual(seen)

  await tabTo(page, check.answersTitle)
  await page.keyboard.press('Enter')
  await tabTo(page, `${check.change}: ${check.questions.visa.text}`)
  await page.keyboard.press('Enter')
  await expect(page.locator('#q-visa legend')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await tabTo(page, check.toResult)
  await page.keyboard.press('Enter')
  await expect(page.locator('#hasil')).toBeFocused()
  expect(page.url()).toContain('visa=work-visa-later')

  await tabTo(page, check.restart)
  await page.keyboard.press('Enter')
  await expect(page.locator('#q-posisi legend')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await tabTo(page, check.exit)
  await page.keyboard.press('Enter')
  await page.waitForURL('https://www.bmkg.go.id/')
})

test('a screen reader hears question, place, reason, what is missing, and the result', async ({ page }) => {
  await page.goto(`${e2e().site}/periksa/`)
  await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
  await page.getByRole('radio', { name: check.questions.posisi.options.belum }).check()
  await page.getByRole('button', { name: check.next }).click()
  const question = page.getByRole('group', { name: `Pertanyaan 2 dari 15 ${check.questions.negara.text}` })
  await expect(question.locator('legend')).toBeFocused()
  await page.getByRole('button', { name: check.next }).click()
  await expect(question).toHaveAccessibleDescription(check.choose)
  const country = resources.id.rules.signs['closed-country']
  await page.getByRole('radio', { name: country.label }).check()
  await expect(question.getByRole('status').filter({ hasText: country.why })).toHaveCount(1)
  await expect(question.getByRole('img')).toHaveCount(0)
  await page.goto(`${page.url().replace(/di=\w+/, 'di=hasil')}`)
  await expect(page.getByRole('region', { name: check.levels.berhenti })).toBeVisible()
})
