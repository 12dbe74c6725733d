import { type CDPSession, expect, type Page, test } from '@playwright/test'
import { resources } from '#src/i18n/t.ts'
import { rulesetVersion } from '#src/risk/ruleset.ts'
import { giveDemoCode } from '#tests/helpers/desk-page.ts'
import { account, e2e, signIn } from '#tests/helpers/e2e.ts'
import { setLetters, unreadable } from '#tests/helpers/large-letters.ts'
import { outOfReach } from '#tests/helpers/reach.ts'
import { sitePages } from '#tests/helpers/site-pages.ts'

const { check, common } = resources.id
const address = (path: string) => e2e().site + path
const scales = [1.15, 1.5, 2]

let page: Page
let session: CDPSession

test.beforeEach(async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  page = await context.newPage()
  session = await context.newCDPSession(page)
})
test.afterEach(() => page.context().close())

/** Fails on what cannot be read at any of the sizes, on a phone of 360 px and on the narrowest of 320 px. */
async function expectReadable(where: string): Promise<void> {
  const found: Record<string, string[]> = {}
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 740 })
    for (const scale of scales) {
      await setLetters(session, scale)
      await page.waitForTimeout(100)
      const problems = await unreadable(page)
      if (problems.length > 0) found[`${where}, ${width} px, ${scale * 100} %`] = problems
    }
  }
  await setLetters(session, 1)
  await page.setViewportSize({ width: 360, height: 740 })
  expect(found).toEqual({})
}

test.describe('with larger letters nothing is cut, broken or beside the screen', () => {
  for (const [name, path] of sitePages) {
    test(`on the page: ${name}`, async () => {
      await page.goto(address(path), { waitUntil: 'load' })
      await expect(page.locator('main h1, main h2').first()).toBeVisible()
      await expectReadable(name)
    })
  }

  test('in the open menu', async () => {
    await page.goto(address('/'))
    await page.locator('header summary').click()
    await expect(page.getByRole('navigation', { name: common.nav.all })).toBeVisible()
    await expectReadable('menu')
  })

  test('on the check’s first questions, one by one, and where an answer is missing', async () => {
    await page.goto(address('/periksa/'))
    await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
    await page.locator('.walk button[type="submit"]').click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expectReadable('missing answer')
    for (const option of ['belum', 'lain', 'jelas']) {
      await page.locator(`.q.now input[value="${option}"]`).check()
      await expectReadable(`answer ${option}`)
      await page.locator('.walk button[type="submit"]').click()
    }
  })

  test('on all questions of the check without script', async ({ browser }) => {
    await page.context().close()
    const context = await browser.newContext({ javaScriptEnabled: false })
    page = await context.newPage()
    session = await context.newCDPSession(page)
    await page.goto(address('/periksa/'))
    await expect(page.locator('.q:visible').nth(10)).toBeVisible()
    await expectReadable('all questions')
  })

  test('on what is read in a message', async () => {
    await page.goto(address('/periksa/pesan/'))
    await page.locator('#pesan[data-hydrated]').waitFor()
    await page.getByLabel(check.message.label).fill('Kerja di Kamboja pakai visa turis, paspor dipegang agen')
    await page.getByRole('button', { name: check.message.read }).click()
    await expect(page.locator('.reading [data-level]')).toBeVisible()
    await expectReadable('message read')
  })

  test('on each step of a report', async () => {
    await page.goto(address('/lapor/'))
    await page.getByLabel('Perekrut atau penyalur (calo, sponsor, agen)').check()
    await page.getByLabel('Apa yang terjadi?').fill('Paspor tiga orang ditahan di penampungan')
    await page.getByRole('button', { name: 'Lanjut' }).click()
    await expectReadable('details')
    await page.getByRole('button', { name: 'Lanjut' }).click()
    await expect(page.getByRole('heading', { name: 'Periksa sebelum disegel' })).toBeVisible()
    await expectReadable('review')
    await page.getByRole('button', { name: 'Benar, buat kode' }).click()
    await expect(page.locator('.words li').first()).toBeVisible()
    await expectReadable('code')
  })

  test('at the sign-in of the CMS and on one’s own account', async () => {
    await page.goto(address('/admin/login'))
    await expect(page.locator('input[name="email"]')).toBeVisible()
    await expectReadable('sign-in')
    await signIn(page, 'publisher')
    await page.goto(address('/akun'))
    await expect(page.locator('h1')).toBeVisible()
    await expectReadable('account')
  })

  test('at the desk: sign-in, code, lock and work list', async () => {
    const { email, password, passphrase = '' } = account('handler')
    await page.goto(e2e().desk)
    await expect(page.getByLabel('E-mail akun')).toBeVisible()
    await expectReadable('sign-in')
    await page.getByLabel('E-mail akun').fill(email)
    await page.getByLabel('Kata sandi').fill(password)
    await page.getByRole('button', { name: 'Masuk' }).click()
    await expect(page.locator('.demo-code')).toBeVisible()
    await expectReadable('code')
    await giveDemoCode(page)
    await expect(page.getByLabel('Frasa sandi')).toBeVisible()
    await expectReadable('lock')
    await page.getByLabel('Frasa sandi').fill(passphrase)
    await page.getByRole('button', { name: 'Buka' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Kotak laporan DEMO' })).toBeVisible({
      timeout: 60_000,
    })
    await expectReadable('work list')
  })
})

for (const [width, height, scale] of [
  [360, 740, 1],
  [360, 740, 1.3],
  [360, 740, 1.5],
  [360, 740, 2],
  [320, 568, 1],
  [320, 568, 1.5],
  [320, 568, 2],
  [740, 360, 1],
  [740, 360, 1.5],
] as const)
  test(`at ${width} × ${height} and ${scale * 100} % the check has the way on, a number and the exit on the screen`, async () => {
    await page.setViewportSize({ width, height })
    await setLetters(session, scale)
    const atCountry = `#v=${rulesetVersion}&posisi=belum&di=negara`
    for (const [id, option, isStop, fragment] of [
      ['posisi', 'belum', false, ''],
      ['negara', 'lain', false, atCountry],
      ['negara', 'closed-country', true, atCountry],
    ] as const) {
      await page.goto('about:blank')
      await page.goto(address(`/periksa/${fragment}`))
      await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
      // Only a demo has it, and it takes half of such a screen.
      await page.evaluate(() => document.querySelector('.demo')?.remove())
      const atFoot = page.locator('.walk .numbers, .near a[href^="tel:"]').filter({ visible: true }).first()
      await expect(atFoot).toBeInViewport({ ratio: 1 })
      await page.locator(`.q.now input[value="${option}"]`).check()
      const always = ['.walk [type="submit"]', '#keluar', '.q.now .o:has(:checked) input']
      const wanted = isStop ? [...always, '.walk .enough'] : always
      await expect.poll(() => outOfReach(page, wanted), { timeout: 5_000 }).toEqual([])
      // Half of a high window, and room for an answer in a low one, is left for the question.
      const foot = await page.locator('.walk').boundingBox()
      expect([id, option, foot?.height]).toEqual([id, option, expect.any(Number)])
      expect(foot?.height).toBeLessThan(height / 2)
      const open = page.getByRole('button', { name: check.helpShort, exact: true })
      if (await open.isVisible()) await open.click()
      expect(await outOfReach(page, ['.near a[href^="tel:"]', '.walk [type="submit"]'])).toEqual([])
    }
  })

test('letters chosen for the whole phone, not for the browser alone, reach the page', async () => {
  await session.send('Emulation.setEmulatedOSTextScale', { scale: 1.5 })
  await page.goto(address('/'))
  const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
  expect(await size()).toBe('24px')
  expect(await unreadable(page)).toEqual([])
})
