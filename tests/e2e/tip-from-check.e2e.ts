import { expect, type Page, test } from '@playwright/test'
import { resources } from '#src/i18n/t.ts'
import { rulesetVersion } from '#src/risk/ruleset.ts'
import { e2e } from '#tests/helpers/e2e.ts'

const { check, rules } = resources.id
const result = `/periksa/#v=${rulesetVersion}&posisi=belum&visa=visit-visa&dokumen=papers-held&di=hasil`
const labels = [rules.signs['visit-visa'].label, rules.signs['papers-held'].label]
const facts = [check.reportSigns, ...labels.map(label => `- ${label}`)]

/** Address, headers and body of everything that the page sends from now on. */
function sentBy(page: Page): string[] {
  const sent: string[] = []
  page.on('request', request => {
    sent.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`)
  })
  return sent
}

/** Opens the result of a check with two signs and follows its link to the report form. */
async function reportFromResult(page: Page): Promise<void> {
  await page.goto(`${e2e().site}${result}`)
  await expect(page.locator('#hasil')).toHaveText(check.levels.berhenti)
  await page.getByRole('link', { name: check.report }).click()
  await page.waitForURL(`${e2e().site}/lapor/`)
}

test.describe('“Laporkan perekrut ini” with an open inbox', () => {
  test('carries what the check found into the form, and the address keeps none of it', async ({ page }) => {
    await reportFromResult(page)
    const story = page.getByLabel('Apa yang terjadi?')
    await expect(story).toHaveValue(new RegExp(`^${check.reportSigns}\\n`))
    expect((await story.inputValue()).split('\n').sort()).toEqual([...facts].sort())
    expect(page.url()).toBe(`${e2e().site}/lapor/`)
    await page.reload()
    await expect(page.getByRole('button', { name: 'Lanjut' })).toBeEnabled()
    await expect(story).toHaveValue('')
  })

  test('sends nothing of it in clear, up to the sealed report, and leaves nothing on the phone', async ({
    page,
  }) => {
    const sent = sentBy(page)
    await reportFromResult(page)
    await page.getByLabel('Perekrut atau penyalur (calo, sponsor, agen)').check()
    await page.getByRole('button', { name: 'Lanjut' }).click()
    await page.getByRole('button', { name: 'Lanjut' }).click()
    for (const label of labels) await expect(page.getByText(label)).toBeVisible()
    await page.getByRole('button', { name: 'Benar, buat kode' }).click()
    const words = await page.locator('.words li').allTextContents()
    await page.getByRole('button', { name: 'Sudah saya catat' }).click()
    await page.getByLabel('Kode Anda').fill(words.join(' '))
    await page.getByRole('button', { name: 'Segel dan kirim' }).click()
    await expect(page.getByRole('heading', { name: 'Laporan tersimpan' })).toBeVisible({ timeout: 30_000 })

    expect(sent.some(request => request.includes('/api/lapor'))).toBe(true)
    const telling = ['visit-visa', 'papers-held', 'tanda=', 'posisi', check.reportSigns, ...labels]
    expect(sent.filter(request => telling.some(text => request.includes(text)))).toEqual([])
    expect(sent.filter(request => /"referer":"[^"]*periksa/.test(request))).toEqual([])
    const stored = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      (await indexedDB.databases()).length,
    ])
    expect(stored).toEqual([0, 0, '', 0])
  })

  test('opens an empty form when the signs in the link are not ours', async ({ page }) => {
    const sent = sentBy(page)
    await page.goto(`${e2e().site}/lapor/#tanda=sihir.__proto__`)
    await expect(page.getByRole('button', { name: 'Lanjut' })).toBeEnabled()
    await expect(page.getByLabel('Apa yang terjadi?')).toHaveValue('')
    expect(page.url()).toBe(`${e2e().site}/lapor/`)
    expect(sent.filter(request => request.includes('sihir'))).toEqual([])
  })
})
