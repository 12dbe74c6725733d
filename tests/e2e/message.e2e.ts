import { expect, test } from '@playwright/test'
import { resources } from '#src/i18n/t.ts'
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
    await expect(page.locator('.notice-line')).toContainText('2 jawaban')
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
