import { type Browser, chromium, expect, type Page, test } from '@playwright/test'
import { resources } from '#src/i18n/t.ts'
import { findChromium } from '#tests/helpers/chromium.ts'
import { e2e } from '#tests/helpers/e2e.ts'

const { exit } = resources.id.common
const address = (path: string) => e2e().site + path
/** Every page with a quick exit, and a field on it in which capitals are typed; null where it has none at first. */
const pages: readonly [path: string, field: string | null][] = [
  ['/periksa/', null],
  ['/en/periksa/', null],
  ['/periksa/pesan/', 'textarea'],
  ['/periksa/aturan/', null],
  ['/periksa/luring/', null],
  ['/cari/', 'input'],
  ['/lapor/', 'textarea'],
  ['/lapor/perlindungan/', null],
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

test('presses more than two seconds apart do not leave', async ({ page }) => {
  await page.clock.install()
  const hasLeft = await open(page, '/periksa/')
  await shift(page)
  await shift(page)
  await page.clock.fastForward(2100)
  await expect(page.locator('#keluar + [role="status"]')).toHaveText(exit.over)
  await shift(page)
  await expect(page.locator('#keluar')).toHaveAttribute('data-step', '1')
  expect(hasLeft()).toBe(false)
})

for (const held of ['Alt', 'Control', 'Meta'])
  test(`Shift while ${held} is held, as in changing the layout of the keyboard, does not leave`, async ({
    page,
  }) => {
    const hasLeft = await open(page, '/periksa/')
    await page.keyboard.down(held)
    for (let press = 0; press < 3; press += 1) await shift(page)
    await page.keyboard.up(held)
    await expect(page.locator('#keluar')).not.toHaveAttribute('data-step', /[12]/)
    expect(hasLeft()).toBe(false)
  })

test('it leaves from an emptied page though no script file ever came', async ({ page }) => {
  await page.route('**/*.js', route => route.abort())
  await open(page, '/periksa/')
  await page.locator('#keluar').click()
  await expect(page).toHaveTitle('Cuaca')
})

// With the pages kept in memory for the way back, as browsers do, and without, as they do when memory is short.
for (const isInMemory of [true, false])
  test.describe(`coming back, ${isInMemory ? 'with' : 'without'} pages held in memory`, () => {
    let browser: Browser
    let page: Page
    test.beforeAll(async () => {
      const executablePath = findChromium()
      browser = await chromium.launch({
        ...(executablePath && { executablePath }),
        args: ['--no-sandbox', '--disable-background-networking', '--disable-quic'],
        ignoreDefaultArgs: isInMemory ? ['--disable-back-forward-cache'] : [],
      })
    })
    test.afterAll(() => browser.close())
    test.beforeEach(async () => {
      page = await browser.newPage({ locale: 'id-ID' })
      await open(page, '/bantuan/')
    })
    test.afterEach(() => page.close())

    /** One step back, by the page itself: the browser's own waits for a load that does not come from memory. */
    async function back(from: string): Promise<void> {
      await page.evaluate(() => history.back())
      await expect.poll(() => page.url()).not.toBe(from)
      await page.waitForTimeout(800)
    }

    /** Leaves, then goes back as far as the page before all of it: on each step the address and what can be read. */
    async function leaveAndComeBack(): Promise<string> {
      await page.locator('#keluar').click()
      await expect(page).toHaveTitle('Cuaca')
      const seen: string[] = []
      for (let step = 0; step < 8 && !page.url().endsWith('/bantuan/'); step += 1) {
        await page.evaluate(() => history.back())
        await page.waitForTimeout(800)
        const text = await page.evaluate(() =>
          [
            document.body.innerText,
            ...[...document.querySelectorAll('textarea')].map(field => field.value),
            document.querySelectorAll('input:checked').length,
          ].join('\n'),
        )
        seen.push(`${page.url()}\n${text}`)
      }
      expect(page.url()).toBe(address('/bantuan/'))
      return seen.slice(0, -1).join('\n')
    }

    async function answerUntilResult(): Promise<void> {
      await page.goto(address('/periksa/'))
      await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
      await page.locator('input[value="belum"]').check()
      await page.locator('.walk button[type="submit"]').click()
      await page.locator('.now input[value="closed-country"]').check()
      await page.locator('.walk .enough').click()
      await expect(page.locator('.result [data-level]')).toBeVisible()
    }

    test('from the report page leads to no answer and no result', async () => {
      await answerUntilResult()
      const result = page.url()
      await page.locator('a[href^="/lapor/"]:visible').first().click()
      await page.locator('textarea').first().fill('CERITA SAYA')
      // Whoever does not leave finds the result again.
      await back(page.url())
      expect(page.url()).toBe(result)
      await expect(page.locator('.result [data-level]')).toBeVisible()
      await page.evaluate(() => history.forward())
      await expect(page.locator('textarea').first()).toBeVisible()
      const seen = await leaveAndComeBack()
      expect(seen).not.toMatch(/#v=|di=hasil|CERITA SAYA/)
      expect(seen).not.toContain(resources.id.check.levels.berhenti)
    })

    test('from the report page leads to no result where the browser lets no page store anything', async () => {
      await page.addInitScript(() => {
        const get = () => {
          throw new DOMException('blocked', 'SecurityError')
        }
        Object.defineProperty(window, 'sessionStorage', { get })
      })
      await page.reload()
      await answerUntilResult()
      await page.locator('a[href^="/lapor/"]:visible').first().click()
      await page.locator('textarea').first().fill('CERITA SAYA')
      const seen = await leaveAndComeBack()
      expect(seen).not.toMatch(/#v=|di=hasil|CERITA SAYA/)
      expect(seen).not.toContain(resources.id.check.levels.berhenti)
    })

    test('leads to no sign that was read among the rules, and to no words that were sought', async () => {
      await page.goto(address('/cari/#q=umroh'))
      await page.goto(address('/periksa/aturan/#visit-visa'))
      await page.goto(address('/periksa/'))
      const seen = await leaveAndComeBack()
      expect(seen).toContain(address('/periksa/aturan/'))
      expect(seen).not.toMatch(/#visit-visa|umroh/)
    })

    test('from the check leads to no pasted message', async () => {
      await page.goto(address('/periksa/pesan/'))
      await page.locator('#pesan[data-hydrated]').waitFor()
      await page.locator('textarea').fill('RAHASIA paspor ditahan, kerja di Kamboja')
      await page.locator('#pesan button[type="submit"]').click()
      await page.locator('main a[href*="di="]:visible').first().click()
      await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
      const seen = await leaveAndComeBack()
      expect(seen).not.toMatch(/#v=|RAHASIA/)
    })

    test('after using the site again leads to what was answered since', async () => {
      await answerUntilResult()
      await page.locator('#keluar').click()
      await expect(page).toHaveTitle('Cuaca')
      await answerUntilResult()
      const result = page.url()
      await page.goto(address('/bantuan/'))
      await back(page.url())
      expect(page.url()).toBe(result)
      await expect(page.locator('.result [data-level]')).toBeVisible()
    })
  })
