import { expect, test } from '@playwright/test'
import { resources } from '#src/i18n/t.ts'
import { offerQuestions } from '#src/risk/questions.ts'
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

test('of a mild result there is no picture, and what is shared says that it proves nothing', async ({
  page,
}) => {
  await page.goto(`${e2e().site}/periksa/#v=${rulesetVersion}&posisi=belum&visa=kerja&di=hasil`)
  const share = page.getByRole('link', { name: check.share })
  const text = new URL((await share.getAttribute('href')) ?? '').searchParams.get('text') ?? ''
  expect(text.startsWith(check.shareUnseen)).toBe(true)
  expect(text).not.toContain(check.levels['belum-terlihat'])
  await expect(page.getByRole('button', { name: check.savePicture })).toHaveCount(0)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.level')).toContainText(check.noProof)
  await expect(page.getByText(check.noProof)).toBeVisible()
})

test('a mild result says what was asked, what of it is not known, and what nobody checked', async ({
  page,
}) => {
  const open = ['bayar', 'utang', 'dokumen', 'disuruh'] as const
  const answers = offerQuestions
    .filter(question => !open.some(id => id === question.id))
    .map(question => {
      const harmless = question.options.find(option => !('sign' in option) && !('unknown' in option))
      return `${question.id}=${harmless?.id}`
    })
  await page.goto(`${e2e().site}/periksa/#v=${rulesetVersion}&posisi=belum&${answers.join('&')}&di=hasil`)
  const level = page.locator('.level')
  await expect(level).toContainText('Kami menanyakan 15 hal. 4 belum Anda ketahui')
  for (const id of open.slice(0, 3)) await expect(level).toContainText(check.questions[id].text)
  await expect(level).toContainText(check.asked.not)
  await expect(level).not.toContainText(/cukup/i)
})

test('who must stop is not sent back to the recruiter: nothing to ask for, find out or verify', async ({
  page,
}) => {
  await page.goto(
    `${e2e().site}/periksa/#v=${rulesetVersion}&posisi=belum&visa=visit-visa&kontrak=no-contract&bayar=placement-fee&perekrut=unlicensed&di=hasil`,
  )
  await expect(page.locator('.reason .step')).toHaveCount(4)
  for (const text of await page.locator('.reason .step').allTextContents())
    expect(text).not.toMatch(/\bminta\b(?! tolong)/i)
  await expect(page.getByText(check.verifyTitle)).toHaveCount(0)
  await expect(page.getByText(check.openTitle)).toHaveCount(0)
  await expect(page.getByRole('button', { name: check.officeOpen })).toBeVisible()
  await expect(page.getByText(check.officeAnywhere)).toHaveCount(0)
})

test('beside a stop no weak sign says that it proves nothing', async ({ page }) => {
  await page.goto(
    `${e2e().site}/periksa/#v=${rulesetVersion}&posisi=belum&visa=visit-visa&bayar=any-fee&perekrut=social-media-ad&di=hasil`,
  )
  await expect(page.locator('.reason')).toHaveCount(3)
  await expect(page.locator('.reason', { hasText: rules.weakAtStop })).toHaveCount(2)
  await expect(page.locator('.reasons')).not.toContainText(/bukan bukti|Periksa siapa|Cocokkan/)
})

test('someone abroad who must stop reads that it is not their fault, and no step of Indonesia', async ({
  page,
}) => {
  await page.goto(
    `${e2e().site}/periksa/#v=${rulesetVersion}&posisi=di-luar-negeri&ln-paspor=papers-held-abroad&visa=visit-visa&disuruh=threat&di=hasil`,
  )
  await expect(page.locator('#hasil')).toHaveText('Minta tolong sekarang. Anda tidak salah.')
  await expect(page.locator('.reason .step')).toHaveCount(3)
  for (const text of await page.locator('.reason .step').allTextContents()) expect(text).not.toContain('110')
  await expect(page.locator('.level a[href="tel:110"]')).toHaveCount(0)
})

test('an official list stands with its link and what to type, an abbreviation with its meaning', async ({
  page,
}) => {
  await page.goto(
    `${e2e().site}/periksa/#v=${rulesetVersion}&posisi=belum&siskop2mi=not-in-siskop2mi&di=hasil`,
  )
  const reason = page.locator('.reason')
  await expect(reason.getByRole('link', { name: 'SISKOP2MI', exact: true }).first()).toHaveAttribute(
    'href',
    'https://siskop2mi.bp2mi.go.id/lowongan/list',
  )
  await expect(reason).toContainText('ketik jabatan')
  const own = page.locator('.reasons, .result section:has(.verify-list)')
  const text = (await own.allInnerTexts()).join('\n')
  expect(text).toContain('P3MI')
  for (const [term, meaning] of Object.entries(check.terms))
    if (new RegExp(`\\b${term}\\b`).test(text))
      expect(text).toMatch(new RegExp(`${term} \\(${meaning}\\)|\\(${term}\\)`))
  await page.goto(`${e2e().site}/periksa/#v=${rulesetVersion}&posisi=belum&di=siskop2mi`)
  await expect(page.locator('.now .ask').getByRole('link', { name: 'SISKOP2MI' })).toBeVisible()
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
