import { expect, type Page, test } from '@playwright/test'
import { type Answers, assessAnswers } from '#src/risk/answers.ts'
import { pathOf } from '#src/risk/flow.ts'
import { type Question, questions } from '#src/risk/questions.ts'
import { resources } from '#src/i18n/t.ts'
import { e2e } from '#tests/helpers/e2e.ts'

const { check } = resources.id
const address = () => `${e2e().site}/periksa/`

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  /** The level that the style sheet shows for each set of answers. */
  function shownLevels(page: Page, sets: readonly Answers[]): Promise<string[]> {
    return page.evaluate(list => {
      const form = document.querySelector<HTMLFormElement>('#periksa')
      const boxes = [...document.querySelectorAll<HTMLElement>('.out [data-level]')]
      return list.map(answers => {
        form?.reset()
        for (const [name, value] of Object.entries(answers)) {
          const input = form?.querySelector<HTMLInputElement>(`input[name="${name}"][value="${value}"]`)
          if (input) input.checked = true
        }
        return boxes
          .filter(box => getComputedStyle(box).display !== 'none')
          .map(box => box.dataset.level)
          .join()
      })
    }, sets)
  }
  /** Names the sets whose shown level is not the engine's. */
  async function expectSame(page: Page, sets: readonly Answers[]): Promise<void> {
    const shown = await shownLevels(page, sets)
    const wrong = sets.map((answers, at) => ({
      answers,
      shown: shown[at],
      level: assessAnswers(answers).level,
    }))
    expect(wrong.filter(entry => entry.shown !== entry.level)).toEqual([])
  }

  const listed: readonly Question[] = questions
  const options = listed.flatMap(question =>
    question.options.map(option => ({ [question.id]: option.id, sign: option.sign })),
  )
  const signs = options
    .filter(option => option.sign)
    .map(({ sign: _, ...entry }) => entry as Record<string, string>)
  const keyOf = (entry: object) => Object.keys(entry)[0]

  test('every single answer shows the level of the engine', async ({ page }) => {
    await page.goto(address())
    const sets = options.map(({ sign: _, ...entry }) => entry as Record<string, string>)
    await expectSame(page, sets)
  })

  test('every pair of signs shows the level of the engine', async ({ page }) => {
    await page.goto(address())
    const pairs = signs.flatMap((first, at) =>
      signs
        .slice(at + 1)
        .filter(second => keyOf(second) !== keyOf(first))
        .map(second => ({ ...first, ...second })),
    )
    expect(pairs.length).toBeGreaterThan(2000)
    await expectSame(page, pairs)
  })

  test('three signs that are not enough alone show the level of the engine', async ({ page }) => {
    await page.goto(address())
    const mild = signs.filter(entry => assessAnswers(entry).level !== 'berhenti')
    const triples = mild
      .flatMap((first, i) =>
        mild
          .slice(i + 1)
          .flatMap((second, j) => mild.slice(i + j + 2).map(third => ({ ...first, ...second, ...third }))),
      )
      .filter((_, at) => at % 23 === 0)
    await expectSame(page, triples)
  })

  test('the certainty is said to be low exactly where the engine says so', async ({ page }) => {
    await page.goto(address())
    const path = questions.slice(2, 16)
    const common = path.map(question => [question.id, 'tidak-tahu'] as const)
    const abroad = questions.slice(16)
    const sets: Answers[] = [
      ...common.map((_, known) => ({
        posisi: 'belum',
        ...Object.fromEntries(common.slice(known)),
        ...Object.fromEntries(
          path.slice(0, known).map(question => [question.id, question.options.at(-2)?.id]),
        ),
      })),
      ...abroad.map((_, known) => ({
        posisi: 'di-luar-negeri',
        ...Object.fromEntries(
          abroad.slice(0, known).map(question => [question.id, question.options.at(-2)?.id]),
        ),
      })),
      { posisi: 'bersama-perekrut' },
      { negara: 'lain' },
    ]
    const shown = await page.evaluate(list => {
      const form = document.querySelector<HTMLFormElement>('#periksa')
      const lines = [...document.querySelectorAll<HTMLElement>('.out .certainty')]
      return list.map(answers => {
        form?.reset()
        for (const [name, value] of Object.entries(answers)) {
          const input = form?.querySelector<HTMLInputElement>(`input[name="${name}"][value="${value}"]`)
          if (input) input.checked = true
        }
        return lines.some(line => line.checkVisibility()) ? 'kurang' : 'cukup'
      })
    }, sets)
    expect(shown).toEqual(sets.map(answers => assessAnswers(answers).certainty))
    expect(new Set(shown).size).toBe(2)
  })

  test('each reader sees the questions of the own path, and everyone the first', async ({ page }) => {
    await page.goto(address())
    const shown = async () =>
      (await page.locator('.q:visible').evaluateAll(list => list.map(item => item.id.slice(2)))).join()
    for (const situation of ['tidak-tahu', 'belum', 'bersama-perekrut', 'di-luar-negeri']) {
      await page.locator(`input[name="posisi"][value="${situation}"]`).check()
      expect(await shown()).toBe(pathOf({ posisi: situation }).join())
    }
  })

  test('a verdict to stop is in reach from the question that gave it, and no other one is', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(address())
    const way = page.locator('.to-verdict a')
    await page.locator('input[value="guaranteed"]').check()
    await expect(way).toBeHidden()
    await page.locator('input[value="visit-visa"]').check()
    await expect(way).toBeInViewport({ ratio: 1 })
    await way.click()
    await expect(page.locator('.out .stop h3:visible')).toBeInViewport({ ratio: 1 })
  })

  test('someone abroad is told that it is not their fault', async ({ page }) => {
    await page.goto(address())
    await page.locator('input[value="di-luar-negeri"]').check()
    await page.locator('input[value="papers-held-abroad"]').check()
    await expect(page.locator('.out h3:visible')).toHaveText(check.levelsAbroad.berhenti)
  })

  test('a verdict to stop gives the numbers to call, of both sides until the place is told', async ({
    page,
  }) => {
    await page.goto(address())
    await page.locator('input[value="visit-visa"]').check()
    await expect(page.locator('.out a[href="tel:110"]')).toBeVisible()
    await expect(page.locator('.out a[href="tel:+622129244800"]')).toBeVisible()
    await page.locator('input[value="belum"]').check()
    await expect(page.locator('.out a[href="tel:110"]')).toBeVisible()
    await expect(page.locator('.out a[href="tel:+622129244800"]')).toBeHidden()
  })

  test('Enter in the form sends nothing anywhere', async ({ page }) => {
    await page.goto(address())
    await page.locator('input[value="visit-visa"]').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await expect(page.locator('.out .stop')).toBeVisible()
    expect(page.url()).toBe(address())
  })

  test('help comes with the answer that someone is abroad', async ({ page }) => {
    await page.goto(address())
    await page.locator('input[value="di-luar-negeri"]').check()
    await expect(page.locator('.first.away')).toBeVisible()
  })
})
