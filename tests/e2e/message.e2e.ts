import { expect, test } from '@playwright/test'
import { fill } from '#src/i18n/fill.ts'
import { resources } from '#src/i18n/t.ts'
import { pathOf } from '#src/risk/flow.ts'
import { e2e } from '#tests/helpers/e2e.ts'

const { check, rules } = resources.id
const address = (path: string) => `${e2e().site}${path}`

test.describe('a pasted message', () => {
  test('is marked, explained, and pre-fills the check without leaving the phone', async ({ page }) => {
    const asked: string[] = []
    page.on('request', request =>
      asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
    )
    await page.goto(address('/periksa/pesan/'))
    await page.locator('#pesan[data-hydrated]').waitFor()
    await page.getByLabel(check.message.label).fill('Pake visa turis aja, di imigrasi bilang mau liburan')
    await page.getByRole('button', { name: check.message.read }).click()
    await expect(page.locator('.reading [data-level]')).toHaveAttribute('data-level', 'berhenti')
    await expect(page.locator('mark')).toContainText(['visa turis', 'bilang mau liburan'])
    await page.getByRole('link', { name: check.message.continue }).click()
    await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
    await expect(page.locator('.notice-line')).toHaveText(fill(check.prefilled, { count: 2 }))
    expect(page.url()).toContain('visa=visit-visa&disuruh=told-to-lie')
    expect(asked.filter(line => !line.startsWith('GET ') || /liburan|turis/.test(line))).toEqual([])
  })

  test('carries beside each mark the number of its sign in the list below', async ({ page }) => {
    await page.goto(address('/periksa/pesan/'))
    await page.locator('#pesan[data-hydrated]').waitFor()
    await page.getByLabel(check.message.label).fill('Lowongan Kamboja, pakai visa turis')
    await page.getByRole('button', { name: check.message.read }).click()
    await expect(page.locator('mark', { hasText: 'Kamboja' })).toContainText(/tanda 1$/)
    await expect(page.locator('mark', { hasText: 'visa turis' })).toContainText(/tanda 2$/)
    await expect(page.locator('.reading .reason')).toContainText([
      `1. ${rules.signs['closed-country'].label}`,
      `2. ${rules.signs['visit-visa'].label}`,
    ])
  })

  test('goes on to the questions that it leaves open, and to no other', async ({ page }) => {
    await page.goto(address('/periksa/pesan/'))
    await page.locator('#pesan[data-hydrated]').waitFor()
    await page.getByLabel(check.message.label).fill('Pake visa turis aja, di imigrasi bilang mau liburan')
    await page.getByRole('button', { name: check.message.read }).click()
    await page.getByRole('link', { name: check.message.continue }).click()
    await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
    const asked: string[] = []
    while ((await page.locator('.result').count()) === 0) {
      const question = page.locator('.q.now')
      asked.push(((await question.getAttribute('id')) ?? '').slice(2))
      const isFirst = asked.length === 1
      await question.locator(`input[value="${isFirst ? 'belum' : 'tidak-tahu'}"]`).check()
      await page.locator('.walk button[type="submit"]').click()
      expect(asked.length).toBeLessThan(20)
    }
    expect(asked).toEqual(pathOf({ posisi: 'belum' }).filter(id => id !== 'visa' && id !== 'disuruh'))
    await expect(page.locator('.result [data-level]')).toHaveAttribute('data-level', 'berhenti')
  })

  test('gives its result the same share, print and report as the check, without its text', async ({
    page,
  }) => {
    const secret = 'Pak Budi Surabaya'
    await page.goto(address('/periksa/pesan/'))
    await page.locator('#pesan[data-hydrated]').waitFor()
    await page.getByLabel(check.message.label).fill(`pakai visa turis, hubungi ${secret}`)
    await page.getByRole('button', { name: check.message.read }).click()
    for (const name of [check.copy, check.savePicture, check.print])
      await expect(page.getByRole('button', { name })).toBeVisible()
    const links = await page
      .locator('.reading a')
      .evaluateAll(list => list.map(link => decodeURIComponent((link as HTMLAnchorElement).href)))
    expect(links.filter(href => /budi|surabaya/i.test(href))).toEqual([])
    const link = links.find(href => href.startsWith('https://wa.me/?text='))?.match(/\S+$/)?.[0] ?? ''
    await page.getByRole('link', { name: check.report }).click()
    await expect(page.locator('#lapor-what')).toHaveValue(
      `${check.reportSigns}\n- ${rules.signs['visit-visa'].label}`,
    )
    await page.goto(link)
    await expect(page.locator('.result [data-level]')).toHaveAttribute('data-level', 'berhenti')
  })

  test('speaks as abroad where the message does, asks where one is, and follows what is told', async ({
    page,
  }) => {
    await page.goto(address('/periksa/pesan/'))
    await page.locator('#pesan[data-hydrated]').waitFor()
    await page
      .getByLabel(check.message.label)
      .fill('saya di Riyadh dikurung majikan, paspor ditahan majikan, gaji tidak dibayar, ada izin P3MI')
    await page.getByRole('button', { name: check.message.read }).click()
    const level = page.locator('.reading .level')
    await expect(level.locator('h2')).toHaveText(check.levelsAbroad.berhenti)
    await expect(level).not.toContainText('Jangan berangkat')
    await expect(level.locator('a').first()).toHaveAttribute('href', 'https://wa.me/628118080141')
    await expect(level.locator('a[href="tel:110"]')).toBeVisible()
    for (const step of await page.locator('.reading .step').allInnerTexts()) expect(step).not.toContain('110')
    await expect(page.locator('.reading')).not.toContainText('SISKOP2MI')
    await page.getByLabel(check.message.whereAbroad, { exact: true }).check()
    await expect(level.locator('a[href="tel:110"]')).toHaveCount(0)
    await page.locator('.reading').getByLabel(resources.id.help.country.choose).selectOption('kh')
    await expect(level.locator('a').first()).toHaveAttribute('href', 'tel:+85512813282')
    await expect(page.getByRole('link', { name: check.message.continue })).toHaveAttribute(
      'href',
      /posisi=di-luar-negeri/,
    )
    await page.getByLabel(check.message.whereHome, { exact: true }).check()
    await expect(level.locator('h2')).toHaveText(check.levels.berhenti)
    await expect(level.locator('a')).toHaveCount(2)
    await expect(level.locator('a').first()).toHaveAttribute('href', 'tel:110')
  })

  test('offers no picture of a message in which nothing was found', async ({ page }) => {
    await page.goto(address('/periksa/pesan/'))
    await page.locator('#pesan[data-hydrated]').waitFor()
    await page.getByLabel(check.message.label).fill('besok jadi ke pasar?')
    await page.getByRole('button', { name: check.message.read }).click()
    await expect(page.getByRole('button', { name: check.copy })).toBeVisible()
    await expect(page.getByRole('button', { name: check.savePicture })).toHaveCount(0)
    await expect(page.locator('.reading .level')).toContainText(check.noProof)
  })

  test('prints on one sheet, with its level and its signs', async ({ page }) => {
    await page.goto(address('/periksa/pesan/'))
    await page.locator('#pesan[data-hydrated]').waitFor()
    await page
      .getByLabel(check.message.label)
      .fill('pakai visa turis, bilang mau liburan. Kamboja. Paspor kami pegang')
    await page.getByRole('button', { name: check.message.read }).click()
    const sheet = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
    expect(sheet.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('heading', { name: check.levels.berhenti })).toBeVisible()
    await expect(page.locator('.reading .reason').first()).toBeVisible()
    await expect(page.getByRole('button', { name: check.message.read })).toBeHidden()
  })

  test('keeps its marks while the field is changed, until it is read again', async ({ page }) => {
    await page.goto(address('/periksa/pesan/'))
    await page.locator('#pesan[data-hydrated]').waitFor()
    await page.getByLabel(check.message.label).fill('pakai visa turis')
    await page.getByRole('button', { name: check.message.read }).click()
    await page.getByLabel(check.message.label).fill('lain sekali')
    await expect(page.locator('.marked')).toContainText('pakai visa turis')
  })

  test('is read and cleared by keyboard, with the focus where the next thing is', async ({ page }) => {
    await page.goto(address('/periksa/pesan/'))
    await page.locator('#pesan[data-hydrated]').waitFor()
    await page.getByLabel(check.message.label).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toHaveText(check.message.empty)
    await expect(page.getByLabel(check.message.label)).toBeFocused()
    await page.keyboard.type('pakai visa turis')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: check.levels.berhenti })).toBeFocused()
    await page.getByRole('button', { name: check.message.clear }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByLabel(check.message.label)).toBeFocused()
    await expect(page.locator('.reading')).toHaveCount(0)
  })
})
