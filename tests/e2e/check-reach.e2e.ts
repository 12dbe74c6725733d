import { expect, type Page, test } from '@playwright/test'
import { resources } from '#src/i18n/t.ts'
import { assessAnswers } from '#src/risk/answers.ts'
import { pathOf } from '#src/risk/flow.ts'
import { questionOf, situation } from '#src/risk/questions.ts'
import { rulesetVersion } from '#src/risk/ruleset.ts'
import { e2e } from '#tests/helpers/e2e.ts'
import { outOfReach } from '#tests/helpers/reach.ts'

const { check } = resources.id

/** Opens a question of a path with nothing else answered, as a new page does. */
async function openQuestion(page: Page, place: string, id: string, others = ''): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${e2e().site}/periksa/#v=${rulesetVersion}&posisi=${place}${others}&di=${id}`)
  await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
}

test.describe('at 360 × 740', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  for (const { id: place } of situation.options)
    test(`whatever is chosen on the path "${place}", the way on and a number to call are on the screen`, async ({
      page,
    }) => {
      test.slow()
      const missing: string[] = []
      for (const id of pathOf({ posisi: place })) {
        await openQuestion(page, place, id)
        for (const option of questionOf(id)?.options ?? []) {
          await page.locator(`.q.now input[value="${option.id}"]`).check()
          const isStop = assessAnswers({ posisi: place, [id]: option.id }).level === 'berhenti'
          const isLast = id === pathOf({ posisi: place }).at(-1)
          // The first answer may open help, which then comes into view instead of the choice.
          const opensHelp = ['bersama-perekrut', 'di-luar-negeri'].includes(option.id)
          const wanted = [
            '.walk button[type="submit"]',
            '.near a[href^="tel:"]',
            opensHelp ? '.first.on h2' : '.q.now .o:has(:checked) input',
            ...(isStop && !isLast ? ['.walk .enough'] : []),
          ]
          // What opens below a choice scrolls into view after it.
          await expect
            .poll(() => outOfReach(page, wanted), { timeout: 2_000 })
            .toEqual([])
            .catch(() => undefined)
          for (const part of await outOfReach(page, wanted)) missing.push(`${id}=${option.id}: ${part}`)
        }
      }
      expect(missing).toEqual([])
    })

  test('the reason that opens below a choice is read without scrolling', async ({ page }) => {
    for (const id of pathOf({ posisi: 'belum' }).slice(1)) {
      await openQuestion(page, 'belum', id)
      const last = questionOf(id)
        ?.options.filter(option => option.sign)
        .at(-1)
      await page.locator(`.q.now input[value="${last?.id}"]`).check()
      const because = page.locator('.q.now .because')
      await expect(because).toBeInViewport({ ratio: 1 })
      expect([id, await outOfReach(page, ['.q.now .because'])]).toEqual([id, []])
    }
  })
})

test.describe('after a sign that stops by itself', () => {
  test('the result is offered beside going on, and opens at once', async ({ page }) => {
    await openQuestion(page, 'belum', 'negara')
    const enough = page.getByRole('button', { name: check.enough })
    await page.locator('.q.now input[value="country-switched"]').check()
    await expect(enough).toHaveCount(0)
    await page.locator('.q.now input[value="closed-country"]').check()
    await expect(page.getByRole('button', { name: check.next, exact: true })).toBeVisible()
    await enough.click()
    await expect(page.locator('.result [data-level]')).toHaveAttribute('data-level', 'berhenti')
    await expect(page.locator('#hasil')).toBeFocused()
    await page.goBack()
    await expect(page.locator('#q-negara input[value="closed-country"]')).toBeChecked()
  })

  test('it stays offered on later questions, and goes when the sign is taken back', async ({ page }) => {
    await openQuestion(page, 'belum', 'pekerjaan', '&negara=closed-country')
    await expect(page.getByRole('button', { name: check.enough })).toBeVisible()
    await page.getByRole('button', { name: check.back }).click()
    await page.locator('.q.now input[value="lain"]').check()
    await expect(page.getByRole('button', { name: check.enough })).toHaveCount(0)
  })

  test('signs that are enough together offer it too', async ({ page }) => {
    await openQuestion(page, 'belum', 'perekrut', '&kontrak=no-contract')
    await page.locator('.q.now input[value="unlicensed"]').check()
    await expect(page.getByRole('button', { name: check.enough })).toBeVisible()
  })

  test('a screen reader is told, and the arrow keys move no further than the choice', async ({ page }) => {
    await openQuestion(page, 'belum', 'negara')
    await page.locator('.q.now input[value="lain"]').focus()
    await page.keyboard.press('Space')
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowUp')
    await expect(page.locator('.q.now input[value="closed-country"]')).toBeChecked()
    await expect(page.getByRole('status').filter({ hasText: check.enoughSaid })).toHaveCount(1)
    await expect(page.locator('#q-negara')).toBeVisible()
  })
})

test('110 is offered to nobody who is abroad, on no question', async ({ page }) => {
  for (const id of pathOf({ posisi: 'di-luar-negeri' })) {
    await openQuestion(page, 'di-luar-negeri', id)
    await expect(page.locator('.near a[href^="tel:"]')).toHaveAttribute('href', 'tel:+622129244800')
    await expect(page.locator('main a[href="tel:110"]:visible')).toHaveCount(0)
  }
})
