import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { accessibilityProblems } from '#tests/helpers/axe.ts'
import { giveDemoCode } from '#tests/helpers/desk-page.ts'
import { account, e2e, signIn } from '#tests/helpers/e2e.ts'
import { sitePages } from '#tests/helpers/site-pages.ts'

const adminPages: readonly [name: string, path: string][] = [
  ['dashboard', '/admin'],
  ['list of figures', '/admin/collections/figures'],
  ['form of a figure', '/admin/collections/figures/create'],
  ['form of a banner', '/admin/collections/banners/create'],
]

/** Parts of Payload's own screens, which we do not write: what of them is left out, and why. */
const payloadWidgets: readonly { selector: string; reason: string }[] = [
  { selector: '.rs__input', reason: 'Its list boxes have no programmatic label' },
  {
    selector: '.rs__indicators',
    reason: 'It hides their arrow and cross from readers but lets them take focus',
  },
  { selector: '.react-datepicker__input-container', reason: 'Its date fields have no programmatic label' },
  { selector: '.select-row__checkbox', reason: 'Its boxes that select a row have no label' },
  { selector: '.clickable-arrow', reason: 'Its arrows between pages of a list have no name' },
  { selector: '.clipboard-action__popup', reason: 'Its menu to copy rows has no name' },
]
const notOurs = payloadWidgets.map(({ selector }) => selector)

const screens = [
  { name: '360 px, light', viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  { name: '1280 px, dark', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
] as const

for (const { name: screen, ...options } of screens) {
  test.describe(`at ${screen}`, () => {
    let context: BrowserContext
    let page: Page

    test.beforeAll(async ({ browser }) => {
      context = await browser.newContext(options)
      page = await context.newPage()
    })
    test.afterAll(() => context.close())

    for (const [name, path] of sitePages) {
      test(`WCAG 2.2 AA holds on the site: ${name}`, async () => {
        // A change of the part after # alone would not load the page again.
        await page.goto('about:blank')
        await page.goto(e2e().site + path, { waitUntil: 'load' })
        await expect(page.locator('main h1, main h2').first()).toBeVisible()
        if (path.includes('#q=')) await expect(page.locator('#hasil > li').first()).toBeVisible()
        expect(await accessibilityProblems(page)).toEqual([])
      })
    }

    test('WCAG 2.2 AA holds at the sign-in of the CMS and on its screens', async () => {
      await page.goto(`${e2e().site}/admin/login`)
      await expect(page.locator('input[name="email"]')).toBeVisible()
      const found: Record<string, string[]> = { 'sign-in': await accessibilityProblems(page, notOurs) }
      await signIn(page, 'publisher')
      for (const [name, path] of adminPages) {
        await page.goto(e2e().site + path)
        await expect(page.locator('h1').first()).toBeVisible()
        found[name] = await accessibilityProblems(page, notOurs)
      }
      const names = ['sign-in', ...adminPages.map(([name]) => name)]
      expect(found).toEqual(Object.fromEntries(names.map(name => [name, []])))
    })

    test('WCAG 2.2 AA holds at the desk: sign-in, lock and work list', async () => {
      const handler = account('handler')
      const { email, password, passphrase = '' } = handler
      await page.goto(e2e().desk)
      await expect(page.getByLabel('E-mail akun')).toBeVisible()
      expect(await accessibilityProblems(page)).toEqual([])
      await page.getByLabel('E-mail akun').fill(email)
      await page.getByLabel('Kata sandi').fill(password)
      await page.getByRole('button', { name: 'Masuk' }).click()
      await expect(page.locator('.demo-code')).toBeVisible()
      expect(await accessibilityProblems(page)).toEqual([])
      await giveDemoCode(page)
      await expect(page.getByLabel('Frasa sandi')).toBeVisible()
      expect(await accessibilityProblems(page)).toEqual([])
      await page.getByLabel('Frasa sandi').fill(passphrase)
      await page.getByRole('button', { name: 'Buka' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Kotak laporan DEMO' })).toBeVisible({
        timeout: 60_000,
      })
      expect(await accessibilityProblems(page)).toEqual([])
    })
  })
}
