import { expect, type Page, test } from '@playwright/test'
import { resources } from '#src/i18n/t.ts'
import { rulesetVersion } from '#src/risk/ruleset.ts'
import { scopes, workerAddress } from '#site/offline/scopes.ts'
import { e2e } from '#tests/helpers/e2e.ts'

const { check } = resources.id
const address = (path: string) => `${e2e().site}${path}`

/** Visits the check once and waits until the copies are there. */
async function visitOnce(page: Page): Promise<void> {
  await page.goto(address('/periksa/'))
  const active = () =>
    page.evaluate(async () => {
      const registrations = await navigator.serviceWorker.getRegistrations()
      return registrations.filter(item => item.active?.state === 'activated').length
    })
  await expect.poll(active, { timeout: 30_000 }).toBe(scopes.length)
}

test.describe('after one visit to the check, without a connection', () => {
  test('the whole check works, from the first question to reasons and help numbers', async ({
    page,
    context,
  }) => {
    await visitOnce(page)
    await context.setOffline(true)
    await page.goto(address('/periksa/'))
    await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
    await expect(page.locator('#tanggal-salinan')).toContainText('diperbarui pada')
    await page.goto(address(`/periksa/#v=${rulesetVersion}&visa=visit-visa&di=hasil`))
    await expect(page.locator('#hasil')).toHaveText(check.levels.berhenti)
    await expect(page.locator('.help-lines a[href="tel:110"]').first()).toBeVisible()
    await page.getByText(check.officeOpen).click()
    await expect(page.locator('select').first()).toContainText('Jawa Barat')
  })

  test('a pasted message is read', async ({ page, context }) => {
    await visitOnce(page)
    await context.setOffline(true)
    await page.goto(address('/periksa/pesan/'))
    await page.getByLabel(check.message.label).fill('pakai visa turis, bilang mau liburan')
    await page.getByRole('button', { name: check.message.read }).click()
    await expect(page.getByRole('heading', { name: check.levels.berhenti })).toBeVisible()
  })

  for (const path of [
    '/tanda-bahaya/',
    '/jalur-resmi/',
    '/bantuan/',
    '/kantor/',
    '/privasi/',
    '/en/periksa/',
  ]) {
    test(`${path} opens and says of when its copy is`, async ({ page, context }) => {
      await visitOnce(page)
      await context.setOffline(true)
      await page.goto(address(path))
      await expect(page.locator('h1')).toBeVisible()
      await expect(page.locator('#tanggal-salinan')).toBeVisible()
    })
  }
})

test.describe('the worker', () => {
  test('is registered by no other page', async ({ page }) => {
    for (const path of ['/', '/bantuan/', '/lapor/', '/periksa/pesan/']) {
      await page.goto(address(path), { waitUntil: 'networkidle' })
      await page.waitForTimeout(1500)
      expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
        0,
      )
    }
  })

  test('controls no report page, and keeps nothing of the reports, the admin or the interfaces', async ({
    page,
  }) => {
    await visitOnce(page)
    const keys = await page.evaluate(async () => {
      const cache = await caches.open('periksa')
      return (await cache.keys()).map(request => new URL(request.url).pathname)
    })
    expect(keys.length).toBeGreaterThan(20)
    expect(keys.filter(key => /lapor|admin|api|Form|Code|seal|send|report/.test(key))).toEqual([])
    await page.goto(address('/lapor/'))
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
  })

  test('shows the page of the server while there is one, without the note', async ({ page }) => {
    await visitOnce(page)
    await page.goto(address('/bantuan/'))
    await expect(page.locator('#tanggal-salinan')).toHaveCount(0)
  })

  test('is asked for anew each time', async ({ request }) => {
    const response = await request.get(address(workerAddress))
    expect(response.headers()['cache-control']).toBe('no-cache')
    expect(response.headers()['content-security-policy']).toContain("connect-src 'self'")
  })

  test('and every copy go with “Hapus dari ponsel ini”', async ({ page }) => {
    await page.goto(address('/privasi/'))
    const button = page.getByRole('button', { name: 'Hapus dari ponsel ini' })
    await expect(button).toBeHidden()
    await visitOnce(page)
    await page.goto(address('/privasi/'))
    await button.click()
    await expect(page.getByText('Salinan sudah dihapus')).toBeVisible()
    const left = await page.evaluate(async () => [
      (await navigator.serviceWorker.getRegistrations()).length,
      (await caches.keys()).length,
    ])
    expect(left).toEqual([0, 0])
  })
})

test.describe('a text shared from another app', () => {
  /** What Chromium does for a share target: a form that it posts by navigation. */
  const share = (page: Page, text: string) =>
    page.evaluate(value => {
      const form = document.createElement('form')
      form.method = 'post'
      form.enctype = 'multipart/form-data'
      form.action = '/periksa/pesan/'
      const field = document.createElement('textarea')
      field.name = 'text'
      field.value = value
      form.append(field)
      document.body.append(form)
      form.submit()
    }, text)

  test('arrives in the field, and reaches no server', async ({ page, context }) => {
    await visitOnce(page)
    await page.goto(address('/periksa/'))
    await context.setOffline(true)
    await share(page, 'Lowongan Kamboja, gaji 15jt')
    await expect(page.getByLabel(check.message.label)).toHaveValue('Lowongan Kamboja, gaji 15jt')
    expect(page.url()).toBe(address('/periksa/pesan/'))
    await page.reload()
    await expect(page.getByLabel(check.message.label)).toHaveValue('')
  })

  test('is dropped by the server when it comes there', async ({ request }) => {
    const response = await request.post(address('/periksa/pesan/'), {
      multipart: { text: 'rahasia' },
      maxRedirects: 0,
    })
    expect([response.status(), response.headers().location, await response.text()]).toEqual([
      303,
      '/periksa/pesan/',
      '',
    ])
  })
})
