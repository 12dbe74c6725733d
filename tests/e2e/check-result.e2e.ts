import { expect, test } from '@playwright/test'
import { resources } from '#src/i18n/t.ts'
import { rulesetVersion } from '#src/risk/ruleset.ts'
import { e2e } from '#tests/helpers/e2e.ts'

const { check, rules } = resources.id
const result = () => `${e2e().site}/periksa/#v=${rulesetVersion}&visa=visit-visa&di=hasil`

test('the result is saved as a picture that is made on the phone', async ({ page }) => {
  await page.goto(result())
  const save = page.getByRole('button', { name: check.savePicture })
  await save.waitFor()
  const requests: string[] = []
  page.on('request', request => requests.push(request.url()))
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
  expect(download.suggestedFilename()).toBe('hasil-periksa.png')
  expect(requests.filter(url => url.startsWith('http') && !url.includes('/luring.js'))).toEqual([])
})

test.describe('on a phone that lacks what we would use', () => {
  /** Takes away clipboard, share sheet, drawing, speech and storage, as in-app browsers and careful settings do. */
  const poor = () => {
    const gone = (owner: object, name: string) => Object.defineProperty(owner, name, { value: undefined })
    gone(navigator, 'clipboard')
    gone(navigator, 'share')
    gone(navigator, 'serviceWorker')
    gone(window, 'speechSynthesis')
    HTMLCanvasElement.prototype.getContext = () => null
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('blocked', 'SecurityError')
        },
      })
  }

  test('the result stands, the link can be copied by hand, and a picture that fails is said to', async ({
    page,
  }) => {
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    await page.addInitScript(poor)
    await page.goto(result())
    await page.getByRole('button', { name: check.copy }).click()
    await expect(page.getByLabel(check.copyThis)).toHaveValue(result())
    await page.getByRole('button', { name: check.savePicture }).click()
    await expect(page.getByText(check.pictureFailed)).toBeVisible()
    await expect(page.getByRole('button', { name: check.readAloud })).toHaveCount(0)
    expect(errors).toEqual([])
  })
})

test.describe('read aloud', () => {
  /** A phone's voices, as the browser would list them; what is spoken is noted. */
  const withVoices = (lang: string) => `
    const spoken = (window.spoken = [])
    const voice = { lang: '${lang}', localService: true, name: 'x' }
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
    Object.defineProperty(window, 'speechSynthesis', { value: Object.assign(new EventTarget(), {
      getVoices: () => [voice], cancel() {}, speak: utterance => spoken.push(utterance.text) }) })`

  test('is offered with an Indonesian voice, and reads level and reasons', async ({ page }) => {
    await page.addInitScript(withVoices('id-ID'))
    await page.goto(result())
    await page.getByRole('button', { name: check.readAloud }).click()
    const spoken = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken)
    expect(spoken).toEqual(expect.arrayContaining([check.levels.berhenti, rules.signs['visit-visa'].why]))
    await expect(page.getByRole('button', { name: check.stopReading })).toBeVisible()
  })

  test('is offered with each question, and reads its answers', async ({ page }) => {
    await page.addInitScript(withVoices('id-ID'))
    await page.goto(`${e2e().site}/periksa/#v=${rulesetVersion}&posisi=belum&di=visa`)
    await page.getByRole('button', { name: check.readAloud }).click()
    const spoken = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken)
    expect(spoken).toEqual(expect.arrayContaining([rules.signs['visit-visa'].label, check.unknown]))
  })

  test('is not offered without one', async ({ page }) => {
    await page.addInitScript(withVoices('de-DE'))
    await page.goto(result())
    await page.getByRole('button', { name: check.savePicture }).waitFor()
    await expect(page.getByRole('button', { name: check.readAloud })).toHaveCount(0)
  })
})

test('“Laporkan perekrut ini” fills the report with the signs in words, and the address forgets them', async ({
  page,
}) => {
  await page.goto(result())
  await page.getByRole('link', { name: check.report }).click()
  await expect(page.locator('#lapor-what')).toHaveValue(
    `${check.reportSigns}\n- ${rules.signs['visit-visa'].label}`,
  )
  expect(new URL(page.url()).hash).toBe('')
})
